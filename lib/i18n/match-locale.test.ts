import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { locales } from "./locales.ts";
import { matchLocale, matchUiLocales } from "./match-locale.ts";

describe("the languages that a browser accepts", () => {
  it.each([
    ["de", "de"],
    ["de-CH", "de"],
    ["DE-ch", "de"],
    ["ar-EG,ar;q=0.9,en;q=0.8", "ar"],
    ["pt-BR,pt;q=0.9,es;q=0.5,en;q=0.7", "en"],
    ["en;q=0.2, fr;q=0.9", "fr"],
    ["nl, it", undefined],
    ["de;q=0, nl", undefined],
    ["de;q=0, *;q=0.5", "en"],
    ["*", "en"],
    ["es-419", "es"],
    ["zh-Hant-TW, fr-CA;q=0.3", "fr"],
    ["deutsch", undefined],
    ["", undefined],
    [null, undefined],
  ])("%j mean %j", (header, expected) => {
    expect(matchLocale(header)).toBe(expected);
  });

  it("may be anything at all", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z*;=q0-9., -]{0,60}$/)), (header) => {
        expect([...locales, undefined]).toContain(matchLocale(header));
        expect([...locales, undefined]).toContain(matchUiLocales(header));
      }),
      { numRuns: 500 },
    );
  });

  it("are read in no time, however many somebody sends", () => {
    const startedAt = performance.now();
    matchLocale("a-b;q=0.1,".repeat(100_000));
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});

describe("the languages that an app asks for", () => {
  it.each([
    ["fr-CA fr en", "fr"],
    ["se", undefined],
    ["se de", "de"],
    ["  de   fr ", "de"],
    ["de;q=0 fr", "de"],
    [undefined, undefined],
  ])("%j mean %j", (tags, expected) => {
    expect(matchUiLocales(tags)).toBe(expected);
  });
});
