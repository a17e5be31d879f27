/** Who may change apps: the operator, and administrators who have just shown that it is them. */
import type { Context } from "#lib/context/context.ts";
import { checkMayAdminister, checkMayAdministerNow } from "#lib/sessions/check-administrator.ts";

/** @throws DomainError FORBIDDEN, STEP_UP_REQUIRED */
export function checkMayManageClients(ctx: Context): void {
  checkMayAdministerNow(ctx);
}

/** @throws DomainError FORBIDDEN to all but operators and administrators, STEP_UP_REQUIRED */
export function checkMayReadClients(ctx: Context): void {
  checkMayAdminister(ctx);
}
