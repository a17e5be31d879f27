/** The public half of a signing key, as JWKS shows it. */
import { z } from "zod";

/** RFC 7517 and RFC 7518 section 6.3.1. Strict: a private member could not slip through. */
export const publicJwkSchema = z.strictObject({
  kty: z.literal("RSA"),
  n: z.string().max(1024),
  e: z.string().max(16),
  kid: z.string().max(64),
  alg: z.literal("RS256"),
  use: z.literal("sig"),
});

export type PublicJwk = z.infer<typeof publicJwkSchema>;
