/** The account chooser's plain form. */
import { defineBrowserRoute, readAccountChoice } from "#lib/http/oauth-browser-route.ts";
import { chooseAccount } from "#lib/oidc/authorize/choose-account.ts";

export const POST = defineBrowserRoute({
  sameOrigin: true,
  handle: async (ctx, request) => chooseAccount(ctx, await readAccountChoice(request)),
});
