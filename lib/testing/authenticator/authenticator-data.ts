/** Builds authenticator data (WebAuthn Level 3 section 6.1), honest or not. */
import { createHash } from "node:crypto";
import { type Cbor, encodeCbor } from "./cbor.ts";

/** The flag bits by their names in the specification. */
export interface Flags {
  /** User present. */
  readonly up: boolean;
  /** User verified. */
  readonly uv: boolean;
  /** Backup eligible. */
  readonly be: boolean;
  /** Backed up. */
  readonly bs: boolean;
  /** Attested credential data included; by default set exactly when it is. */
  readonly at?: boolean;
  /** Extension data included; by default set exactly when it is. */
  readonly ed?: boolean;
}

export interface AuthenticatorDataParts {
  readonly rpId: string;
  readonly flags: Flags;
  readonly signCount: number;
  readonly attested?: {
    readonly aaguid: string;
    readonly credentialId: Uint8Array;
    readonly publicKey: Uint8Array;
  };
  readonly extensions?: ReadonlyMap<string, Cbor>;
}

export function buildAuthenticatorData(parts: AuthenticatorDataParts): Uint8Array {
  const { flags, attested, extensions } = parts;
  const bits =
    (flags.up ? 0x01 : 0) |
    (flags.uv ? 0x04 : 0) |
    (flags.be ? 0x08 : 0) |
    (flags.bs ? 0x10 : 0) |
    ((flags.at ?? attested !== undefined) ? 0x40 : 0) |
    ((flags.ed ?? extensions !== undefined) ? 0x80 : 0);
  const counter = Buffer.alloc(4);
  counter.writeUInt32BE(parts.signCount);
  return new Uint8Array(
    Buffer.concat([
      createHash("sha256").update(parts.rpId).digest(),
      Buffer.from([bits]),
      counter,
      attested ? attestedCredentialData(attested) : Buffer.alloc(0),
      extensions ? encodeCbor(extensions) : Buffer.alloc(0),
    ]),
  );
}

function attestedCredentialData(attested: NonNullable<AuthenticatorDataParts["attested"]>): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(attested.credentialId.length);
  return Buffer.concat([
    Buffer.from(attested.aaguid.replaceAll("-", ""), "hex"),
    length,
    attested.credentialId,
    attested.publicKey,
  ]);
}
