/** The plain forms of the branding page: the answer leads back there and says how it went. */
import { brandingChangeOf, brandingFormSchema } from "#lib/branding/branding-form.ts";
import { removeBrandImage } from "#lib/branding/images/remove-brand-image.ts";
import { setBrandImage } from "#lib/branding/images/set-brand-image.ts";
import { brandSlotSchema, mostImageBytes } from "#lib/branding/schema.ts";
import { updateBranding } from "#lib/branding/update-branding.ts";
import type { Context } from "#lib/context/context.ts";
import { defineFileFormRoute } from "#lib/http/define-file-form-route.ts";
import { parseInput } from "#lib/http/read-body.ts";
import type { FileForm } from "#lib/http/read-file-form.ts";

export const POST = defineFileFormRoute({
  permission: "settings.write",
  maxBytes: Math.max(...Object.values(mostImageBytes)),
  handle: change,
  back: () => "/admin/branding",
});

async function change(ctx: Context, { file, fields }: FileForm): Promise<void> {
  const slot = fields.get("slot");
  if (slot === undefined) {
    const form = parseInput(brandingFormSchema, Object.fromEntries(fields));
    await updateBranding({ ...ctx, ifMatch: form.version }, brandingChangeOf(form));
    return;
  }
  const known = parseInput(brandSlotSchema, slot);
  if (fields.get("remove") === "yes") await removeBrandImage(ctx, known);
  else await setBrandImage(ctx, known, file ?? Buffer.alloc(0));
}
