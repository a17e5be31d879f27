/** Writes DER (ITU-T X.690), as far as certificates and what stands in them need it. */

export type Der = Uint8Array;

/** Class and constructed bits of a tag. */
const constructed = 0x20;
const contextClass = 0x80;

/** Any element: identifier octets, length, content. */
export function element(identifier: readonly number[], ...content: readonly Uint8Array[]): Der {
  const body = Buffer.concat(content);
  return new Uint8Array(Buffer.concat([Buffer.from(identifier), lengthOctets(body.length), body]));
}

export const sequence = (...items: readonly Der[]): Der => element([0x30], ...items);
/** SET OF: DER wants the elements in the order of their encodings. */
export const setOf = (...items: readonly Der[]): Der =>
  element([0x31], ...items.toSorted((left, right) => Buffer.compare(left, right)));
export const boolean = (value: boolean): Der => element([0x01], Buffer.from([value ? 0xff : 0]));
export const nullValue = (): Der => element([0x05]);
export const octetString = (bytes: Uint8Array): Der => element([0x04], bytes);
/** `unusedBits` at the end of the last byte are not part of the string. */
export const bitString = (bytes: Uint8Array, unusedBits = 0): Der =>
  element([0x03], Buffer.from([unusedBits]), bytes);
export const utf8String = (text: string): Der => element([0x0c], Buffer.from(text, "utf8"));
export const printableString = (text: string): Der => element([0x13], Buffer.from(text, "latin1"));
export const enumerated = (value: number): Der => element([0x0a], Buffer.from([value]));

/** A non-negative integer: a number, or big-endian bytes. */
export function integer(value: number | Uint8Array): Der {
  const bytes =
    typeof value === "number" ? Buffer.from(value.toString(16).padStart(16, "0"), "hex") : Buffer.from(value);
  const start = bytes.findIndex((byte) => byte !== 0);
  const shortest = start < 0 ? Buffer.from([0]) : bytes.subarray(start);
  return element([0x02], ...((shortest[0] ?? 0) > 0x7f ? [Buffer.from([0]), shortest] : [shortest]));
}

export function oid(dotted: string): Der {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  return element([0x06], Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

/** UTCTime to 2049, GeneralizedTime after it (RFC 5280 section 4.1.2.5). */
export function time(date: Date): Der {
  const digits = date.toISOString().replaceAll(/[-:T]|\.\d+Z/g, "");
  return date.getUTCFullYear() < 2050
    ? element([0x17], Buffer.from(`${digits.slice(2)}Z`))
    : element([0x18], Buffer.from(`${digits}Z`));
}

/** [tag] EXPLICIT. */
export function explicit(tag: number, ...content: readonly Der[]): Der {
  return element(contextTag(tag, constructed), ...content);
}

/** [tag] IMPLICIT over a primitive type. */
export function implicit(tag: number, content: Uint8Array): Der {
  return element(contextTag(tag, 0), content);
}

function contextTag(tag: number, form: number): number[] {
  return tag < 31 ? [contextClass | form | tag] : [contextClass | form | 31, ...base128(tag)];
}

function base128(value: number): number[] {
  const digits = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128))
    digits.unshift(0x80 | (rest % 128));
  return digits;
}

function lengthOctets(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const hex = length.toString(16);
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), "0"), "hex");
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes]);
}
