/** Finds the access token of a request (RFC 6750 section 2, RFC 9449 section 7.1). */
import type { Context } from "#lib/context/context.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import type { PresentedToken } from "#lib/oidc/tokens/open-access-token.ts";
import { readForm, readQuery } from "./oauth-form.ts";
import { mediaType } from "./read-body.ts";

/**
 * The token, from the header or a form body; undefined when there is none.
 * @throws OAuthError invalid_request for a token in the query, or sent twice
 */
export async function readAccessToken(
  { config }: Pick<Context, "config">,
  request: Request,
): Promise<PresentedToken | undefined> {
  // Addresses end up in logs and histories: RFC 9700 section 4.3.2 rules tokens in them out.
  if (readQuery(request).some(([name]) => name === "access_token"))
    throw new OAuthError("invalid_request", "Send the access token in the Authorization header.");
  const tokens = [...readHeaderTokens(request), ...(await readBodyTokens(request))];
  if (tokens.length > 1) throw new OAuthError("invalid_request", "Send the access token once.");
  const [found] = tokens;
  if (found === undefined) return undefined;
  if (!/^[A-Za-z0-9._~+/-]{1,4096}=*$/.test(found.token))
    throw new OAuthError("invalid_token", "The access token is malformed.");
  return {
    ...found,
    proof: request.headers.get("dpop") ?? undefined,
    method: request.method,
    url: config.baseUrl + new URL(request.url).pathname,
  };
}

type Found = Pick<PresentedToken, "token" | "scheme">;

function readHeaderTokens(request: Request): Found[] {
  const [, scheme = "", token = ""] =
    /^(Bearer|DPoP)(?:\s+(.*))?$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  if (scheme === "") return [];
  return [{ token: token.trim(), scheme: scheme.toLowerCase() === "dpop" ? "DPoP" : "Bearer" }];
}

async function readBodyTokens(request: Request): Promise<Found[]> {
  if (request.method !== "POST" || mediaType(request) !== "application/x-www-form-urlencoded") return [];
  return (await readForm(request)).flatMap(([name, token]) =>
    name === "access_token" ? [{ token, scheme: "Bearer" as const }] : [],
  );
}
