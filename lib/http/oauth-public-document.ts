/** JSON that everybody may read and keep for a while: discovery and keys. */

import { jwksMaxAgeSeconds } from "#lib/signing-keys/key-times.ts";

export interface PublicText {
  readonly body: string;
  /** A strong entity tag with its quotes (RFC 9110 section 8.8.3). */
  readonly etag: string;
}

/** How long a copy of the keys may be kept is what the times of their rotation count on. */
const cacheControl = `public, max-age=${jwksMaxAgeSeconds}`;

export function publicDocument(body: unknown): Response {
  return new Response(JSON.stringify(body), {
    headers: { "Content-Type": "application/json", "Cache-Control": cacheControl },
  });
}

/** What is made once and sent often; whoever has it already is told so (RFC 9110 section 13.1.2). */
export function publicText(request: Request, { body, etag }: PublicText): Response {
  const headers = { "Cache-Control": cacheControl, ETag: etag };
  if (names(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "Content-Type": "application/json" } });
}

/** Weak comparison: a proxy that compressed the body may have weakened the tag. */
function names(condition: string | null, etag: string): boolean {
  if (condition === null) return false;
  const tags = condition.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes(etag) || tags.includes("*");
}
