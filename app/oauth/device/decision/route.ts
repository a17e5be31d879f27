/** The form in which a person allows or declines a device. */
import { defineBrowserRoute, readDecisionForm } from "#lib/http/oauth-browser-route.ts";
import { decideDevice } from "#lib/oidc/device/decide-device.ts";
import { deviceDecisionSchema } from "#lib/oidc/device/schema.ts";

export const POST = defineBrowserRoute({
  sameOrigin: true,
  handle: async (ctx, request) =>
    decideDevice(ctx, await readDecisionForm(request, deviceDecisionSchema.options)),
});
