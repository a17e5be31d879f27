/**
 * Reads CBOR (RFC 8949) as authenticators write it: definite lengths only, no key twice, bounded depth. An own reader,
 * because the bytes come from strangers: what could mean two things must be refused, not guessed. Longer heads and other
 * orders than CTAP2's canonical form has them mean one thing, and shipped authenticators have had them.
 */

export type CborKey = number | bigint | string;
export type CborValue =
  | number
  | bigint
  | string
  | boolean
  | null
  | undefined
  | Uint8Array<ArrayBuffer>
  | readonly CborValue[]
  | CborMap;
export type CborMap = ReadonlyMap<CborKey, CborValue>;

/** Authenticators nest four deep (CTAP2 section 8); extensions may do a little more. */
const deepest = 16;
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

interface Cursor {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  at: number;
}

/**
 * The item that fills `bytes` exactly.
 * @throws Error when it is malformed or something follows it
 */
export function readCbor(bytes: Uint8Array): CborValue {
  const { value, end } = readCborAt(bytes, 0);
  if (end !== bytes.length) throw new Error("CBOR: bytes are left over");
  return value;
}

/**
 * The item that begins at `start`, and where it ends.
 * @throws Error when it is malformed
 */
export function readCborAt(bytes: Uint8Array, start: number): { value: CborValue; end: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cursor: Cursor = { bytes, view, at: start };
  const value = readItem(cursor, 0);
  return { value, end: cursor.at };
}

export function isCborMap(value: CborValue): value is CborMap {
  return value instanceof Map;
}

function readItem(cursor: Cursor, depth: number): CborValue {
  if (depth > deepest) throw new Error("CBOR: nested too deep");
  const head = take(cursor, 1)[0] ?? 0;
  const major = head >> 5;
  const short = head & 0x1f;
  if (major === 7) return readSimple(cursor, short);
  const argument = readArgument(cursor, short);
  switch (major) {
    case 0:
      return argument;
    case 1:
      return typeof argument === "bigint" ? -1n - argument : -1 - argument;
    case 2:
      return new Uint8Array(take(cursor, argument));
    case 3:
      return utf8.decode(take(cursor, argument));
    case 4:
      return readArray(cursor, argument, depth);
    case 5:
      return readMap(cursor, argument, depth);
    default:
      // CTAP2's canonical form has no tags (section 8).
      throw new Error("CBOR: tags are not allowed");
  }
}

function readArray(cursor: Cursor, length: number | bigint, depth: number): readonly CborValue[] {
  const items: CborValue[] = [];
  for (let left = countOf(cursor, length, 1); left > 0; left -= 1) items.push(readItem(cursor, depth + 1));
  return items;
}

function readMap(cursor: Cursor, length: number | bigint, depth: number): CborMap {
  const map = new Map<CborKey, CborValue>();
  for (let left = countOf(cursor, length, 2); left > 0; left -= 1) {
    const key = readKey(cursor, depth + 1);
    // By what it means: a number in a longer spelling is the same key.
    if (map.has(key)) throw new Error("CBOR: a key stands twice");
    map.set(key, readItem(cursor, depth + 1));
  }
  return map;
}

function readKey(cursor: Cursor, depth: number): CborKey {
  const major = (cursor.bytes[cursor.at] ?? 0) >> 5;
  const key = readItem(cursor, depth);
  // A float would be read as the whole number that it equals.
  if (major !== 7 && (typeof key === "number" || typeof key === "string" || typeof key === "bigint"))
    return key;
  throw new Error("CBOR: a key is neither a whole number nor text");
}

/** Refuses lengths that the bytes cannot hold before anything is made for them. */
function countOf(cursor: Cursor, length: number | bigint, bytesEach: number): number {
  const left = cursor.bytes.length - cursor.at;
  if (typeof length === "bigint" || length * bytesEach > left) throw new Error("CBOR: ends too early");
  return length;
}

function readSimple(cursor: Cursor, short: number): CborValue {
  switch (short) {
    case 20:
      return false;
    case 21:
      return true;
    case 22:
      return null;
    case 23:
      return undefined;
    case 25:
      return halfFloat(new DataView(copy(take(cursor, 2))).getUint16(0));
    case 26:
      return new DataView(copy(take(cursor, 4))).getFloat32(0);
    case 27:
      return new DataView(copy(take(cursor, 8))).getFloat64(0);
    default:
      throw new Error("CBOR: unknown simple value");
  }
}

function readArgument(cursor: Cursor, short: number): number | bigint {
  if (short < 24) return short;
  const at = cursor.at;
  switch (short) {
    case 24:
      take(cursor, 1);
      return cursor.view.getUint8(at);
    case 25:
      take(cursor, 2);
      return cursor.view.getUint16(at);
    case 26:
      take(cursor, 4);
      return cursor.view.getUint32(at);
    case 27: {
      take(cursor, 8);
      const value = cursor.view.getBigUint64(at);
      return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
    }
    default:
      throw new Error("CBOR: lengths must be definite");
  }
}

function take(cursor: Cursor, length: number | bigint): Uint8Array {
  if (typeof length === "bigint" || length > cursor.bytes.length - cursor.at)
    throw new Error("CBOR: ends too early");
  const taken = cursor.bytes.subarray(cursor.at, cursor.at + length);
  cursor.at += length;
  return taken;
}

function copy(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

/** RFC 8949 appendix D. */
function halfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const mantissa = bits & 0x3ff;
  if (exponent === 0) return sign * mantissa * 2 ** -24;
  if (exponent === 31) return mantissa === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (mantissa + 1024) * 2 ** (exponent - 25);
}
