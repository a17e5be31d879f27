/** Signing keys as JWKS shows them, and what may be asked about them. */
import { z } from "zod";

/** One key, one algorithm (RFC 8725 section 3.1). EdDSA is Ed25519. */
export const signingAlgorithmSchema = z.enum(["RS256", "ES256", "EdDSA"]);

export type SigningAlgorithm = z.infer<typeof signingAlgorithmSchema>;

const common = { kid: z.string().max(64), use: z.literal("sig") };

/** RFC 7517, RFC 7518 section 6, RFC 8037 section 2. Strict: a private member could not slip through. */
export const publicJwkSchema = z.discriminatedUnion("alg", [
  z.strictObject({
    ...common,
    kty: z.literal("RSA"),
    n: z.string().max(1024),
    e: z.string().max(16),
    alg: z.literal("RS256"),
  }),
  z.strictObject({
    ...common,
    kty: z.literal("EC"),
    crv: z.literal("P-256"),
    x: z.string().length(43),
    y: z.string().length(43),
    alg: z.literal("ES256"),
  }),
  z.strictObject({
    ...common,
    kty: z.literal("OKP"),
    crv: z.literal("Ed25519"),
    x: z.string().length(43),
    alg: z.literal("EdDSA"),
  }),
]);

export type PublicJwk = z.infer<typeof publicJwkSchema>;

export const kidSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "must be the kid of a key");
