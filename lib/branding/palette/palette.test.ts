import { readFileSync } from "node:fs";
import { join } from "node:path";
import { converter, wcagContrast } from "culori";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { projectRoot } from "#lib/config/project-root.ts";
import { accentPalette, accentTokens, type Palette } from "./accent-palette.ts";
import { groundColor } from "./ground-color.ts";

const css = readFileSync(join(projectRoot(), "public/tokens.css"), "utf8");
/** The value that a token has where nothing is branded. */
const token = (theme: "light" | "dark", name: string) => {
  const [before = "", after = ""] = css.split('[data-theme="dark"]');
  const value = new RegExp(`--${name}: (.+);`).exec(theme === "light" ? before : after)?.[1];
  if (value === undefined) throw new Error(`no token ${name}`);
  return value;
};

const hex = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
  .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`);
/** What random colours seldom hit: the corners and edges of the cube, and greys. */
const extreme = fc
  .tuple(...[0, 0, 0].map(() => fc.constantFrom("00", "01", "7f", "80", "fe", "ff")))
  .map((parts) => `#${parts.join("")}`);
const colour = fc.oneof(hex, extreme);
const runs = { numRuns: 4000 };

const textPairs = (palette: Palette, theme: "light" | "dark") => [
  [palette["accent-fg"], palette.accent],
  [palette["accent-fg"], palette["accent-hover"]],
  [palette["accent-soft-fg"], palette["accent-soft"]],
  // Links stand on every ground, in notices too.
  ...["bg", "surface", "sunken", "warn-soft", "info-soft", "ok-soft", "danger-soft"].flatMap((ground) =>
    [palette.accent, palette["accent-hover"]].map((text) => [text, token(theme, ground)]),
  ),
];
const controlPairs = (palette: Palette, theme: "light" | "dark") =>
  ["bg", "surface", "sunken"].flatMap((ground) =>
    [palette.accent, palette.ring].map((edge) => [edge, token(theme, ground)]),
  );
const lowest = (pairs: readonly (readonly (string | undefined)[])[]) =>
  Math.min(...pairs.map(([one = "", other = ""]) => wcagContrast(one, other)));

describe("an accent of any colour", () => {
  it.each(["light", "dark"] as const)("can be read in all its uses in the %s theme", (theme) => {
    fc.assert(
      fc.property(colour, (given) => {
        expect(lowest(textPairs(accentPalette(given)[theme], theme))).toBeGreaterThanOrEqual(4.5);
      }),
      runs,
    );
  });

  it.each(["light", "dark"] as const)("marks controls and focus clearly in the %s theme", (theme) => {
    fc.assert(
      fc.property(colour, (given) => {
        expect(lowest(controlPairs(accentPalette(given)[theme], theme))).toBeGreaterThanOrEqual(3);
      }),
      runs,
    );
  });

  it("gives plain hexadecimal colours and nothing else", () => {
    fc.assert(
      fc.property(colour, (given) => {
        const { light, dark } = accentPalette(given);
        for (const palette of [light, dark]) {
          expect(Object.keys(palette)).toEqual([...accentTokens]);
          for (const value of Object.values(palette)) expect(value).toMatch(/^#[0-9a-f]{6}$/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("keeps the hue that it was given", () => {
    const toOklch = converter("oklch");
    const colourful = hex.filter((given) => (toOklch(given)?.c ?? 0) > 0.05);
    fc.assert(
      fc.property(colourful, (given) => {
        const { light, dark } = accentPalette(given);
        for (const value of [light.accent, dark.accent]) {
          const turned = Math.abs((toOklch(value)?.h ?? 0) - (toOklch(given)?.h ?? 0));
          expect(Math.min(turned, 360 - turned)).toBeLessThan(4);
        }
      }),
      runs,
    );
  });

  it("stays grey where a grey was given", () => {
    for (const grey of ["#000000", "#808080", "#ffffff"]) {
      const [red, green, blue] = accentPalette(grey).light.accent.slice(1).match(/../g) ?? [];
      expect([green, blue]).toEqual([red, red]);
    }
  });

  it("is refused where it is no colour", () => {
    for (const text of ["", "red;}", "#12"]) expect(() => accentPalette(text)).toThrow("not a colour");
  });
});

describe("a ground of any colour", () => {
  it.each(["light", "dark"] as const)("carries names, words, links and edges in the %s theme", (theme) => {
    fc.assert(
      fc.property(colour, colour, (given, accent) => {
        const ground = groundColor(given)[theme];
        const palette = accentPalette(accent)[theme];
        const words = ["fg", "muted"].map((name) => token(theme, name));
        expect(lowest([...words, palette.accent].map((text) => [text, ground]))).toBeGreaterThanOrEqual(4.5);
        expect(
          lowest([palette.ring, token(theme, "control")].map((edge) => [edge, ground])),
        ).toBeGreaterThanOrEqual(3);
      }),
      runs,
    );
  });

  it("carries our own accent, where none was given", () => {
    fc.assert(
      fc.property(colour, (given) => {
        for (const theme of ["light", "dark"] as const) {
          const ground = groundColor(given)[theme];
          expect(wcagContrast(token(theme, "accent"), ground)).toBeGreaterThanOrEqual(4.5);
          expect(wcagContrast(token(theme, "ring"), ground)).toBeGreaterThanOrEqual(3);
        }
      }),
      runs,
    );
  });
});
