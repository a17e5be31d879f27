/** What differs between what is there and what a file says, member by member. */
import { isDeepStrictEqual } from "node:util";

/** Of the members that the file names, those that are something else. */
export function differing(
  present: Readonly<Record<string, unknown>>,
  said: Readonly<Record<string, unknown>>,
): string[] {
  return Object.keys(said).filter(
    (name) => said[name] !== undefined && !isDeepStrictEqual(present[name] ?? null, said[name] ?? null),
  );
}

/** One line for each member. */
export function tellDifferences(
  names: readonly string[],
  present: Readonly<Record<string, unknown>>,
  said: Readonly<Record<string, unknown>>,
): string[] {
  return names.map((name) => `${name}: ${tell(present[name])} → ${tell(said[name])}`);
}

/** What something new says of itself. */
export function tellMembers(said: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(said)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${tell(value)}`);
}

function tell(value: unknown): string {
  return value === undefined || value === null ? "nothing" : JSON.stringify(value);
}
