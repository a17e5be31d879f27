/** PUT and DELETE /api/v1/admin/branding/images/{slot} */
import { z } from "zod";
import { removeBrandImage } from "#lib/branding/images/remove-brand-image.ts";
import { setBrandImage } from "#lib/branding/images/set-brand-image.ts";
import { brandMediaTypes, brandSlotSchema, mostImageBytes } from "#lib/branding/schema.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { defineUploadRoute } from "#lib/http/define-upload-route.ts";
import { brandAnswer, tellBranding } from "./branding.ts";

const path = "/api/v1/admin/branding/images/{slot}";
const params = z.strictObject({ slot: brandSlotSchema });

export const putBrandImage = defineUploadRoute({
  method: "PUT",
  path,
  summary:
    "Sets a picture of the instance: the body is the file, of at most 2 MiB, or 10 MiB for the background. It is drawn anew. For administrators who confirmed it's them.",
  access: "administration",
  permission: "settings.write",
  versioned: true,
  params,
  upload: { mediaTypes: brandMediaTypes, maxBytes: Math.max(...Object.values(mostImageBytes)) },
  response: brandAnswer,
  cost: "picture",
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "INVALID_PICTURE"],
  handle: async (ctx, bytes, { slot }) => tellBranding(ctx.config, await setBrandImage(ctx, slot, bytes)),
});

export const deleteBrandImage = defineRoute({
  method: "DELETE",
  path,
  summary: "Removes a picture of the instance. For administrators who confirmed it's them.",
  access: "administration",
  permission: "settings.write",
  versioned: true,
  params,
  response: brandAnswer,
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED"],
  handle: async (ctx, _body, { slot }) => tellBranding(ctx.config, await removeBrandImage(ctx, slot)),
});
