/** A file that cannot be applied: everything that is wrong with it, each with its place. */
import { errorTable } from "#lib/errors/codes.ts";
import { DomainError } from "#lib/errors/domain-error.ts";

export type ProblemPath = readonly (string | number)[];

export interface ConfigurationProblem {
  readonly path: ProblemPath;
  readonly message: string;
}

export class ConfigurationError extends Error {
  readonly problems: readonly ConfigurationProblem[];
  constructor(problems: readonly ConfigurationProblem[]) {
    super("The configuration cannot be applied.");
    this.name = "ConfigurationError";
    this.problems = problems;
  }
}

/** Runs `work` for what stands at `path`, and says of a refusal that it was about this. */
export async function within<T>(path: ProblemPath, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const message = error.publicMessage ?? errorTable[error.code].message;
    const fields = error.fields ?? [{ path: "", message }];
    throw new ConfigurationError(
      fields.map((field) => ({ path: [...path, ...segments(field.path)], message: field.message })),
    );
  }
}

function segments(path: string): (string | number)[] {
  return path
    .split(".")
    .filter(Boolean)
    .map((segment) => (/^\d+$/.test(segment) ? Number(segment) : segment));
}
