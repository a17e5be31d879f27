/** A person's e-mail address and the one that waits for its proof. zod only: safe for the client. */
import { z } from "zod";
import { usernameSchema } from "#lib/users/schema.ts";

/** How long the link in the mail works. */
export const emailLinkSeconds = 24 * 3600;

export const emailRequestSchema = z.strictObject({
  email: usernameSchema.describe("The new address; or the present one, to have it checked."),
});

export const emailTokenSchema = z.strictObject({
  token: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/, "must be the token of the link")
    .describe("Out of the link in the mail."),
});

export const emailSchema = z.object({
  email: z.string(),
  verified: z.boolean(),
  pending: z
    .object({ email: z.string(), expiresAt: z.date() })
    .nullable()
    .describe("What a mail with a link was sent to, and nobody has confirmed yet."),
  changeable: z.boolean().describe("Whether people may change it themselves: not where no mail is sent."),
});

export type Email = z.infer<typeof emailSchema>;
