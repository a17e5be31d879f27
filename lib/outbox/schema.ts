/** What the kinds of messages hold. Safe for the client. */
import { z } from "zod";
import { mailSchema } from "#lib/mail/schema.ts";

export const mailPurposes = ["counter_regressed"] as const;

/** A mail, and what it is sent for: that alone is told to the trail. */
export const mailPayloadSchema = mailSchema.extend({ purpose: z.enum(mailPurposes) });

/** Its own room reads it when it delivers; here it only has to be JSON. */
const opaquePayloadSchema = z
  .record(z.string().max(64), z.json())
  .refine((payload) => JSON.stringify(payload).length <= 65_536, "must have at most 64 KiB");

export const payloadSchemas = {
  mail: mailPayloadSchema,
  logout_token: opaquePayloadSchema,
  webhook: opaquePayloadSchema,
} as const;

export type PayloadOf<K extends keyof typeof payloadSchemas> = z.infer<(typeof payloadSchemas)[K]>;
