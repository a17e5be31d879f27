/** The authorization endpoint, by GET and by POST (OIDC Core section 3.1.2.1). */
import { defineBrowserRoute } from "#lib/http/oauth-browser-route.ts";
import { readForm, readQuery } from "#lib/http/oauth-form.ts";
import { beginAuthorization } from "#lib/oidc/authorize/begin-authorization.ts";

export const GET = defineBrowserRoute({
  sameOrigin: false,
  handle: (ctx, request) => beginAuthorization(ctx, { entries: readQuery(request), cookieWithheld: false }),
});

export const POST = defineBrowserRoute({
  sameOrigin: false,
  handle: async (ctx, request) =>
    beginAuthorization(ctx, { entries: await readForm(request), cookieWithheld: true }),
});
