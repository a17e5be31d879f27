import { describe, expect, it } from "vitest";
import { makeLetterCode, readLetterCode, showLetterCode } from "./letter-code.ts";

describe("codes that people type (RFC 8628 section 6.1)", () => {
  it("are letters without vowels, and rarely the same", () => {
    const codes = Array.from({ length: 1000 }, () => makeLetterCode(8));
    for (const code of codes) expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{8}$/);
    expect(new Set(codes).size).toBe(1000);
  });

  it("are shown in groups of four, and read however they are typed", () => {
    expect(showLetterCode("WDJB")).toBe("WDJB");
    expect(showLetterCode("WDJBMJHT")).toBe("WDJB-MJHT");
    expect(showLetterCode("WDJBMJHTQRST")).toBe("WDJB-MJHT-QRST");
    for (const typed of ["WDJB-MJHT", "wdjbmjht", " wdjb mjht ", "WDJB–MJHT", "w.d.j.b_MJHT"])
      expect(readLetterCode(typed, 8)).toBe("WDJBMJHT");
  });

  it.each([
    "",
    "WDJB-MJH",
    "WDJB-MJHTT",
    "ADJB-MJHT",
    "1234-5678",
    "WDJB\0MJHT",
    "Ⅿdjbmjht",
    "x".repeat(10_000),
  ])("nothing else is a code: %j", (typed) => {
    expect(readLetterCode(typed, 8)).toBeUndefined();
  });
});
