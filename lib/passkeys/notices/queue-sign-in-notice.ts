/** Tells the person by mail that their account was used where it had not been before. */
import type { Context } from "#lib/context/context.ts";
import type { CredentialWithOwner } from "#lib/credentials/store.ts";
import type { Db } from "#lib/db/client.ts";
import { occasionOf } from "#lib/outbox/occasion-of.ts";
import { queueMail } from "#lib/outbox/queue-mail.ts";

/** In the transaction of the sign-in. */
export async function queueSignInNotice(
  ctx: Context,
  tx: Db,
  { userId, username, displayName, locale }: CredentialWithOwner,
): Promise<void> {
  await queueMail(ctx, tx, {
    to: username,
    locale,
    subjectUserId: userId,
    template: "new_sign_in",
    props: { name: displayName, occasion: occasionOf(ctx) },
  });
}
