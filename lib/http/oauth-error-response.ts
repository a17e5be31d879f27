/** Whatever a protocol operation threw → the RFC's error shape (RFC 6749 section 5.2, RFC 6750 section 3). */
import type { Context } from "#lib/context/context.ts";
import { errorTable } from "#lib/errors/codes.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { setWaitHeaders } from "./envelope.ts";
import { toDomainError } from "./unexpected-error.ts";

/** How the endpoint wants to be authenticated: named in `WWW-Authenticate` on 401 and 403. */
export type Challenge = "Basic" | "Bearer";

export function oauthErrorResponse(
  ctx: Context | undefined,
  error: unknown,
  challenge: Challenge | undefined,
): Response {
  if (error instanceof OAuthError) {
    const { code, description, status } = error;
    const response = oauthJson({ error: code, error_description: description }, status);
    if (challenge === "Basic" && status === 401)
      response.headers.set("WWW-Authenticate", `Basic realm="${realm}", charset="UTF-8"`);
    if (challenge === "Bearer")
      response.headers.set(
        "WWW-Authenticate",
        `Bearer realm="${realm}", error="${code}", error_description="${description}"`,
      );
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

/** A request without any authentication is told what to use and nothing more (RFC 6750 section 3.1). */
export function bearerRequired(): Response {
  return new Response(null, {
    status: 401,
    headers: { "WWW-Authenticate": `Bearer realm="${realm}"`, "Cache-Control": "no-store" },
  });
}

/** RFC 6749 section 5.1: never to be kept by anybody on the way. */
export function oauthJson(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json", "Cache-Control": "no-store", Pragma: "no-cache" },
  });
}

const realm = "Latchkey";
