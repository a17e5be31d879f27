/** The device authorization endpoint (RFC 8628 section 3.1). */
import { defineClientRoute } from "#lib/http/oauth-client-route.ts";
import { oauthJson } from "#lib/http/oauth-error-response.ts";
import { definePreflight } from "#lib/http/oauth-machine-route.ts";
import { answerDeviceRequest } from "#lib/oidc/device/answer-device-request.ts";

export const POST = defineClientRoute({
  cors: "registered",
  dpop: true,
  answer: async (ctx, request) => oauthJson(await answerDeviceRequest(ctx, request)),
});

export const OPTIONS = definePreflight("registered", ["POST"]);
