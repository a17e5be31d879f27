/** The groups, page by page. */
import type { Context } from "#lib/context/context.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { describeGroup, type Group } from "./describe-group.ts";
import { selectGroups } from "./store.ts";

export interface GroupPage {
  readonly groups: readonly Group[];
  /** Where the next page begins; absent on the last one. */
  readonly nextCursor?: string;
}

/** By name. `cursor` is the `nextCursor` of the page before. @throws DomainError FORBIDDEN */
export async function listGroups(
  ctx: Context,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<GroupPage> {
  checkPermission(ctx, "groups.read");
  // One more than asked for says whether there is another page.
  const rows = await selectGroups(ctx.db, cursor, limit + 1);
  const groups = rows.slice(0, limit).map(describeGroup);
  const last = groups.at(-1);
  return rows.length > limit && last ? { groups, nextCursor: last.name } : { groups };
}
