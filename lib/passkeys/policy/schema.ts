/** Which authenticators may be used here. zod only: safe for the client, and the shape of the stored row. */
import { z } from "zod";
import { aaguidSchema } from "#lib/credentials/schema.ts";

export const attestationFormats = [
  "none",
  "packed",
  "tpm",
  "android-key",
  "android-safetynet",
  "fido-u2f",
  "apple",
] as const;

const aaguidList = z.array(aaguidSchema).max(1000, "must have at most 1000 entries");

/** A rule that is absent is not asked. */
export const attestationPolicySchema = z.strictObject({
  /** Attestation formats that are accepted. */
  formats: z
    .array(z.enum(attestationFormats, `must be one of: ${attestationFormats.join(", ")}`))
    .min(1, "must name at least one format")
    .max(attestationFormats.length)
    .optional(),
  /** Only attestations whose certificates end in a root of the metadata. */
  trustedOnly: z.boolean("must be true or false").optional(),
  /** Only these models. */
  allowAaguids: aaguidList.min(1, "must name at least one model").optional(),
  /** Not these models. */
  denyAaguids: aaguidList.optional(),
  /** Only passkeys that cannot be copied to another device. */
  deviceBoundOnly: z.boolean("must be true or false").optional(),
  /** The authenticator must check who holds it, by fingerprint, face or PIN. */
  requireUserVerification: z.boolean("must be true or false").optional(),
});

export type AttestationPolicy = z.infer<typeof attestationPolicySchema>;
