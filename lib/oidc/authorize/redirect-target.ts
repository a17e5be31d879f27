/** An address that authorization answers may go to: made where it is checked, in resolve-redirect-target.ts and find-interaction.ts. */
import type { ClientRow } from "#drizzle/schema/clients.ts";

export interface RedirectTarget {
  readonly client: ClientRow;
  /** As the request spelled it. */
  readonly redirectUri: string;
  readonly state: string | undefined;
}

/** Where the browser goes next. */
export interface Redirect {
  readonly location: string;
}

/**
 * The answer to the app, in the query of its redirect URI, with `state` and the issuer (RFC 9207).
 * What the URI held already stays as it was, byte for byte.
 */
export function answerLocation(
  target: RedirectTarget,
  issuer: string,
  answer: Readonly<Record<string, string>>,
): string {
  const query = new URLSearchParams(answer);
  if (target.state !== undefined) query.set("state", target.state);
  query.set("iss", issuer);
  return appendQuery(target.redirectUri, query);
}

export function appendQuery(uri: string, query: URLSearchParams): string {
  if (query.size === 0) return uri;
  const separator = !uri.includes("?") ? "?" : /[?&]$/.test(uri) ? "" : "&";
  return `${uri}${separator}${query}`;
}
