/** Takes an attestation object apart (WebAuthn Level 3 section 6.5.4). */
import { type CborMap, isCborMap, readCbor } from "./read-cbor.ts";

export interface AttestationObject {
  readonly format: string;
  readonly statement: CborMap;
  readonly authenticatorData: Uint8Array<ArrayBuffer>;
}

/** @throws Error when it is no map with `fmt`, `attStmt` and `authData` of their types */
export function readAttestationObject(bytes: Uint8Array): AttestationObject {
  const object = readCbor(bytes);
  if (!isCborMap(object)) throw new Error("the attestation object is no map");
  const format = object.get("fmt");
  const statement = object.get("attStmt");
  const authenticatorData = object.get("authData");
  if (typeof format !== "string") throw new Error("fmt is no text");
  if (!isCborMap(statement)) throw new Error("attStmt is no map");
  if (!(authenticatorData instanceof Uint8Array)) throw new Error("authData is no byte string");
  return { format, statement, authenticatorData };
}
