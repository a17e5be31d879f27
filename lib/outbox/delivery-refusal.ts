/** A deliverer's word on why a message did not arrive. */

export class DeliveryRefusal extends Error {
  override readonly name = "DeliveryRefusal";
  /** Kept with the message and shown to administrators: a few words of code, no address, no secret. */
  readonly summary: string;
  /** It never will: no further attempt. */
  readonly isPermanent: boolean;

  /** `message` is for the log. */
  constructor(message: string, summary: string, isPermanent = false) {
    super(message);
    this.summary = summary;
    this.isPermanent = isPermanent;
  }
}

const longestSummary = 100;

/** Whatever else was thrown is told by its code or kind alone: its message may hold anything. */
export function summaryOf(error: unknown): string {
  if (error instanceof DeliveryRefusal) return error.summary.slice(0, longestSummary);
  if (!(error instanceof Error)) return "unknown";
  return ("code" in error ? `${error.name} ${String(error.code)}` : error.name).slice(0, longestSummary);
}
