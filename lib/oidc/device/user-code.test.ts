import { describe, expect, it } from "vitest";
import { makeUserCode, readUserCode, showUserCode } from "./user-code.ts";

describe("RFC 8628 section 6.1", () => {
  it("codes are eight letters without vowels, and rarely the same", () => {
    const codes = Array.from({ length: 1000 }, makeUserCode);
    for (const code of codes) expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{8}$/);
    expect(new Set(codes).size).toBe(1000);
  });

  it("a code is shown in two halves, and read however it is typed", () => {
    expect(showUserCode("WDJBMJHT")).toBe("WDJB-MJHT");
    for (const typed of ["WDJB-MJHT", "wdjbmjht", " wdjb mjht ", "WDJB–MJHT", "w.d.j.b_MJHT"])
      expect(readUserCode(typed)).toBe("WDJBMJHT");
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
    expect(readUserCode(typed)).toBeUndefined();
  });
});
