/** The one error that operations throw: a code from a closed list, and what a caller may be told. */
import type { ErrorCode } from "./codes.ts";

/** One field of the input that was refused: `path` in the caller's spelling, `message` says what is valid. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

export interface DomainErrorOptions {
  readonly cause?: unknown;
  readonly fields?: readonly FieldProblem[];
  /** Replaces the table's text where the general one would not tell enough. Never carries secrets. */
  readonly message?: string;
  readonly retryAfterSeconds?: number;
  /** The limit that was spent, for the header fields of the answer. */
  readonly limit?: number;
}

export class DomainError extends Error {
  override readonly name = "DomainError";
  readonly code: ErrorCode;
  readonly fields: readonly FieldProblem[] | undefined;
  /** Text meant for the caller, in place of the table's. */
  readonly publicMessage: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly limit: number | undefined;

  constructor(code: ErrorCode, options: DomainErrorOptions = {}) {
    super(options.message ?? code, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.fields = options.fields;
    this.publicMessage = options.message;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.limit = options.limit;
  }
}
