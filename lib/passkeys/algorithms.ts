/** The signature algorithms: which are offered, and how each one is verified (IANA COSE Algorithms). */

export interface Algorithm {
  /** COSE identifier. */
  readonly id: number;
  readonly name: string;
  /** COSE key type, and the curve where the type has one. */
  readonly kty: number;
  readonly crv?: number;
  /** The digest that is signed; EdDSA has none of its own. */
  readonly hash?: "sha1" | "sha256" | "sha384" | "sha512";
  /** RSASSA-PSS, with a salt as long as the digest (RFC 8230 section 2); otherwise PKCS #1 v1.5. */
  readonly pss?: boolean;
}

const okp = 1;
const ec2 = 2;
const rsa = 3;

/** In the order of preference. ES256 is what most authenticators make; EdDSA here means Ed25519. */
export const algorithms: readonly Algorithm[] = [
  { id: -7, name: "ES256", kty: ec2, crv: 1, hash: "sha256" },
  { id: -8, name: "EdDSA", kty: okp, crv: 6 },
  { id: -35, name: "ES384", kty: ec2, crv: 2, hash: "sha384" },
  { id: -36, name: "ES512", kty: ec2, crv: 3, hash: "sha512" },
  { id: -37, name: "PS256", kty: rsa, hash: "sha256", pss: true },
  { id: -257, name: "RS256", kty: rsa, hash: "sha256" },
];

/** What new passkeys may use: exactly this goes into the options, and nothing else comes back. */
export const algorithmIds: readonly number[] = algorithms.map(({ id }) => id);

/** Not offered, but verified where a caller offers them, or where an attestation is signed with them. */
const furtherAlgorithms: readonly Algorithm[] = [
  { id: -9, name: "ESP256", kty: ec2, crv: 1, hash: "sha256" },
  { id: -19, name: "Ed25519", kty: okp, crv: 6 },
  { id: -38, name: "PS384", kty: rsa, hash: "sha384", pss: true },
  { id: -39, name: "PS512", kty: rsa, hash: "sha512", pss: true },
  { id: -47, name: "ES256K", kty: ec2, crv: 8, hash: "sha256" },
  { id: -51, name: "ESP384", kty: ec2, crv: 2, hash: "sha384" },
  { id: -52, name: "ESP512", kty: ec2, crv: 3, hash: "sha512" },
  { id: -53, name: "Ed448", kty: okp, crv: 7 },
  { id: -258, name: "RS384", kty: rsa, hash: "sha384" },
  { id: -259, name: "RS512", kty: rsa, hash: "sha512" },
  // SHA-1 collisions make this one unfit for passkeys; older TPMs sign their attestations with it.
  { id: -65535, name: "RS1", kty: rsa, hash: "sha1" },
];

const known = new Map([...algorithms, ...furtherAlgorithms].map((algorithm) => [algorithm.id, algorithm]));

/** The algorithm with that COSE identifier, when it can be verified at all. */
export function findAlgorithm(id: unknown): Algorithm | undefined {
  return typeof id === "number" ? known.get(id) : undefined;
}
