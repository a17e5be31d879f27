/** Why the mail server did not take a mail, told without addresses, credentials or the server's own words. */

export class MailFailure extends Error {
  override readonly name = "MailFailure";
  /** A few words of code that may be kept: `550 RCPT TO`, `ESOCKET`. */
  readonly summary: string;
  /** The server will never take this mail: trying again is in vain. */
  readonly isPermanent: boolean;
  /** Private, so that no log and no trail writes it down. */
  readonly #answer: string | undefined;

  constructor(message: string, summary: string, isPermanent: boolean, answer?: string) {
    super(message);
    this.summary = summary;
    this.isPermanent = isPermanent;
    this.#answer = answer;
  }

  /** The server's own words, which may repeat addresses: for whoever asked for this very mail, and nobody else. */
  get answer(): string | undefined {
    return this.#answer;
  }
}

/** What nodemailer puts on its errors. */
interface TransportError {
  readonly code?: unknown;
  readonly responseCode?: unknown;
  readonly command?: unknown;
  readonly response?: unknown;
}

/** Where the server judges the mail. What it says elsewhere (of our name or password) is for the operator to mend. */
const judgingCommands = new Set(["RCPT TO", "DATA"]);

/** The error itself is not kept as cause: a server's answer repeats addresses. */
export function mailFailureOf(error: unknown): MailFailure {
  if (!(error instanceof Error)) return new MailFailure("the mail was not sent", "unknown", false);
  const { code, responseCode, command, response } = error as Error & TransportError;
  const at = typeof command === "string" && /^[A-Z0-9 -]{1,20}$/.test(command) ? command : "";
  if (typeof responseCode === "number") {
    const summary = `${responseCode} ${at}`.trim();
    const isPermanent = responseCode >= 500 && responseCode < 600 && judgingCommands.has(at);
    const words = typeof response === "string" ? response : undefined;
    return new MailFailure(`the mail server answered ${summary}`, summary, isPermanent, words);
  }
  const kind = typeof code === "string" && /^[A-Z0-9_]{1,40}$/.test(code) ? code : error.name;
  const words = response === undefined ? error.message : "the mail server's answer makes no sense";
  return new MailFailure(words, `${kind} ${at}`.trim(), false);
}
