/** What the first page of the administration tells. Safe for the client. */
import { z } from "zod";

/** In the order of how soon somebody should look. */
export const attentionKinds = [
  "database",
  "signing_keys",
  "disk",
  "clone_suspected",
  "mail",
  "undelivered",
  "key_rotation",
  "client_secrets",
  "api_keys",
  "no_passkey",
  "one_passkey",
  "clock",
  "metadata",
] as const;

export const attentionSchema = z.object({
  kind: z.enum(attentionKinds),
  count: z.number().int().nullable().describe("How many; null where there is nothing to count."),
  more: z.boolean().describe("There are more than were counted."),
  named: z
    .array(z.object({ id: z.string(), name: z.string() }))
    .readonly()
    .describe("Some of them, where they are few."),
});

export type Attention = z.infer<typeof attentionSchema>;
export type AttentionKind = Attention["kind"];

export const signInFiguresSchema = z.object({
  days: z
    .array(
      z.object({
        day: z.iso.date().describe("In UTC."),
        succeeded: z.number().int(),
        failed: z.number().int(),
      }),
    )
    .readonly()
    .describe("The last thirty, the oldest first."),
  reasons: z
    .array(z.object({ reason: z.string(), count: z.number().int() }))
    .readonly()
    .describe("Why sign-ins failed in these days, the most frequent first."),
});

export type SignInFigures = z.infer<typeof signInFiguresSchema>;

export const providerSchema = z.object({
  name: z.string().nullable().describe("Of the product; null for all that are unknown."),
  passkeys: z.number().int().describe("Those that work."),
  more: z.boolean().describe("There are more than were counted."),
  aaguid: z.string().nullable().describe("Where it is one model."),
});

export type Provider = z.infer<typeof providerSchema>;

/** A part that the caller may not see is not there. */
export const overviewSchema = z.object({
  attention: z.array(attentionSchema).readonly(),
  signIns: signInFiguresSchema.optional(),
  providers: z.array(providerSchema).readonly().optional(),
});

export type Overview = z.infer<typeof overviewSchema>;
