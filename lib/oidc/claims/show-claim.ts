/** Claims as a person reads them. */
import { allPersonClaims, type Person, type PersonClaimValue, wantedClaims } from "./read-person-claims.ts";
import type { Scope } from "./scopes.ts";

export interface ShownClaim {
  readonly name: string;
  readonly value: string;
}

/** What a scope tells of this person; claims without a value are left out, and so are empty lists. */
export function showClaimsOfScope(person: Person, subject: string, scope: Scope): ShownClaim[] {
  if (scope === "openid") return [{ name: "sub", value: subject }];
  const wanted = wantedClaims([scope], undefined);
  return allPersonClaims(person)
    .filter(({ name, custom }) => wanted(name, custom))
    .map(({ name, value }) => ({ name, value: showClaim(value) }))
    .filter(({ value }) => value !== "");
}

/** Lists with commas, an address as on an envelope. */
export function showClaim(value: PersonClaimValue): string {
  if (typeof value === "object" && "formatted" in value) return value.formatted;
  return typeof value === "object" ? value.join(", ") : String(value);
}
