/** GET, PATCH and DELETE /api/v1/admin/branding */
import { z } from "zod";
import { getBranding, type VersionedBrand } from "#lib/branding/get-branding.ts";
import { resetBranding } from "#lib/branding/reset-branding.ts";
import {
  type Brand,
  type BrandSlot,
  brandingChangeSchema,
  brandingSchema,
  brandSlots,
} from "#lib/branding/schema.ts";
import { brandImagePath } from "#lib/branding/stylesheet/addresses.ts";
import { updateBranding } from "#lib/branding/update-branding.ts";
import type { Config } from "#lib/config/load-config.ts";
import { defineRoute } from "#lib/http/define-route.ts";

const path = "/api/v1/admin/branding";

const imageAnswer = z
  .object({ url: z.string(), width: z.number().int(), height: z.number().int() })
  .nullable();

export const brandAnswer = z.object({
  branding: brandingSchema.extend({
    images: z.object(
      Object.fromEntries(brandSlots.map((slot) => [slot, imageAnswer])) as Record<
        BrandSlot,
        typeof imageAnswer
      >,
    ),
  }),
});

export function tellBranding(
  config: Pick<Config, "baseUrl">,
  { brand, updatedAt }: VersionedBrand,
): { data: z.input<typeof brandAnswer>; updatedAt: Date } {
  const tell = (slot: BrandSlot) => {
    const image = brand.images[slot];
    if (!image) return null;
    const { name, width, height } = image;
    return { url: `${config.baseUrl}${brandImagePath(name)}`, width, height };
  };
  const images = Object.fromEntries(brandSlots.map((slot) => [slot, tell(slot)] as const));
  return {
    data: { branding: { ...wordsOf(brand), images: images as Record<BrandSlot, ReturnType<typeof tell>> } },
    updatedAt,
  };
}

function wordsOf({ images: _, ...branding }: Brand) {
  return branding;
}

export const readBranding = defineRoute({
  method: "GET",
  path,
  summary: "Tells what the instance calls itself and how it looks. For administrators.",
  access: "administration",
  permission: "settings.read",
  versioned: true,
  response: brandAnswer,
  errors: ["FORBIDDEN"],
  handle: async (ctx) => tellBranding(ctx.config, await getBranding(ctx)),
});

export const patchBranding = defineRoute({
  method: "PATCH",
  path,
  summary:
    "Changes what the instance calls itself and how it looks; members that are left out stay. For administrators who confirmed it's them.",
  access: "administration",
  permission: "settings.write",
  versioned: true,
  body: brandingChangeSchema,
  response: brandAnswer,
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED"],
  handle: async (ctx, change) => tellBranding(ctx.config, await updateBranding(ctx, change)),
});

export const deleteBranding = defineRoute({
  method: "DELETE",
  path,
  summary:
    "Lets the instance look as it came; its pictures are deleted. For administrators who confirmed it's them.",
  access: "administration",
  permission: "settings.write",
  versioned: true,
  response: brandAnswer,
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED"],
  handle: async (ctx) => tellBranding(ctx.config, await resetBranding(ctx)),
});
