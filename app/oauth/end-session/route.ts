/** The end-session endpoint (OpenID Connect RP-Initiated Logout 1.0 section 2), by GET and by POST. */
import { defineBrowserRoute } from "#lib/http/oauth-browser-route.ts";
import { readForm, readQuery } from "#lib/http/oauth-form.ts";
import { beginSignOut } from "#lib/oidc/logout/begin-sign-out.ts";

export const GET = defineBrowserRoute({
  sameOrigin: false,
  handle: (ctx, request) => beginSignOut(ctx, { entries: readQuery(request), cookieWithheld: false }),
});

export const POST = defineBrowserRoute({
  sameOrigin: false,
  handle: async (ctx, request) =>
    beginSignOut(ctx, { entries: await readForm(request), cookieWithheld: true }),
});
