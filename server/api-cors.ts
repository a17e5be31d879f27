/** Lets pages of the origins in CORS_ORIGINS call the JSON API (Fetch standard, CORS protocol). */
import type { Config } from "#lib/config/load-config.ts";
import type { Exchange } from "./exchange.ts";

const apiPrefix = "/api/v1/";
const preflightMaxAgeSeconds = 600;

/** Sets the headers for a listed origin; true when the request was a preflight, which is answered by that. */
export function answerApiCors(
  { req, res, method, path }: Exchange,
  config: Pick<Config, "corsOrigins">,
): boolean {
  const { origin } = req.headers;
  if (!path.startsWith(apiPrefix) || origin === undefined) return false;
  res.setHeader("Vary", "Origin");
  if (!config.corsOrigins.includes(origin)) return false;
  res.setHeader("Access-Control-Allow-Origin", origin);
  res.setHeader("Access-Control-Allow-Credentials", "true");
  res.setHeader(
    "Access-Control-Expose-Headers",
    "X-Request-Id, Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset",
  );
  if (method !== "OPTIONS" || req.headers["access-control-request-method"] === undefined) return false;
  res.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
  res.setHeader("Access-Control-Allow-Headers", "Content-Type");
  res.setHeader("Access-Control-Max-Age", String(preflightMaxAgeSeconds));
  res.writeHead(204).end();
  return true;
}
