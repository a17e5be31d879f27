/** A colour of the administrator's → the ground of the pages with a card, in both themes. */
import { converter } from "culori";
import { toneOf } from "./accent-palette.ts";

/** Names and links stand on it without a card: near enough to white and black that they stay readable. */
const light = { lightness: 0.95, mostChroma: 0.04 };
const dark = { lightness: 0.25, mostChroma: 0.05 };

const toOklch = converter("oklch");

export function groundColor(colour: string): { readonly light: string; readonly dark: string } {
  const given = toOklch(colour);
  if (!given) throw new Error("not a colour");
  return { light: toneOf(given, light), dark: toneOf(given, dark) };
}
