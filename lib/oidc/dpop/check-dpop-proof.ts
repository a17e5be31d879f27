/** Proof that whoever asks holds a private key (RFC 9449 section 4.3). */
import { createPublicKey, type JsonWebKey } from "node:crypto";
import { calculateJwkThumbprint, compactVerify, decodeProtectedHeader, errors } from "jose";
import { z } from "zod";
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { hasKeyFor, jwksProblem, registeredAlgorithm } from "#lib/clients/check-jwks.ts";
import { clientSigningAlgSchema } from "#lib/clients/schema.ts";
import { spendJwt } from "#lib/clients/used-jwts/spend-jwt.ts";
import type { Context } from "#lib/context/context.ts";
import { encodeBase64url } from "#lib/crypto/base64url.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { isGoodDpopNonce } from "./dpop-nonce.ts";

export interface DpopProofInput {
  /** The `DPoP` header as sent; several are joined by a comma, which no JWT holds. */
  readonly header: string;
  readonly method: string;
  /** Of this very endpoint, from the configuration and never from the `Host` header; without query and fragment. */
  readonly url: string;
  /** Where one comes along: the proof must be made for it. */
  readonly accessToken?: string;
  readonly requireNonce: boolean;
}

/** RFC 9864: `Ed25519` is what some libraries call `EdDSA` with that curve. */
export const dpopAlgorithms = [...clientSigningAlgSchema.options, "Ed25519"] as const;

export interface DpopProof {
  /** The thumbprint of the key (RFC 7638). */
  readonly jkt: string;
  readonly alg: (typeof dpopAlgorithms)[number];
}

const longestProof = 8192;
/** How old a proof may be; a good nonce says the same more exactly. */
const longestAgeSeconds = 300;
/** FAPI 2.0 Security Profile section 5.3.2.1: clocks up to 10 s ahead are borne with, more than 60 s never. */
const skewSeconds = 30;

const headerSchema = z.looseObject({
  typ: z.literal("dpop+jwt"),
  alg: z.enum(dpopAlgorithms),
  jwk: z.looseObject({ kty: z.string().max(16) }),
});

const claimsSchema = z.looseObject({
  htm: z.string().max(16),
  htu: z.string().max(2048),
  iat: z.number().min(0).max(253_402_300_799),
  jti: z.string().min(1).max(512),
  nonce: z.string().max(512).optional(),
  ath: z.string().max(64).optional(),
});

type ProofClaims = z.infer<typeof claimsSchema>;

/**
 * Whose key it is, and how it signed. A proof that is good is spent by that.
 * @throws OAuthError invalid_dpop_proof; use_dpop_nonce where the nonce is missing or old: the answer brings a new one
 */
export async function checkDpopProof(ctx: Context, input: DpopProofInput): Promise<DpopProof> {
  const { alg, jwk, claims } = await verifyProof(input.header);
  checkClaims(ctx, claims, input);
  if (claims.nonce === undefined ? input.requireNonce : !isGoodDpopNonce(ctx, claims.nonce))
    throw new OAuthError("use_dpop_nonce", "Repeat the request with the nonce of the DPoP-Nonce header.");
  const jkt = await calculateJwkThumbprint(jwk);
  const first = await spendJwt(ctx, {
    purpose: "dpop",
    issuer: jkt,
    jti: claims.jti,
    expiresAt: new Date((claims.iat + longestAgeSeconds + skewSeconds) * 1000),
  });
  if (!first) throw invalid("The DPoP proof was used before.");
  return { jkt, alg };
}

/** FAPI 2.0 Security Profile section 5.4.1: no RSASSA-PKCS1-v1_5 there. @throws OAuthError invalid_dpop_proof */
export function checkProofAlgorithm(
  { securityProfile }: Pick<ClientRow, "securityProfile">,
  { alg }: DpopProof,
): void {
  if (securityProfile === "fapi2" && alg === "RS256")
    throw invalid("This client's security profile takes no DPoP proof signed by RS256.");
}

async function verifyProof(proof: string) {
  const { alg, jwk } = headerOf(proof);
  try {
    const key = createPublicKey({ key: jwk as JsonWebKey, format: "jwk" });
    const { payload } = await compactVerify(proof, key, { algorithms: [alg] });
    const claims = claimsSchema.safeParse(JSON.parse(Buffer.from(payload).toString("utf8")));
    if (claims.success) return { alg, jwk, claims: claims.data };
  } catch (error) {
    if (!(error instanceof errors.JOSEError || error instanceof SyntaxError)) throw error;
    throw invalid("The signature of the DPoP proof is not valid.");
  }
  throw invalid("The DPoP proof must say htm, htu, iat and jti.");
}

/** Public keys alone, strong enough, each with its own kind of algorithm: a proof by a shared secret proves nothing. */
function headerOf(proof: string) {
  let header: unknown;
  try {
    header = proof.length > longestProof ? undefined : decodeProtectedHeader(proof);
  } catch {
    header = undefined;
  }
  const parsed = headerSchema.safeParse(header);
  if (!parsed.success)
    throw invalid(
      `The DPoP header must hold one JWT of typ dpop+jwt with a jwk and alg ${dpopAlgorithms.join(", ")}.`,
    );
  const { alg, jwk } = parsed.data;
  if (jwksProblem({ keys: [jwk] }) !== undefined || !hasKeyFor({ keys: [jwk] }, registeredAlgorithm(alg)))
    throw invalid("The jwk of the DPoP proof must be a public key that fits its alg.");
  return { alg, jwk };
}

function checkClaims({ now }: Context, claims: ProofClaims, input: DpopProofInput): void {
  if (claims.htm !== input.method) throw invalid("htm of the DPoP proof is not the method of the request.");
  if (withoutQuery(claims.htu) !== input.url) throw invalid("htu of the DPoP proof is not this endpoint.");
  const age = now.getTime() / 1000 - claims.iat;
  if (age > longestAgeSeconds || age < -skewSeconds)
    throw invalid("iat of the DPoP proof is too old, or in the future.");
  const { accessToken } = input;
  if (accessToken !== undefined && claims.ath !== encodeBase64url(sha256(accessToken)))
    throw invalid("ath of the DPoP proof is not the hash of this access token.");
}

/** Section 4.3: query and fragment do not count, and spellings of the same address are the same. */
function withoutQuery(htu: string): string | undefined {
  const url = URL.parse(htu);
  return url === null ? undefined : `${url.origin}${url.pathname}`;
}

function invalid(description: string): OAuthError {
  return new OAuthError("invalid_dpop_proof", description);
}
