/** An administrator lets a mail that was given up be tried anew, or drops one that did not arrive. */
import type { OutboxMessageId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import type { Db } from "#lib/db/client.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { deleteUndelivered, renewFailed } from "#lib/outbox/attention/store.ts";
import { wakeDelivery } from "#lib/outbox/wake.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";

/**
 * With all its attempts, as if it had just been written; a link in it that has expired meanwhile still keeps it back.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED; NOT_FOUND for one that was not given up
 */
export async function retryMail(ctx: Context, id: string): Promise<void> {
  await settle(ctx, id, "outbox.retried", (tx, message) => renewFailed(tx, "mail", message, ctx.now));
  wakeDelivery();
}

/** For good; nobody is told. @throws DomainError FORBIDDEN, STEP_UP_REQUIRED; NOT_FOUND for one that has arrived */
export async function discardMail(ctx: Context, id: string): Promise<void> {
  await settle(ctx, id, "outbox.discarded", (tx, message) => deleteUndelivered(tx, "mail", message));
}

function settle(
  ctx: Context,
  id: string,
  action: "outbox.retried" | "outbox.discarded",
  change: (tx: Db, id: OutboxMessageId) => Promise<boolean>,
): Promise<void> {
  return auditRefusal(ctx, action, async () => {
    checkPermission(ctx, "settings.write");
    await ctx.db.transaction(async (tx) => {
      if (!(await change(tx, id as OutboxMessageId)))
        throw new DomainError("NOT_FOUND", { words: { key: "mailGone" } });
      await appendAuditEvent(ctx, tx, {
        action,
        outcome: "success",
        details: { message: id, kind: "mail" },
      });
    });
  });
}
