/** Tells the person by mail that a passkey of theirs may have been copied. */
import type { Context } from "#lib/context/context.ts";
import type { CredentialWithOwner } from "#lib/credentials/store.ts";
import type { Db } from "#lib/db/client.ts";
import { occasionOf } from "#lib/outbox/occasion-of.ts";
import { queueMail } from "#lib/outbox/queue-mail.ts";

/** Some authenticators never count right: nobody reads the tenth mail of a day. */
const pauseMs = 86_400_000;

/**
 * Queued in the transaction that marks the passkey; nothing where the passkey was marked within the last day.
 * `credential` is as it was before this use.
 */
export async function queueCounterNotice(
  ctx: Context,
  tx: Db,
  credential: CredentialWithOwner,
): Promise<void> {
  const { username, displayName, locale, name: passkey, cloneSuspectedAt, userId } = credential;
  if (cloneSuspectedAt && ctx.now.getTime() - cloneSuspectedAt.getTime() < pauseMs) return;
  const refused = ctx.config.counterPolicy === "refuse";
  await queueMail(ctx, tx, {
    to: username,
    locale,
    subjectUserId: userId,
    template: "counter_regression",
    props: { name: displayName, passkey, refused, occasion: occasionOf(ctx) },
  });
}
