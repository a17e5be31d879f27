/** The client registration endpoint (RFC 7591 section 3). */
import { oauthJson } from "#lib/http/oauth-error-response.ts";
import { definePreflight } from "#lib/http/oauth-machine-route.ts";
import { defineRegistrationRoute, readMetadataDocument } from "#lib/http/oauth-registration.ts";
import { registerClient } from "#lib/oidc/registration/register-client.ts";
import { takePoint } from "#lib/rate-limit/rate-limit.ts";

export const POST = defineRegistrationRoute(async (ctx, request, token) => {
  await takePoint(ctx, "registration");
  const document = await readMetadataDocument(request);
  return oauthJson(await registerClient(ctx, { document, token }), 201);
});

export const OPTIONS = definePreflight("any", ["POST"]);
