/**
 * How the instance looks, as values of tokens for each theme. Everything is made here: colours are computed, names of
 * pictures are checked by shape, lengths are numbers. No text that anybody typed gets in.
 */
import { accentPalette, accentTokens } from "../palette/accent-palette.ts";
import { groundColor } from "../palette/ground-color.ts";
import type { Brand, BrandImage } from "../schema.ts";
import { brandImagePath } from "./addresses.ts";
import { cornerTokens } from "./corner-tokens.ts";

export type Theme = "light" | "dark";
/** Without the two dashes → value. */
export type Tokens = Readonly<Record<string, string>>;

/** Only what differs from how it comes. */
export function brandTokens(brand: Brand, theme: Theme): Tokens {
  return {
    ...cornerTokens(brand.corners),
    ...accentOf(brand, theme),
    ...backgroundOf(brand, theme),
    ...logoOf(brand, theme),
  };
}

function accentOf({ accent }: Brand, theme: Theme): Tokens {
  if (accent === null) return {};
  const palette = accentPalette(accent)[theme];
  return Object.fromEntries(accentTokens.map((token) => [token, palette[token]]));
}

/** Over a picture of which nobody knows how light it is where, words stand on plates; the veil only calms it. */
const veils: Readonly<Record<Theme, string>> = {
  light: "oklch(1 0 0 / 0.15)",
  dark: "oklch(0.178 0.012 215 / 0.55)",
};

function backgroundOf({ background, backgroundColor, images }: Brand, theme: Theme): Tokens {
  if (background === "color" && backgroundColor !== null)
    return { "brand-ground": groundColor(backgroundColor)[theme] };
  if (background !== "image" || !images.background) return {};
  return {
    "brand-picture": imageUrl(images.background),
    "brand-veil": veils[theme],
    "brand-plate": "var(--surface)",
    "brand-plate-padding": "0.25rem 0.875rem",
  };
}

/** The surfaces of the themes (public/tokens.css). */
const surfaces: Readonly<Record<Theme, string>> = { light: "oklch(1 0 0)", dark: "oklch(0.215 0.014 213)" };

/** A logo that was made for the other theme stands on that theme's surface. */
function logoOf({ images }: Brand, theme: Theme): Tokens {
  const own = theme === "light" ? images.logo_light : images.logo_dark;
  const logo = own ?? images.logo_light ?? images.logo_dark;
  const other: Theme = theme === "light" ? "dark" : "light";
  return {
    ...(images.icon ? { "brand-icon": imageUrl(images.icon) } : {}),
    ...(logo ? { "brand-logo": imageUrl(logo), "brand-logo-ratio": `${logo.width} / ${logo.height}` } : {}),
    ...(logo && !own ? { "brand-logo-plate": surfaces[other], "brand-logo-padding": "0.25rem 0.5rem" } : {}),
    // The light rule holds in the dark too, where it is not taken back.
    ...(own && theme === "dark" && !images.logo_light
      ? { "brand-logo-plate": "transparent", "brand-logo-padding": "0" }
      : {}),
  };
}

function imageUrl({ name }: BrandImage): string {
  return `url("${brandImagePath(name)}")`;
}
