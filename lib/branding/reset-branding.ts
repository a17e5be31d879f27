/** Takes everything back: the instance looks as it came, and its pictures are gone. */
import type { Context } from "#lib/context/context.ts";
import { changeBranding } from "./change-branding.ts";
import type { VersionedBrand } from "./get-branding.ts";
import { type BrandSlot, noBranding } from "./schema.ts";
import { deleteBrandImage } from "./store.ts";
import { tellChange } from "./update-branding.ts";

/** @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, PRECONDITION_FAILED */
export function resetBranding(ctx: Context): Promise<VersionedBrand> {
  return changeBranding(
    ctx,
    "branding.reset",
    () => undefined,
    async (tx, before) => {
      const slots = Object.keys(before.images) as BrandSlot[];
      for (const slot of slots) await deleteBrandImage(tx, slot);
      const brand = { ...noBranding, images: {} };
      return { brand, details: { ...tellChange(before, brand), images: slots } };
    },
  );
}
