/** Who is in a group, page by page. */
import type { GroupId, UserId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import type { Db } from "#lib/db/client.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { findGroup, selectMembers } from "./store.ts";

export interface GroupMember {
  readonly id: UserId;
  readonly username: string;
  readonly displayName: string;
  readonly addedAt: Date;
}

export interface MemberPage {
  readonly members: readonly GroupMember[];
  /** Where the next page begins; absent on the last one. */
  readonly nextCursor?: string;
}

export interface MemberQuery {
  readonly group: GroupId;
  readonly cursor?: UserId | undefined;
  readonly limit: number;
}

/**
 * In the order in which they signed up. `cursor` is the `nextCursor` of the page before.
 * @throws DomainError FORBIDDEN, GROUP_NOT_FOUND
 */
export async function listGroupMembers(ctx: Context, query: MemberQuery): Promise<MemberPage> {
  checkPermission(ctx, "groups.read");
  const [found, page] = await Promise.all([findGroup(ctx.db, query.group), pageOfMembers(ctx.db, query)]);
  if (!found) throw new DomainError("GROUP_NOT_FOUND");
  return page;
}

/** Without a look at who asks. */
export async function pageOfMembers(db: Db, { group, cursor, limit }: MemberQuery): Promise<MemberPage> {
  // One more than asked for says whether there is another page.
  const rows = await selectMembers(db, group, cursor, limit + 1);
  const members = rows.slice(0, limit);
  const last = members.at(-1);
  return rows.length > limit && last ? { members, nextCursor: last.id } : { members };
}
