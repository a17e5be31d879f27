import { describe, expect, it } from "vitest";
import { z } from "zod";
import { portablePattern } from "./portable-pattern.ts";

const portable = ({ source }: RegExp) => {
  const pattern = portablePattern(source);
  return pattern === undefined ? undefined : new RegExp(pattern, "u");
};

/** Every character of Unicode, by itself. */
function* characters(): Generator<string> {
  for (let code = 0; code <= 0x10_ffff; code++)
    if (code < 0xd800 || code > 0xdfff) yield String.fromCodePoint(code);
}

describe("a portable pattern", () => {
  it.each([
    /^[^\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u,
    /^[\x21\x23-\x5b\x5d-\x7e]{1,128}$/,
    /^(?:\d|[\d.-])$/,
  ])("takes the same characters as %s", (pattern) => {
    const other = portable(pattern);
    const different = [...characters()].filter((text) => pattern.test(text) !== other?.test(text));
    expect(different).toEqual([]);
  });

  it.each([
    [z.regexes.email, ["ana@example.com", "a..b@example.com", ".a@example.com", "a@b", "o'x@a-b.example"]],
    [z.regexes.date, ["2024-02-29", "2025-02-29", "2026-11-28", "2026-13-01", "26-01-01"]],
    [z.regexes.uuid(), ["0190a1b2-0000-7000-8000-000000000001", "0190a1b2-0000-9000-8000-000000000001"]],
    [/^\+[1-9]\d{6,14}$/, ["+41441234567", "+041441234567", "+4144"]],
  ])("takes and refuses the same texts as %s", (pattern, texts) => {
    for (const text of texts) expect(portable(pattern)?.test(text), text).toBe(pattern.test(text));
  });

  it("writes what is not common to all languages with what is", () => {
    expect(portablePattern(String.raw`^(?:\d{2}|[\d\x7e])\.$`)).toBe(String.raw`^([0-9]{2}|[0-9\u007e])\.$`);
    expect(portablePattern("^[(?:{]$")).toBe("^[(?:{]$");
    expect(portablePattern(String.raw`^[^\p{Cc}]$`)).toBe(String.raw`^[^\u0000-\u001f\u007f-\u009f]$`);
  });

  it.each([
    "^(?=a)b",
    "^(?!a)b",
    "(?<=a)b",
    "(?<name>a)",
    String.raw`\bword`,
    String.raw`(a)\1`,
    String.raw`[\w]`,
    String.raw`\p{L}`,
    String.raw`[\p{Script=Arabic}]`,
    String.raw`\u{1f600}`,
    String.raw`\S`,
    "^.+$",
    String.raw`\D`,
    String.raw`[^\p{Cs}]`,
  ])("is not made of %s", (source) => {
    expect(portablePattern(source)).toBeUndefined();
  });
});
