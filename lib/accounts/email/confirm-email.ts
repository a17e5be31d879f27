/** The link was opened by whoever asked for it: the address is proven, and theirs from then on. */
import type { UserId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import type { Db } from "#lib/db/client.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkInput } from "#lib/groups/check-input.ts";
import { occasionOf } from "#lib/outbox/occasion-of.ts";
import { queueMail } from "#lib/outbox/queue-mail.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { refuse } from "#lib/passkeys/ceremony-refusal.ts";
import { lockUser, updateUser, usernameExists } from "#lib/users/store.ts";
import { deleteLinksOf } from "../recovery/links/store.ts";
import { emailTokenSchema } from "./schema.ts";
import { lockEmailChanges, takeVerification } from "./store.ts";

export interface ConfirmedEmail {
  readonly email: string;
  /** It took the place of another one. */
  readonly changed: boolean;
}

/**
 * The link alone is not enough: whoever asked must be signed in here. Otherwise somebody who types a stranger's address
 * would only need the stranger to press the button. The link is spent also where the address turns out to be taken, unless
 * a new account takes it in this very moment.
 * @throws DomainError UNAUTHENTICATED, VALIDATION_ERROR, FORBIDDEN for a link that does not work in this account,
 * USER_EXISTS: told to somebody who has proven that the mailbox is theirs
 */
export async function confirmEmail(ctx: Context, input: { token: string }): Promise<ConfirmedEmail> {
  return await auditRefusal(ctx, "email.confirmed", async () => {
    const { actor } = ctx;
    if (actor.type !== "user") throw new DomainError("UNAUTHENTICATED");
    const { token } = checkInput(emailTokenSchema, input);
    const outcome = await ctx.db.transaction(async (tx) => await spend(ctx, tx, actor.userId, token));
    if (outcome === "taken") throw new DomainError("USER_EXISTS", { words: { key: "emailTaken" } });
    return outcome;
  });
}

async function spend(ctx: Context, tx: Db, userId: UserId, token: string): Promise<ConfirmedEmail | "taken"> {
  await lockEmailChanges(tx);
  const user = await lockUser(tx, userId);
  const email = await takeVerification(tx, { tokenHash: sha256(token), userId, now: ctx.now });
  if (!user || email === undefined)
    throw refuse("FORBIDDEN", "email_link", { words: { key: "emailLinkDead" } });
  const changed = email !== user.username.toLowerCase();
  if (changed && (await usernameExists(tx, email))) return "taken";
  await updateUser(tx, userId, {
    ...(changed ? { username: email } : {}),
    emailVerifiedAt: ctx.now,
    updatedAt: ctx.now,
  });
  // A link back in that waits in the old mailbox opens nothing any more.
  if (changed) await deleteLinksOf(tx, userId);
  if (changed)
    await queueMail(ctx, tx, {
      to: user.username,
      locale: user.locale,
      subjectUserId: userId,
      template: "email_changed",
      props: { name: user.displayName, occasion: occasionOf(ctx) },
    });
  await appendAuditEvent(ctx, tx, {
    action: "email.confirmed",
    outcome: "success",
    subjectUserId: userId,
    details: { changed },
  });
  return { email: changed ? email : user.username, changed };
}
