/** What lies behind the card of sign-in and its like. */
import type { Brand } from "../schema.ts";
import { brandImagePath } from "./addresses.ts";

/**
 * Over a picture of which nobody knows how light it is where, words stand on plates of the surface's colour; the veil
 * only calms it. A colour needs no rule: `--brand-ground` says it.
 */
export function backgroundRules({ background, images }: Brand): string[] {
  if (background !== "image" || !images.background) return [];
  const address = brandImagePath(images.background.name);
  return [
    `.auth-page::before { background-image: linear-gradient(var(--brand-veil), var(--brand-veil)), url("${address}"); }`,
    ":root { --brand-veil: oklch(1 0 0 / 0.15); --brand-plate: var(--surface); --brand-plate-padding: 0.25rem 0.875rem; }",
    ':root[data-theme="dark"] { --brand-veil: oklch(0.178 0.012 215 / 0.55); }',
    "@media (prefers-color-scheme: dark) { :root:not([data-theme]) { --brand-veil: oklch(0.178 0.012 215 / 0.55); } }",
  ];
}
