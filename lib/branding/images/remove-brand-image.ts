/** Takes a picture of the instance away; its address leads nowhere from then on. */
import type { Context } from "#lib/context/context.ts";
import { sha256Hex } from "#lib/crypto/hash.ts";
import { changeBranding } from "../change-branding.ts";
import type { VersionedBrand } from "../get-branding.ts";
import type { Brand, BrandSlot } from "../schema.ts";
import { deleteBrandImage } from "../store.ts";

/** Where there is none, nothing happens. @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, PRECONDITION_FAILED */
export function removeBrandImage(ctx: Context, slot: BrandSlot): Promise<VersionedBrand> {
  return changeBranding(
    ctx,
    "branding.image_removed",
    () => undefined,
    async (tx, before) => {
      const old = await deleteBrandImage(tx, slot);
      const { [slot]: _, ...images } = before.images;
      const brand: Brand = { ...before, images };
      // Nothing would lie behind the card.
      const bare = slot === "background" && before.background === "image";
      return {
        brand: bare ? { ...brand, background: "none" } : brand,
        details: { slot, before: old ? sha256Hex(old) : null, after: null },
      };
    },
  );
}
