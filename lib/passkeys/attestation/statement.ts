/** What an attestation statement's check receives and answers, and how its members are read. */

import type { PublicKey } from "./import-cose-key.ts";
import type { AttestedCredential, AuthenticatorData } from "./read-authenticator-data.ts";
import type { CborMap } from "./read-cbor.ts";
import { type Certificate, readCertificate } from "./read-certificate.ts";

/** Where FIDO's conformance rules and WebAuthn Level 3 disagree, whose are applied. */
export type Strictness = "webauthn" | "fido";

/** What the certificates mean for privacy (WebAuthn Level 3 section 6.5.3). */
export type AttestationType = "none" | "self" | "basic" | "attca" | "anonca";

export interface StatementInput {
  readonly statement: CborMap;
  readonly authenticatorData: Uint8Array;
  readonly parsed: AuthenticatorData;
  readonly attested: AttestedCredential;
  readonly credentialKey: PublicKey;
  readonly clientDataHash: Uint8Array;
  readonly now: Date;
  readonly strictness: Strictness;
}

export interface VerifiedStatement {
  readonly type: AttestationType;
  /** Leaf first; empty without certificates. */
  readonly trustPath: readonly Certificate[];
  /** Whether the signature of the statement covers the AAGUID. */
  readonly coversAaguid: boolean;
}

/** The bytes that most formats sign (section 6.5.6). */
export function signedBytes({ authenticatorData, clientDataHash }: StatementInput): Uint8Array {
  return Buffer.concat([authenticatorData, clientDataHash]);
}

/** @throws Error when the member is missing, empty or no byte string */
export function bytesMember(statement: CborMap, name: string): Uint8Array<ArrayBuffer> {
  const value = statement.get(name);
  if (!(value instanceof Uint8Array) || value.length === 0) throw new Error(`${name} is no byte string`);
  return value;
}

/** More certificates than any chain in the field has; each one costs a signature. */
const mostCertificates = 8;

/** @throws Error when `x5c` is missing, empty, too long, or holds what is no certificate */
export function certificatesMember(statement: CborMap): readonly [Certificate, ...Certificate[]] {
  const value = statement.get("x5c");
  if (!Array.isArray(value) || value.length > mostCertificates) throw new Error("x5c is no list");
  const [leaf, ...rest] = value.map((item: unknown) => {
    if (!(item instanceof Uint8Array)) throw new Error("x5c holds what is no byte string");
    return readCertificate(item);
  });
  if (!leaf) throw new Error("x5c is empty");
  return [leaf, ...rest];
}
