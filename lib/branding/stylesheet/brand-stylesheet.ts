/** How the instance looks, as a stylesheet over the tokens, under an address of its own for everything that it can say. */
import { sha256Hex } from "#lib/crypto/hash.ts";
import type { Brand } from "../schema.ts";
import { stylesheetPath } from "./addresses.ts";
import { brandTokens, type Tokens } from "./brand-tokens.ts";

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
  const light = brandTokens(brand, "light");
  const dark = differing(brandTokens(brand, "dark"), light);
  const css = [...rule(":root:root:root", light), ...darkRules(dark)].join("\n");
  if (css === "") return undefined;
  const hash = sha256Hex(css).slice(0, 32);
  return { css: `${css}\n`, hash, address: `${stylesheetPath}?v=${hash}` };
}

/** What the first rule has said already needs no other. */
function differing(dark: Tokens, light: Tokens): Tokens {
  return Object.fromEntries(Object.entries(dark).filter(([token, value]) => light[token] !== value));
}

/** Stronger than the tokens wherever the sheets stand: `data-theme` is what the person chose, the medium what the system says. */
function darkRules(dark: Tokens): string[] {
  return [
    ...rule(':root:root[data-theme="dark"]', dark),
    ...rule(":root:root:not([data-theme])", dark).map(
      (system) => `@media (prefers-color-scheme: dark) { ${system} }`,
    ),
  ];
}

function rule(selector: string, tokens: Tokens): string[] {
  const declarations = Object.entries(tokens).map(([token, value]) => `--${token}: ${value};`);
  return declarations.length === 0 ? [] : [`${selector} { ${declarations.join(" ")} }`];
}
