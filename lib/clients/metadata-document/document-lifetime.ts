/** How long a client's document is believed without asking again (RFC 9111 section 4.2, within bounds of ours). */
import type { IncomingHttpHeaders } from "node:http";

const leastSeconds = 300;
const mostSeconds = 86_400;
/** Where its server says nothing. */
const usualSeconds = 3600;

export function documentExpiry(headers: IncomingHttpHeaders, now: Date): Date {
  const seconds = Math.min(mostSeconds, Math.max(leastSeconds, freshSeconds(headers)));
  return new Date(now.getTime() + seconds * 1000);
}

function freshSeconds(headers: IncomingHttpHeaders): number {
  const control = (headers["cache-control"] ?? "").toLowerCase();
  if (/(^|[\s,])(no-store|no-cache)($|[\s,=])/.test(control)) return 0;
  const age = /(?:^|[\s,])max-age="?(\d{1,9})/.exec(control)?.[1];
  if (age !== undefined) return Number(age) - wholeNumber(headers.age);
  const expires = Date.parse(headers.expires ?? "");
  const sent = Date.parse(headers.date ?? "");
  if (headers.expires !== undefined) return Number.isNaN(expires - sent) ? 0 : (expires - sent) / 1000;
  return usualSeconds;
}

function wholeNumber(text: string | undefined): number {
  return /^\d{1,9}$/.test(text ?? "") ? Number(text) : 0;
}
