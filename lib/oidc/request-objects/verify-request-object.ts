/** The signature of a request object: by a key that the client registered, with an algorithm that it may use. */
import { decodeProtectedHeader } from "jose";
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { registeredAlgorithm } from "#lib/clients/check-jwks.ts";
import { verifyClientJwt } from "#lib/clients/keys/verify-client-jwt.ts";
import { clientSigningAlgSchema } from "#lib/clients/schema.ts";
import type { Context } from "#lib/context/context.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";

/** Asymmetric alone: a MAC under the client's secret would prove nothing that the secret does not say already. */
export const requestObjectAlgorithms = clientSigningAlgSchema.options;

/** RFC 9101 section 10.8 names the first; the other is what libraries send. No other kind of JWT passes for one. */
const types = new Set(["oauth-authz-req+jwt", "jwt"]);

/** Headers that bring a key, or say where one is: the registered ones count, never those (RFC 7515 section 10). */
const keyHeaders = ["jwk", "jku", "x5u", "x5c"] as const;

type Header = Readonly<Record<string, unknown>>;

/** The payload. @throws OAuthError request_not_supported for an unsigned one, invalid_request_object */
export async function verifyRequestObject(
  ctx: Context,
  client: ClientRow,
  jwt: string,
): Promise<Readonly<Record<string, unknown>>> {
  const algorithms = algorithmsOf(client);
  const header = readHeader(jwt);
  if (header.alg === "none" && client.requestObjectSigningAlg === null && !client.requireSignedRequestObject)
    throw new OAuthError("request_not_supported", "Unsigned request objects are not supported.");
  checkHeader(header, algorithms);
  if (client.jwks === null && client.jwksUri === null)
    throw new OAuthError(
      "invalid_request_object",
      "The client has registered no keys to sign requests with.",
    );
  const verified = await verifyClientJwt(ctx, client, jwt, algorithms);
  if (!verified)
    throw new OAuthError("invalid_request_object", "The signature of the request object does not verify.");
  return verified.payload;
}

function checkHeader(header: Header, algorithms: readonly string[]): void {
  if (!algorithms.includes(registeredAlgorithm(String(header.alg))))
    throw new OAuthError(
      "invalid_request_object",
      `The request object must be signed by one of: ${algorithms.join(", ")}.`,
    );
  if (header.typ !== undefined && !types.has(String(header.typ).toLowerCase()))
    throw new OAuthError("invalid_request_object", "typ of the request object must be oauth-authz-req+jwt.");
  if (keyHeaders.some((name) => header[name] !== undefined))
    throw new OAuthError("invalid_request_object", "The request object must not bring a key of its own.");
}

function readHeader(jwt: string): Header {
  try {
    return decodeProtectedHeader(jwt) as Header;
  } catch {
    throw new OAuthError("invalid_request_object", "The request object is not a signed JWT.");
  }
}

/** FAPI 2.0 Security Profile section 5.4.1: no RSASSA-PKCS1-v1_5 there. */
function algorithmsOf({ requestObjectSigningAlg, securityProfile }: ClientRow): string[] {
  return requestObjectAlgorithms.filter(
    (algorithm) =>
      (requestObjectSigningAlg === null || requestObjectSigningAlg === algorithm) &&
      (securityProfile !== "fapi2" || algorithm !== "RS256"),
  );
}
