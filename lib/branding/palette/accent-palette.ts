/** An accent of the administrator's → the tokens of both themes, readable whatever colour was given. */
import { clampChroma, converter, formatHex, type Oklch } from "culori";

/** What the interface calls its accents (public/tokens.css). */
export const accentTokens = [
  "accent",
  "accent-hover",
  "accent-fg",
  "accent-soft",
  "accent-soft-fg",
  "ring",
] as const;
export type AccentToken = (typeof accentTokens)[number];
export type Palette = Readonly<Record<AccentToken, string>>;

export interface Tone {
  readonly lightness: number;
  readonly mostChroma: number;
}

/** Lightness alone decides about contrast, so it is ours; hue and chroma are what people recognise a colour by. */
const light: Readonly<Record<AccentToken, Tone>> = {
  accent: { lightness: 0.5, mostChroma: 0.16 },
  "accent-hover": { lightness: 0.43, mostChroma: 0.14 },
  "accent-fg": { lightness: 0.99, mostChroma: 0.004 },
  "accent-soft": { lightness: 0.945, mostChroma: 0.03 },
  "accent-soft-fg": { lightness: 0.39, mostChroma: 0.12 },
  ring: { lightness: 0.56, mostChroma: 0.16 },
};

const dark: Readonly<Record<AccentToken, Tone>> = {
  accent: { lightness: 0.78, mostChroma: 0.16 },
  "accent-hover": { lightness: 0.84, mostChroma: 0.13 },
  "accent-fg": { lightness: 0.2, mostChroma: 0.035 },
  "accent-soft": { lightness: 0.3, mostChroma: 0.06 },
  "accent-soft-fg": { lightness: 0.88, mostChroma: 0.08 },
  ring: { lightness: 0.78, mostChroma: 0.16 },
};

const toOklch = converter("oklch");

/** `colour` is `#rrggbb`; so is every value that comes back. */
export function accentPalette(colour: string): { readonly light: Palette; readonly dark: Palette } {
  const given = toOklch(colour);
  if (!given) throw new Error("not a colour");
  return { light: paletteOf(given, light), dark: paletteOf(given, dark) };
}

function paletteOf(given: Oklch, tones: Readonly<Record<AccentToken, Tone>>): Palette {
  const entries = accentTokens.map((token) => [token, toneOf(given, tones[token])] as const);
  return Object.fromEntries(entries) as Record<AccentToken, string>;
}

/** What no screen can show loses chroma until one can: never lightness, which holds the contrast. */
export function toneOf({ c, h }: Oklch, { lightness, mostChroma }: Tone): string {
  const hue = h === undefined ? {} : { h };
  const tone: Oklch = { mode: "oklch", l: lightness, c: Math.min(c, mostChroma), ...hue };
  return formatHex(clampChroma(tone, "oklch"));
}
