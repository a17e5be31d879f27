/** What only operators and administrators may see or do. */
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkStepUp } from "./check-step-up.ts";

/**
 * To see it. An administrator who came back in some weaker way sees no more than anybody until a passkey was used.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED
 */
export function checkMayAdminister({ actor }: Pick<Context, "actor">): void {
  if (actor.type === "operator") return;
  if (actor.type !== "user" || actor.role !== "admin") throw new DomainError("FORBIDDEN");
  if (!isAdministrator(actor)) throw new DomainError("STEP_UP_REQUIRED");
}

/** Signed in as one, with a passkey. */
export function isAdministrator(actor: Context["actor"]): boolean {
  return actor.type === "user" && actor.role === "admin" && actor.method === "passkey";
}

/** To change it: administrators must have confirmed just now. @throws DomainError FORBIDDEN, STEP_UP_REQUIRED */
export function checkMayAdministerNow(ctx: Pick<Context, "actor" | "now">): void {
  checkMayAdminister(ctx);
  if (ctx.actor.type === "user") checkStepUp(ctx);
}
