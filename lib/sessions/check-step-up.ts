/** Sensitive operations want a person who was verified minutes ago, not merely a session. */
import type { Context, UserActor } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";

export const stepUpWindowSeconds = 600;

/** The end of the window that a verification at `authTime` opened. */
export function stepUpExpiry(authTime: Date): Date {
  return new Date(authTime.getTime() + stepUpWindowSeconds * 1000);
}

/** Whether the actor was verified (by more than presence) within the window. */
export function isSteppedUp(actor: UserActor, now: Date): boolean {
  return actor.amr.includes("mfa") && now.getTime() < stepUpExpiry(actor.authTime).getTime();
}

/** The signed-in actor. @throws DomainError UNAUTHENTICATED, STEP_UP_REQUIRED */
export function checkStepUp(ctx: Pick<Context, "actor" | "now">): UserActor {
  if (ctx.actor.type !== "user") throw new DomainError("UNAUTHENTICATED");
  if (!isSteppedUp(ctx.actor, ctx.now)) throw new DomainError("STEP_UP_REQUIRED");
  return ctx.actor;
}
