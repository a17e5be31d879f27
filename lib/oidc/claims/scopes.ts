/** Which claims a scope stands for (OIDC Core section 5.4), as far as we hold them. */

export const claimsOfScope = {
  openid: ["sub"],
  profile: ["name", "given_name", "family_name", "preferred_username", "picture", "locale", "updated_at"],
  email: ["email", "email_verified"],
} as const;

export type Scope = keyof typeof claimsOfScope;
export type PersonClaim = (typeof claimsOfScope)[Scope][number];

export const supportedScopes = Object.keys(claimsOfScope) as readonly Scope[];

export function isSupportedScope(value: string): value is Scope {
  return Object.hasOwn(claimsOfScope, value);
}

/** Scopes and claims that were stored: those that this version still knows. */
export function knownScopes(values: readonly string[]): Scope[] {
  return values.filter(isSupportedScope);
}

/** The scope that holds a claim; undefined for `sub`, which needs none, and for claims that we do not hold. */
export function scopeOfClaim(claim: string): Exclude<Scope, "openid"> | undefined {
  const holders = ["profile", "email"] as const;
  return holders.find((scope) => (claimsOfScope[scope] as readonly string[]).includes(claim));
}
