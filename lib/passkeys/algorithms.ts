/** The signature algorithms that are offered; what verifies is exactly this list (IANA COSE Algorithms). */

export interface Algorithm {
  /** COSE identifier. */
  readonly id: number;
  readonly name: string;
  /** COSE key type, and the curve where the type has one. */
  readonly kty: number;
  readonly crv?: number;
}

const okp = 1;
const ec2 = 2;
const rsa = 3;

/** In the order of preference. ES256 is what most authenticators make; EdDSA here means Ed25519. */
export const algorithms: readonly Algorithm[] = [
  { id: -7, name: "ES256", kty: ec2, crv: 1 },
  { id: -8, name: "EdDSA", kty: okp, crv: 6 },
  { id: -35, name: "ES384", kty: ec2, crv: 2 },
  { id: -36, name: "ES512", kty: ec2, crv: 3 },
  { id: -37, name: "PS256", kty: rsa },
  { id: -257, name: "RS256", kty: rsa },
];

export const algorithmIds: readonly number[] = algorithms.map(({ id }) => id);
