/** A person's row → the claims that an app may see. */
import type { UserRow } from "#drizzle/schema/users.ts";
import type { ClaimValue } from "#lib/groups/claims/schema.ts";
import { type AddressClaim, addressClaim } from "./address-claim.ts";
import type { ClaimsRequest } from "./schema.ts";
import { claimsOfScope, type PersonClaim, type Scope } from "./scopes.ts";

/** What an administrator added: to the person (`group` is null) or to a group of theirs. */
export interface CustomClaim {
  readonly name: string;
  readonly value: ClaimValue;
  readonly group: string | null;
}

export type PersonRow = Pick<
  UserRow,
  | "id"
  | "username"
  | "displayName"
  | "givenName"
  | "familyName"
  | "middleName"
  | "nickname"
  | "picture"
  | "profile"
  | "website"
  | "gender"
  | "birthdate"
  | "zoneinfo"
  | "locale"
  | "address"
  | "phoneNumber"
  | "phoneNumberVerifiedAt"
  | "emailVerifiedAt"
  | "updatedAt"
>;

export interface Person extends PersonRow {
  /** Names in order; undefined where nobody asked for them. */
  readonly groups?: readonly string[] | undefined;
  /** The strongest of a name comes last; undefined where nobody asked for them. */
  readonly customClaims?: readonly CustomClaim[] | undefined;
}

export type PersonClaimValue = ClaimValue | readonly string[] | AddressClaim;
export type PersonClaims = Readonly<Record<string, PersonClaimValue>>;

/**
 * What `scopes` give, and what a part of the `claims` parameter asks for beyond them. A `value` that was asked for and is
 * another one in truth changes nothing: only `sub` and `acr` are demands, and those are checked before anything is
 * issued (OIDC Core sections 5.5.1 and 5.5.1.1). `sub` is not among them: it depends on the app, see `subjectOf`.
 */
export function readPersonClaims(
  person: Person,
  scopes: readonly Scope[],
  requested: ClaimsRequest["userinfo"],
): PersonClaims {
  const wanted = wantedClaims(scopes, requested);
  const entries = allPersonClaims(person).filter(({ name, custom }) => wanted(name, custom));
  return Object.fromEntries(entries.map(({ name, value }) => [name, value]));
}

/** Whether a claim was asked for, by scope or by name. */
export function wantedClaims(
  scopes: readonly Scope[],
  requested: ClaimsRequest["userinfo"],
): (name: string, custom: boolean) => boolean {
  const named = new Set<string>(scopes.flatMap((scope) => claimsOfScope[scope]));
  for (const name of Object.keys(requested ?? {})) named.add(name);
  const withCustom = scopes.includes("profile");
  return (name, custom) => named.has(name) || (custom && withCustom);
}

export interface KnownClaim {
  readonly name: string;
  readonly value: PersonClaimValue;
  readonly custom: boolean;
}

/** Everything that is known of a person but `sub`. A claim without a value is left out (OIDC Core section 5.3.2). */
export function allPersonClaims(person: Person): KnownClaim[] {
  const own = Object.entries(ownClaims(person)).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [{ name, value, custom: false }],
  );
  const custom = new Map(
    (person.customClaims ?? []).map(({ name, value }) => [name, { name, value, custom: true }] as const),
  );
  // No custom claim takes the place of what the protocol gives a meaning.
  return [...[...custom.values()].filter(({ name }) => !Object.hasOwn(ownClaims(person), name)), ...own];
}

function ownClaims(person: Person): Record<Exclude<PersonClaim, "sub">, PersonClaimValue | null | undefined> {
  const hasEmail = person.username.includes("@");
  return {
    name: person.displayName,
    family_name: person.familyName,
    given_name: person.givenName,
    middle_name: person.middleName,
    nickname: person.nickname,
    preferred_username: person.username,
    profile: person.profile,
    picture: person.picture,
    website: person.website,
    gender: person.gender,
    birthdate: person.birthdate,
    zoneinfo: person.zoneinfo,
    locale: person.locale,
    updated_at: Math.floor(person.updatedAt.getTime() / 1000),
    email: hasEmail ? person.username : undefined,
    email_verified: hasEmail ? person.emailVerifiedAt !== null : undefined,
    address: addressClaim(person.address),
    phone_number: person.phoneNumber,
    phone_number_verified: person.phoneNumber === null ? undefined : person.phoneNumberVerifiedAt !== null,
    groups: person.groups,
  };
}
