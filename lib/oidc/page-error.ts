/** A refusal that must be shown to the person, because there is no address that it could safely be sent to. */
import type { protocolError } from "#lib/i18n/messages/en/protocol-error.ts";

export interface PageFact {
  /** The app's name, or a parameter as it was sent or is registered. */
  readonly kind: "app" | "sent" | "registered";
  /** Of the parameter. */
  readonly name?: string;
  readonly value: string;
}

/** Those with words of their own for people, and those of which only the app's developer can make sense. */
export type PageErrorReason =
  | keyof (typeof protocolError)["reasons"]
  | `${string}_${"repeated" | "too_long" | "malformed"}`
  | "client_document_refused"
  | "invalid_request";

export class PageError extends Error {
  override readonly name = "PageError";
  /** A short code: for the audit trail, and for the words that the person reads. */
  readonly reason: PageErrorReason;
  /** One or two English sentences for the app's developer: what is wrong and what to do. */
  readonly explanation: string;
  /** What was sent, and to administrators what is registered. */
  readonly facts: readonly PageFact[];

  constructor(reason: PageErrorReason, explanation: string, facts: readonly PageFact[] = []) {
    super(reason);
    this.reason = reason;
    this.explanation = explanation;
    this.facts = facts;
  }
}
