/** POST /assertion/options */
import { beginAssertion } from "#lib/accounts/conformance/begin-assertion.ts";
import { defineFidoRoute } from "./define-fido-route.ts";
import { assertionOptionsSchema } from "./schema.ts";

/** ServerPublicKeyCredentialGetOptionsResponse. */
export const assertionOptions = defineFidoRoute({
  body: assertionOptionsSchema,
  handle: async (ctx, { username, userVerification, extensions }) => ({
    ...(await beginAssertion(ctx, { username, userVerification })),
    ...(extensions ? { extensions } : {}),
  }),
});
