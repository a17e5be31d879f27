/** The pushed authorization request endpoint (RFC 9126). */
import { defineClientRoute } from "#lib/http/oauth-client-route.ts";
import { oauthJson } from "#lib/http/oauth-error-response.ts";
import { definePreflight } from "#lib/http/oauth-machine-route.ts";
import { answerPushedRequest } from "#lib/oidc/pushed/answer-pushed-request.ts";

export const POST = defineClientRoute({
  cors: "registered",
  dpop: true,
  // RFC 9126 section 2.2: a request was made, so 201.
  answer: async (ctx, request) => oauthJson(await answerPushedRequest(ctx, request), 201),
});

export const OPTIONS = definePreflight("registered", ["POST"]);
