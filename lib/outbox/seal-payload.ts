/** Payloads rest sealed: they hold names, addresses and one-time links. */
import { z } from "zod";
import type { OutboxMessageId, UserId } from "#drizzle/schema/ids.ts";
import type { OutboxKind } from "#drizzle/schema/outbox.ts";
import { type Keyring, open, seal } from "#lib/crypto/keyring.ts";

export interface Envelope {
  /** Whose personal data it is. */
  readonly subjectUserId: UserId | undefined;
  readonly payload: unknown;
}

const envelopeSchema = z.strictObject({
  subjectUserId: z
    .uuid()
    .transform((id) => id as UserId)
    .optional(),
  payload: z.unknown(),
});

/** A payload opens only in the row that it was written to, and as the kind that it is. */
const owner = (id: OutboxMessageId, kind: OutboxKind) => `outbox_messages/${id}/${kind}`;

export function sealPayload(
  keyring: Keyring,
  message: { readonly id: OutboxMessageId; readonly kind: OutboxKind },
  envelope: Envelope,
): Uint8Array {
  return seal(keyring, Buffer.from(JSON.stringify(envelope)), owner(message.id, message.kind));
}

/** @throws Error where the row was altered or moved, or the key is gone */
export function openPayload(
  keyring: Keyring,
  row: { readonly id: OutboxMessageId; readonly kind: OutboxKind; readonly payload: Uint8Array },
): Envelope {
  const text = Buffer.from(open(keyring, row.payload, owner(row.id, row.kind))).toString("utf8");
  const { subjectUserId, payload } = envelopeSchema.parse(JSON.parse(text));
  return { subjectUserId, payload };
}
