/** Takes back what waits for a confirmation: the link in the mail is dead then. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { deleteVerification } from "./store.ts";

/** Where nothing waits, nothing happens. @throws DomainError UNAUTHENTICATED */
export async function withdrawEmail(ctx: Context): Promise<void> {
  const { actor } = ctx;
  if (actor.type !== "user") throw new DomainError("UNAUTHENTICATED");
  await ctx.db.transaction(async (tx) => {
    if (!(await deleteVerification(tx, actor.userId))) return;
    await appendAuditEvent(ctx, tx, {
      action: "email.withdrawn",
      outcome: "success",
      subjectUserId: actor.userId,
    });
  });
}
