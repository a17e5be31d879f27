/** What an app learns of a person, written down for that person to read. */
import { type Person, readPersonClaims } from "./read-person-claims.ts";
import type { Scope } from "./scopes.ts";

/** Those without a value are left out. */
export type DescribedClaims = readonly { readonly name: string; readonly value: string }[];

/** What `scopes` give, and claims asked for by `names` beyond them; all but `sub`, which depends on the app. */
export function tellClaims(
  person: Person,
  scopes: readonly Scope[],
  names: readonly string[] = [],
): DescribedClaims {
  const named = Object.fromEntries(names.map((name) => [name, null]));
  return Object.entries(readPersonClaims(person, scopes, named)).flatMap(([name, value]) => {
    const text = textOf(value);
    return name === "sub" || text === "" ? [] : [{ name, value: text }];
  });
}

/** As a person would write it down. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(", ");
  if (typeof value === "object" && value !== null) {
    const { formatted, ...parts } = value as Record<string, unknown>;
    return typeof formatted === "string" ? formatted : Object.values(parts).map(textOf).join(", ");
  }
  return String(value ?? "");
}
