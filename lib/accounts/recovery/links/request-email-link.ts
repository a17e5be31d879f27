/** Somebody asks for a sign-in link by mail. What they learn is the same whoever they ask for. */
import type { UserRow } from "#drizzle/schema/users.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { randomSecret } from "#lib/crypto/random.ts";
import type { Db } from "#lib/db/client.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { occasionOf } from "#lib/outbox/occasion-of.ts";
import { queueMail } from "#lib/outbox/queue-mail.ts";
import { takePoint } from "#lib/rate-limit/rate-limit.ts";
import { findUserByUsername, lockUser } from "#lib/users/store.ts";
import { objectionToLink } from "./check-may-use-link.ts";
import { hashLink, linkUrl } from "./link-token.ts";
import { replaceLink } from "./store.ts";

const lifetimeMs = 900_000;
/** Well beyond what the work takes, so that the time tells nothing of it. */
const answerAfterMs = 400;

export interface EmailLinkRequest {
  /** For the browser that asked, to keep: the link is worth nothing without it. */
  readonly browserSecret: string;
  readonly expiresAt: Date;
}

/**
 * The link goes to people without special rights, at an address that they have proven; earlier ones end.
 * @throws DomainError NOT_FOUND where this way is switched off; RATE_LIMIT_EXCEEDED, by who asks and by who is asked for
 */
export async function requestEmailLink(ctx: Context, username: string): Promise<EmailLinkRequest> {
  if (!ctx.config.emailSignIn) throw new DomainError("NOT_FOUND");
  await takePoint(ctx, "sign_in_link");
  // Nobody's mailbox is flooded from many addresses. Counted for names that nobody has, too.
  await takePoint({ ...ctx, ip: "" }, "sign_in_mail", username.toLowerCase());
  const answered = new Promise((resolve) => setTimeout(resolve, answerAfterMs));
  const request = {
    browserSecret: randomSecret(),
    expiresAt: new Date(ctx.now.getTime() + lifetimeMs),
  };
  const found = await findUserByUsername(ctx.db, username);
  await ctx.db.transaction(async (tx) => {
    const person = found && (await lockUser(tx, found.id));
    const objection = person ? objectionToLink(person, "email") : "user_unknown";
    if (person && objection === undefined) await sendLink(ctx, tx, person, request);
    await appendAuditEvent(ctx, tx, {
      action: "sign_in_link.requested",
      ...(objection === undefined ? { outcome: "success" } : { outcome: "failure", reason: objection }),
      ...(person ? { subjectUserId: person.id } : {}),
    });
  });
  await answered;
  return request;
}

async function sendLink(
  ctx: Context,
  tx: Db,
  person: UserRow,
  { browserSecret, expiresAt }: EmailLinkRequest,
): Promise<void> {
  const token = randomSecret();
  await replaceLink(tx, {
    tokenHash: hashLink(token, browserSecret),
    purpose: "email",
    userId: person.id,
    createdBy: null,
    createdAt: ctx.now,
    expiresAt,
  });
  await queueMail(ctx, tx, {
    to: person.username,
    locale: person.locale,
    subjectUserId: person.id,
    template: "sign_in_link",
    props: {
      name: person.displayName,
      link: linkUrl(ctx.config.baseUrl, "email", token),
      expiresAt: expiresAt.toISOString(),
      occasion: occasionOf(ctx),
    },
  });
}
