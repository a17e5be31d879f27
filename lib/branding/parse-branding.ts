/** What is stored → how the instance looks. */
import { z } from "zod";
import { type Brand, brandImagesSchema, brandingSchema, noBranding } from "./schema.ts";

const storedSchema = z.object({ branding: brandingSchema, images: brandImagesSchema });

/** As stored; what an older or newer version wrote and this one does not understand counts as not set. */
export function parseBranding(value: unknown): Brand {
  const parsed = storedSchema.safeParse(value);
  return parsed.success
    ? { ...parsed.data.branding, images: parsed.data.images }
    : { ...noBranding, images: {} };
}

export function storeBranding({ images, ...branding }: Brand): z.infer<typeof storedSchema> {
  return { branding, images };
}
