/** The FAPI 2.0 Security Profile plan (OpenID Connect, private_key_jwt, DPoP), by its modules; DPoP in a file of its own. */
import { setTimeout as sleep } from "node:timers/promises";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeClientKey } from "#lib/testing/client-key.ts";
import {
  checkAnswer,
  checkIdToken,
  checkTokenAnswer,
  errorOf,
  makeRequest,
  type Wishes,
} from "../support/flow.ts";
import type { App } from "../support/issuer.ts";
import { assertion, withProof } from "../support/signing.ts";
import {
  address,
  appKey,
  dpopKey,
  type Fapi2,
  rsaKey,
  secondsNow,
  startFapi2,
  tokenUrl,
} from "./fapi2-plan.ts";

let plan: Fapi2;
beforeAll(async () => {
  plan = await startFapi2();
});
afterAll(() => plan?.issuer.close());

/** Makes rows of the app older. */
async function letPass(table: "pushed_requests" | "authorization_codes", seconds: number): Promise<void> {
  const { db } = await plan.issuer.operator();
  const earlier = `interval '${seconds} seconds'`;
  await db.execute(
    `update ${table} set expires_at = expires_at - ${earlier} where client_id = '${plan.app.clientId}'`,
  );
}

describe("The FAPI 2.0 Security Profile plan", () => {
  it("fapi2-security-profile-final-discovery-end-point-verification", async () => {
    const metadata = await plan.issuer.metadata();
    expect(metadata).toMatchObject({
      pushed_authorization_request_endpoint: expect.stringMatching(/^https:/),
      authorization_response_iss_parameter_supported: true,
      code_challenge_methods_supported: ["S256"],
      token_endpoint_auth_methods_supported: expect.arrayContaining(["private_key_jwt"]),
      grant_types_supported: expect.arrayContaining(["authorization_code"]),
      response_types_supported: expect.arrayContaining(["code"]),
      claims_parameter_supported: expect.any(Boolean),
    });
    for (const name of [
      "token_endpoint_auth_signing_alg_values_supported",
      "dpop_signing_alg_values_supported",
    ])
      expect(metadata[name]).toEqual(expect.arrayContaining(["PS256", "ES256"]));
  });

  it("fapi2-security-profile-final-happy-flow", async () => {
    const { tokens, sent } = await plan.obtainTokens({ scope: "openid profile" });
    expect(tokens.token_type).toBe("DPoP");
    const { protectedHeader, payload } = await checkIdToken(
      plan.issuer,
      plan.app,
      tokens.id_token,
      sent.nonce,
    );
    expect(["PS256", "ES256", "EdDSA"]).toContain(protectedHeader.alg);
    const response = await plan.userinfo(tokens.access_token);
    expect(response.status).toBe(200);
    expect(((await response.json()) as { sub: string }).sub).toBe(payload.sub);
  });

  it("fapi2-security-profile-final-user-rejects-authentication", async () => {
    const stranger = await plan.issuer.addApp({
      securityProfile: "fapi2",
      jwks: { keys: [appKey.publicJwk] },
    });
    const { sent, requestUri } = await plan.push({}, stranger);
    const query = new URLSearchParams({ client_id: stranger.clientId, request_uri: requestUri });
    const outcome = await plan.browser.go(`${address}/oauth/authorize?${query}`, { consent: "deny" });
    expect(checkAnswer(plan.issuer, stranger, sent, outcome).get("error")).toBe("access_denied");
  });

  it("fapi2-security-profile-final-ensure-authorization-request-without-state-success", async () => {
    await plan.obtainCode({ state: undefined });
  });

  it("fapi2-security-profile-final-ensure-authorization-request-without-nonce-success", async () => {
    const { tokens } = await plan.obtainTokens({ nonce: undefined });
    expect(decodeJwt(tokens.id_token)).not.toHaveProperty("nonce");
  });

  it("fapi2-security-profile-final-ensure-other-scope-order-succeeds", async () => {
    await plan.obtainTokens({ scope: "profile openid" });
  });

  it.each([
    ["ensure-authorization-request-with-64-char-nonce-success", { nonce: "n".repeat(64) }],
    ["ensure-authorization-request-with-long-nonce", { nonce: "n".repeat(384) }],
    ["ensure-authorization-request-with-long-state", { state: "s".repeat(384) }],
  ] satisfies [string, Wishes][])("fapi2-security-profile-final-%s", async (_, wishes) => {
    const { tokens } = await plan.obtainTokens(wishes);
    if ("nonce" in wishes) expect(decodeJwt(tokens.id_token).nonce).toBe(wishes.nonce);
  });

  it("fapi2-security-profile-final-state-only-outside-request-object-not-used", async () => {
    const { requestUri } = await plan.push({ state: undefined });
    const outcome = await plan.authorizeBy(plan.app, requestUri, { state: "outside" });
    expect(outcome.parameters.has("code")).toBe(true);
    expect(outcome.parameters.has("state")).toBe(false);
  });

  it("fapi2-security-profile-final-par-attempt-invalid-http-method", async () => {
    for (const method of ["GET", "PUT", "DELETE", "PATCH"]) {
      const { status } = await plan.issuer.fetch(`${address}/oauth/par`, { method });
      expect(status).toBe(405);
    }
  });

  it("fapi2-security-profile-final-test-claims-parameter-identity-claims", async () => {
    const claims = JSON.stringify({ id_token: { given_name: { essential: true }, email: null } });
    const { tokens } = await plan.obtainTokens({ claims });
    expect(decodeJwt(tokens.id_token)).toMatchObject({ email: expect.any(String) });
  });

  it("fapi2-security-profile-final-client-id-in-token-request-is-the-assertion's", async () => {
    const { code, sent } = await plan.obtainCode();
    const response = await plan.redeem(code, sent, { client_id: plan.other.clientId });
    expect([400, 401]).toContain(response.status);
    expect(["invalid_client", "invalid_request"]).toContain(await errorOf(response));
  });

  it("fapi2-security-profile-final-ensure-unsigned-authorization-request-without-using-par-fails", async () => {
    const outcome = await plan.browser.go(makeRequest({ issuer: plan.issuer, app: plan.app }).address);
    expect(outcome.parameters.has("code")).toBe(false);
    expect(outcome.parameters.get("error") ?? outcome.kind).toMatch(/^(invalid_request|page)$/);
  });

  it("fapi2-security-profile-final-par-ensure-reused-request-uri-prior-to-auth-completion-succeeds", async () => {
    const { sent, requestUri } = await plan.push();
    const query = new URLSearchParams({ client_id: plan.app.clientId, request_uri: requestUri });
    const unfinished = await plan.issuer.fetch(`${address}/oauth/authorize?${query}`, { redirect: "manual" });
    expect(unfinished.headers.get("location")).toContain("/sign-in?");
    const code =
      checkAnswer(plan.issuer, plan.app, sent, await plan.authorizeBy(plan.app, requestUri)).get("code") ??
      "";
    await checkTokenAnswer(await plan.redeem(code, sent));
  });

  it("fapi2-security-profile-final-par-attempt-reuse-request_uri", async () => {
    const { requestUri } = await plan.push();
    await plan.authorizeBy(plan.app, requestUri);
    expect((await plan.authorizeBy(plan.app, requestUri)).kind).toBe("page");
  });

  it("fapi2-security-profile-final-par-attempt-to-use-expired-request_uri", async () => {
    const { requestUri, response } = await plan.push();
    const { expires_in } = (await response.json()) as { expires_in: number };
    // Section 5.3.2.2: less than 600 seconds.
    expect(expires_in).toBeLessThan(600);
    await letPass("pushed_requests", expires_in);
    expect((await plan.authorizeBy(plan.app, requestUri)).kind).toBe("page");
  });

  it("fapi2-security-profile-final-authorization-code-lives-a-minute (5.3.2.1)", async () => {
    const { code, sent } = await plan.obtainCode();
    await letPass("authorization_codes", 60);
    const response = await plan.redeem(code, sent);
    expect(response.status).toBe(400);
    expect(await errorOf(response)).toBe("invalid_grant");
  });

  it("fapi2-security-profile-final-par-attempt-to-use-request_uri-for-different-client", async () => {
    const { requestUri } = await plan.push();
    expect((await plan.authorizeBy(plan.other, requestUri)).kind).toBe("page");
  });

  it("fapi2-security-profile-final-par-authorization-request-containing-request_uri-form-param", async () => {
    const { requestUri } = await plan.push();
    const { response } = await plan.push({ request_uri: requestUri });
    expect(response.status).toBe(400);
    expect(await errorOf(response)).toBe("invalid_request");
  });

  it.each([
    ["ensure-pkce-required", { code_challenge: undefined, code_challenge_method: undefined }],
    ["ensure-plain-pkce-rejected", { code_challenge_method: "plain" }],
    ["ensure-redirect-uri-in-authorization-request", { redirect_uri: undefined }],
    ["ensure-unregistered-redirect-uri-rejected", { redirect_uri: "https://evil.example/" }],
    ["ensure-response-type-code-id_token-rejected", { response_type: "code id_token" }],
    ["ensure-response-type-token-rejected", { response_type: "token" }],
  ] satisfies [string, Wishes][])("fapi2-security-profile-final-%s", async (_, wishes) => {
    const { response } = await plan.push(wishes);
    expect(response.status).toBe(400);
    expect(await errorOf(response)).toMatch(
      /^(invalid_request|unsupported_response_type|unauthorized_client)$/,
    );
  });

  it.each([
    ["ensure-pkce-code-verifier-required", { code_verifier: undefined }],
    ["incorrect-pkce-code-verifier-rejected", { code_verifier: "x".repeat(43) }],
    ["ensure-mismatched-redirect-uri-rejected", { redirect_uri: "https://app.example.com/other" }],
  ] satisfies [string, Wishes][])("fapi2-security-profile-final-%s", async (_, wishes) => {
    const { code, sent } = await plan.obtainCode();
    const response = await plan.redeem(code, sent, wishes);
    expect(response.status).toBe(400);
    expect(["invalid_grant", "invalid_request"]).toContain(await errorOf(response));
  });

  it("fapi2-security-profile-final-ensure-authorization-code-is-bound-to-client", async () => {
    const { code, sent } = await plan.obtainCode();
    const response = await plan.redeem(code, sent, {}, dpopKey, plan.other);
    expect(response.status).toBe(400);
    expect(await errorOf(response)).toBe("invalid_grant");
  });

  it("fapi2-security-profile-final-attempt-reuse-authorization-code-after-one-second", async () => {
    const { tokens, code, sent } = await plan.obtainTokens();
    await sleep(1000);
    const response = await plan.redeem(code, sent);
    expect(response.status).toBe(400);
    expect(await errorOf(response)).toBe("invalid_grant");
    expect((await plan.userinfo(tokens.access_token)).status).toBe(401);
  });

  const badAssertions: [string, () => Promise<Wishes>][] = [
    ["client-assertion-no-sub", () => assertion(plan.issuer, plan.app, appKey, { sub: undefined })],
    ["client-assertion-no-iss", () => assertion(plan.issuer, plan.app, appKey, { iss: undefined })],
    [
      "client-assertion-of-another-client",
      () => assertion(plan.issuer, plan.app, appKey, { sub: plan.other.clientId }),
    ],
    [
      "client-assertion-expired-5-minutes-ago",
      () => assertion(plan.issuer, plan.app, appKey, { exp: secondsNow() - 300 }),
    ],
    ["client-assertion-no-exp", () => assertion(plan.issuer, plan.app, appKey, { exp: undefined })],
    ["client-assertion-no-jti", () => assertion(plan.issuer, plan.app, appKey, { jti: undefined })],
    [
      "test-array-as-audience-for-client-assertion-fails",
      () => assertion(plan.issuer, plan.app, appKey, { aud: [address] }),
    ],
    [
      "token-endpoint-as-audience-for-client-assertion-fails",
      () => assertion(plan.issuer, plan.app, appKey, { aud: tokenUrl }),
    ],
    [
      "other-audience-for-client-assertion-fails",
      () => assertion(plan.issuer, plan.app, appKey, { aud: "https://other.example" }),
    ],
    ["ensure-signed-client-assertion-with-RS256-fails", () => assertion(plan.issuer, plan.app, rsaKey)],
    [
      "client-assertion-signed-by-a-foreign-key",
      () => assertion(plan.issuer, plan.app, makeClientKey("ES256", appKey.kid)),
    ],
    [
      "client-assertion-from-the-future",
      () => assertion(plan.issuer, plan.app, appKey, { nbf: secondsNow() + 300 }),
    ],
  ];
  it.each(badAssertions)("fapi2-security-profile-final-%s", async (_, make) => {
    const { response } = await plan.push({}, plan.app, await make());
    expect([400, 401]).toContain(response.status);
    expect(["invalid_client", "invalid_request"]).toContain(await errorOf(response));
  });

  it("fapi2-security-profile-final-client-assertion-8-seconds-in-the-future-is-accepted", async () => {
    const early = await assertion(plan.issuer, plan.app, appKey, {
      nbf: secondsNow() + 8,
      iat: secondsNow() + 8,
    });
    expect((await plan.push({}, plan.app, early)).response.status).toBe(201);
  });

  it("fapi2-security-profile-final-client-assertion-is-used-once", async () => {
    const same = await assertion(plan.issuer, plan.app, appKey);
    expect((await plan.push({}, plan.app, same)).response.status).toBe(201);
    const again = (await plan.push({}, plan.app, same)).response;
    expect(again.status).toBe(401);
    expect(await errorOf(again)).toBe("invalid_client");
  });

  it("fapi2-security-profile-final-client-authentication-is-demanded", async () => {
    const { response } = await plan.push({}, plan.app, {});
    expect(response.status).toBe(401);
    expect(await errorOf(response)).toBe("invalid_client");
  });

  it("fapi2-security-profile-final-refresh-token: bound to the client, and not rotated (5.3.2.1)", async () => {
    const { tokens } = await plan.obtainTokens({ scope: "openid offline_access", prompt: "consent" });
    expect(tokens.refresh_token).toBeDefined();
    const refresh = (as: App) =>
      withProof(dpopKey, tokenUrl, (headers) =>
        plan.call(
          "/oauth/token",
          as,
          { grant_type: "refresh_token", refresh_token: tokens.refresh_token },
          undefined,
          headers,
        ),
      );
    const stolen = await refresh(plan.other);
    expect(stolen.status).toBe(400);
    expect(await errorOf(stolen)).toBe("invalid_grant");
    for (let times = 0; times < 2; times += 1) {
      const renewed = await checkTokenAnswer(await refresh(plan.app));
      expect(renewed.refresh_token ?? tokens.refresh_token).toBe(tokens.refresh_token);
      expect((await plan.userinfo(renewed.access_token)).status).toBe(200);
    }
  });

  it("keeps what the profile forbids from being registered", async () => {
    const wishes = { securityProfile: "fapi2", jwks: { keys: [appKey.publicJwk] } } as const;
    for (const wrong of [
      { tokenEndpointAuthMethod: "client_secret_basic" },
      { idTokenSignedResponseAlg: "RS256" },
      { tokenEndpointAuthSigningAlg: "RS256" },
      { responseTypes: ["code id_token"] },
    ] as const)
      await expect(plan.issuer.addApp({ ...wishes, ...wrong } as never)).rejects.toMatchObject({
        code: "VALIDATION_ERROR",
      });
  });
});
