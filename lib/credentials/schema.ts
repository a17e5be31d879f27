/** What a passkey may be called, and how it is shown. Safe for the client. */
import { z } from "zod";

export const passkeyNameSchema = z
  .string()
  .trim()
  .min(1, "must not be empty")
  .max(64, "must have at most 64 characters")
  .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u, "must not hold control characters");

export const passkeyIdSchema = z.uuid("must be the id of a passkey").toLowerCase();

/** 16 bytes that a maker chose: written like a UUID, without its version and variant. */
export const aaguidSchema = z
  .string()
  .toLowerCase()
  .max(36)
  .regex(
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    "must be an AAGUID such as ee882879-721c-4913-9775-3dfcce97072a",
  );

export const renamePasskeySchema = z.strictObject({ name: passkeyNameSchema });

/** Kept on the row and in the trail: whoever asks later why a passkey is gone finds it there. */
export const revokePasskeySchema = z.strictObject({
  reason: z
    .string()
    .trim()
    .min(1, "must say why")
    .max(200, "must have at most 200 characters")
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, "must not hold control characters"),
});

/** A passkey as its owner sees it. */
export const passkeySchema = z.object({
  id: passkeyIdSchema,
  name: z.string(),
  aaguid: z.string().describe("The model, by its own word; zeros where it keeps that to itself."),
  createdAt: z.date(),
  lastUsedAt: z.date().optional(),
  lastUsedUserAgent: z.string().optional(),
  lastUsedIp: z.string().optional(),
  cloneSuspectedAt: z
    .date()
    .optional()
    .describe("When its counter did not grow, which a copy of it would explain."),
  synced: z.boolean().describe("A copy exists elsewhere now (WebAuthn's backup state)."),
  backupEligible: z.boolean().describe("It may be copied at all."),
  backupState: z.boolean(),
  deviceType: z.enum(["single_device", "multi_device"]),
  transports: z.array(z.string()).readonly(),
  usedForThisSession: z.boolean().describe("It opened, or last confirmed, the session that asks."),
});
