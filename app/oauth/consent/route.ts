/** The consent page's plain form. */
import { defineBrowserRoute, readDecisionForm } from "#lib/http/oauth-browser-route.ts";
import { decideConsent } from "#lib/oidc/authorize/decide-consent.ts";
import { consentDecisionSchema } from "#lib/oidc/authorize/schema.ts";

export const POST = defineBrowserRoute({
  sameOrigin: true,
  handle: async (ctx, request) =>
    decideConsent(ctx, await readDecisionForm(request, consentDecisionSchema.options)),
});
