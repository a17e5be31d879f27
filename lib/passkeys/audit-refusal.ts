/** Leaves a trace of every refused ceremony: the refusal rolled its transaction back, so the row is written after it. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { AuditAction } from "#lib/audit/catalogue.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { RefusedRule } from "./ceremony-refusal.ts";

/** Runs `ceremony`; when it refuses, commits `action` as a failure and then lets the refusal go on. */
export async function auditRefusal<T>(
  ctx: Context,
  action: AuditAction,
  ceremony: () => Promise<T>,
): Promise<T> {
  try {
    return await ceremony();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const refused = error.cause instanceof RefusedRule ? error.cause : undefined;
    const actorUserId = ctx.actor.type === "user" ? ctx.actor.userId : undefined;
    const subjectUserId = refused?.evidence.subjectUserId ?? actorUserId;
    await appendAuditEvent(ctx, ctx.db, {
      action,
      outcome: "failure",
      reason: refused?.rule ?? error.code,
      ...(subjectUserId ? { subjectUserId } : {}),
      ...(refused?.evidence.credentialId ? { credentialId: refused.evidence.credentialId } : {}),
      details: { code: error.code },
    });
    throw error;
  }
}
