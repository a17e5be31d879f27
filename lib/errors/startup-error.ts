/** A reason not to start that the operator can mend: told on one screen, without a stack, exit code 1. */
export class StartupError extends Error {
  override readonly name = "StartupError";
  /** What to do, one line each. */
  readonly remedies: readonly string[];

  constructor(message: string, remedies: readonly string[] = [], options?: { cause?: unknown }) {
    super(message, options);
    this.remedies = remedies;
  }
}
