/** An address that authorization answers may go to: made where it is checked, in resolve-redirect-target.ts and find-interaction.ts. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { ResponseMode } from "./schema.ts";

export interface RedirectTarget {
  readonly client: ClientRow;
  /** As the request spelled it. */
  readonly redirectUri: string;
  readonly state: string | undefined;
  /** How the answer travels, an error included. */
  readonly responseMode: ResponseMode;
}

/** Where the browser goes next. */
export interface Redirect {
  readonly location: string;
  /** Posted to `location` by the browser (OAuth 2.0 Form Post Response Mode); absent for a plain redirect. */
  readonly form?: Readonly<Record<string, string>>;
}

/**
 * The answer to the app, with `state` and the issuer (RFC 9207), in the query or the fragment of its redirect URI or in
 * a form. What the URI held already stays as it was, byte for byte.
 */
export function answerRedirect(
  target: RedirectTarget,
  issuer: string,
  answer: Readonly<Record<string, string>>,
): Redirect {
  const { redirectUri, responseMode, state } = target;
  const form = { ...answer, ...(state === undefined ? {} : { state }), iss: issuer };
  switch (responseMode) {
    case "query":
      return { location: appendQuery(redirectUri, new URLSearchParams(form)) };
    case "fragment":
      return { location: `${redirectUri}#${new URLSearchParams(form)}` };
    case "form_post":
      return { location: redirectUri, form };
  }
}

export function appendQuery(uri: string, query: URLSearchParams): string {
  if (query.size === 0) return uri;
  const separator = !uri.includes("?") ? "?" : /[?&]$/.test(uri) ? "" : "&";
  return `${uri}${separator}${query}`;
}
