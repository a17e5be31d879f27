import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashRecoveryCode, makeRecoveryCode } from "./recovery-code.ts";

const code = "7KQ2-M9X4-T0A8-CDEF-GHJ1";
const hash = hashRecoveryCode(code);

describe("a recovery code", () => {
  it("is five groups of four unambiguous signs, and never the same", () => {
    const made = Array.from({ length: 500 }, makeRecoveryCode);
    for (const one of made) expect(one).toMatch(/^([0-9AC-HJKMNP-RTV-Y]{4}-){4}[0-9AC-HJKMNP-RTV-Y]{4}$/);
    expect(new Set(made).size).toBe(500);
    // 10,000 signs of 29: each comes up some 345 times, 18 being the deviation.
    const all = made.join("").replaceAll("-", "");
    const counts = [...new Set(all)].map((sign) => all.split(sign).length - 1);
    expect(counts).toHaveLength(29);
    for (const count of counts) expect(Math.abs(count - 10_000 / 29)).toBeLessThan(110);
  });

  it.each([
    ["in small letters", "7kq2-m9x4-t0a8-cdef-ghj1"],
    ["without dashes", "7KQ2M9X4T0A8CDEFGHJ1"],
    ["with blanks", "  7KQ2 M9X4 T0A8\tCDEF GHJ1\n"],
    ["with other dashes", "7KQ2–M9X4—T0A8‑CDEF−GHJ1"],
    ["with look-alikes", "7kqz-m9x4-toab-cdef-ghji"],
    ["with an l for the one", "7KQ2-M9X4-TOA8-CDEF-GHJl"],
    ["in full width", "７ＫＱ２－Ｍ９Ｘ４－Ｔ０Ａ８－ＣＤＥＦ－ＧＨＪ１"],
    ["with what a chat program adds", "\u200e7KQ2-M9X4-T0A8\u200b-CDEF-GHJ1\u00a0"],
  ])("is the same %s", (_, typed) => {
    expect(hashRecoveryCode(typed)).toEqual(hash);
  });

  it("is another one with any sign changed, and whatever is typed has a hash", () => {
    for (const typed of ["", "7KQ2-M9X4-T0A8-CDEF-GHJ3", `${code}0`, code.slice(1)])
      expect(hashRecoveryCode(typed)).not.toEqual(hash);
    fc.assert(fc.property(fc.string({ unit: "binary" }), (typed) => hashRecoveryCode(typed).length === 32));
  });
});
