/** Sends a link to an address that somebody says is theirs: a new one, or the one that they have. */
import type { UserRow } from "#drizzle/schema/users.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { randomSecret } from "#lib/crypto/random.ts";
import type { Db } from "#lib/db/client.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkInput } from "#lib/groups/check-input.ts";
import { isMailConfigured } from "#lib/mail/is-mail-configured.ts";
import { occasionOf } from "#lib/outbox/occasion-of.ts";
import { queueMail } from "#lib/outbox/queue-mail.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { takePoint } from "#lib/rate-limit/rate-limit.ts";
import { checkStepUp } from "#lib/sessions/check-step-up.ts";
import { lockUser } from "#lib/users/store.ts";
import { emailLinkSeconds, emailRequestSchema } from "./schema.ts";
import { findOpenVerification, putVerification } from "./store.ts";

/** Between two mails that the same person asks for. */
const pauseSeconds = 60;

export interface PendingEmail {
  readonly email: string;
  readonly expiresAt: Date;
}

/**
 * Nothing changes until the link is opened. Whether somebody else has the address already is not looked at: the answer,
 * the mail and the time that both take are the same.
 * @throws DomainError UNAUTHENTICATED, STEP_UP_REQUIRED, VALIDATION_ERROR also for an address that is checked already,
 * RATE_LIMIT_EXCEEDED, CONFLICT where no mail is sent
 */
export async function requestEmailChange(ctx: Context, input: { email: string }): Promise<PendingEmail> {
  await takePoint(ctx, "email");
  return await auditRefusal(ctx, "email.requested", async () => {
    const actor = checkStepUp(ctx);
    const { email } = checkInput(emailRequestSchema, input);
    return await sendLink(ctx, actor, email);
  });
}

/** For the address that the account has. A session is enough: nothing but its proof follows. @throws as above, but STEP_UP_REQUIRED */
export async function requestEmailVerification(ctx: Context): Promise<PendingEmail> {
  await takePoint(ctx, "email");
  return await auditRefusal(ctx, "email.requested", async () => {
    const { actor } = ctx;
    if (actor.type !== "user") throw new DomainError("UNAUTHENTICATED");
    return await sendLink(ctx, actor, actor.username);
  });
}

async function sendLink(ctx: Context, { userId }: UserActor, typed: string): Promise<PendingEmail> {
  if (!isMailConfigured(ctx.config))
    throw new DomainError("CONFLICT", {
      words: { key: "noMail" },
    });
  const email = typed.toLowerCase();
  const token = randomSecret();
  const expiresAt = new Date(ctx.now.getTime() + emailLinkSeconds * 1000);
  await ctx.db.transaction(async (tx) => {
    const user = await lockUser(tx, userId);
    if (!user) throw new DomainError("UNAUTHENTICATED");
    const change = email !== user.username.toLowerCase();
    if (!change && user.emailVerifiedAt) throw alreadyChecked();
    await checkPause(ctx, tx, user);
    await putVerification(tx, { userId, tokenHash: sha256(token), email, createdAt: ctx.now, expiresAt });
    await queueMails(ctx, tx, user, {
      email,
      change,
      link: `${ctx.config.baseUrl}/account/confirm-email?token=${token}`,
      expiresAt: expiresAt.toISOString(),
    });
    await appendAuditEvent(ctx, tx, {
      action: "email.requested",
      outcome: "success",
      subjectUserId: userId,
      details: { change },
    });
  });
  return { email, expiresAt };
}

function alreadyChecked(): DomainError {
  return new DomainError("VALIDATION_ERROR", {
    fields: [{ path: "email", message: "is your address already, and it has been checked" }],
  });
}

/** Held under the person's lock, and true on every instance. */
async function checkPause(ctx: Context, tx: Db, { id }: UserRow): Promise<void> {
  const last = await findOpenVerification(tx, id, ctx.now);
  const waited = last ? (ctx.now.getTime() - last.createdAt.getTime()) / 1000 : pauseSeconds;
  if (waited < pauseSeconds && ctx.config.rateLimit.enabled)
    throw new DomainError("RATE_LIMIT_EXCEEDED", { retryAfterSeconds: Math.ceil(pauseSeconds - waited) });
}

interface LinkMail {
  readonly email: string;
  readonly change: boolean;
  readonly link: string;
  readonly expiresAt: string;
}

async function queueMails(ctx: Context, tx: Db, user: UserRow, mail: LinkMail): Promise<void> {
  const { displayName: name, locale, id: subjectUserId } = user;
  const { email, change, link, expiresAt } = mail;
  await queueMail(ctx, tx, {
    to: email,
    locale,
    subjectUserId,
    template: "verify_email",
    props: { name, link, expiresAt, change },
  });
  if (!change) return;
  await queueMail(ctx, tx, {
    to: user.username,
    locale,
    subjectUserId,
    template: "email_change_requested",
    props: { name, occasion: occasionOf(ctx) },
  });
}
