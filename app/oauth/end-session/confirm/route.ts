/** The sign-out page's plain form. */
import { defineBrowserRoute, readDecisionForm } from "#lib/http/oauth-browser-route.ts";
import { decideSignOut } from "#lib/oidc/logout/decide-sign-out.ts";
import { signOutDecisionSchema } from "#lib/oidc/logout/schema.ts";

export const POST = defineBrowserRoute({
  sameOrigin: true,
  handle: async (ctx, request) =>
    decideSignOut(ctx, await readDecisionForm(request, signOutDecisionSchema.options)),
});
