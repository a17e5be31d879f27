/** An app's own registration (RFC 7592): the address that its registration answered. */
import type { Context } from "#lib/context/context.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { oauthJson } from "#lib/http/oauth-error-response.ts";
import { definePreflight } from "#lib/http/oauth-machine-route.ts";
import { defineRegistrationRoute, readMetadataDocument } from "#lib/http/oauth-registration.ts";
import { pathParameterReader } from "#lib/http/path-parameters.ts";
import {
  deleteRegistration,
  type RegistrationAccess,
  readRegistration,
  replaceRegistration,
} from "#lib/oidc/registration/manage-registration.ts";

const readPath = pathParameterReader("/oauth/register/{id}");

export const GET = route(async (ctx, access) => oauthJson(await readRegistration(ctx, access)));

export const PUT = route(async (ctx, access, request) =>
  oauthJson(await replaceRegistration(ctx, access, await readMetadataDocument(request))),
);

export const DELETE = route(async (ctx, access) => {
  await deleteRegistration(ctx, access);
  return new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
});

export const OPTIONS = definePreflight("any", ["GET", "PUT", "DELETE"]);

function route(answer: (ctx: Context, access: RegistrationAccess, request: Request) => Promise<Response>) {
  return defineRegistrationRoute((ctx, request, token) => {
    if (token === undefined)
      throw new OAuthError("invalid_token", "Send the registration access token as Bearer.");
    const { id = "" } = readPath(request.url);
    return answer(ctx, { id, token }, request);
  });
}
