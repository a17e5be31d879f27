/** What only operators and administrators may see or do. */
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkStepUp } from "./check-step-up.ts";

/** To see it. @throws DomainError FORBIDDEN */
export function checkMayAdminister({ actor }: Pick<Context, "actor">): void {
  if (actor.type === "operator" || (actor.type === "user" && actor.role === "admin")) return;
  throw new DomainError("FORBIDDEN");
}

/** To change it: administrators must have confirmed just now. @throws DomainError FORBIDDEN, STEP_UP_REQUIRED */
export function checkMayAdministerNow(ctx: Pick<Context, "actor" | "now">): void {
  checkMayAdminister(ctx);
  if (ctx.actor.type === "user") checkStepUp(ctx);
}
