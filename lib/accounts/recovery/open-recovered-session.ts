/** The end of every way back in: a session that is weaker than one of a passkey, and word to the person. */
import type { UserId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import type { Db } from "#lib/db/client.ts";
import { occasionOf } from "#lib/outbox/occasion-of.ts";
import { queueMail } from "#lib/outbox/queue-mail.ts";
import { weakestClass } from "#lib/passkeys/authentication-strength.ts";
import { refuse } from "#lib/passkeys/ceremony-refusal.ts";
import { recoveredLifetimeSeconds } from "#lib/sessions/check-may-add-passkey.ts";
import { type OpenedSession, openSession } from "#lib/sessions/open-session.ts";
import { touchLastLogin } from "#lib/users/store.ts";

export interface RecoveredPerson {
  readonly id: UserId;
  readonly username: string;
  readonly displayName: string;
  readonly locale: string | null;
}

export interface Recovery {
  readonly person: RecoveredPerson;
  readonly method: "recovery_code" | "recovery_link" | "email_link";
  /** For the trail. */
  readonly details?: Readonly<Record<string, number>>;
}

export interface Recovered {
  readonly user: Omit<RecoveredPerson, "locale">;
  readonly session: OpenedSession;
}

/**
 * RFC 8176: a code is a password that works once. No registered value tells of a link, and an app must not take one
 * for a factor that it was not.
 */
const methodReferences = { recovery_code: ["otp"], recovery_link: [], email_link: [] } as const;

const wayOf = {
  recovery_code: "recovery_code",
  recovery_link: "recovery_link",
  email_link: "sign_in_link",
} as const;

/** Belongs into the transaction that spent the code or link. @throws DomainError USER_DISABLED */
export async function openRecoveredSession(
  ctx: Context,
  tx: Db,
  { person, method, details = {} }: Recovery,
): Promise<Recovered> {
  const { id: userId, username, displayName, locale } = person;
  if (!(await touchLastLogin(tx, userId, ctx.now)))
    throw refuse("USER_DISABLED", "user_disabled", { subjectUserId: userId });
  const session = await openSession(ctx, tx, {
    userId,
    method,
    credentialId: null,
    acr: weakestClass,
    amr: methodReferences[method],
    lifetimeSeconds: recoveredLifetimeSeconds,
  });
  await queueMail(ctx, tx, {
    to: username,
    locale,
    subjectUserId: userId,
    template: "recovery_used",
    props: { name: displayName, way: wayOf[method], occasion: occasionOf(ctx) },
  });
  await appendAuditEvent(ctx, tx, {
    action: "session.created",
    outcome: "success",
    actor: { type: "user", userId },
    subjectUserId: userId,
    sessionId: session.sessionId,
    details: { method, resumed: session.resumed, ...details },
  });
  return { user: { id: userId, username, displayName }, session };
}
