/** GET and PATCH /api/v1/admin/settings */
import { z } from "zod";
import { getSettings, type VersionedSettings } from "#lib/accounts/settings/get-settings.ts";
import { updateSettings } from "#lib/accounts/settings/update-settings.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { settingsChangeSchema, settingsSchema } from "#lib/settings/run-time/schema.ts";

const path = "/api/v1/admin/settings";
const response = z.object({ settings: settingsSchema });

export const readSettings = defineRoute({
  method: "GET",
  path,
  summary: "Shows how people sign up and in, and where each value comes from.",
  access: "administration",
  permission: "settings.read",
  versioned: true,
  response,
  errors: ["FORBIDDEN"],
  handle: async (ctx) => tell(await getSettings(ctx)),
});

export const patchSettings = defineRoute({
  method: "PATCH",
  path,
  summary:
    "Changes how people sign up and in, on every instance within seconds; null goes back to the default. What the environment says stays. For administrators who confirmed it's them.",
  access: "administration",
  permission: "settings.write",
  versioned: true,
  body: settingsChangeSchema,
  response,
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED"],
  handle: async (ctx, change) => tell(await updateSettings(ctx, change)),
});

function tell({ settings, updatedAt }: VersionedSettings) {
  return { data: { settings }, updatedAt };
}
