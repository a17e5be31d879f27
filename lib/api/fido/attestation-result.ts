/** POST /attestation/result */
import { finishAttestation } from "#lib/accounts/conformance/finish-attestation.ts";
import { registrationResponseSchema } from "#lib/passkeys/schema.ts";
import { defineFidoRoute } from "./define-fido-route.ts";

export const attestationResult = defineFidoRoute({
  body: registrationResponseSchema,
  handle: async (ctx, response) => {
    // Here the member is called `getClientExtensionResults`, and nothing of it is believed.
    await finishAttestation(ctx, { ...response, clientExtensionResults: undefined });
    return {};
  },
});
