/** Which of an app's registered addresses a request may name, patterns included. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { isRegisteredRedirectUri } from "./check-redirect-uri.ts";

type RedirectClient = Pick<ClientRow, "redirectUris" | "allowRedirectWildcards" | "securityProfile">;

/** Exactly a registered address; or one that fits a pattern, where an administrator ticked that for the app. */
export function isRedirectUriOf(client: RedirectClient, uri: string): boolean {
  if (!uri.includes("*") && isRegisteredRedirectUri(client.redirectUris, uri)) return true;
  // FAPI 2.0 Security Profile section 5.3.2.2 wants exact comparison.
  if (!client.allowRedirectWildcards || client.securityProfile === "fapi2") return false;
  return client.redirectUris.some((entry) => entry.includes("*") && fitsPattern(entry, uri));
}

/**
 * `*` stands for one whole host label or one whole path segment, and for letters, digits and a few marks alone: never
 * for a dot, slash, `@`, `%`, colon or anything else that a browser could read as the end of that part.
 */
function fitsPattern(pattern: string, uri: string): boolean {
  const parts = /^(https:\/\/)([^/?#]*)([^?#]*)(\?[^#]*)?$/.exec(pattern);
  if (!parts) return false;
  const [, scheme = "", host = "", path = "", query = ""] = parts;
  const expected = [
    RegExp.escape(scheme),
    host
      .split(".")
      .map((label) => (label === "*" ? hostLabel : RegExp.escape(label)))
      .join("\\."),
    path
      .split("/")
      .map((segment) => (segment === "*" ? pathSegment : RegExp.escape(segment)))
      .join("/"),
    RegExp.escape(query),
  ];
  return new RegExp(`^${expected.join("")}$`).test(uri);
}

/** RFC 1123 section 2.1, in the one spelling that a URL parser leaves as it is; none of them reads as an IDN (`xn--`). */
const hostLabel = "(?![a-z0-9]{2}--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";

/** Neither `.` nor `..`, which a browser would take away together with its neighbour. */
const pathSegment = "(?!\\.{1,2}(?:/|\\?|$))[A-Za-z0-9._~-]{1,128}";
