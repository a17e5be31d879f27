/** The form into which a person types a device's code. */
import { defineBrowserRoute } from "#lib/http/oauth-browser-route.ts";
import { readForm } from "#lib/http/oauth-form.ts";
import { enterUserCode } from "#lib/oidc/device/enter-user-code.ts";
import { readParameters } from "#lib/oidc/parameters.ts";

export const POST = defineBrowserRoute({
  sameOrigin: true,
  handle: async (ctx, request) => {
    const { values } = readParameters(await readForm(request), { user_code: 64 });
    return enterUserCode(ctx, { userCode: values.user_code ?? "" });
  },
});
