import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cbor, encodeCbor } from "#lib/testing/authenticator/cbor.ts";
import { readCbor, readCborAt } from "./read-cbor.ts";

const hex = (text: string) => new Uint8Array(Buffer.from(text, "hex"));

describe("CBOR", () => {
  it.each<[string, unknown]>([
    ["00", 0],
    ["1818", 24],
    ["1903e8", 1000],
    ["1a000f4240", 1_000_000],
    ["1b000000e8d4a51000", 1_000_000_000_000],
    ["1bffffffffffffffff", 18_446_744_073_709_551_615n],
    ["20", -1],
    ["3903e7", -1000],
    ["3bffffffffffffffff", -18_446_744_073_709_551_616n],
    ["f4", false],
    ["f5", true],
    ["f6", null],
    ["f7", undefined],
    ["f93c00", 1],
    ["f97c00", Number.POSITIVE_INFINITY],
    ["f90001", 2 ** -24],
    ["fa47c35000", 100_000],
    ["fb3ff199999999999a", 1.1],
    ["4401020304", hex("01020304")],
    ["6449455446", "IETF"],
    ["83010203", [1, 2, 3]],
    [
      "a201020304",
      new Map([
        [1, 2],
        [3, 4],
      ]),
    ],
  ])("%s is read", (text, value) => {
    expect(readCbor(hex(text))).toEqual(value);
  });

  it.each([
    ["nothing", ""],
    ["something after it", "0000"],
    ["an indefinite length", "5f42010243030405ff"],
    ["an indefinite map", "bf01ff"],
    ["an indefinite list", "9f01ff"],
    ["indefinite text", "7f6161ff"],
    ["an indefinite length within", "a1019f01ff"],
    ["a tag", "c001"],
    ["a lone break", "ff"],
    ["an unknown simple value", "f0"],
    ["a reserved length", "1c"],
    ["bytes that end early", "4201"],
    ["text that is no UTF-8", "61ff"],
    ["an array that ends early", "8201"],
    ["a map that ends early", "a101"],
    ["a key twice", "a201020103"],
    ["a key twice, with the same value", "a201020102"],
    ["a key twice, in two spellings", "a20102180103"],
    ["a key twice, in spellings of eight bytes", "a201021b000000000000000103"],
    ["a negative key twice, in two spellings", "a22002380003"],
    ["a large key twice", "a21b0020000000000000001b002000000000000001"],
    ["a text key twice, in two spellings", "a261610278016103"],
    ["a key twice, further in", "a16161a201020103"],
    ["a key twice, not one behind the other", "a3010202030104"],
    ["a key that is a float", "a1f93c0001"],
    ["a key that is true", "a1f501"],
    ["a tag within", "a101c24101"],
    ["a key that is a list", "a18001"],
    ["a key that is bytes", "a1410101"],
    ["more items than bytes", "9b00ffffffffffffff"],
    ["a length beyond all numbers", "5bffffffffffffffff"],
    ["a head that ends early", "19ff"],
    ["a nesting without end", `${"81".repeat(64)}00`],
  ])("with %s is refused", (_, text) => {
    expect(() => readCbor(hex(text))).toThrow();
  });

  it.each<[string, string, unknown]>([
    ["a number in one byte more", "1801", 1],
    ["a number in eight bytes", "1b0000000000000001", 1],
    ["a negative number in two bytes", "390000", -1],
    ["bytes", "590001ff", hex("ff")],
    ["text", "780161", "a"],
    ["a list", "98020102", [1, 2]],
  ])("%s may be spelled longer than need be", (_, text, value) => {
    expect(readCbor(hex(text))).toEqual(value);
  });

  it("may have its keys in any order", () => {
    const [sorted, unsorted] = ["a3010203042005", "a3200503040102"].map((text) => readCbor(hex(text)));
    expect(new Map(unsorted as Map<number, number>)).toEqual(new Map(sorted as Map<number, number>));
  });

  it("is read where it stands, and says where it ends", () => {
    expect(readCborAt(hex("ff820102ff"), 1)).toEqual({ value: [1, 2], end: 4 });
  });

  it("comes back as it was written", () => {
    const leaf = fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.uint8Array());
    const { value } = fc.letrec<{ value: Cbor }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie("value"), { maxLength: 4 }),
        fc
          .uniqueArray(fc.tuple(fc.oneof(fc.integer(), fc.string()), tie("value")), {
            selector: ([key]) => key,
            maxLength: 4,
          })
          .map((entries) => new Map(entries)),
      ),
    }));
    fc.assert(
      fc.property(value, (written) => {
        expect(readCbor(encodeCbor(written))).toEqual(written);
      }),
    );
  });

  it("never fails but by an error, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          readCbor(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
          expect(error).not.toBeInstanceOf(RangeError);
        }
      }),
    );
  });
});
