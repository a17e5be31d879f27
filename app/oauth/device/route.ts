/** The device authorization endpoint (RFC 8628 section 3.1). */
import { oauthJson } from "#lib/http/oauth-error-response.ts";
import { readForm } from "#lib/http/oauth-form.ts";
import { defineMachineRoute, definePreflight } from "#lib/http/oauth-machine-route.ts";
import { answerDeviceRequest } from "#lib/oidc/device/answer-device-request.ts";

export const POST = defineMachineRoute({
  cors: "registered",
  limited: true,
  dpop: true,
  challenge: (request) => (request.headers.has("authorization") ? "Basic" : undefined),
  handle: async (ctx, request) =>
    oauthJson(
      await answerDeviceRequest(ctx, {
        entries: await readForm(request),
        authorization: request.headers.get("authorization") ?? undefined,
        dpop: request.headers.get("dpop") ?? undefined,
      }),
    ),
});

export const OPTIONS = definePreflight("registered", ["POST"]);
