/** Whatever a protocol operation threw → the RFC's error shape (RFC 6749 section 5.2, RFC 6750 section 3). */
import type { Context } from "#lib/context/context.ts";
import { errorTable } from "#lib/errors/codes.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { dpopAlgorithms } from "#lib/oidc/dpop/check-dpop-proof.ts";
import { setWaitHeaders } from "./envelope.ts";
import { toDomainError } from "./unexpected-error.ts";

/**
 * What the endpoint wants to see, named in `WWW-Authenticate`: a client's credentials (RFC 6749 section 5.2), or an access
 * token, bound to a key or not (RFC 6750 section 3, RFC 9449 section 7.1).
 */
export type Challenge = "Basic" | "Bearer";

export function oauthErrorResponse(
  ctx: Context | undefined,
  error: unknown,
  challenge: Challenge | undefined,
  request?: Request,
): Response {
  if (error instanceof OAuthError) {
    const { code, description } = error;
    const response = oauthJson({ error: code, error_description: description }, statusOf(error, challenge));
    const usedScheme = request?.headers.get("authorization") ?? "";
    if (challenge === "Basic" && error.status === 401)
      response.headers.set("WWW-Authenticate", `Basic realm="${realm}", charset="UTF-8"`);
    if (challenge === "Bearer") setTokenChallenges(response.headers, error, usedScheme);
    return response;
  }
  const refusal = toDomainError(ctx, error);
  const { code, publicMessage } = refusal;
  const { status, message } = errorTable[code];
  // RFC 6749 has no words for "too often" and "too large"; the status says it.
  const name =
    status === 429 || status === 503
      ? "temporarily_unavailable"
      : status === 500
        ? "server_error"
        : "invalid_request";
  const response = oauthJson({ error: name, error_description: publicMessage ?? message }, status);
  setWaitHeaders(response, refusal);
  return response;
}

/** At a resource a bad proof is a bad authentication (RFC 9449 sections 7.1 and 9); at the token endpoint a bad request. */
function statusOf({ code, status }: OAuthError, challenge: Challenge | undefined): number {
  const isProof = code === "invalid_dpop_proof" || code === "use_dpop_nonce";
  return challenge === "Bearer" && isProof ? 401 : status;
}

/** The scheme that was used is told what was wrong; the other one only that it would do too. */
function setTokenChallenges(headers: Headers, error: OAuthError | undefined, usedScheme: string): void {
  const told = error
    ? Object.entries({ error: error.code, error_description: error.description, ...error.challenge })
    : [];
  const words = told.map(([name, value]) => `${name}="${value.replace(/["\\]/g, "")}"`);
  const byDpop = /^DPoP(\s|$)/i.test(usedScheme);
  const bearer = [`realm="${realm}"`, ...(byDpop ? [] : words)].join(", ");
  const dpop = [`realm="${realm}"`, ...(byDpop ? words : []), `algs="${dpopAlgorithms.join(" ")}"`].join(
    ", ",
  );
  headers.append("WWW-Authenticate", byDpop ? `DPoP ${dpop}` : `Bearer ${bearer}`);
  headers.append("WWW-Authenticate", byDpop ? `Bearer ${bearer}` : `DPoP ${dpop}`);
}

/** A request without any authentication is told what to use and nothing more (RFC 6750 section 3.1). */
export function tokenRequired(): Response {
  const response = new Response(null, { status: 401, headers: { "Cache-Control": "no-store" } });
  setTokenChallenges(response.headers, undefined, "");
  return response;
}

/** RFC 6749 section 5.1: never to be kept by anybody on the way. */
export function oauthJson(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json", "Cache-Control": "no-store", Pragma: "no-cache" },
  });
}

/** Done, with nothing to tell (RFC 7009 section 2.2). */
export function oauthEmpty(): Response {
  return new Response(null, {
    status: 200,
    headers: { "Cache-Control": "no-store", Pragma: "no-cache" },
  });
}

/** The same for an answer that is one signed JWT (OIDC Core section 5.3.2). */
export function oauthJwt(jwt: string): Response {
  return new Response(jwt, {
    headers: { "Content-Type": "application/jwt", "Cache-Control": "no-store", Pragma: "no-cache" },
  });
}

const realm = "Latchkey";
