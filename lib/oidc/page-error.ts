/** A refusal that must be shown to the person, because there is no address that it could safely be sent to. */

export interface PageFact {
  readonly name: string;
  readonly value: string;
}

export class PageError extends Error {
  override readonly name = "PageError";
  /** A short code for the audit trail. */
  readonly reason: string;
  /** One or two sentences: what is wrong and what to do. */
  readonly explanation: string;
  /** What was sent, and to administrators what is registered. */
  readonly facts: readonly PageFact[];

  constructor(reason: string, explanation: string, facts: readonly PageFact[] = []) {
    super(reason);
    this.reason = reason;
    this.explanation = explanation;
    this.facts = facts;
  }
}
