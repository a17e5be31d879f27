/** Signatures that say the same in other bytes, or verify what they should not, in every scheme. */
import { constants, type KeyObject, sign } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type CoseAlgorithm, jwkBytes, makeKeyPair } from "#lib/testing/authenticator/key-pair.ts";
import { findAlgorithm } from "../algorithms.ts";
import { verifySignature } from "./verify-signature.ts";

const message = new Uint8Array(Buffer.from("authenticator data and digest"));

function verifier(id: CoseAlgorithm) {
  const pair = makeKeyPair(id);
  const algorithm = findAlgorithm(id);
  if (!algorithm) throw new Error("an algorithm that nobody knows");
  const verifies = (signature: Uint8Array, key: KeyObject = pair.publicKeyObject) =>
    verifySignature(algorithm, key, message, signature);
  return { pair, verifies, signature: new Uint8Array(pair.sign(message)) };
}

const numberOf = (bytes: Uint8Array) => BigInt(`0x${Buffer.from(bytes).toString("hex") || "0"}`);
const bytesOf = (value: bigint, length: number) =>
  new Uint8Array(Buffer.from(value.toString(16).padStart(length * 2, "0"), "hex"));

/** The two numbers of an ECDSA signature (RFC 3279 section 2.2.3), each as its DER content. */
function numbersOf(der: Uint8Array): [Uint8Array, Uint8Array] {
  const first = 4;
  const firstLength = der[3] ?? 0;
  const second = first + firstLength + 2;
  return [der.subarray(first, first + firstLength), der.subarray(second)];
}

const integer = (content: Uint8Array) => [2, content.length, ...content];
const sequence = (...content: number[]) => new Uint8Array([0x30, content.length, ...content]);
const pairOf = (r: Uint8Array, s: Uint8Array) => sequence(...integer(r), ...integer(s));
/** DER content of a positive number. */
const positive = (value: bigint) => {
  const bytes = bytesOf(value, Math.max(1, Math.ceil(value.toString(16).length / 2)));
  return (bytes[0] ?? 0) >= 0x80 ? new Uint8Array([0, ...bytes]) : bytes;
};

describe("an ECDSA signature", () => {
  const { verifies, signature } = verifier(-7);
  const [r, s] = numbersOf(signature);
  const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
  const zero = new Uint8Array(1);

  it("verifies as it came", () => {
    expect(verifies(signature)).toBe(true);
    expect(verifies(pairOf(r, s))).toBe(true);
  });

  it.each<[string, Uint8Array]>([
    ["nothing", new Uint8Array()],
    ["an empty list", sequence()],
    ["one number", sequence(...integer(r))],
    ["three numbers", sequence(...integer(r), ...integer(s), ...integer(s))],
    ["numbers in the wrong order", pairOf(s, r)],
    ["a byte too many", new Uint8Array([...signature, 0])],
    ["a byte too many within", sequence(...integer(r), ...integer(s), 0)],
    ["a longer length than it needs", new Uint8Array([0x30, 0x81, ...signature.subarray(1)])],
    ["a length without end", new Uint8Array([0x30, 0x80, ...signature.subarray(2), 0, 0])],
    ["a zero before its first number", pairOf(new Uint8Array([0, ...r]), s)],
    ["a zero before its second number", pairOf(r, new Uint8Array([0, ...s]))],
    ["zero as r", pairOf(zero, s)],
    ["zero as s", pairOf(r, zero)],
    ["zero twice", pairOf(zero, zero)],
    ["r beyond the order", pairOf(positive(numberOf(r) + order), s)],
    ["s beyond the order", pairOf(r, positive(numberOf(s) + order))],
    ["the order as s", pairOf(r, positive(order))],
    ["a negative r", pairOf(Uint8Array.of(0xff), s)],
    ["the numbers side by side", new Uint8Array([...bytesOf(numberOf(r), 32), ...bytesOf(numberOf(s), 32)])],
  ])("is refused as %s", (_, altered) => {
    expect(verifies(altered)).toBe(false);
  });
});

describe("an EdDSA signature", () => {
  const { verifies, signature } = verifier(-8);
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  const littleEndian = (value: bigint) => bytesOf(value, 32).reverse();
  const s = numberOf(signature.slice(32).reverse());

  it("verifies as it came, and with no other s", () => {
    expect(verifies(signature)).toBe(true);
    expect(verifies(new Uint8Array([...signature.subarray(0, 32), ...littleEndian(s)]))).toBe(true);
    for (const other of [s + order, order - s, 0n, order])
      expect(verifies(new Uint8Array([...signature.subarray(0, 32), ...littleEndian(other)]))).toBe(false);
  });

  it("is refused cut off, or with more", () => {
    for (const altered of [signature.slice(0, 63), new Uint8Array([...signature, 0]), new Uint8Array(64)])
      expect(verifies(altered)).toBe(false);
  });
});

describe.each([-257, -37] as const)("an RSA signature of %i", (id) => {
  const { pair, verifies, signature } = verifier(id);

  it("verifies as it came, and with no other number", () => {
    const modulus = numberOf(jwkBytes(pair.publicKeyObject, "n"));
    expect(verifies(signature)).toBe(true);
    for (const other of [numberOf(signature) + modulus, modulus - numberOf(signature), 0n, 1n, modulus - 1n])
      expect(verifies(bytesOf(other, 256).slice(-257))).toBe(false);
    for (const altered of [signature.slice(1), new Uint8Array([0, ...signature]), new Uint8Array()])
      expect(verifies(altered)).toBe(false);
  });

  it("is refused in the other padding, and over another digest", () => {
    const key = pair.privateKeyObject;
    const pss = { key, padding: constants.RSA_PKCS1_PSS_PADDING };
    const others =
      id === -257
        ? [sign("sha256", message, { ...pss, saltLength: 32 }), sign("sha1", message, key)]
        : [
            sign("sha256", message, key),
            sign("sha256", message, { ...pss, saltLength: 0 }),
            sign("sha384", message, { ...pss, saltLength: 48 }),
          ];
    for (const other of others) expect(verifies(other)).toBe(false);
  });
});

it("is refused under a key of another type or curve", () => {
  const { verifies, signature } = verifier(-7);
  for (const other of [-8, -35, -47, -257] as const)
    expect(verifies(signature, makeKeyPair(other).publicKeyObject)).toBe(false);
});
