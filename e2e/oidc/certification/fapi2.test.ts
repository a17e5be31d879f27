/**
 * The FAPI 2.0 Security Profile plan (OpenID Connect, private_key_jwt, DPoP), by its modules, against an issuer on https:
 * the test stands where a proxy would.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { calculateJwkThumbprint, decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ClientKey, makeClientKey } from "#lib/testing/client-key.ts";
import { type Browser, type Outcome, openBrowser } from "../support/browser.ts";
import {
  callEndpoint,
  checkAnswer,
  checkIdToken,
  checkTokenAnswer,
  errorOf,
  makeRequest,
  type Sent,
  type TokenAnswer,
  type Wishes,
} from "../support/flow.ts";
import { type App, type Issuer, startIssuer } from "../support/issuer.ts";
import { assertion, type ProofWishes, proof, withProof } from "../support/signing.ts";

const address = "https://id.example.com";
const appKey = makeClientKey("ES256");
const otherKey = makeClientKey("PS256");
const rsaKey = makeClientKey("RS256");
const dpopKey = makeClientKey("ES256");

let issuer: Issuer;
let browser: Browser;
let app: App;
let other: App;
beforeAll(async () => {
  issuer = await startIssuer({ BASE_URL: address });
  browser = await openBrowser(issuer);
  const wishes = { firstParty: true, securityProfile: "fapi2" } as const;
  app = await issuer.addApp({ ...wishes, jwks: { keys: [appKey.publicJwk, rsaKey.publicJwk] } });
  other = await issuer.addApp({ ...wishes, jwks: { keys: [otherKey.publicJwk] } });
});
afterAll(() => issuer?.close());

const tokenUrl = `${address}/oauth/token`;
const keyOf = (as: App): ClientKey => (as.clientId === other.clientId ? otherKey : appKey);

/** A call that authenticates by an assertion; `credentials` take its place. */
async function call(path: string, as: App, wishes: Wishes, credentials?: Wishes, headers = {}) {
  const own = credentials ?? (await assertion(issuer, as, keyOf(as)));
  return callEndpoint(issuer, path, as, { ...wishes, ...own }, headers);
}

async function push(wishes: Wishes = {}, as = app, credentials?: Wishes, headers = {}) {
  const sent = makeRequest({ issuer, app: as });
  const fields = { ...Object.fromEntries(sent.query), ...wishes };
  const response = await call("/oauth/par", as, fields, credentials, headers);
  const body = (await response.clone().json()) as { request_uri?: string };
  return { sent, response, requestUri: body.request_uri ?? "" };
}

const authorizeBy = (as: App, requestUri: string): Promise<Outcome> =>
  browser.go(
    `${address}/oauth/authorize?${new URLSearchParams({ client_id: as.clientId, request_uri: requestUri })}`,
  );

async function obtainCode(wishes: Wishes = {}, headers = {}): Promise<{ code: string; sent: Sent }> {
  const { sent, requestUri } = await push(wishes, app, undefined, headers);
  const expected = { ...sent, state: "state" in wishes ? (wishes.state as string | undefined) : sent.state };
  const code = checkAnswer(issuer, app, expected, await authorizeBy(app, requestUri)).get("code") ?? "";
  return { code, sent };
}

const codeFields = (code: string, sent: Sent) => ({
  grant_type: "authorization_code",
  code,
  redirect_uri: app.redirectUri,
  code_verifier: sent.verifier,
});

/** Redeems with a proof by `key`, and a nonce where one is demanded. */
const redeem = (code: string, sent: Sent, wishes: Wishes = {}, key = dpopKey, as = app) =>
  withProof(key, tokenUrl, (headers) =>
    call("/oauth/token", as, { ...codeFields(code, sent), ...wishes }, undefined, headers),
  );

async function obtainTokens(wishes: Wishes = {}): Promise<{ tokens: TokenAnswer; sent: Sent; code: string }> {
  const { code, sent } = await obtainCode(wishes);
  return { tokens: await checkTokenAnswer(await redeem(code, sent)), sent, code };
}

const userinfo = (accessToken: string, wishes: ProofWishes = {}, key = dpopKey, scheme = "DPoP") =>
  withProof(
    key,
    `${address}/oauth/userinfo`,
    (headers) =>
      issuer.fetch(`${address}/oauth/userinfo`, {
        headers: { authorization: `${scheme} ${accessToken}`, ...headers },
      }),
    { method: "GET", accessToken, ...wishes },
  );

