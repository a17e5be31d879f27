import { expect, test } from "vitest";
import { directionOf } from "./locales.ts";
import { formatter, translator } from "./translator.ts";

test("counts in the plural that the number asks for", () => {
  expect(translator("en")("passkeys.count", { count: 1 })).toBe("1 passkey");
  expect(translator("en")("passkeys.count", { count: 2 })).toBe("2 passkeys");
});

test("counts in Arabic with its dual, and with its words for a few and for many", () => {
  const counted = [0, 1, 2, 3, 11].map((count) => translator("ar")("passkeys.count", { count }));
  expect(new Set(counted).size).toBe(5);
  expect(counted[2]).toBe("مفتاحا مرور");
});

test("Arabic alone is written from right to left", () => {
  expect((["en", "de", "fr", "es", "ar"] as const).map(directionOf)).toEqual([
    "ltr",
    "ltr",
    "ltr",
    "ltr",
    "rtl",
  ]);
});

test("tells times in the language", () => {
  const now = new Date("2026-06-01T12:00:00Z");
  expect(formatter(now, "de").relativeTime(new Date("2026-06-01T11:57:00Z"))).toBe("vor 3 Minuten");
});
