/** A person's row → the claims that an app may see. */
import type { UserRow } from "#drizzle/schema/users.ts";
import type { ClaimsRequest } from "./schema.ts";
import { claimsOfScope, type PersonClaim, type Scope } from "./scopes.ts";

export type Person = Pick<
  UserRow,
  | "id"
  | "username"
  | "displayName"
  | "givenName"
  | "familyName"
  | "picture"
  | "locale"
  | "emailVerifiedAt"
  | "updatedAt"
>;

export type PersonClaims = Partial<Record<PersonClaim, string | number | boolean>>;

/** What `scopes` give, and what a part of the `claims` parameter asks for beyond them. `sub` is always there. */
export function readPersonClaims(
  person: Person,
  scopes: readonly Scope[],
  requested: ClaimsRequest["userinfo"],
): PersonClaims & { sub: string } {
  const wanted = new Set<string>(scopes.flatMap((scope) => claimsOfScope[scope]));
  for (const name of Object.keys(requested ?? {})) wanted.add(name);
  const entries = Object.entries(allClaims(person)).filter(
    ([name, value]) => value !== undefined && wanted.has(name),
  );
  return { ...Object.fromEntries(entries), sub: person.id };
}

/** A claim without a value is left out, never sent as null (OIDC Core section 5.3.2). */
function allClaims(person: Person): Record<PersonClaim, string | number | boolean | undefined> {
  const hasEmail = person.username.includes("@");
  return {
    sub: person.id,
    name: person.displayName,
    given_name: person.givenName ?? undefined,
    family_name: person.familyName ?? undefined,
    preferred_username: person.username,
    picture: person.picture ?? undefined,
    locale: person.locale ?? undefined,
    updated_at: Math.floor(person.updatedAt.getTime() / 1000),
    email: hasEmail ? person.username : undefined,
    email_verified: hasEmail ? person.emailVerifiedAt !== null : undefined,
  };
}
