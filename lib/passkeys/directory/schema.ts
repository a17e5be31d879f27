/** Which passkeys of all people a list shows. Safe for the client. */
import { z } from "zod";
import { passkeyIdSchema } from "#lib/credentials/schema.ts";

/** An empty choice of a filter is none. */
const none = z.literal("").transform(() => undefined);

export const passkeyStates = ["never_used", "unused", "clone_suspected", "revoked"] as const;
export const passkeySorts = ["created", "-created", "used", "-used"] as const;
export const attestationFormats = [
  "none",
  "packed",
  "tpm",
  "android-key",
  "android-safetynet",
  "fido-u2f",
  "apple",
] as const;

export const passkeyQuerySchema = z.strictObject({
  state: z
    .union([none, z.enum(passkeyStates)])
    .optional()
    .describe("`unused`: for 90 days. Without: all that work."),
  aaguid: z
    .union([none, z.uuid().toLowerCase()])
    .optional()
    .describe("The model, as the authenticator names it."),
  format: z.union([none, z.enum(attestationFormats)]).optional(),
  sort: z.union([none, z.enum(passkeySorts)]).optional(),
  after: z.string().max(512).optional(),
  before: z.string().max(512).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export type PasskeyQuery = z.infer<typeof passkeyQuerySchema>;

export const listedPasskeySchema = z.object({
  id: passkeyIdSchema,
  name: z.string(),
  user: z.object({ id: z.uuid(), username: z.string(), displayName: z.string() }),
  aaguid: z.uuid(),
  product: z.string().optional().describe("What the model is called. For display only."),
  attestationFormat: z.string(),
  attestationTrust: z.enum(["none", "self", "unverified", "trusted"]),
  deviceType: z.enum(["single_device", "multi_device"]),
  backupState: z.boolean(),
  createdAt: z.date(),
  lastUsedAt: z.date().nullable(),
  cloneSuspectedAt: z.date().nullable(),
  revokedAt: z.date().nullable(),
  revokedReason: z.string().nullable(),
});

export type ListedPasskey = z.infer<typeof listedPasskeySchema>;
