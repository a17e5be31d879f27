/** Where the answers of test sign-ins come to. */
import { defineBrowserRoute } from "#lib/http/oauth-browser-route.ts";
import { readQuery } from "#lib/http/oauth-form.ts";
import { finishTestSignIn } from "#lib/oidc/test-sign-in/finish-test-sign-in.ts";

export const GET = defineBrowserRoute({
  sameOrigin: false,
  handle: async (ctx, request) => {
    const { id, clientId } = await finishTestSignIn(ctx, readQuery(request));
    return {
      location: `${ctx.config.baseUrl}/admin/clients/${encodeURIComponent(clientId)}/test?run=${id}`,
    };
  },
});
