/** The UserInfo endpoint (OIDC Core section 5.3). */
import { readBearerToken } from "#lib/http/oauth-bearer.ts";
import { bearerRequired, oauthJson } from "#lib/http/oauth-error-response.ts";
import { defineMachineRoute, definePreflight } from "#lib/http/oauth-machine-route.ts";
import { answerUserinfo } from "#lib/oidc/claims/answer-userinfo.ts";

const userinfo = defineMachineRoute({
  cors: "registered",
  limited: true,
  challenge: () => "Bearer",
  handle: async (ctx, request) => {
    const token = await readBearerToken(request);
    return token === undefined ? bearerRequired() : oauthJson(await answerUserinfo(ctx, token));
  },
});

export const GET = userinfo;
export const POST = userinfo;
export const OPTIONS = definePreflight("registered", ["GET", "POST"]);
