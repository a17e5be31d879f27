/** Writes down, in the transaction of an act, what must leave the house after it. */
import type { OutboxMessageId, UserId } from "#drizzle/schema/ids.ts";
import type { OutboxKind } from "#drizzle/schema/outbox.ts";
import type { Context } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import type { Db } from "#lib/db/client.ts";
import { type PayloadOf, payloadSchemas } from "./schema.ts";
import { sealPayload } from "./seal-payload.ts";
import { insertMessage } from "./store.ts";
import { wakeDelivery } from "./wake.ts";

export interface OutgoingMessage<K extends OutboxKind> {
  readonly kind: K;
  readonly payload: PayloadOf<K>;
  /** Whose personal data it holds; told to the trail when it cannot be delivered. */
  readonly subjectUserId?: UserId;
}

/**
 * The message exists if the act does: it is delivered once `tx` has committed, at least once, within seconds where all is
 * well. For mails there is `queueMail`.
 * @throws ZodError for a payload that is none of that kind: the caller's mistake
 */
export async function queueMessage<K extends OutboxKind>(
  ctx: Context,
  tx: Db,
  { kind, payload, subjectUserId }: OutgoingMessage<K>,
): Promise<OutboxMessageId> {
  const id = newId<OutboxMessageId>();
  const envelope = { subjectUserId, payload: payloadSchemas[kind].parse(payload) };
  await insertMessage(tx, {
    id,
    kind,
    payload: sealPayload(ctx.keyring, { id, kind }, envelope),
    createdAt: ctx.now,
    availableAt: ctx.now,
    attempts: 0,
  });
  wakeDelivery();
  return id;
}
