/** Does one thing to many people. */
import type { GroupId, UserId } from "#drizzle/schema/ids.ts";
import type { UserRow } from "#drizzle/schema/users.ts";
import type { Context } from "#lib/context/context.ts";
import { addGroupMember } from "#lib/groups/add-group-member.ts";
import { removeGroupMember } from "#lib/groups/remove-group-member.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import type { Permission } from "#lib/permissions/schema.ts";
import { disableUser, enableUser } from "../disable-user.ts";
import { endSessionsOfPerson } from "../sessions/end-sessions-of-person.ts";
import { changeEach } from "./change-each.ts";
import type { BulkOutcome, PeopleChange } from "./schema.ts";
import { findNamedUsers } from "./store.ts";

const permissionOf: Readonly<Record<PeopleChange["kind"], Permission>> = {
  disable: "users.write",
  enable: "users.write",
  end_sessions: "sessions.end",
  add_to_group: "groups.members",
  remove_from_group: "groups.members",
};

/**
 * Each by the operation that does it to one, with all its checks. Who is gone by now is left out. With one's own account
 * the right to go on may end: it comes last.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED; INVALID_REQUEST for more than fit into one call
 */
export async function changePeople(
  ctx: Context,
  { ids, change }: { readonly ids: readonly string[]; readonly change: PeopleChange },
): Promise<BulkOutcome> {
  checkPermission(ctx, permissionOf[change.kind]);
  const people = await findNamedUsers(ctx.db, [...new Set(ids)] as UserId[]);
  const own = ctx.actor.type === "user" ? ctx.actor.userId : undefined;
  const ordered = people.toSorted((a, b) => Number(a.id === own) - Number(b.id === own));
  const before = new Map(people.map(({ id, status }) => [id, status]));
  return await changeEach(ctx, ordered, (id) => changeOne(ctx, id, change, before.get(id)));
}

async function changeOne(
  ctx: Context,
  user: UserId,
  change: PeopleChange,
  before: UserRow["status"] | undefined,
): Promise<boolean> {
  switch (change.kind) {
    case "disable":
      await disableUser(ctx, user);
      return before !== "disabled";
    case "enable":
      await enableUser(ctx, user);
      return before !== "active";
    case "end_sessions":
      return (await endSessionsOfPerson(ctx, user)).ended > 0;
    case "add_to_group":
      return await addGroupMember(ctx, { group: change.groupId as GroupId, user });
    case "remove_from_group":
      return await removeGroupMember(ctx, { group: change.groupId as GroupId, user });
  }
}
