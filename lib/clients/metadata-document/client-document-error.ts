/** Why the document at a client id does not make an app, in words for whoever develops it. */
export class ClientDocumentError extends Error {
  override readonly name = "ClientDocumentError";
  /** Nothing is wrong with the document: it could not be had just now. */
  readonly isPassing: boolean;

  constructor(explanation: string, options: { readonly isPassing?: boolean; readonly cause?: unknown } = {}) {
    super(explanation, options.cause === undefined ? undefined : { cause: options.cause });
    this.isPassing = options.isPassing ?? false;
  }
}
