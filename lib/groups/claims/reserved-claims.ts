/**
 * Claims that no administrator may set: an app would take them for the protocol's own word, or for what this program
 * knows of the person. Names, not values: safe for the client.
 */

/** RFC 7519, OIDC Core, OIDC logout and session specifications, RFC 7662, 7800, 8693, 9068, 9101, 9396, 9449. */
const protocolClaims = [
  ...["iss", "sub", "aud", "exp", "nbf", "iat", "jti"],
  ...["azp", "nonce", "auth_time", "acr", "amr", "at_hash", "c_hash", "s_hash", "sub_jwk", "sub_id"],
  ...["sid", "events", "toe", "txn"],
  ...["scope", "client_id", "active", "token_type", "cnf", "act", "may_act", "authorization_details"],
  ...["htm", "htu", "ath", "typ", "alg", "kid"],
  ...["_claim_names", "_claim_sources", "verified_claims"],
];

/** OIDC Core section 5.1: what is known of a person, also where this program does not know it yet; and `groups`. */
const personClaims = [
  ...["name", "given_name", "family_name", "middle_name", "nickname", "preferred_username"],
  ...[
    "profile",
    "picture",
    "website",
    "email",
    "email_verified",
    "gender",
    "birthdate",
    "zoneinfo",
    "locale",
  ],
  ...["phone_number", "phone_number_verified", "address", "updated_at", "groups"],
];

/** What JavaScript gives a meaning in objects. */
const objectMembers = ["__proto__", "constructor", "prototype"];

export const reservedClaims: ReadonlySet<string> = new Set([
  ...protocolClaims,
  ...personClaims,
  ...objectMembers,
]);

/** In whatever case: `Sub` next to `sub` would only be there to confuse. */
export function isReservedClaim(name: string): boolean {
  return reservedClaims.has(name.toLowerCase());
}
