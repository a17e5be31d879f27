/** What is kept of a failed attempt (`lib/mail`, `lib/outbox`) → what it means to whoever has to mend it. */
import type { mailProblems } from "./schema.ts";

type MailProblem = (typeof mailProblems)[number];

/** The first that fits. Codes of answers by RFC 5321, names by Node.js and nodemailer. */
const rules: readonly (readonly [RegExp, MailProblem])[] = [
  [/^expired$/, "expired"],
  [/^too late$/, "too_late"],
  [/^(unreadable|unknown form)$/, "unreadable"],
  [/^(EAUTH|53[0-9]|454)\b/, "credentials"],
  [/^5\d\d RCPT TO$/, "recipient_refused"],
  [/^4\d\d\b/, "later"],
  [/^5\d\d\b/, "refused"],
  [/\b(EDNS|ENOTFOUND|EAI_AGAIN)\b/, "unknown_host"],
  [/\b(ETLS|ERR_TLS\w*|CERT_\w+|DEPTH_ZERO\w*|SELF_SIGNED\w*|UNABLE_TO_VERIFY\w*)\b/, "encryption"],
  [/\b(ETIMEDOUT|ETIME|TimeoutError)\b|^timed out$/, "timeout"],
  [/\b(ECONN\w*|ESOCKET|EHOSTUNREACH|ENETUNREACH|EPIPE)\b/, "unreachable"],
];

export function problemOf(summary: string | null): MailProblem {
  return rules.find(([pattern]) => pattern.test(summary ?? ""))?.[1] ?? "unknown";
}
