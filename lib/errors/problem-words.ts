/** What a person reads of a refused field: what to do, in their language. */
import type { Translate } from "#lib/i18n/translator.ts";
import type { FieldProblem, ProblemRule } from "./domain-error.ts";

export function problemWords(t: Translate, { message, rule }: FieldProblem): string {
  const { key, values } = rulesByMessage[message] ?? rule ?? { key: "other" };
  return t(`problems.${key}`, values as never);
}

/** Rules that are checked by hand are known by what the API says of them; a test holds that it still says so. */
export const rulesByMessage: Readonly<Record<string, ProblemRule>> = {
  "must not be empty": { key: "missing" },
  "must not hold control characters": { key: "controlCharacters" },
  "must not hold control characters but line breaks": { key: "controlCharacters" },
  "must be text without NUL": { key: "controlCharacters" },
  "must not repeat a value": { key: "repeated" },
  "must say why": { key: "reason" },
  "is taken": { key: "taken" },
  "must be a number": { key: "number" },
  "must be a number of seconds": { key: "number" },
  "must be a whole number": { key: "wholeNumber" },
  "must be a day that the calendar has": { key: "date" },
  "must be YYYY-MM-DD, 0000-MM-DD or YYYY": { key: "date" },
  "must be a time zone, such as Europe/Zurich": { key: "timeZone" },
  "must be a language tag, such as de-CH (BCP 47)": { key: "languageTag" },
  "must be an international number without blanks, such as +41441234567": { key: "phone" },
  "must be an address that begins with https://": { key: "address" },
  "must be an address such as https://app.example.com": { key: "address" },
  "must be an absolute URI in printable ASCII": { key: "address" },
  "must be an absolute URI without fragment": { key: "address" },
  "must begin with https://": { key: "https" },
  "must begin with https:// unless it is on localhost, 127.0.0.1 or [::1]": { key: "https" },
  "must use https and not localhost: tokens come back in it": { key: "https" },
  "must use https or a private-use scheme such as com.example.app": { key: "scheme" },
  "must not have a fragment": { key: "noFragment" },
  "must not hold a user name or password": { key: "noPassword" },
  "must not hold *: an administrator must allow patterns for this app first": { key: "noWildcard" },
  "must hold at least two labels after *": { key: "wildcardPlace" },
  "must not hold * in its query": { key: "wildcardPlace" },
  "must have the scheme, host and port of a redirect URI": { key: "sameOrigin" },
  "must hold at least one address": { key: "tooFew", values: { minimum: 1 } },
  "must name at least one passkey": { key: "tooFew", values: { minimum: 1 } },
  "must name at least one permission": { key: "tooFew", values: { minimum: 1 } },
  "must name at least one model": { key: "tooFew", values: { minimum: 1 } },
  "must name at least one format": { key: "tooFew", values: { minimum: 1 } },
  "must be 1 to 64 letters, digits, dots, dashes, underscores or colons": { key: "groupName" },
  "must be 1 to 128 letters, digits, dots, dashes, underscores or tildes": { key: "clientId" },
  "must be a scope without spaces": { key: "scope" },
  "must begin with a letter and hold letters, digits and _ . : / # - only": { key: "claimName" },
  "is a claim that the protocol or this program gives a meaning": { key: "claimReserved" },
  "must be text, a number, true or false, or a list of texts of at most 4096 bytes": { key: "claimValue" },
};
