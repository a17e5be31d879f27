import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeBase64url, encodeBase64url } from "./base64url.ts";
import { deriveKey, type Keyring, open, seal } from "./keyring.ts";

const key = (id: string) => ({ id, key: new Uint8Array(randomBytes(32)) });
const older = key("2025");
const newer = key("2026");
const ring: Keyring = { keys: [newer, older] };
const secret = new TextEncoder().encode("a private key");

describe("seal and open", () => {
  it("opens what was sealed for the same owner", () => {
    expect(open(ring, seal(ring, secret, "kid-1"), "kid-1")).toEqual(new Uint8Array(secret));
  });

  it("opens what an older key of the ring sealed, and seals with the newest", () => {
    const sealed = seal({ keys: [older] }, secret, "x");
    expect(open(ring, sealed, "x")).toEqual(new Uint8Array(secret));
    expect(() => open({ keys: [older] }, seal(ring, secret, "x"), "x")).toThrow(
      "'2026', which is not in the keyring",
    );
  });

  it("refuses a value that was moved to another owner", () => {
    expect(() => open(ring, seal(ring, secret, "user-1"), "user-2")).toThrow();
  });

  it("refuses a value in which any one bit was changed", () => {
    const sealed = seal(ring, secret, "x");
    fc.assert(
      fc.property(fc.nat(sealed.length * 8 - 1), (bit) => {
        const changed = new Uint8Array(sealed);
        const index = Math.floor(bit / 8);
        changed[index] = (changed[index] ?? 0) ^ (1 << (bit % 8));
        expect(() => open(ring, changed, "x")).toThrow();
      }),
    );
  });

  it("refuses what is too short to be sealed", () => {
    expect(() => open(ring, new Uint8Array([1, 0, 0]), "x")).toThrow("unknown format");
  });

  it("derives different keys for different purposes", () => {
    expect(deriveKey(newer, "a")).not.toEqual(deriveKey(newer, "b"));
    expect(deriveKey(newer, "a")).toEqual(deriveKey(newer, "a"));
  });
});

describe("base64url", () => {
  it("returns the bytes that went in", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(decodeBase64url(encodeBase64url(bytes))).toEqual(new Uint8Array(bytes));
      }),
    );
  });

  it.each(["AA==", "A", "AAAAA", "a+b/", "AB", "A A", "AA\n"])("refuses %j", (text) => {
    expect(decodeBase64url(text)).toBeUndefined();
  });
});
