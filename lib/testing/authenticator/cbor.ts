/** Encodes CBOR (RFC 8949) as far as authenticators use it, and lets raw bytes stand where a value should. */

export type Cbor =
  | number
  | bigint
  | string
  | boolean
  | null
  | Uint8Array
  | RawCbor
  | readonly Cbor[]
  | ReadonlyMap<number | string, Cbor>;

/** Bytes that go into the encoding as they are: what no encoder would write. */
export class RawCbor {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

/** Definite lengths and shortest heads; maps keep the order they were built in. */
export function encodeCbor(value: Cbor): Uint8Array {
  return new Uint8Array(encode(value));
}

function encode(value: Cbor): Buffer {
  if (value === null) return Buffer.from([0xf6]);
  if (value instanceof RawCbor) return Buffer.from(value.bytes);
  if (typeof value === "number" || typeof value === "bigint")
    return value >= 0 ? head(0, value) : head(1, -1n - BigInt(value));
  if (typeof value === "boolean") return Buffer.from([value ? 0xf5 : 0xf4]);
  if (typeof value === "string") {
    const text = Buffer.from(value, "utf8");
    return Buffer.concat([head(3, text.length), text]);
  }
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  if (value instanceof Map)
    return Buffer.concat([head(5, value.size), ...[...value].flat().map((item) => encode(item as Cbor))]);
  const items = value as readonly Cbor[];
  return Buffer.concat([head(4, items.length), ...items.map(encode)]);
}

function head(majorType: number, value: number | bigint): Buffer {
  const first = majorType << 5;
  const argument = Number(value);
  if (argument < 24) return Buffer.from([first | argument]);
  if (argument < 0x100) return Buffer.from([first | 24, argument]);
  if (argument < 0x1_0000) return Buffer.from([first | 25, argument >> 8, argument & 0xff]);
  const wide = argument >= 0x1_0000_0000;
  const bytes = Buffer.alloc(wide ? 9 : 5);
  bytes[0] = first | (wide ? 27 : 26);
  if (wide) bytes.writeBigUInt64BE(BigInt(value), 1);
  else bytes.writeUInt32BE(argument, 1);
  return bytes;
}
