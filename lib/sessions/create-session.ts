/** Opens a session after a ceremony that verified the person. */
import type { CredentialRowId, SessionId, UserId } from "#drizzle/schema/ids.ts";
import type { SessionMethod } from "#drizzle/schema/sessions.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { newId, randomSecret } from "#lib/crypto/random.ts";
import type { Db } from "#lib/db/client.ts";
import { insertSession } from "./store.ts";

export interface NewSession {
  readonly userId: UserId;
  readonly method: SessionMethod;
  /** The passkey that opened it; null for the ways that need none here. */
  readonly credentialId: CredentialRowId | null;
  readonly acr: string;
  readonly amr: readonly string[];
  /** Where it is to end before SESSION_MAX_LIFETIME. */
  readonly lifetimeSeconds?: number;
}

/** What goes into the cookie; `token` is shown here once and stored as its hash only. */
export interface CreatedSession {
  readonly sessionId: SessionId;
  readonly token: string;
  readonly expiresAt: Date;
}

/** Inserts the session. Belongs into the transaction of the ceremony, which writes the audit event. */
export async function createSession(ctx: Context, db: Db, input: NewSession): Promise<CreatedSession> {
  const token = randomSecret();
  const sessionId = newId<SessionId>();
  const expiresAt = sessionExpiry(ctx, input);
  await insertSession(db, {
    id: sessionId,
    tokenHash: sha256(token),
    userId: input.userId,
    credentialId: input.credentialId,
    method: input.method,
    acr: input.acr,
    amr: [...input.amr],
    authTime: ctx.now,
    createdAt: ctx.now,
    lastActivityAt: ctx.now,
    expiresAt,
    ip: ctx.ip,
    userAgent: ctx.userAgent.slice(0, 512),
  });
  return { sessionId, token, expiresAt };
}

export function sessionExpiry(
  { now, config }: Context,
  { lifetimeSeconds = Number.POSITIVE_INFINITY }: Pick<NewSession, "lifetimeSeconds">,
): Date {
  return new Date(now.getTime() + Math.min(lifetimeSeconds, config.sessionMaxLifetimeSeconds) * 1000);
}
