/** Takes apart what a TPM signs and attests (TPM 2.0 Library, Part 2: Structures). Big-endian throughout. */

/** TPMS_ATTEST with a certify info (sections 10.12.8 and 10.12.3). */
export interface TpmAttest {
  readonly magic: number;
  readonly type: number;
  readonly extraData: Uint8Array;
  /** TPM2B_NAME: the digest's identifier, then the digest over the public area. */
  readonly attestedName: Uint8Array;
}

/** TPMT_PUBLIC of a signing key (section 12.2.4). */
export type TpmPublic = {
  /** The digest that names this area. */
  readonly nameAlgorithm: number;
} & (
  | { readonly type: "rsa"; readonly exponent: number; readonly modulus: Uint8Array }
  | { readonly type: "ecc"; readonly curve: number; readonly x: Uint8Array; readonly y: Uint8Array }
);

const algorithmNull = 0x0010;
const algorithmRsa = 0x0001;
const algorithmEcc = 0x0023;
/** TPM_ALG_ECDAA has a counter after its digest. */
const schemeEcdaa = 0x001a;

class TpmReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  take(length: number): Uint8Array {
    if (length > this.#bytes.length - this.#at) throw new Error("the TPM structure ends too early");
    const taken = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    return taken;
  }

  number(bytes: 2 | 4): number {
    return this.take(bytes).reduce((value, byte) => value * 256 + byte, 0);
  }

  /** TPM2B: two bytes of length, then as many. */
  sized(): Uint8Array {
    return this.take(this.number(2));
  }

  end(): void {
    if (this.#at !== this.#bytes.length) throw new Error("bytes are left over in the TPM structure");
  }
}

/** @throws Error when it is no TPMS_ATTEST with a certify info */
export function readTpmAttest(bytes: Uint8Array): TpmAttest {
  const reader = new TpmReader(bytes);
  const magic = reader.number(4);
  const type = reader.number(2);
  reader.sized(); // qualifiedSigner
  const extraData = reader.sized();
  reader.take(17); // clockInfo
  reader.take(8); // firmwareVersion
  const attestedName = reader.sized();
  reader.sized(); // qualifiedName
  reader.end();
  return { magic, type, extraData, attestedName };
}

/** @throws Error for other kinds of keys and what is malformed */
export function readTpmPublic(bytes: Uint8Array): TpmPublic {
  const reader = new TpmReader(bytes);
  const type = reader.number(2);
  const nameAlgorithm = reader.number(2);
  reader.number(4); // objectAttributes
  reader.sized(); // authPolicy
  if (type !== algorithmRsa && type !== algorithmEcc) throw new Error("the TPM key is of an unknown type");
  // TPMT_SYM_DEF_OBJECT: signing keys have none; a key that has one names its size and mode.
  if (reader.number(2) !== algorithmNull) reader.take(4);
  skipScheme(reader);
  if (type === algorithmRsa) {
    reader.number(2); // keyBits
    // Zero stands for the usual exponent (section 12.2.3.5).
    const exponent = reader.number(4) || 65_537;
    const modulus = reader.sized();
    reader.end();
    return { nameAlgorithm, type: "rsa", exponent, modulus };
  }
  const curve = reader.number(2);
  if (reader.number(2) !== algorithmNull) reader.take(2); // key derivation, with its digest
  const x = reader.sized();
  const y = reader.sized();
  reader.end();
  return { nameAlgorithm, type: "ecc", curve, x, y };
}

function skipScheme(reader: TpmReader): void {
  const scheme = reader.number(2);
  if (scheme === algorithmNull) return;
  reader.take(scheme === schemeEcdaa ? 4 : 2);
}
