/** Queues a mail, where mail is configured at all. */
import type { UserId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import type { Db } from "#lib/db/client.ts";
import { isMailConfigured } from "#lib/mail/is-mail-configured.ts";
import { queueMessage } from "./queue-message.ts";
import type { PayloadOf } from "./schema.ts";

export interface QueuedMail extends Omit<PayloadOf<"mail">, "reference"> {
  readonly subjectUserId: UserId;
}

/** False when nothing was written, because there is no mail server. */
export async function queueMail(
  ctx: Context,
  tx: Db,
  { subjectUserId, ...mail }: QueuedMail,
): Promise<boolean> {
  if (!isMailConfigured(ctx.config)) return false;
  const payload = { ...mail, reference: newId<string>() };
  await queueMessage(ctx, tx, { kind: "mail", payload, subjectUserId });
  return true;
}
