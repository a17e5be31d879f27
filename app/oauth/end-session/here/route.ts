/** The plain form of the sign-out page that no app asked for. */
import { forgetAccounts } from "#lib/http/known-accounts-cookie.ts";
import { defineBrowserRoute } from "#lib/http/oauth-browser-route.ts";
import { readForm } from "#lib/http/oauth-form.ts";
import { signOutAccountsSchema } from "#lib/oidc/logout/schema.ts";
import { signOutHere } from "#lib/oidc/logout/sign-out-here.ts";
import { PageError } from "#lib/oidc/page-error.ts";
import { checkParameters, readParameters } from "#lib/oidc/parameters.ts";
import { signedInPeople } from "#lib/sessions/open-session.ts";

export const POST = defineBrowserRoute({
  sameOrigin: true,
  handle: async (ctx, request) => {
    const parameters = readParameters(await readForm(request), { accounts: 16, forget: 3 });
    checkParameters(parameters);
    const accounts = signOutAccountsSchema.safeParse(parameters.values.accounts);
    if (!accounts.success)
      throw new PageError("malformed_form", "The form was sent without an answer. Go back.");
    const answer = await signOutHere(ctx, accounts.data);
    if (parameters.values.forget !== "yes") return answer;
    const [shown, ...others] = signedInPeople(ctx).map(({ userId }) => userId);
    const ids = shown === undefined ? [] : accounts.data === "all" ? [shown, ...others] : [shown];
    return { ...answer, cookies: [await forgetAccounts(ctx, request.headers.get("cookie"), ids)] };
  },
});
