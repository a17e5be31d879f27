/** Cross-origin rules of the protocol endpoints. No credentials ever: these endpoints read no cookie. */
import { isClientOrigin } from "#lib/clients/store.ts";
import { getRuntime } from "#lib/context/runtime.ts";

/**
 * `any`: public documents. `registered`: origins on which some client has a redirect URI, and CORS_ORIGINS. `none`: no page
 * of another origin.
 */
export type CorsRule = "any" | "registered" | "none";

/** Adds what lets a page of an allowed origin read the response. */
export async function applyCors(request: Request, response: Response, rule: CorsRule): Promise<Response> {
  if (rule === "none") return response;
  const origin = await allowedOrigin(request, rule);
  if (rule === "registered") response.headers.append("Vary", "Origin");
  if (origin === undefined) return response;
  response.headers.set("Access-Control-Allow-Origin", origin);
  response.headers.set(
    "Access-Control-Expose-Headers",
    "WWW-Authenticate, DPoP-Nonce, Retry-After, X-Request-Id",
  );
  return response;
}

/** What a preflight may ask for. Without `Access-Control-Allow-Origin` beside them these permit nothing. */
export function preflightResponse(methods: readonly string[]): Response {
  return new Response(null, {
    status: 204,
    headers: {
      Allow: [...methods, "OPTIONS"].join(", "),
      "Access-Control-Allow-Methods": methods.join(", "),
      "Access-Control-Allow-Headers": "Authorization, Content-Type, DPoP",
      "Access-Control-Max-Age": "600",
    },
  });
}

async function allowedOrigin(request: Request, rule: Exclude<CorsRule, "none">): Promise<string | undefined> {
  if (rule === "any") return "*";
  const origin = request.headers.get("origin");
  if (origin === null || origin.length > 300 || URL.parse(origin)?.origin !== origin) return undefined;
  const { db, config } = getRuntime();
  if (config.corsOrigins.includes(origin)) return origin;
  return (await isClientOrigin(db, origin)) ? origin : undefined;
}
