/** The public keys that an app registers: usable, strong enough, and public indeed. */
import { createPublicKey, type JsonWebKey } from "node:crypto";

type Jwk = Readonly<Record<string, unknown>>;

/** RFC 7518 sections 6.2.2, 6.3.2 and 6.4, RFC 8037 section 2. */
const privateMembers = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

/** RFC 7518 section 3.3; the upper end bounds what verifying costs us. */
const leastRsaBits = 2048;
const mostRsaBits = 8192;

const curves = new Set(["P-256", "P-384", "P-521", "Ed25519", "Ed448", "X25519", "X448"]);

/** Why this set cannot be registered, in words for whoever registers it; undefined when it can. */
export function jwksProblem(jwks: { readonly keys: readonly Jwk[] }): string | undefined {
  const kids = jwks.keys.map((key) => key.kid).filter((kid) => kid !== undefined);
  if (kids.some((kid) => typeof kid !== "string" || kid.length > 256))
    return "holds a kid that is no short text";
  if (new Set(kids).size < kids.length) return "names two keys by the same kid";
  for (const [index, key] of jwks.keys.entries()) {
    const problem = jwkProblem(key);
    if (problem !== undefined) return `keys.${index} ${problem}`;
  }
  return undefined;
}

function jwkProblem(key: Jwk): string | undefined {
  if (key.kty === "oct") return "is a secret: register public keys only";
  if (privateMembers.some((member) => Object.hasOwn(key, member)))
    return "holds private parts: make a new key, and register its public half only";
  if (key.kty !== "RSA" && !curves.has(String(key.crv))) return "is of a kind that is not known here";
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPublicKey({
      key: key as JsonWebKey,
      format: "jwk",
    });
    const bits = asymmetricKeyDetails?.modulusLength ?? leastRsaBits;
    if (asymmetricKeyType === "rsa" && (bits < leastRsaBits || bits > mostRsaBits))
      return `must be an RSA key of ${leastRsaBits} to ${mostRsaBits} bits`;
    return undefined;
  } catch {
    return "is not a valid public key";
  }
}

/** RFC 9864 gives Ed25519 a name of its own; registered is the older one, and libraries send either. */
export function registeredAlgorithm(alg: string): string {
  return alg === "Ed25519" ? "EdDSA" : alg;
}

/** Whether one of the keys can verify a signature by `alg`. */
export function hasKeyFor(jwks: { readonly keys: readonly Jwk[] }, alg: string): boolean {
  return jwks.keys.some((key) => {
    if (key.use === "enc") return false;
    if (key.alg !== undefined && registeredAlgorithm(String(key.alg)) !== alg) return false;
    if (alg === "ES256") return key.kty === "EC" && key.crv === "P-256";
    if (alg === "EdDSA") return key.kty === "OKP" && key.crv === "Ed25519";
    return key.kty === "RSA";
  });
}
