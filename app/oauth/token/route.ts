/** The token endpoint (RFC 6749 section 3.2). */
import { defineClientRoute } from "#lib/http/oauth-client-route.ts";
import { oauthJson } from "#lib/http/oauth-error-response.ts";
import { definePreflight } from "#lib/http/oauth-machine-route.ts";
import { answerTokenRequest } from "#lib/oidc/token/answer-token-request.ts";

export const POST = defineClientRoute({
  cors: "registered",
  dpop: true,
  answer: async (ctx, request) => oauthJson(await answerTokenRequest(ctx, request)),
});

export const OPTIONS = definePreflight("registered", ["POST"]);
