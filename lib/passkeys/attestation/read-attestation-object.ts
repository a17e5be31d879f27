/** Takes an attestation object apart (WebAuthn Level 3 section 6.5.4). */
import { type CborMap, type CborValue, isCborMap, readCbor } from "./read-cbor.ts";

export interface FormattedStatement {
  readonly format: string;
  readonly statement: CborMap;
}

export interface AttestationObject {
  /** One; of `compound` (section 8.9) those that it holds. */
  readonly statements: readonly [FormattedStatement, ...FormattedStatement[]];
  readonly authenticatorData: Uint8Array<ArrayBuffer>;
}

const compound = "compound";
/** Each one costs a signature, or several. */
const mostStatements = 4;

/** @throws Error when it is no map with `fmt`, `attStmt` and `authData` of their types */
export function readAttestationObject(bytes: Uint8Array): AttestationObject {
  const object = readCbor(bytes);
  if (!isCborMap(object)) throw new Error("the attestation object is no map");
  const authenticatorData = object.get("authData");
  if (!(authenticatorData instanceof Uint8Array)) throw new Error("authData is no byte string");
  const statements =
    object.get("fmt") === compound ? readCompound(object.get("attStmt")) : [readStatement(object)];
  const [first, ...rest] = statements;
  if (!first) throw new Error("there is no statement");
  return { statements: [first, ...rest], authenticatorData };
}

function readStatement(object: CborMap): FormattedStatement {
  const format = object.get("fmt");
  const statement = object.get("attStmt");
  if (typeof format !== "string") throw new Error("fmt is no text");
  if (!isCborMap(statement)) throw new Error("attStmt is no map");
  return { format, statement };
}

function readCompound(list: CborValue): FormattedStatement[] {
  if (!Array.isArray(list) || list.length < 2 || list.length > mostStatements)
    throw new Error("a compound attestation is no list of some");
  return list.map((item: CborValue) => {
    if (!isCborMap(item)) throw new Error("a compound attestation holds what is no map");
    const read = readStatement(item);
    if (read.format === compound) throw new Error("a compound attestation holds another one");
    return read;
  });
}
