/** Where an approved browser goes: to the page that offers it a passkey of its own, and then where it was going. */
import { continueTarget } from "../../continue-target.ts";
import type { SignInGoal } from "../../sign-in-address.ts";

export function afterApproval(goal: SignInGoal): `/${string}` {
  return continueTarget(goal) as `/${string}`;
}
