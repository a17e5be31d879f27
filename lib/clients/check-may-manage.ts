/** Who may change apps: the operator, and administrators who have just shown that it is them. */
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkStepUp } from "#lib/sessions/check-step-up.ts";

/** @throws DomainError FORBIDDEN, STEP_UP_REQUIRED */
export function checkMayManageClients(ctx: Context): void {
  if (ctx.actor.type === "operator") return;
  checkMayReadClients(ctx);
  checkStepUp(ctx);
}

/** @throws DomainError FORBIDDEN to all but operators and administrators */
export function checkMayReadClients({ actor }: Context): void {
  if (actor.type === "operator" || (actor.type === "user" && actor.role === "admin")) return;
  throw new DomainError("FORBIDDEN");
}
