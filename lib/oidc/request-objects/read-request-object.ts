/** A request object (RFC 9101): the parameters of an authorization request, signed by the client. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { Context } from "#lib/context/context.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { type RequestObjectClaims, requestObjectSchema } from "./schema.ts";
import { verifyRequestObject } from "./verify-request-object.ts";

/** Room for two clocks that disagree. */
const skewSeconds = 60;
/** FAPI 2.0 Message Signing section 5.3.2: an object from long ago, or for long from now, is refused. */
const longestLifeSeconds = 3600;

/** Its parameters as names and values. @throws OAuthError request_not_supported, invalid_request_object */
export async function readRequestObject(
  ctx: Context,
  client: ClientRow,
  jwt: string,
): Promise<[string, string][]> {
  const payload = await verifyRequestObject(ctx, client, jwt);
  const parsed = requestObjectSchema.safeParse(payload);
  if (!parsed.success) throw invalid("a claim of the request object has a wrong type");
  checkClaims(ctx, client, parsed.data);
  return entriesOf(payload);
}

/** RFC 9101 sections 4, 6.3 and 10.8; RFC 7519 section 4.1. */
function checkClaims(ctx: Context, client: ClientRow, claims: RequestObjectClaims): void {
  const now = Math.floor(ctx.now.getTime() / 1000);
  const { iss, aud, exp, nbf, iat } = claims;
  if ("request" in claims || "request_uri" in claims)
    throw invalid("a request object must not hold request or request_uri");
  if (claims.client_id !== client.id)
    throw invalid("client_id in the request object is not that of the request");
  if (iss !== undefined && iss !== client.id) throw invalid("iss must be the client_id");
  // A client assertion (RFC 7523) is signed by the same keys for the same audience.
  if (claims.sub === client.id) throw invalid("sub must not be the client_id");
  if (aud !== undefined && ![aud].flat().includes(ctx.config.baseUrl))
    throw invalid("aud must be the issuer");
  if (exp !== undefined && exp <= now - skewSeconds) throw invalid("the request object has expired");
  if (nbf !== undefined && nbf > now + skewSeconds) throw invalid("the request object is not valid yet");
  if (iat !== undefined && iat > now + skewSeconds)
    throw invalid("the request object was issued in the future");
  if (client.securityProfile === "fapi2") checkStrictly(claims, now);
}

function checkStrictly({ iss, aud, exp, nbf }: RequestObjectClaims, now: number): void {
  if (iss === undefined || aud === undefined) throw invalid("iss and aud are missing");
  if (exp === undefined || nbf === undefined) throw invalid("exp and nbf are missing");
  if (nbf < now - longestLifeSeconds || exp > nbf + longestLifeSeconds)
    throw invalid("the request object is valid for more than an hour");
}

/** The JWT's own claims are no parameters; values that are no text are written as the plain request would. */
const ownClaims = new Set(["iss", "aud", "exp", "nbf", "iat", "jti", "sub"]);

function entriesOf(payload: Readonly<Record<string, unknown>>): [string, string][] {
  return Object.entries(payload).flatMap(([name, value]): [string, string][] => {
    if (ownClaims.has(name) || value === null || value === undefined) return [];
    if (name === "resource" && Array.isArray(value)) return value.map((one) => [name, String(one)]);
    return [[name, typeof value === "object" ? JSON.stringify(value) : String(value)]];
  });
}

function invalid(problem: string): OAuthError {
  return new OAuthError("invalid_request_object", `${problem.charAt(0).toUpperCase()}${problem.slice(1)}.`);
}
