/**
 * How the instance looks, as a stylesheet over the tokens. Everything in it is made here: colours are computed, names of
 * pictures are checked by shape, lengths are numbers. No text that anybody typed gets in.
 */
import { sha256Hex } from "#lib/crypto/hash.ts";
import { accentPalette, accentTokens, type Palette } from "../palette/accent-palette.ts";
import { groundColor } from "../palette/ground-color.ts";
import type { Brand, BrandImage } from "../schema.ts";
import { brandImagePath, stylesheetPath } from "./addresses.ts";
import { backgroundRules } from "./background-rules.ts";
import { cornerTokens } from "./corner-tokens.ts";

export interface BrandStylesheet {
  readonly css: string;
  /** With the hash of what it says: kept for good by whoever loaded it. */
  readonly address: string;
  readonly hash: string;
}

const made = new WeakMap<Brand, BrandStylesheet | undefined>();

/** Undefined where nothing is branded that a stylesheet could say. */
export function brandStylesheet(brand: Brand): BrandStylesheet | undefined {
  if (!made.has(brand)) made.set(brand, make(brand));
  return made.get(brand);
}

function make(brand: Brand): BrandStylesheet | undefined {
  const css = [...themes(brand), ...backgroundRules(brand)].join("\n");
  if (css === "") return undefined;
  const hash = sha256Hex(css).slice(0, 32);
  return { css: `${css}\n`, hash, address: `${stylesheetPath}?v=${hash}` };
}

type Declarations = readonly (readonly [token: string, value: string])[];

/** Stronger than the tokens wherever the sheets stand: `data-theme` is what the person chose, the medium what the system says. */
function themes(brand: Brand): string[] {
  const light = block([...cornerTokens(brand.corners), ...themeTokens(brand, "light")]);
  const dark = block(themeTokens(brand, "dark"));
  return [
    ...(light === "" ? [] : [`:root:root:root ${light}`]),
    ...(dark === ""
      ? []
      : [
          `:root:root[data-theme="dark"] ${dark}`,
          `@media (prefers-color-scheme: dark) { :root:root:not([data-theme]) ${dark} }`,
        ]),
  ];
}

function themeTokens(brand: Brand, theme: "light" | "dark"): Declarations {
  return [
    ...(brand.accent === null ? [] : accentDeclarations(accentPalette(brand.accent)[theme])),
    ...(brand.background === "color" && brand.backgroundColor !== null
      ? ([["brand-ground", groundColor(brand.backgroundColor)[theme]]] as const)
      : []),
    ...logoDeclarations(brand, theme),
  ];
}

export function accentDeclarations(palette: Palette): Declarations {
  return accentTokens.map((token) => [token, palette[token]]);
}

/** A logo that was made for the other theme stands on that theme's ground. */
function logoDeclarations({ images }: Brand, theme: "light" | "dark"): Declarations {
  const own = theme === "light" ? images.logo_light : images.logo_dark;
  const logo = own ?? images.logo_light ?? images.logo_dark;
  const icon: Declarations = images.icon ? [["brand-icon", imageUrl(images.icon)]] : [];
  if (!logo) return icon;
  const plate = own ? "transparent" : theme === "light" ? "oklch(0.215 0.014 213)" : "oklch(1 0 0)";
  return [
    ...icon,
    ["brand-logo", imageUrl(logo)],
    ["brand-logo-ratio", `${logo.width} / ${logo.height}`],
    ["brand-logo-plate", plate],
    ["brand-logo-padding", own ? "0" : "0.25rem 0.5rem"],
  ];
}

function imageUrl({ name }: BrandImage): string {
  return `url("${brandImagePath(name)}")`;
}

function block(declarations: Declarations): string {
  if (declarations.length === 0) return "";
  return `{ ${declarations.map(([token, value]) => `--${token}: ${value};`).join(" ")} }`;
}
