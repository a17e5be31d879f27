/** Finds out which client a request claims to come from, and how it proves that (RFC 6749 section 2.3, RFC 7521 section 4.2). */
import { decodeJwt, decodeProtectedHeader } from "jose";
import type { ClientAuthMethod } from "#drizzle/schema/clients.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";

export interface PresentedCredentials {
  readonly clientId: string;
  readonly method: ClientAuthMethod;
  readonly secret: string | undefined;
  /** A JWT that is to prove it; nothing of it is verified yet. */
  readonly assertion?: string;
}

export interface CredentialSource {
  /** The `Authorization` header as sent. */
  readonly authorization: string | undefined;
  readonly clientId: string | undefined;
  readonly clientSecret: string | undefined;
  readonly clientAssertion?: string | undefined;
  readonly clientAssertionType?: string | undefined;
}

/** RFC 7523 section 2.2. */
const jwtBearer = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/** @throws OAuthError invalid_request for two methods at once, invalid_client where nothing usable was sent. */
export function readClientCredentials(source: CredentialSource): PresentedCredentials {
  const { authorization, clientId, clientSecret, clientAssertion } = source;
  if ([authorization, clientSecret, clientAssertion].filter((proof) => proof !== undefined).length > 1)
    throw new OAuthError("invalid_request", "Authenticate in one way only: header, secret or assertion.");
  const presented =
    authorization !== undefined
      ? readBasic(authorization)
      : clientAssertion !== undefined
        ? readAssertion(clientAssertion, source.clientAssertionType)
        : undefined;
  if (presented) {
    if (clientId !== undefined && clientId !== presented.clientId)
      throw new OAuthError("invalid_request", "client_id differs from the client that authenticates.");
    return presented;
  }
  if (clientId === undefined)
    throw new OAuthError("invalid_client", "The request does not say which client it comes from.");
  return clientSecret === undefined
    ? { clientId, method: "none", secret: undefined }
    : { clientId, method: "client_secret_post", secret: clientSecret };
}

/** The client is the `sub` (RFC 7523 section 3); how it is verified depends on what that client registered. */
function readAssertion(assertion: string, type: string | undefined): PresentedCredentials {
  const unusable = new OAuthError("invalid_client", "client_assertion is not a signed JWT of this type.");
  if (type !== jwtBearer) throw unusable;
  try {
    const { alg } = decodeProtectedHeader(assertion);
    const { sub } = decodeJwt(assertion);
    if (typeof sub !== "string" || sub === "" || sub.includes("\0")) throw unusable;
    const method = String(alg).startsWith("HS") ? "client_secret_jwt" : "private_key_jwt";
    return { clientId: sub, method, secret: undefined, assertion };
  } catch {
    throw unusable;
  }
}

/** RFC 6749 section 2.3.1: id and secret are form-urlencoded before they are joined and encoded in Base64. */
function readBasic(header: string): PresentedCredentials {
  const encoded = /^Basic +([A-Za-z0-9+/]+={0,2})$/i.exec(header)?.[1];
  const text = encoded === undefined ? "" : Buffer.from(encoded, "base64").toString("utf8");
  const colon = text.indexOf(":");
  const clientId = colon < 1 ? undefined : decodeForm(text.slice(0, colon));
  const secret = decodeForm(text.slice(colon + 1));
  if (clientId === undefined || secret === undefined || clientId.includes("\0"))
    throw new OAuthError("invalid_client", "The Authorization header is not valid Basic authentication.");
  // What libraries that try out methods send for an app without a secret: it proves as much as the id in the form.
  return secret === ""
    ? { clientId, method: "none", secret: undefined }
    : { clientId, method: "client_secret_basic", secret };
}

function decodeForm(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}
