/** The groups that a person is in, for who administers. */
import type { GroupId, UserId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { selectGroupsOf } from "./store.ts";

export interface Membership {
  readonly id: GroupId;
  readonly name: string;
  readonly displayName: string;
  readonly addedAt: Date;
}

/** By name. @throws DomainError FORBIDDEN */
export async function listGroupsOfPerson(ctx: Context, userId: UserId): Promise<Membership[]> {
  checkPermission(ctx, "groups.read");
  return await selectGroupsOf(ctx.db, userId);
}
