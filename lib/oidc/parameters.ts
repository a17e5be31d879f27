/** Request parameters as the endpoints receive them: named, single, bounded. */
import { OAuthError } from "#lib/errors/oauth-error.ts";

export type ParameterProblem = "repeated" | "too long" | "malformed";

export interface Parameters<N extends string = string> {
  /** Without those that have a problem, and without empty ones (RFC 6749 section 3.1: as if omitted). */
  readonly values: Partial<Readonly<Record<N, string>>>;
  readonly problems: Partial<Readonly<Record<N, ParameterProblem>>>;
  /** The values, in order, of those that may be sent several times; `values` has them not. */
  readonly lists: Partial<Readonly<Record<N, readonly string[]>>>;
}

/** No request has a use for more values of one parameter. */
const mostRepetitions = 32;

/**
 * Picks the parameters named in `limits` (name → longest length); all others are ignored. Those in `repeatable` may
 * come several times (RFC 8707 section 2, RFC 8693 section 2.1).
 */
export function readParameters<N extends string>(
  entries: Iterable<readonly [string, string]>,
  limits: Readonly<Record<N, number>>,
  repeatable: readonly NoInfer<N>[] = [],
): Parameters<N> {
  const values: Partial<Record<N, string>> = {};
  const problems: Partial<Record<N, ParameterProblem>> = {};
  const lists: Partial<Record<N, string[]>> = {};
  const seen = new Set<N>();
  for (const [name, value] of entries) {
    if (!isNamed(limits, name)) continue;
    const list = repeatable.includes(name) ? (lists[name] ?? []) : undefined;
    if (list ? list.length >= mostRepetitions : seen.has(name)) problems[name] = "repeated";
    else if (value.length > limits[name]) problems[name] = "too long";
    // PostgreSQL stores no NUL, and no parameter has a use for one.
    else if (value.includes("\0")) problems[name] = "malformed";
    else if (list && value !== "") lists[name] = [...list, value];
    else if (value !== "") values[name] = value;
    seen.add(name);
  }
  for (const name of Object.keys(problems) as N[]) {
    delete values[name];
    delete lists[name];
  }
  return { values, problems, lists };
}

/** @throws OAuthError invalid_request for the first parameter that is repeated, too long or malformed. */
export function checkParameters(parameters: Parameters): void {
  const [first] = Object.entries(parameters.problems);
  if (!first) return;
  const [name, problem] = first;
  throw new OAuthError("invalid_request", `${name} is ${problem}.`);
}

function isNamed<N extends string>(limits: Readonly<Record<N, number>>, name: string): name is N {
  return Object.hasOwn(limits, name);
}
