/** Changes what the instance calls itself and how it looks, apart from its pictures. */
import { isDeepStrictEqual } from "node:util";
import { checkInput } from "#lib/clients/check-input.ts";
import type { Context } from "#lib/context/context.ts";
import { changeBranding } from "./change-branding.ts";
import { checkBackground } from "./check-background.ts";
import type { VersionedBrand } from "./get-branding.ts";
import {
  type Brand,
  type Branding,
  type BrandingChange,
  brandingChangeSchema,
  brandingSchema,
} from "./schema.ts";

/**
 * Members that are not named stay. For operators, and for administrators who confirmed that it is them.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, VALIDATION_ERROR with every bad field, PRECONDITION_FAILED
 */
export function updateBranding(ctx: Context, input: unknown): Promise<VersionedBrand> {
  return changeBranding(
    ctx,
    "branding.changed",
    () => checkInput(brandingChangeSchema, input),
    (_, before, change) => {
      const brand: Brand = { ...before, ...given(change) };
      checkBackground(brand);
      return { brand, details: tellChange(before, brand) };
    },
  );
}

function given(change: BrandingChange): Partial<Branding> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

const members = Object.keys(brandingSchema.shape) as (keyof Branding)[];

/** What differs, before and after, as JSON. */
export function tellChange(before: Brand, after: Brand): Record<string, string[]> {
  const changed = members.filter((name) => !isDeepStrictEqual(before[name], after[name]));
  const told = (brand: Brand) => changed.map((name) => `${name}: ${JSON.stringify(brand[name])}`);
  return { changed, before: told(before), after: told(after) };
}
