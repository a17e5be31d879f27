/** The UserInfo endpoint (OIDC Core section 5.3). */
import { readAccessToken } from "#lib/http/oauth-bearer.ts";
import { oauthJson, oauthJwt, tokenRequired } from "#lib/http/oauth-error-response.ts";
import { defineMachineRoute, definePreflight } from "#lib/http/oauth-machine-route.ts";
import { answerUserinfo } from "#lib/oidc/claims/answer-userinfo.ts";

const userinfo = defineMachineRoute({
  cors: "registered",
  limited: true,
  dpop: true,
  challenge: () => "Bearer",
  handle: async (ctx, request) => {
    const token = await readAccessToken(ctx, request);
    if (token === undefined) return tokenRequired();
    const answer = await answerUserinfo(ctx, token);
    return answer.jwt === undefined ? oauthJson(answer.claims) : oauthJwt(answer.jwt);
  },
});

export const GET = userinfo;
export const POST = userinfo;
export const OPTIONS = definePreflight("registered", ["GET", "POST"]);
