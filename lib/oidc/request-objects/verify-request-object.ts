/** The signature of a request object: by a key that the client registered, with an algorithm that it may use. */
import { compactVerify, createLocalJWKSet, decodeProtectedHeader, errors, type JSONWebKeySet } from "jose";
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { Context } from "#lib/context/context.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";

/** Asymmetric alone: a MAC under the client's secret would prove nothing that the secret does not say already. */
export const requestObjectAlgorithms = ["RS256", "PS256", "ES256", "EdDSA"] as const;

/** RFC 9101 section 10.8 names the first; the others are what libraries send. No other kind of JWT passes for one. */
const types = new Set(["oauth-authz-req+jwt", "jwt"]);

/** Headers that bring a key, or say where one is: the registered ones count, never those (RFC 7515 section 10). */
const keyHeaders = ["jwk", "jku", "x5u", "x5c", "x5t", "x5t#S256"] as const;

/** The payload. @throws OAuthError request_not_supported for an unsigned one, invalid_request_object */
export async function verifyRequestObject(
  _ctx: Context,
  client: ClientRow,
  jwt: string,
): Promise<Readonly<Record<string, unknown>>> {
  checkHeader(client, jwt);
  const keys = client.jwks as JSONWebKeySet | null;
  if (keys === null)
    throw new OAuthError(
      "invalid_request_object",
      "The client has registered no keys to sign requests with.",
    );
  const payload = await verifySignature(jwt, keys, algorithmsOf(client));
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(payload));
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return value as Readonly<Record<string, unknown>>;
  } catch {
    // Told below.
  }
  throw malformed();
}

function checkHeader(client: ClientRow, jwt: string): void {
  const header = readHeader(jwt);
  if (header.alg === "none" && client.requestObjectSigningAlg === null && !client.requireSignedRequestObject)
    throw new OAuthError("request_not_supported", "Unsigned request objects are not supported.");
  if (!algorithmsOf(client).includes(String(header.alg)))
    throw new OAuthError(
      "invalid_request_object",
      `The request object must be signed by one of: ${algorithmsOf(client).join(", ")}.`,
    );
  if (header.typ !== undefined && !types.has(String(header.typ).toLowerCase()))
    throw new OAuthError("invalid_request_object", "typ of the request object must be oauth-authz-req+jwt.");
  if (keyHeaders.some((name) => header[name] !== undefined))
    throw new OAuthError("invalid_request_object", "The request object must not bring a key of its own.");
}

function readHeader(jwt: string): Readonly<Record<string, unknown>> {
  try {
    return decodeProtectedHeader(jwt) as Readonly<Record<string, unknown>>;
  } catch {
    throw malformed();
  }
}

function algorithmsOf({ requestObjectSigningAlg }: ClientRow): string[] {
  return requestObjectAlgorithms.filter(
    (algorithm) => requestObjectSigningAlg === null || requestObjectSigningAlg === algorithm,
  );
}

/** Without a `kid` several keys may fit; each is tried. */
async function verifySignature(jwt: string, keys: JSONWebKeySet, algorithms: string[]): Promise<Uint8Array> {
  try {
    return (await compactVerify(jwt, createLocalJWKSet(keys), { algorithms })).payload;
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error;
    if (error instanceof errors.JWKSMultipleMatchingKeys) {
      for await (const key of error) {
        const verified = await compactVerify(jwt, key, { algorithms }).catch(() => undefined);
        if (verified) return verified.payload;
      }
    }
    throw new OAuthError("invalid_request_object", "The signature of the request object does not verify.");
  }
}

function malformed(): OAuthError {
  return new OAuthError("invalid_request_object", "The request object is not a signed JWT.");
}
