/** Finds the access token of a request (RFC 6750 section 2). */
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { readForm, readQuery } from "./oauth-form.ts";
import { mediaType } from "./read-body.ts";

/**
 * The token, from the header or a form body; undefined when there is none.
 * @throws OAuthError invalid_request for a token in the query, or sent twice
 */
export async function readBearerToken(request: Request): Promise<string | undefined> {
  // Addresses end up in logs and histories: RFC 9700 section 4.3.2 rules tokens in them out.
  if (readQuery(request).some(([name]) => name === "access_token"))
    throw new OAuthError("invalid_request", "Send the access token in the Authorization header.");
  const tokens = await readBodyTokens(request);
  const header = request.headers.get("authorization");
  if (header !== null && /^Bearer(\s|$)/i.test(header)) tokens.push(header.slice("Bearer".length).trim());
  if (tokens.length > 1) throw new OAuthError("invalid_request", "Send the access token once.");
  const [token] = tokens;
  if (token !== undefined && !/^[A-Za-z0-9._~+/-]{1,4096}=*$/.test(token))
    throw new OAuthError("invalid_token", "The access token is malformed.");
  return token;
}

async function readBodyTokens(request: Request): Promise<string[]> {
  if (request.method !== "POST" || mediaType(request) !== "application/x-www-form-urlencoded") return [];
  return (await readForm(request)).flatMap(([name, value]) => (name === "access_token" ? [value] : []));
}
