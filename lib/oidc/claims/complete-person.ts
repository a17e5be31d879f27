/** Adds what the statement that found a person did not read, where a token needs it. */
import type { Db } from "#lib/db/client.ts";
import { isReservedClaim } from "#lib/groups/claims/reserved-claims.ts";
import type { Person } from "./read-person-claims.ts";
import type { ClaimsRequest } from "./schema.ts";
import type { Scope } from "./scopes.ts";
import { findPerson } from "./store.ts";

/**
 * With groups and custom claims, where `scopes` or `requested` ask for them and nobody has read them yet: a second query in
 * the rare case, none in the usual one. Someone who was deleted meanwhile stays as they were.
 */
export async function completePerson(
  db: Db,
  person: Person,
  scopes: readonly Scope[],
  requested: ClaimsRequest["id_token"],
): Promise<Person> {
  if (person.groups !== undefined && person.customClaims !== undefined) return person;
  const isNeeded =
    scopes.includes("groups") ||
    scopes.includes("profile") ||
    Object.keys(requested ?? {}).some((name) => name === "groups" || !isReservedClaim(name));
  return isNeeded ? ((await findPerson(db, person.id)) ?? person) : person;
}
