/** A manager takes somebody out of their group. */
import type { Context } from "#lib/context/context.ts";
import type { Membership } from "../add-group-member.ts";
import { removeGroupMember } from "../remove-group-member.ts";
import { checkManages } from "./check-manager.ts";

/** @throws DomainError GROUP_NOT_FOUND, STEP_UP_REQUIRED */
export async function removeManagedMember(ctx: Context, membership: Membership): Promise<boolean> {
  await checkManages(ctx, membership.group);
  return await removeGroupMember(ctx, membership);
}
