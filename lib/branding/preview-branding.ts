/** How colours and corners would look that nobody has saved yet: the tokens of both themes, all of them. */
import { checkInput } from "#lib/clients/check-input.ts";
import type { Context } from "#lib/context/context.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { currentBranding } from "./current-branding.ts";
import { type Brand, brandingSchema } from "./schema.ts";
import { brandTokens, type Theme, type Tokens } from "./stylesheet/brand-tokens.ts";
import { allCornerTokens } from "./stylesheet/corner-tokens.ts";

export const previewSchema = brandingSchema.pick({
  accent: true,
  background: true,
  backgroundColor: true,
  corners: true,
});

export type BrandPreview = Readonly<Record<Theme, Tokens>>;

/** With the pictures that are there. @throws DomainError FORBIDDEN, VALIDATION_ERROR */
export async function previewBranding(ctx: Context, input: unknown): Promise<BrandPreview> {
  checkPermission(ctx, "settings.read");
  const looks = checkInput(previewSchema, input);
  return tokensOfPreview({ ...(await currentBranding(ctx)), ...looks });
}

/** Within a page that has the saved look all around it, so that each token is said. */
export function tokensOfPreview(brand: Brand): BrandPreview {
  return { light: whole(brand, "light"), dark: whole(brand, "dark") };
}

function whole(brand: Brand, theme: Theme): Tokens {
  return { ...untouched, ...allCornerTokens(brand.corners), ...brandTokens(brand, theme) };
}

const untouched: Tokens = {
  "brand-ground": "var(--bg)",
  "brand-picture": "none",
  "brand-veil": "transparent",
  "brand-plate": "transparent",
  "brand-plate-padding": "0",
  "brand-logo-plate": "transparent",
  "brand-logo-padding": "0",
};
