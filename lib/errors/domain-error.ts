/** The one error that operations throw: a code from a closed list, and what a caller may be told. */
import type { problems } from "#lib/i18n/messages/en/problems.ts";
import type { refusals } from "#lib/i18n/messages/en/refusals.ts";
import { translator } from "#lib/i18n/translator.ts";
import type { ErrorCode } from "./codes.ts";

/** What a field must be like: a sentence of the catalogue, and what is filled in. */
export interface ProblemRule {
  readonly key: keyof typeof problems;
  readonly values?: Readonly<Record<string, number>>;
}

/** One field of the input that was refused: `path` in the caller's spelling, `message` says what is valid. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
  /** What people read of it instead, in their language. */
  readonly rule?: ProblemRule;
}

/** A sentence of the catalogue, and what is filled in. */
export interface RefusalWords {
  readonly key: keyof typeof refusals;
  readonly values?: Readonly<Record<string, string | number>>;
}

export interface DomainErrorOptions {
  readonly cause?: unknown;
  readonly fields?: readonly FieldProblem[];
  /** Replace the general words of the code where those would not tell enough: people read them in their language. */
  readonly words?: RefusalWords;
  /** The same for what only callers of the API and the command line meet, or what is in the person's language already. Never carries secrets. */
  readonly message?: string;
  readonly retryAfterSeconds?: number;
  /** The limit that was spent, for the header fields of the answer. */
  readonly limit?: number;
}

export class DomainError extends Error {
  override readonly name = "DomainError";
  readonly code: ErrorCode;
  readonly fields: readonly FieldProblem[] | undefined;
  /** Text meant for the caller, in place of the table's; English, unless the operation was told otherwise. */
  readonly publicMessage: string | undefined;
  readonly words: RefusalWords | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly limit: number | undefined;

  constructor(code: ErrorCode, options: DomainErrorOptions = {}) {
    const message = options.words ? englishWords(options.words) : options.message;
    super(message ?? code, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.fields = options.fields;
    this.publicMessage = message;
    this.words = options.words;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.limit = options.limit;
  }
}

function englishWords({ key, values }: RefusalWords): string {
  return translator("en")(`refusals.${key}`, values as never);
}
