/** The session after a ceremony: the browser's own is taken further, another person's is ended. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { randomSecret } from "#lib/crypto/random.ts";
import type { Db } from "#lib/db/client.ts";
import { type CreatedSession, createSession, type NewSession } from "./create-session.ts";
import { markSessionRevoked, renewSession } from "./store.ts";

export interface OpenedSession extends CreatedSession {
  /** The browser was signed in as the same person: `sid` stays, so apps see the same session. */
  readonly resumed: boolean;
}

/**
 * Gives the browser a session of `input.userId` under a new token. Belongs into the transaction of the ceremony,
 * which writes the audit event of the sign-in.
 */
export async function openSession(ctx: Context, db: Db, input: NewSession): Promise<OpenedSession> {
  const { actor } = ctx;
  if (actor.type === "user" && actor.userId === input.userId) {
    const token = randomSecret();
    const expiresAt = new Date(ctx.now.getTime() + ctx.config.sessionMaxLifetimeSeconds * 1000);
    const renewed = await renewSession(db, actor.sessionId, {
      tokenHash: sha256(token),
      credentialId: input.credentialId,
      acr: input.acr,
      amr: [...input.amr],
      authTime: ctx.now,
      lastActivityAt: ctx.now,
      expiresAt,
      ip: ctx.ip,
      userAgent: ctx.userAgent.slice(0, 512),
    });
    if (renewed) return { sessionId: actor.sessionId, token, expiresAt, resumed: true };
  }
  if (actor.type === "user" && actor.userId !== input.userId) {
    await endForeignSession(ctx, db, actor);
  }
  return { ...(await createSession(ctx, db, input)), resumed: false };
}

/** One browser, one person: the cookie is about to be overwritten, so its session must not live on unseen. */
async function endForeignSession(
  ctx: Context,
  db: Db,
  actor: Extract<Context["actor"], { type: "user" }>,
): Promise<void> {
  if (!(await markSessionRevoked(db, actor.sessionId, ctx.now))) return;
  await appendAuditEvent(ctx, db, {
    action: "session.ended",
    outcome: "success",
    subjectUserId: actor.userId,
    sessionId: actor.sessionId,
    details: { by: "other_person_signed_in" },
  });
}
