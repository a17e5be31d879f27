/** Edwards keys that are points, and bytes that are none. */
import { createPublicKey, generateKeyPairSync, verify } from "node:crypto";
import { describe, expect, it } from "vitest";
import { jwkBytes } from "#lib/testing/authenticator/key-pair.ts";
import { isEdwardsPoint } from "./is-edwards-point.ts";

/** Little-endian, as keys are written. */
function encoded(value: bigint, bytes: number, sign = 0): Uint8Array {
  const hex = value.toString(16).padStart(bytes * 2, "0");
  const key = new Uint8Array(Buffer.from(hex, "hex").reverse());
  key[bytes - 1] = (key[bytes - 1] ?? 0) | (sign << 7);
  return key;
}

const p25519 = 2n ** 255n - 19n;
const p448 = 2n ** 448n - 2n ** 224n - 1n;
/** The two values of y whose points have order eight. */
const eighth = [
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
].map((hex) => new Uint8Array(Buffer.from(hex, "hex")));

describe("a key on an Edwards curve", () => {
  it("is one when a generator made it", () => {
    for (let round = 0; round < 20; round++) {
      const small = generateKeyPairSync("ed25519").publicKey;
      const large = generateKeyPairSync("ed448").publicKey;
      expect(isEdwardsPoint("ed25519", jwkBytes(small, "x"))).toBe(true);
      expect(isEdwardsPoint("ed448", jwkBytes(large, "x"))).toBe(true);
    }
  });

  it("is one when it is the base point", () => {
    const base = Buffer.from(`58${"66".repeat(31)}`, "hex");
    expect(isEdwardsPoint("ed25519", new Uint8Array(base))).toBe(true);
  });

  it.each<[string, "ed25519" | "ed448", Uint8Array]>([
    ["zero", "ed25519", encoded(1n, 32)],
    ["of order two", "ed25519", encoded(p25519 - 1n, 32)],
    ["of order four", "ed25519", encoded(0n, 32)],
    ["of order four, the other one", "ed25519", encoded(0n, 32, 1)],
    ["of order eight", "ed25519", eighth[0] ?? new Uint8Array()],
    ["of order eight, another one", "ed25519", eighth[1] ?? new Uint8Array()],
    ["zero with a sign", "ed25519", encoded(1n, 32, 1)],
    ["off the curve", "ed25519", encoded(2n, 32)],
    ["written as more than the prime", "ed25519", encoded(p25519 + 3n, 32)],
    ["too short", "ed25519", new Uint8Array(31)],
    ["zero", "ed448", encoded(1n, 57)],
    ["of order two", "ed448", encoded(p448 - 1n, 57)],
    ["of order four", "ed448", encoded(0n, 57)],
    ["written as more than the prime", "ed448", encoded(p448 + 3n, 57)],
    ["longer than its field", "ed448", encoded(2n ** 448n + 3n, 57)],
  ])("is none when it is %s (%s)", (_, curve, key) => {
    expect(isEdwardsPoint(curve, key)).toBe(false);
  });

  it("is one for about every second y, as the curve has it", () => {
    const points = Array.from({ length: 200 }, (_, index) =>
      isEdwardsPoint("ed25519", encoded(BigInt(index) ** 31n % p25519, 32)),
    );
    const share = points.filter(Boolean).length / points.length;
    expect(share).toBeGreaterThan(0.35);
    expect(share).toBeLessThan(0.65);
  });

  it("would be imported all the same, and verify nothing", () => {
    const x = Buffer.from(encoded(1n, 32)).toString("base64url");
    const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
    const forged = Buffer.concat([encoded(1n, 32), Buffer.alloc(32)]);
    expect(verify(null, Buffer.from("anything"), key, forged)).toBe(false);
  });
});
