/** What an app demands of whoever signs in to it. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { UserActor } from "#lib/context/context.ts";

/** `group`: somebody must let the person in; the other two another passkey may mend. */
export type UnmetRule = "group" | "user_verification" | "device_bound";

/** A rule about the passkey. */
export type PasskeyRule = Exclude<UnmetRule, "group">;

export type AccessRules = Pick<ClientRow, "requireUserVerification" | "requireDeviceBound">;

/** The first demand on the way of signing in that this session does not meet; `amr` by RFC 8176. */
export function unmetRule(
  { requireUserVerification, requireDeviceBound }: AccessRules,
  { amr }: Pick<UserActor, "amr">,
): PasskeyRule | undefined {
  if (requireDeviceBound && !amr.includes("hwk")) return "device_bound";
  if (requireUserVerification && !amr.includes("mfa")) return "user_verification";
  return undefined;
}
