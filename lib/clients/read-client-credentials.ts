/** Finds out which client a request claims to come from, and how it proves that (RFC 6749 section 2.3). */
import type { ClientAuthMethod } from "#drizzle/schema/clients.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";

export interface PresentedCredentials {
  readonly clientId: string;
  readonly method: ClientAuthMethod;
  readonly secret: string | undefined;
}

export interface CredentialSource {
  /** The `Authorization` header as sent. */
  readonly authorization: string | undefined;
  readonly clientId: string | undefined;
  readonly clientSecret: string | undefined;
}

/** @throws OAuthError invalid_request for two methods at once, invalid_client where nothing usable was sent. */
export function readClientCredentials(source: CredentialSource): PresentedCredentials {
  const { authorization, clientId, clientSecret } = source;
  if (authorization !== undefined) {
    if (clientSecret !== undefined)
      throw new OAuthError("invalid_request", "Authenticate in one way only: header or body, not both.");
    const basic = readBasic(authorization);
    if (clientId !== undefined && clientId !== basic.clientId)
      throw new OAuthError("invalid_request", "client_id differs from the one in the Authorization header.");
    return basic;
  }
  if (clientId === undefined)
    throw new OAuthError("invalid_client", "The request does not say which client it comes from.");
  return clientSecret === undefined
    ? { clientId, method: "none", secret: undefined }
    : { clientId, method: "client_secret_post", secret: clientSecret };
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
  return { clientId, method: "client_secret_basic", secret };
}

function decodeForm(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}
