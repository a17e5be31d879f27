/** Who manages a group, for who administers. */
import type { GroupId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import type { GroupMember } from "../list-group-members.ts";
import { findGroup } from "../store.ts";
import { selectManagers } from "./store.ts";

/** @throws DomainError FORBIDDEN, GROUP_NOT_FOUND */
export async function listGroupManagers(ctx: Context, group: GroupId): Promise<GroupMember[]> {
  checkPermission(ctx, "groups.read");
  const [found, managers] = await Promise.all([findGroup(ctx.db, group), selectManagers(ctx.db, group)]);
  if (!found) throw new DomainError("GROUP_NOT_FOUND");
  return managers;
}
