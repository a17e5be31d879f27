/** Why the document at a client id does not make an app, in words for whoever develops it. */
export class ClientDocumentError extends Error {
  override readonly name = "ClientDocumentError";
  /** Nothing is wrong with the document: it could not be had just now. */
  readonly isPassing: boolean;

  constructor(explanation: string, options: { readonly isPassing?: boolean; readonly cause?: unknown } = {}) {
    super(explanation, options.cause === undefined ? undefined : { cause: options.cause });
    this.isPassing = options.isPassing ?? false;
  }

  /**
   * By its name: whoever asks for the same document meanwhile waits for the same answer, and pages are bundled apart from
   * the server, with a copy of this class each.
   */
  static override [Symbol.hasInstance](value: unknown): value is ClientDocumentError {
    return value instanceof Error && value.name === "ClientDocumentError" && "isPassing" in value;
  }
}
