/** Alters bytes in the ways that parsers stumble over. The result always differs from the input. */
import type { Random } from "./random.ts";

/** Heads, lengths and signs where formats turn. */
const telling = [
  0x00, 0x01, 0x17, 0x18, 0x1b, 0x20, 0x30, 0x40, 0x58, 0x5f, 0x7f, 0x80, 0x9f, 0xbf, 0xf6, 0xff,
];

type Operator = (random: Random, bytes: Uint8Array) => Uint8Array;

const flipBit: Operator = (random, bytes) => {
  const at = random.below(bytes.length);
  return bytes.with(at, (bytes[at] ?? 0) ^ (1 << random.below(8)));
};

const operators: readonly Operator[] = [
  flipBit,
  flipBit,
  flipBit,
  (random, bytes) => bytes.with(random.below(bytes.length), random.below(256)),
  (random, bytes) => bytes.with(random.below(bytes.length), random.pick(telling)),
  (random, bytes) => {
    const at = random.below(bytes.length);
    return bytes.with(at, ((bytes[at] ?? 0) + (random.chance(0.5) ? 1 : 255)) & 0xff);
  },
  (random, bytes) => join(bytes.subarray(0, random.below(bytes.length))),
  (random, bytes) => join(bytes.subarray(1 + random.below(bytes.length))),
  (random, bytes) => join(bytes, random.bytes(1 + random.below(8))),
  (_, bytes) => join(bytes, Uint8Array.of(0)),
  (random, bytes) => splice(bytes, random.below(bytes.length), 1 + random.below(4), new Uint8Array()),
  (random, bytes) => splice(bytes, random.below(bytes.length), 0, random.bytes(1 + random.below(4))),
  (random, bytes) => splice(bytes, random.below(bytes.length), 0, Uint8Array.of(random.pick(telling))),
  (random, bytes) => {
    const at = random.below(bytes.length);
    const length = Math.min(1 + random.below(32), bytes.length - at);
    return splice(bytes, at, length, new Uint8Array(length).fill(random.pick([0x00, 0xff])));
  },
  (random, bytes) => {
    const from = random.below(bytes.length);
    return splice(bytes, random.below(bytes.length), 0, bytes.subarray(from, from + 1 + random.below(40)));
  },
  (random, bytes) => {
    const [left, right] = [random.below(bytes.length), random.below(bytes.length)];
    return bytes.with(left, bytes[right] ?? 0).with(right, bytes[left] ?? 0);
  },
  (random, bytes) => random.bytes(bytes.length),
  () => new Uint8Array(),
];

/** One alteration, now and then several. */
export function mutateBytes(random: Random, bytes: Uint8Array): Uint8Array {
  for (;;) {
    let altered = bytes;
    for (let times = random.chance(0.15) ? 1 + random.below(6) : 1; times > 0; times--)
      altered = altered.length === 0 ? random.bytes(1) : random.pick(operators)(random, altered);
    if (Buffer.compare(altered, bytes) !== 0) return altered;
  }
}

function splice(bytes: Uint8Array, at: number, remove: number, insert: Uint8Array): Uint8Array {
  return join(bytes.subarray(0, at), insert, bytes.subarray(at + remove));
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
