/** What can be done to the look of the instance from the administration's page. */
import { z } from "zod";
import { brandingChangeOf, brandingFormSchema, previewOf } from "#lib/branding/branding-form.ts";
import { previewBranding } from "#lib/branding/preview-branding.ts";
import { resetBranding } from "#lib/branding/reset-branding.ts";
import { updateBranding } from "#lib/branding/update-branding.ts";
import { administrationAction } from "#lib/http/administration-action.ts";

export const saveBrandingAction = administrationAction({
  name: "save-branding",
  permission: "settings.write",
  form: brandingFormSchema,
  handle: async (ctx, form) => {
    // Whoever else changed it meanwhile is not overwritten.
    await updateBranding({ ...ctx, ifMatch: form.version }, brandingChangeOf(form));
    return {};
  },
});

export const resetBrandingAction = administrationAction({
  name: "reset-branding",
  permission: "settings.write",
  form: z.strictObject({}),
  handle: async (ctx) => {
    await resetBranding(ctx);
    return {};
  },
});

export const previewBrandingAction = administrationAction({
  name: "preview-branding",
  permission: "settings.read",
  form: brandingFormSchema.pick({
    accent: true,
    background: true,
    backgroundColor: true,
    corners: true,
  }),
  handle: (ctx, form) => previewBranding(ctx, previewOf(form)),
});
