/** POST /attestation/options */
import { beginAttestation } from "#lib/accounts/conformance/begin-attestation.ts";
import { defineFidoRoute } from "./define-fido-route.ts";
import { attestationOptionsSchema } from "./schema.ts";

/** ServerPublicKeyCredentialCreationOptionsResponse: what was asked for goes back as it came. */
export const attestationOptions = defineFidoRoute({
  body: attestationOptionsSchema,
  handle: async (ctx, { username, displayName, attestation, authenticatorSelection, extensions }) => ({
    ...(await beginAttestation(ctx, {
      username,
      displayName,
      attestation,
      userVerification: authenticatorSelection?.userVerification ?? "preferred",
    })),
    ...(authenticatorSelection ? { authenticatorSelection } : {}),
    ...(extensions ? { extensions } : {}),
  }),
});
