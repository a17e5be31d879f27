/** Which claims a scope stands for (OIDC Core section 5.4). */
import { isReservedClaim } from "#lib/groups/claims/reserved-claims.ts";

export const claimsOfScope = {
  openid: ["sub"],
  profile: [
    "name",
    "family_name",
    "given_name",
    "middle_name",
    "nickname",
    "preferred_username",
    "profile",
    "picture",
    "website",
    "gender",
    "birthdate",
    "zoneinfo",
    "locale",
    "updated_at",
  ],
  email: ["email", "email_verified"],
  address: ["address"],
  phone: ["phone_number", "phone_number_verified"],
  groups: ["groups"],
  /** Section 11: no claims, but tokens that outlive the session. */
  offline_access: [],
} as const;

export type Scope = keyof typeof claimsOfScope;
/** The claims with a name of their own; custom ones have any other. */
export type PersonClaim = (typeof claimsOfScope)[Scope][number];

export const supportedScopes = Object.keys(claimsOfScope) as readonly Scope[];

export function isSupportedScope(value: string): value is Scope {
  return Object.hasOwn(claimsOfScope, value);
}

/** Scopes and claims that were stored: those that this version still knows. */
export function knownScopes(values: readonly string[]): Scope[] {
  return values.filter(isSupportedScope);
}

const holders = new Map<string, Scope>(
  supportedScopes
    .filter((scope) => scope !== "openid")
    .flatMap((scope) => claimsOfScope[scope].map((claim) => [claim, scope] as const)),
);

/**
 * The scope that holds a claim: custom claims come with `profile`. Undefined for `sub`, which needs none, and for names
 * of the protocol, such as `acr`, which say nothing of the person.
 */
export function scopeOfClaim(claim: string): Exclude<Scope, "openid"> | undefined {
  const holder = holders.get(claim) ?? (isReservedClaim(claim) ? undefined : "profile");
  return holder === "openid" ? undefined : holder;
}
