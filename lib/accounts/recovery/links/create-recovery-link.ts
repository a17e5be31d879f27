/** A one-time link by which somebody who lost every passkey comes back in: made by whoever may help people. */
import type { UserId } from "#drizzle/schema/ids.ts";
import type { UserRow } from "#drizzle/schema/users.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { randomSecret } from "#lib/crypto/random.ts";
import type { Db } from "#lib/db/client.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { queueMail } from "#lib/outbox/queue-mail.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { checkPermission, checkRank } from "#lib/permissions/check-permission.ts";
import { lockUser } from "#lib/users/store.ts";
import { hashLink, linkUrl } from "./link-token.ts";
import { replaceLink } from "./store.ts";

const lifetimeMs = 24 * 3_600_000;

export interface RecoveryLinkWish {
  readonly userId: UserId;
  /** Send it to the person instead of telling it here. */
  readonly mail: boolean;
}

export interface RecoveryLink {
  readonly username: string;
  readonly expiresAt: Date;
  /** To be handed over; told here once. Absent where it was mailed. */
  readonly link?: string;
}

/**
 * Good for a day; earlier ones end. For operators, and for those who may help people and have just confirmed, but not for
 * themselves: it would be a way in that outlives the session.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, USER_NOT_FOUND; CONFLICT for a disabled person, and where there is no mail
 */
export function createRecoveryLink(ctx: Context, { userId, mail }: RecoveryLinkWish): Promise<RecoveryLink> {
  return auditRefusal(ctx, "recovery_link.created", async () => {
    checkPermission(ctx, "users.recover");
    const token = randomSecret();
    const link = linkUrl(ctx.config.baseUrl, "recovery", token);
    const expiresAt = new Date(ctx.now.getTime() + lifetimeMs);
    return await ctx.db.transaction(async (tx) => {
      const person = await lockUser(tx, userId);
      if (!person) throw new DomainError("USER_NOT_FOUND");
      checkMayHelp(ctx, person);
      const ended = await replaceLink(tx, {
        tokenHash: hashLink(token),
        purpose: "recovery",
        userId,
        createdBy: makerOf(ctx) ?? null,
        createdAt: ctx.now,
        expiresAt,
      });
      if (mail) await mailLink(ctx, tx, { person, link, expiresAt });
      await appendAuditEvent(ctx, tx, {
        action: "recovery_link.created",
        outcome: "success",
        subjectUserId: userId,
        details: { expiresAt: expiresAt.toISOString(), mailed: mail, ended },
      });
      return { username: person.username, expiresAt, ...(mail ? {} : { link }) };
    });
  });
}

/** @throws DomainError FORBIDDEN, CONFLICT */
function checkMayHelp(ctx: Context, person: UserRow): void {
  checkRank(ctx, person);
  // A key does what its scopes say; a link into a powerful account would give it everything.
  if (ctx.actor.type === "api_key" && person.role !== "user") throw new DomainError("FORBIDDEN");
  if (makerOf(ctx) === person.id)
    throw new DomainError("FORBIDDEN", {
      words: { key: "linkForOneself" },
    });
  if (person.status !== "active") throw new DomainError("CONFLICT", { words: { key: "linkForDisabled" } });
}

function makerOf({ actor }: Context): UserId | undefined {
  if (actor.type === "user") return actor.userId;
  return actor.type === "api_key" ? actor.createdBy : undefined;
}

interface LinkMail {
  readonly person: UserRow;
  readonly link: string;
  readonly expiresAt: Date;
}

async function mailLink(ctx: Context, tx: Db, { person, link, expiresAt }: LinkMail): Promise<void> {
  const queued = await queueMail(ctx, tx, {
    to: person.username,
    locale: person.locale,
    subjectUserId: person.id,
    template: "recovery_link",
    props: { name: person.displayName, link, expiresAt: expiresAt.toISOString() },
  });
  if (!queued)
    throw new DomainError("CONFLICT", {
      words: { key: "linkNotMailed" },
    });
}