/** Makes rows of the app older. */
async function letPass(table: "pushed_requests" | "authorization_codes", seconds: number): Promise<void> {
  const { db } = await issuer.operator();
  const earlier = `interval '${seconds} seconds'`;
  await db.execute(
    `update ${table} set expires_at = expires_at - ${earlier} where client_id = '${app.clientId}'`,
  );
}

const seconds = () => Math.floor(Date.now() / 1000);

describe("The FAPI 2.0 Security Profile plan", () => {
  it("fapi2-security-profile-final-discovery-end-point-verification", async () => {
    const metadata = await issuer.metadata();
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
    const { tokens, sent } = await obtainTokens({ scope: "openid profile" });
    expect(tokens.token_type).toBe("DPoP");
    const { protectedHeader, payload } = await checkIdToken(issuer, app, tokens.id_token, sent.nonce);
    expect(["PS256", "ES256", "EdDSA"]).toContain(protectedHeader.alg);
    const response = await userinfo(tokens.access_token);
    expect(response.status).toBe(200);
    expect(((await response.json()) as { sub: string }).sub).toBe(payload.sub);
  });

  it("fapi2-security-profile-final-user-rejects-authentication", async () => {
    const stranger = await issuer.addApp({ securityProfile: "fapi2", jwks: { keys: [appKey.publicJwk] } });
    const { sent, requestUri } = await push({}, stranger);
    const query = new URLSearchParams({ client_id: stranger.clientId, request_uri: requestUri });
    const outcome = await browser.go(`${address}/oauth/authorize?${query}`, { consent: "deny" });
    expect(checkAnswer(issuer, stranger, sent, outcome).get("error")).toBe("access_denied");
  });

  it("fapi2-security-profile-final-ensure-authorization-request-without-state-success", async () => {
    await obtainCode({ state: undefined });
  });

  it("fapi2-security-profile-final-ensure-authorization-request-without-nonce-success", async () => {
    const { tokens } = await obtainTokens({ nonce: undefined });
    expect(decodeJwt(tokens.id_token)).not.toHaveProperty("nonce");
  });

  it("fapi2-security-profile-final-ensure-other-scope-order-succeeds", async () => {
    await obtainTokens({ scope: "profile openid" });
  });

  it("fapi2-security-profile-final-ensure-unsigned-authorization-request-without-using-par-fails", async () => {
    const outcome = await browser.go(makeRequest({ issuer, app }).address);
    expect(outcome.parameters.has("code")).toBe(false);
    expect(outcome.parameters.get("error") ?? outcome.kind).toMatch(/^(invalid_request|page)$/);
  });

  it("fapi2-security-profile-final-par-ensure-reused-request-uri-prior-to-auth-completion-succeeds", async () => {
    const { sent, requestUri } = await push();
    const query = new URLSearchParams({ client_id: app.clientId, request_uri: requestUri });
    const unfinished = await issuer.fetch(`${address}/oauth/authorize?${query}`, { redirect: "manual" });
    expect(unfinished.headers.get("location")).toContain("/sign-in?");
    const code = checkAnswer(issuer, app, sent, await authorizeBy(app, requestUri)).get("code") ?? "";
    await checkTokenAnswer(await redeem(code, sent));
  });

  it("fapi2-security-profile-final-par-attempt-reuse-request_uri", async () => {
    const { requestUri } = await push();
    await authorizeBy(app, requestUri);
    expect((await authorizeBy(app, requestUri)).kind).toBe("page");
  });

  it("fapi2-security-profile-final-par-attempt-to-use-expired-request_uri", async () => {
    const { requestUri, response } = await push();
    const { expires_in } = (await response.json()) as { expires_in: number };
    // Section 5.3.2.2: less than 600 seconds.
    expect(expires_in).toBeLessThan(600);
    await letPass("pushed_requests", expires_in);
    expect((await authorizeBy(app, requestUri)).kind).toBe("page");
  });

  it("fapi2-security-profile-final-authorization-code-lives-a-minute (5.3.2.1)", async () => {
    const { code, sent } = await obtainCode();
    await letPass("authorization_codes", 60);
    const response = await redeem(code, sent);
    expect(response.status).toBe(400);
    expect(await errorOf(response)).toBe("invalid_grant");
  });

  it("fapi2-security-profile-final-par-attempt-to-use-request_uri-for-different-client", async () => {
    const { requestUri } = await push();
    expect((await authorizeBy(other, requestUri)).kind).toBe("page");
  });

  it("fapi2-security-profile-final-par-authorization-request-containing-request_uri-form-param", async () => {
    const { requestUri } = await push();
    const { response } = await push({ request_uri: requestUri });
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
    const { response } = await push(wishes);
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
    const { code, sent } = await obtainCode();
    const response = await redeem(code, sent, wishes);
    expect(response.status).toBe(400);
    expect(["invalid_grant", "invalid_request"]).toContain(await errorOf(response));
  });

  it("fapi2-security-profile-final-ensure-authorization-code-is-bound-to-client", async () => {
    const { code, sent } = await obtainCode();
    const response = await redeem(code, sent, {}, dpopKey, other);
    expect(response.status).toBe(400);
    expect(await errorOf(response)).toBe("invalid_grant");
  });

  it("fapi2-security-profile-final-attempt-reuse-authorization-code-after-one-second", async () => {
    const { tokens, code, sent } = await obtainTokens();
    await sleep(1000);
    const response = await redeem(code, sent);
    expect(response.status).toBe(400);
    expect(await errorOf(response)).toBe("invalid_grant");
    expect((await userinfo(tokens.access_token)).status).toBe(401);
  });

  const badAssertions: [string, () => Promise<Wishes>][] = [
    ["client-assertion-no-sub", () => assertion(issuer, app, appKey, { sub: undefined })],
    ["client-assertion-no-iss", () => assertion(issuer, app, appKey, { iss: undefined })],
    ["client-assertion-of-another-client", () => assertion(issuer, app, appKey, { sub: other.clientId })],
    [
      "client-assertion-expired-5-minutes-ago",
      () => assertion(issuer, app, appKey, { exp: seconds() - 300 }),
    ],
    ["client-assertion-no-exp", () => assertion(issuer, app, appKey, { exp: undefined })],
    ["client-assertion-no-jti", () => assertion(issuer, app, appKey, { jti: undefined })],
    [
      "test-array-as-audience-for-client-assertion-fails",
      () => assertion(issuer, app, appKey, { aud: [address] }),
    ],
    [
      "token-endpoint-as-audience-for-client-assertion-fails",
      () => assertion(issuer, app, appKey, { aud: tokenUrl }),
    ],
    [
      "other-audience-for-client-assertion-fails",
      () => assertion(issuer, app, appKey, { aud: "https://other.example" }),
    ],
    ["ensure-signed-client-assertion-with-RS256-fails", () => assertion(issuer, app, rsaKey)],
    [
      "client-assertion-signed-by-a-foreign-key",
      () => assertion(issuer, app, makeClientKey("ES256", appKey.kid)),
    ],
    ["client-assertion-from-the-future", () => assertion(issuer, app, appKey, { nbf: seconds() + 300 })],
  ];
  it.each(badAssertions)("fapi2-security-profile-final-%s", async (_, make) => {
    const { response } = await push({}, app, await make());
    expect([400, 401]).toContain(response.status);
    expect(["invalid_client", "invalid_request"]).toContain(await errorOf(response));
  });

  it("fapi2-security-profile-final-client-assertion-8-seconds-in-the-future-is-accepted", async () => {
    const early = await assertion(issuer, app, appKey, { nbf: seconds() + 8, iat: seconds() + 8 });
    expect((await push({}, app, early)).response.status).toBe(201);
  });

  it("fapi2-security-profile-final-client-assertion-is-used-once", async () => {
    const same = await assertion(issuer, app, appKey);
    expect((await push({}, app, same)).response.status).toBe(201);
    const again = (await push({}, app, same)).response;
    expect(again.status).toBe(401);
    expect(await errorOf(again)).toBe("invalid_client");
  });

  it("fapi2-security-profile-final-client-authentication-is-demanded", async () => {
    const { response } = await push({}, app, {});
    expect(response.status).toBe(401);
    expect(await errorOf(response)).toBe("invalid_client");
  });

  it("fapi2-security-profile-final-ensure-holder-of-key-required", async () => {
    const { code, sent } = await obtainCode();
    const bare = await call("/oauth/token", app, codeFields(code, sent));
    expect(bare.status).toBe(400);
    expect(await errorOf(bare)).toMatch(
      /^(invalid_dpop_proof|invalid_request|invalid_grant|use_dpop_nonce)$/,
    );
  });

  const badProofs: [string, ProofWishes][] = [
    ["htm of another method", { claims: { htm: "GET" } }],
    ["htu of another address", { claims: { htu: `${address}/oauth/par` } }],
    ["no htm", { claims: { htm: undefined } }],
    ["no htu", { claims: { htu: undefined } }],
    ["no iat", { claims: { iat: undefined } }],
    ["no jti", { claims: { jti: undefined } }],
    ["an iat of an hour ago", { claims: { iat: seconds() - 3600 } }],
    ["an iat of an hour ahead", { claims: { iat: seconds() + 3600 } }],
    ["another typ", { header: { typ: "jwt" } }],
    ["a private key in the header", { header: { jwk: dpopKey.privateKey.export({ format: "jwk" }) } }],
    ["another key in the header", { header: { jwk: makeClientKey("ES256").publicJwk } }],
    ["no key", { header: { jwk: undefined } }],
  ];
  it("fapi2-security-profile-final-dpop-proof-by-RS256-fails", async () => {
    const { code, sent } = await obtainCode();
    const response = await redeem(code, sent, {}, rsaKey);
    expect(response.status).toBe(400);
    expect(await errorOf(response)).toBe("invalid_dpop_proof");
  });

  it.each(badProofs)("fapi2-security-profile-final-dpop-negative-tests: %s", async (_, wishes) => {
    const { code, sent } = await obtainCode();
    const response = await withProof(
      dpopKey,
      tokenUrl,
      (headers) => call("/oauth/token", app, codeFields(code, sent), undefined, headers),
      wishes,
    );
    expect([400, 401]).toContain(response.status);
    expect(await errorOf(response)).toBe("invalid_dpop_proof");
  });

  it("fapi2-security-profile-final-dpop-proof-is-used-once", async () => {
    const url = `${address}/oauth/par`;
    const first = await push({}, app, undefined, { dpop: await proof(dpopKey, url) });
    const nonce = first.response.headers.get("dpop-nonce") ?? undefined;
    const dpop = await proof(dpopKey, url, { nonce });
    expect((await push({}, app, undefined, { dpop })).response.status).toBe(201);
    expect((await push({}, app, undefined, { dpop })).response.status).toBeGreaterThanOrEqual(400);
  });

  it("fapi2-security-profile-final-ensure-dpop-auth-code-binding-success, and for that key alone", async () => {
    const dpop_jkt = await calculateJwkThumbprint(dpopKey.publicJwk);
    const bound = await obtainCode({ dpop_jkt });
    const wrong = await redeem(bound.code, bound.sent, {}, makeClientKey("ES256"));
    expect(wrong.status).toBe(400);
    const again = await obtainCode({ dpop_jkt });
    await checkTokenAnswer(await redeem(again.code, again.sent));
  });

  it("fapi2-security-profile-final-access-token-is-sender-constrained", async () => {
    const { tokens } = await obtainTokens();
    expect((await userinfo(tokens.access_token)).status).toBe(200);
    const wrongKey = await userinfo(tokens.access_token, {}, makeClientKey("ES256"));
    const asBearer = await issuer.fetch(`${address}/oauth/userinfo`, {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    });
    const otherToken = await userinfo(tokens.access_token, { accessToken: "another token" });
    for (const response of [wrongKey, asBearer, otherToken]) {
      expect(response.status).toBe(401);
      expect(response.headers.get("www-authenticate")).toMatch(/DPoP/);
    }
  });

  it("fapi2-security-profile-final-refresh-token: bound to the client, and not rotated (5.3.2.1)", async () => {
    const { tokens } = await obtainTokens({ scope: "openid offline_access", prompt: "consent" });
    expect(tokens.refresh_token).toBeDefined();
    const refresh = (as: App) =>
      withProof(dpopKey, tokenUrl, (headers) =>
        call(
          "/oauth/token",
          as,
          { grant_type: "refresh_token", refresh_token: tokens.refresh_token },
          undefined,
          headers,
        ),
      );
    const stolen = await refresh(other);
    expect(stolen.status).toBe(400);
    expect(await errorOf(stolen)).toBe("invalid_grant");
    for (let times = 0; times < 2; times += 1) {
      const renewed = await checkTokenAnswer(await refresh(app));
      expect(renewed.refresh_token ?? tokens.refresh_token).toBe(tokens.refresh_token);
      expect((await userinfo(renewed.access_token)).status).toBe(200);
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
      await expect(issuer.addApp({ ...wishes, ...wrong } as never)).rejects.toMatchObject({
        code: "VALIDATION_ERROR",
      });
  });
});
