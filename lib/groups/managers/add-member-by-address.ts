/** A manager puts somebody into their group whose address they know. */
import type { GroupId, UserId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { takePointOf } from "#lib/rate-limit/rate-limit.ts";
import { findUserByUsername } from "#lib/users/store.ts";
import { addGroupMember } from "../add-group-member.ts";
import { checkManages } from "./check-manager.ts";

/**
 * Whether an address has an account shows by whether it can be added; so attempts are limited for each manager, from
 * wherever, and misses are in the trail. False when the person was a member already.
 * @throws DomainError GROUP_NOT_FOUND, USER_NOT_FOUND, RATE_LIMIT_EXCEEDED, STEP_UP_REQUIRED, CONFLICT
 */
export async function addMemberByAddress(
  ctx: Context,
  { group, email }: { readonly group: GroupId; readonly email: string },
): Promise<boolean> {
  await checkManages(ctx, group);
  const manager = ctx.actor.type === "user" ? ctx.actor.userId : "";
  if (!(await takePointOf(ctx, "member_lookup", manager))) throw new DomainError("RATE_LIMIT_EXCEEDED");
  const found = await findUserByUsername(ctx.db, email);
  // An unknown address takes the way of a known one as far as it goes, which asks for the confirmation, too.
  return await addGroupMember(ctx, { group, user: found?.id ?? nobody });
}

/** No version 7 UUID, so nobody's. */
const nobody = "00000000-0000-0000-0000-000000000000" as UserId;
