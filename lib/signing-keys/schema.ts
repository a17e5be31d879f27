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

/** A key as administrators see it. */
export const signingKeySchema = z.object({
  kid: kidSchema,
  algorithm: signingAlgorithmSchema,
  state: z
    .enum(["next", "active", "retiring", "retired"])
    .describe(
      "`next` is published and does not sign yet, `active` signs, `retiring` is published until the last token that it signed has expired.",
    ),
  createdAt: z.date(),
  activatedAt: z.date().nullable(),
  signsFrom: z.date().nullable().describe("When a `next` key may sign at the earliest."),
  rotatesAt: z.date().nullable().describe("When the `next` key takes over from an `active` one."),
  rotationRequestedAt: z.date().nullable(),
  retiringAt: z.date().nullable(),
  publishedUntil: z
    .date()
    .nullable()
    .describe("When the last token that a `retiring` key signed has expired for certain."),
  retiredAt: z.date().nullable(),
  revokedAt: z.date().nullable().describe("Nothing that it signed is believed since then."),
});

export type SigningKey = z.infer<typeof signingKeySchema>;

export const rotationSchema = z.strictObject({
  algorithm: signingAlgorithmSchema.optional().describe("Every algorithm when absent."),
});
