/** What groups may be called, and how they are shown. zod only: safe for the client. */
import { z } from "zod";
import { displayNameSchema } from "#lib/users/schema.ts";

/** What apps see in the `groups` claim; in lower case whatever was typed. */
export const groupNameSchema = z
  .string()
  .max(64, "must have at most 64 characters")
  .regex(/^[A-Za-z0-9._:-]{1,64}$/, "must be 1 to 64 letters, digits, dots, dashes, underscores or colons")
  .toLowerCase();

export const groupIdSchema = z.uuid("must be the id of a group").toLowerCase();
export const memberIdSchema = z.uuid("must be the id of a user").toLowerCase();

export const newGroupSchema = z.strictObject({
  name: groupNameSchema,
  /** The name when absent. */
  displayName: displayNameSchema.optional(),
});

/** The name stays: apps have learnt it. */
export const groupChangeSchema = z.strictObject({ displayName: displayNameSchema });

/** A group as administrators see it. */
export const groupSchema = z.object({
  id: groupIdSchema,
  name: z.string().describe("What apps see in the `groups` claim."),
  displayName: z.string(),
  hasAttestationPolicy: z.boolean().describe("It says which authenticators its members may use."),
  createdAt: z.date(),
  updatedAt: z.date(),
});

export const groupMemberSchema = z.object({
  id: memberIdSchema,
  username: z.string(),
  displayName: z.string(),
  addedAt: z.date(),
});

const pageLimit = z.coerce
  .number("must be a number")
  .int("must be a whole number")
  .min(1, "must be at least 1")
  .max(200, "must be at most 200")
  .default(50)
  .describe("How many at most.");

/** Pages of groups, by name: `after` is the `nextCursor` of the page before. */
export const groupPageSchema = z.strictObject({ after: groupNameSchema.optional(), limit: pageLimit });

/** Pages of members, in the order in which they signed up. */
export const memberPageSchema = z.strictObject({ after: memberIdSchema.optional(), limit: pageLimit });
