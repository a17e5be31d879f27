/** POST /assertion/result */
import { finishAssertion } from "#lib/accounts/conformance/finish-assertion.ts";
import { authenticationResponseSchema } from "#lib/passkeys/schema.ts";
import { defineFidoRoute } from "./define-fido-route.ts";

export const assertionResult = defineFidoRoute({
  body: authenticationResponseSchema,
  handle: async (ctx, response) => {
    // Here the member is called `getClientExtensionResults`, and nothing of it is believed.
    await finishAssertion(ctx, { ...response, clientExtensionResults: undefined });
    return {};
  },
});
