/** How round corners are: the radii of the tokens, by one factor for all. */
import type { Brand } from "../schema.ts";

/** In rem, as in public/tokens.css. */
const radii = { sm: 0.25, md: 0.375, lg: 0.625, xl: 1 } as const;

const factors = { square: 0, slight: 0.5, regular: 1, round: 2 } as const;

/** Empty where they are as they come. */
export function cornerTokens(corners: Brand["corners"]): Readonly<Record<string, string>> {
  return corners === "regular" ? {} : allCornerTokens(corners);
}

export function allCornerTokens(corners: Brand["corners"]): Readonly<Record<string, string>> {
  const entries = Object.entries(radii).map(([size, rem]) => [
    `radius-${size}`,
    `${rem * factors[corners]}rem`,
  ]);
  return Object.fromEntries(entries);
}
