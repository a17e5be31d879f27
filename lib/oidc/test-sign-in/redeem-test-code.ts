/** Turns the code of a test into tokens and reads them as an app would. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { UserId } from "#drizzle/schema/ids.ts";
import type { TestSignInRow } from "#drizzle/schema/oidc.ts";
import type { Context } from "#lib/context/context.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { testCallback } from "../authorize/test-callback.ts";
import { answerUserinfo, type UserinfoAnswer } from "../claims/answer-userinfo.ts";
import { explainPersonClaims } from "../claims/explain-person-claims.ts";
import { knownScopes } from "../claims/scopes.ts";
import { findPerson } from "../claims/store.ts";
import { subjectOf } from "../subjects/subject-of.ts";
import { redeemCode } from "../token/redeem-code.ts";
import type { TokenResponse } from "../tokens/issue-tokens.ts";
import { bearerToken } from "../tokens/open-access-token.ts";
import { openCodeVerifier } from "./code-verifier.ts";
import { inspectToken } from "./inspect-token.ts";
import type { InspectedToken, TestResult } from "./schema.ts";

export interface TestRedemption {
  readonly test: TestSignInRow;
  readonly userId: UserId;
  readonly code: string;
}

/**
 * What the app proves by a secret or a key of its own is no part of it: only the app has those.
 * @throws OAuthError as the token endpoint
 */
export async function redeemTestCode(
  ctx: Context,
  client: ClientRow,
  { test, userId, code }: TestRedemption,
): Promise<TestResult> {
  const response = await redeemCode(ctx, client, {
    code,
    redirectUri: testCallback(ctx.config),
    codeVerifier: openCodeVerifier(ctx, test.id, test.codeVerifier),
    resources: [],
    dpopJkt: undefined,
  });
  const scope = response.scope ?? "";
  const userinfo = scope.split(" ").includes("openid") ? await askUserinfo(ctx, response) : undefined;
  if (userinfo instanceof OAuthError)
    return {
      outcome: "refused",
      step: "userinfo",
      error: userinfo.code,
      description: userinfo.description,
    };
  return {
    outcome: "answered",
    scope,
    expiresInSeconds: response.expires_in,
    tokens: await inspectAll(ctx, client, test, response, userinfo?.jwt),
    ...(userinfo ? { userinfo: userinfo.claims } : {}),
    claims: await explain(ctx, client, userId, scope),
  };
}

async function askUserinfo(
  ctx: Context,
  { access_token: token }: TokenResponse,
): Promise<UserinfoAnswer | OAuthError> {
  try {
    return await answerUserinfo(ctx, bearerToken(token));
  } catch (error) {
    if (error instanceof OAuthError) return error;
    throw error;
  }
}

function inspectAll(
  ctx: Context,
  { id: clientId }: ClientRow,
  { nonce }: TestSignInRow,
  { id_token: idToken, access_token: accessToken, refresh_token: refreshToken }: TokenResponse,
  userinfo: string | undefined,
): Promise<InspectedToken[]> {
  const found: [InspectedToken["kind"], string | undefined][] = [
    ["id_token", idToken],
    ["access_token", accessToken],
    ["refresh_token", refreshToken],
    ["userinfo", userinfo],
  ];
  const expected = { clientId, nonce, accessToken };
  return Promise.all(
    found.flatMap(([kind, token]) => (token === undefined ? [] : [inspectToken(ctx, kind, token, expected)])),
  );
}

async function explain(ctx: Context, client: ClientRow, userId: UserId, scope: string) {
  const person = await findPerson(ctx.db, userId);
  if (!person) return [];
  const claims = explainPersonClaims({
    person,
    subject: subjectOf(ctx, client, userId),
    scopes: knownScopes(scope.split(" ")),
    claims: undefined,
    client,
  });
  return claims.map((claim) => ({
    ...claim,
    places: [...claim.places],
    because: claim.because.map((reason) => ({ ...reason })),
  }));
}
