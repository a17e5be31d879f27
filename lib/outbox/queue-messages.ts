/** Writes down many messages of one act at once. */
import type { OutboxMessageId } from "#drizzle/schema/ids.ts";
import type { OutboxKind } from "#drizzle/schema/outbox.ts";
import type { Context } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import type { Db } from "#lib/db/client.ts";
import type { OutgoingMessage } from "./queue-message.ts";
import { payloadSchemas } from "./schema.ts";
import { sealPayload } from "./seal-payload.ts";
import { insertMessages } from "./store.ts";
import { wakeDelivery } from "./wake.ts";

/** A statement takes 65,535 parameters, and a message has six. */
const mostAtOnce = 2_000;

/**
 * As `queueMessage`, with one statement for two thousand of them.
 * @throws ZodError for a payload that is none of its kind: the caller's mistake
 */
export async function queueMessages<K extends OutboxKind>(
  ctx: Context,
  tx: Db,
  messages: readonly OutgoingMessage<K>[],
): Promise<void> {
  if (messages.length === 0) return;
  const rows = messages.map(({ kind, payload, subjectUserId }) => {
    const id = newId<OutboxMessageId>();
    const envelope = { subjectUserId, payload: payloadSchemas[kind].parse(payload) };
    return {
      id,
      kind,
      payload: sealPayload(ctx.keyring, { id, kind }, envelope),
      createdAt: ctx.now,
      availableAt: ctx.now,
      attempts: 0,
    };
  });
  for (let from = 0; from < rows.length; from += mostAtOnce)
    await insertMessages(tx, rows.slice(from, from + mostAtOnce));
  wakeDelivery();
}
