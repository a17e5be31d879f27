/** The pushed authorization request endpoint (RFC 9126). */
import { oauthJson } from "#lib/http/oauth-error-response.ts";
import { readForm } from "#lib/http/oauth-form.ts";
import { defineMachineRoute, definePreflight } from "#lib/http/oauth-machine-route.ts";
import { answerPushedRequest } from "#lib/oidc/pushed/answer-pushed-request.ts";

export const POST = defineMachineRoute({
  cors: "registered",
  limited: true,
  dpop: true,
  challenge: (request) => (request.headers.has("authorization") ? "Basic" : undefined),
  handle: async (ctx, request) =>
    // RFC 9126 section 2.2.
    oauthJson(
      await answerPushedRequest(ctx, {
        entries: await readForm(request),
        authorization: request.headers.get("authorization") ?? undefined,
        dpop: request.headers.get("dpop") ?? undefined,
      }),
      201,
    ),
});

export const OPTIONS = definePreflight("registered", ["POST"]);
