/** The tokens by which apps may register: which there are, and taking one away. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { deleteInitialAccessTokens, selectInitialAccessTokens } from "./store.ts";

/** The oldest first; what they are nobody can tell. @throws DomainError FORBIDDEN */
export async function listRegistrationTokens(ctx: Context) {
  checkPermission(ctx, "clients.read");
  return selectInitialAccessTokens(ctx.db);
}

/** All of that name; apps that registered with them stay. @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, NOT_FOUND */
export async function removeRegistrationTokens(ctx: Context, name: string): Promise<number> {
  checkPermission(ctx, "clients.write");
  return ctx.db.transaction(async (tx) => {
    const removed = await deleteInitialAccessTokens(tx, name);
    if (removed === 0) throw new DomainError("NOT_FOUND", { message: "There is no token of that name." });
    await appendAuditEvent(ctx, tx, {
      action: "registration_token.removed",
      outcome: "success",
      details: { name, removed },
    });
    return removed;
  });
}
