/** What the kinds of messages hold. Safe for the client. */
import { z } from "zod";
import { locales } from "#lib/i18n/locales.ts";
import { mailSchema } from "#lib/mail/schema.ts";
import { mailTemplateSchema } from "#lib/mail-templates/schema.ts";

/** Composed when it is delivered: in the words, with the name and the looks that the instance has then. */
const templatedMailSchema = z.strictObject({
  to: mailSchema.shape.to,
  reference: mailSchema.shape.reference,
  /** A language that is no longer ours is no reason to lose a mail. */
  locale: z.enum(locales).catch(locales[0]),
  message: mailTemplateSchema,
});

/** How mails were queued at first, words and all: rows of then may still wait. */
const composedMailSchema = mailSchema.extend({ purpose: z.enum(["counter_regressed"]) });

export const mailPayloadSchema = z.union([templatedMailSchema, composedMailSchema]);

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
