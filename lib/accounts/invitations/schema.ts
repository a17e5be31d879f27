/** What may be asked of invitations, and how administrators see them. zod only: safe for the client. */
import { z } from "zod";
import { groupIdSchema } from "#lib/groups/schema.ts";
import { locales } from "#lib/i18n/locales.ts";
import { usernameSchema } from "#lib/users/schema.ts";

export const invitationIdSchema = z.uuid("must be the id of an invitation").toLowerCase();

const day = 86_400;

export const newInvitationSchema = z.strictObject({
  email: usernameSchema
    .optional()
    .describe("Only an account of this name can be made, in whatever case. Without: any."),
  groups: z
    .array(groupIdSchema)
    .max(20, "must name at most 20 groups")
    .default([])
    .describe("Groups that whoever comes is put into; their policies hold for the first passkey already."),
  uses: z
    .int("must be a whole number")
    .min(1, "must be at least 1")
    .max(1000, "must be at most 1000")
    .default(1)
    .describe("How many accounts can be made with it."),
  expiresInSeconds: z
    .int("must be a whole number")
    .min(60, "must be at least a minute")
    .max(90 * day, "must be at most 90 days")
    .default(7 * day),
  mail: z
    .boolean()
    .default(true)
    .describe("Whether the link is sent to `email`, where there is one and a mail server is configured."),
  locale: z
    .enum(locales, `must be one of: ${locales.join(", ")}`)
    .optional()
    .describe("The language of that mail. Without: that of whoever invites."),
  note: z
    .string()
    .trim()
    .max(200, "must have at most 200 characters")
    .refine((note) => !/\p{Cc}/u.test(note) && note.isWellFormed(), "must not hold control characters")
    .optional()
    .describe("For administrators; the person who is invited does not see it."),
});

export type NewInvitation = z.input<typeof newInvitationSchema>;

/** An invitation as administrators see it. The link itself is shown once, when it is made. */
export const invitationSchema = z.object({
  id: invitationIdSchema,
  state: z.enum(["open", "used", "expired", "revoked"]),
  email: z.string().nullable(),
  note: z.string().nullable(),
  uses: z.number().int(),
  remainingUses: z.number().int(),
  groups: z.array(z.object({ id: groupIdSchema, name: z.string() })).readonly(),
  createdBy: z
    .string()
    .nullable()
    .describe("The id of the administrator; null: the command line, or somebody who is gone."),
  createdAt: z.date(),
  expiresAt: z.date(),
  revokedAt: z.date().nullable(),
});

export type Invitation = z.infer<typeof invitationSchema>;

/** Pages of invitations, the latest first: `after` is the `nextCursor` of the page before. */
export const invitationPageSchema = z.strictObject({
  after: invitationIdSchema.optional(),
  limit: z.coerce
    .number("must be a number")
    .int("must be a whole number")
    .min(1, "must be at least 1")
    .max(200, "must be at most 200")
    .default(50)
    .describe("How many at most."),
});
