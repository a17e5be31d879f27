/** Who came back in without a passkey may add one at once; nothing else that is sensitive is open to them. */
import type { SessionMethod } from "#drizzle/schema/sessions.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { checkStepUp } from "./check-step-up.ts";

/** As long as a confirmation counts. Then the way back in must be gone again. */
const windowSeconds = 600;

/**
 * How long a session lives that a way of recovery opened, unless a passkey takes it further: it may have begun on a
 * borrowed computer.
 */
export const recoveredLifetimeSeconds = 3600;

const recoveryMethods: ReadonlySet<SessionMethod> = new Set([
  "recovery_code",
  "recovery_link",
  "email_link",
  "device_approval",
]);

/** No passkey of the person's has been used in the session yet. */
export function isRecovered({ method }: Pick<UserActor, "method">): boolean {
  return recoveryMethods.has(method);
}

/** Until when a passkey may be added without another one. */
export function recoveryWindowEnd({ authTime }: Pick<UserActor, "authTime">): Date {
  return new Date(authTime.getTime() + windowSeconds * 1000);
}

/** The signed-in actor, confirmed or just recovered. @throws DomainError UNAUTHENTICATED, STEP_UP_REQUIRED */
export function checkMayAddPasskey(ctx: Pick<Context, "actor" | "now">): UserActor {
  const { actor, now } = ctx;
  if (actor.type === "user" && isRecovered(actor) && now.getTime() < recoveryWindowEnd(actor).getTime())
    return actor;
  return checkStepUp(ctx);
}
