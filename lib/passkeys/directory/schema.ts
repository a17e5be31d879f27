/** Which passkeys of all people a list shows. Safe for the client. */
import { z } from "zod";
import { aaguidSchema, passkeyIdSchema, revokePasskeySchema } from "#lib/credentials/schema.ts";

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

export const passkeyKinds = ["synced", "not_backed_up", "device_bound", "security_key"] as const;
export const attestationTrusts = ["none", "self", "unverified", "trusted"] as const;

export const passkeyQuerySchema = z.strictObject({
  q: z
    .string()
    .max(200)
    .transform((text) => text.trim() || undefined)
    .optional()
    .describe("Beginnings of words of the name or the address of whom they belong to."),
  user: z.union([none, z.uuid("must be the id of a user")]).optional(),
  state: z
    .union([none, z.enum(passkeyStates)])
    .optional()
    .describe("`unused`: for 90 days. Without: all that work."),
  aaguid: z.union([none, aaguidSchema]).optional().describe("The model, as the authenticator names it."),
  kind: z
    .union([none, z.enum(passkeyKinds)])
    .optional()
    .describe("What holds it, as far as can be told."),
  trust: z
    .union([none, z.enum(attestationTrusts)])
    .optional()
    .describe("What its attestation is worth: `unverified` was not checked against metadata."),
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
  aaguid: aaguidSchema,
  product: z.string().optional().describe("What the model is called. For display only."),
  attestationFormat: z.string(),
  attestationTrust: z.enum(attestationTrusts),
  kind: z.enum(passkeyKinds),
  deviceType: z.enum(["single_device", "multi_device"]),
  backupState: z.boolean(),
  createdAt: z.date(),
  lastUsedAt: z.date().nullable(),
  cloneSuspectedAt: z.date().nullable(),
  revokedAt: z.date().nullable(),
  revokedReason: z.string().nullable(),
});

export type ListedPasskey = z.infer<typeof listedPasskeySchema>;

/** A count of the passkeys of a model is exact up to here, and "more than" beyond. */
export const mostOfModel = 1000;

export const passkeyModelSchema = z.object({
  aaguid: aaguidSchema,
  product: z.string().optional().describe("What the model is called. For display only."),
  passkeys: z
    .number()
    .int()
    .describe(`Those that work; ${mostOfModel + 1} for more than ${mostOfModel}.`),
});

export type PasskeyModel = z.infer<typeof passkeyModelSchema>;

/** At once; whoever has more calls again. */
export const mostRevokedAtOnce = 200;

export const revokePasskeysSchema = z
  .strictObject({
    ids: z
      .array(passkeyIdSchema)
      .min(1, "must name at least one passkey")
      .max(mostRevokedAtOnce, `must name at most ${mostRevokedAtOnce} passkeys`)
      .optional(),
    aaguid: aaguidSchema.optional().describe("All of a model, the oldest first."),
    reason: revokePasskeySchema.shape.reason,
  })
  .refine(({ ids, aaguid }) => (ids === undefined) !== (aaguid === undefined), {
    path: ["ids"],
    message: "must name passkeys, or else a model",
  });

export const revokedPasskeysSchema = z.object({
  results: z
    .array(
      z.object({
        id: z.string(),
        revoked: z.boolean(),
        refusal: z.object({ code: z.string(), message: z.string() }).optional().describe("Why not."),
      }),
    )
    .readonly(),
  more: z.boolean().describe("There are more of the model than were done at once: call again."),
  signedOut: z.boolean().describe("Your own session hung on one of them."),
});

export type RevokedPasskeys = z.infer<typeof revokedPasskeysSchema>;
