/**
 * What the FIDO Alliance's server test interface sends. Members that it does not name are ignored: a tool newer than
 * this may send more.
 */
import { z } from "zod";

/** Tools make names up: unlike ours they need not be e-mail addresses. */
const username = z
  .string()
  .min(1, "must not be empty")
  .max(254, "must have at most 254 characters")
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, "must not hold control characters");
const displayName = z
  .string()
  .min(1, "must not be empty")
  .max(64, "must have at most 64 characters")
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, "must not hold control characters");
const userVerification = z.enum(["required", "preferred", "discouraged"]);
/** Goes back as it came; the body's limit is its limit. */
const extensions = z
  .record(z.string().max(64), z.unknown())
  .refine(isShallow, "must not be nested so deeply")
  .optional();

export const attestationOptionsSchema = z.object({
  username,
  displayName,
  authenticatorSelection: z
    .object({
      requireResidentKey: z.boolean().optional(),
      residentKey: z.enum(["required", "preferred", "discouraged"]).optional(),
      authenticatorAttachment: z.enum(["platform", "cross-platform"]).optional(),
      userVerification: userVerification.optional(),
    })
    .optional(),
  attestation: z.enum(["none", "indirect", "direct", "enterprise"]).default("none"),
  extensions,
});

export const assertionOptionsSchema = z.object({
  username,
  userVerification: userVerification.default("preferred"),
  extensions,
});

const deepestNesting = 16;

/** Level by level: what recursion would overflow on never gets to be written as JSON again. */
function isShallow(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepestNesting) return false;
    level = level.flatMap((item) => (typeof item === "object" && item !== null ? Object.values(item) : []));
  }
  return true;
}
