/** The three logout plans of the OpenID Foundation: RP-initiated, back-channel and front-channel, by their modules. */
import { setTimeout as sleep } from "node:timers/promises";
import { jwtVerify } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeClientKey } from "#lib/testing/client-key.ts";
import { startRelyingApp, type TestRelyingApp } from "#lib/testing/relying-app.ts";
import { type Browser, type Outcome, openBrowser } from "../support/browser.ts";
import { authorize, checkAnswer, completeFlow, type Flow, readUserinfo } from "../support/flow.ts";
import { type App, bye, callback, type Issuer, startIssuer } from "../support/issuer.ts";
import { sign } from "../support/signing.ts";

let issuer: Issuer;
let receiver: TestRelyingApp;
let app: App;
let told: App;
let framed: App;
let browser: Browser;
beforeAll(async () => {
  receiver = await startRelyingApp();
  issuer = await startIssuer({ ALLOW_PRIVATE_NETWORK: "127.0.0.1" });
  app = await issuer.addApp({ firstParty: true });
  told = await issuer.addApp({
    firstParty: true,
    backchannelLogoutUri: `${receiver.origin}/logout`,
    backchannelLogoutSessionRequired: true,
  });
  framed = await issuer.addApp({
    firstParty: true,
    frontchannelLogoutUri: "https://app.example.com/frontchannel",
    frontchannelLogoutSessionRequired: true,
  });
});
beforeEach(async () => {
  browser = await openBrowser(issuer);
});
afterAll(async () => {
  await issuer?.close();
  await receiver?.close();
});

const signIn = (as = app): Promise<Flow> => completeFlow({ issuer, app: as, browser });
const endSession = (parameters: Record<string, string>): Promise<Outcome> =>
  browser.go(`${issuer.address}/oauth/end-session?${new URLSearchParams(parameters)}`);

/** What each module ends with: a silent request must, or must not, be answered by login_required. */
async function expectSignedIn(expected: boolean): Promise<void> {
  const { sent, outcome } = await authorize({ issuer, app, browser }, { prompt: "none" });
  const error = checkAnswer(issuer, app, sent, outcome).get("error");
  expect(error).toBe(expected ? null : "login_required");
}

/** The person says yes on the page that asks. */
async function confirm(page: Outcome): Promise<Outcome> {
  expect(page).toMatchObject({ kind: "page", status: 200 });
  expect(page.url.pathname).toBe("/sign-out");
  const interaction = page.url.searchParams.get("interaction") ?? "";
  return browser.submit("/oauth/end-session/confirm", { interaction, decision: "sign_out" });
}

describe("The RP-Initiated Logout OP plan", () => {
  it("oidcc-rp-initiated-logout-discovery-endpoint-verification", async () => {
    expect((await issuer.metadata()).end_session_endpoint).toBe(`${issuer.address}/oauth/end-session`);
  });

  it("oidcc-rp-initiated-logout", async () => {
    const { tokens } = await signIn();
    const state = "s".repeat(128);
    const outcome = await endSession({
      id_token_hint: tokens.id_token,
      post_logout_redirect_uri: bye,
      state,
    });
    expect(outcome.url.origin + outcome.url.pathname).toBe(bye);
    expect(outcome.parameters.get("state")).toBe(state);
    await expectSignedIn(false);
  });

  it("oidcc-rp-initiated-logout-no-state", async () => {
    const { tokens } = await signIn();
    const outcome = await endSession({ id_token_hint: tokens.id_token, post_logout_redirect_uri: bye });
    expect(outcome.url.href).toBe(bye);
    await expectSignedIn(false);
  });

  it("oidcc-rp-initiated-logout-no-post-logout-redirect-uri", async () => {
    const { tokens } = await signIn();
    const outcome = await endSession({ id_token_hint: tokens.id_token, state: "x" });
    expect(outcome).toMatchObject({ kind: "page", status: 200 });
    await expectSignedIn(false);
  });

  it("oidcc-rp-initiated-logout-only-state", async () => {
    await signIn();
    const outcome = await confirm(await endSession({ state: "x" }));
    expect(outcome.url.origin).toBe(issuer.address);
    await expectSignedIn(false);
  });

  it("oidcc-rp-initiated-logout-no-params", async () => {
    await signIn();
    expect((await confirm(await endSession({}))).kind).toBe("page");
    await expectSignedIn(false);
  });

  it("oidcc-rp-initiated-logout-no-id-token-hint", async () => {
    await signIn();
    const outcome = await endSession({ post_logout_redirect_uri: bye, state: "x" });
    // Nothing says whose address that is: a page, and never a redirect.
    expect(outcome).toMatchObject({ kind: "page" });
    expect(outcome.url.origin).toBe(issuer.address);
  });

  it.each([
    ["oidcc-rp-initiated-logout-bad-id-token-hint", async () => "not.a.token"],
    [
      "oidcc-rp-initiated-logout-modified-id-token-hint",
      async (token: string) => `${token.slice(0, -6)}${token.endsWith("AAAAAA") ? "BBBBBB" : "AAAAAA"}`,
    ],
    [
      "a hint that another issuer signed",
      async (_: string, sub: string) =>
        sign(makeClientKey("RS256"), { iss: issuer.address, aud: app.clientId, sub, exp: 99_999_999_999 }),
    ],
  ])("%s", async (_, makeHint) => {
    const { tokens, claims } = await signIn();
    const id_token_hint = await makeHint(tokens.id_token, String(claims.sub));
    const outcome = await endSession({ id_token_hint, post_logout_redirect_uri: bye, state: "x" });
    expect(outcome).toMatchObject({ kind: "page" });
    expect(outcome.status).toBeLessThan(500);
    await expectSignedIn(true);
  });

  it.each([
    ["oidcc-rp-initiated-logout-bad-post-logout-redirect-uri", "https://evil.example/"],
    ["oidcc-rp-initiated-logout-modified-post-logout-redirect-uri", `${bye}/x`],
    ["oidcc-rp-initiated-logout-query-added-to-post-logout-redirect-uri", `${bye}?foo=bar`],
  ])("%s", async (_, post_logout_redirect_uri) => {
    const { tokens } = await signIn();
    const outcome = await endSession({
      id_token_hint: tokens.id_token,
      post_logout_redirect_uri,
      state: "x",
    });
    expect(outcome).toMatchObject({ kind: "page" });
    expect(outcome.url.origin).toBe(issuer.address);
  });

  it("ends the tokens of the session with it", async () => {
    const { tokens } = await signIn();
    await endSession({ id_token_hint: tokens.id_token, post_logout_redirect_uri: bye });
    expect((await readUserinfo(issuer, tokens.access_token)).status).toBe(401);
  });

  it("signs nobody else out by another session's hint", async () => {
    const there = await openBrowser(issuer);
    const { tokens } = await completeFlow({ issuer, app, browser: there });
    await signIn();
    await endSession({ id_token_hint: tokens.id_token, post_logout_redirect_uri: bye });
    await expectSignedIn(true);
  });
});

describe("The Back-Channel Logout OP plan", () => {
  it("oidcc-backchannel-discovery-endpoint-verification", async () => {
    expect(await issuer.metadata()).toMatchObject({
      backchannel_logout_supported: true,
      backchannel_logout_session_supported: true,
    });
  });

  it("oidcc-backchannel-rp-initiated-logout", async () => {
    const { tokens, claims } = await signIn(told);
    const outcome = await endSession({ id_token_hint: tokens.id_token, post_logout_redirect_uri: bye });
    expect(outcome.url.origin + outcome.url.pathname).toBe(bye);
    for (let waited = 0; receiver.received.length === 0 && waited < 15_000; waited += 100) await sleep(100);
    const [got] = receiver.received;
    expect(got).toMatchObject({
      method: "POST",
      headers: { "content-type": expect.stringMatching(/^application\/x-www-form-urlencoded/) },
    });
    const { payload, protectedHeader } = await jwtVerify(got?.token ?? "", await issuer.keys(), {
      issuer: issuer.address,
      audience: told.clientId,
      requiredClaims: ["iat", "jti", "events", "exp"],
    });
    expect(protectedHeader).toMatchObject({ alg: "RS256", typ: "logout+jwt" });
    expect(payload).toMatchObject({ sub: claims.sub, sid: claims.sid });
    expect(payload.events).toEqual({ "http://schemas.openid.net/event/backchannel-logout": {} });
    expect(payload).not.toHaveProperty("nonce");
    await expectSignedIn(false);
  });
});

describe("The Front-Channel Logout OP plan", () => {
  it("oidcc-frontchannel-discovery-endpoint-verification", async () => {
    expect(await issuer.metadata()).toMatchObject({
      frontchannel_logout_supported: true,
      frontchannel_logout_session_supported: true,
    });
  });

  it("oidcc-frontchannel-rp-initiated-logout", async () => {
    const { tokens, claims } = await signIn(framed);
    const outcome = await endSession({
      id_token_hint: tokens.id_token,
      post_logout_redirect_uri: bye,
      state: "abc",
    });
    expect(outcome).toMatchObject({ kind: "page", status: 200 });
    const frames = [...outcome.html.matchAll(/<iframe[^>]* src="([^"]+)"/g)].map(
      ([, src = ""]) => new URL(src.replaceAll("&amp;", "&")),
    );
    expect(frames).toHaveLength(1);
    const [frame] = frames;
    expect(frame?.origin).toBe(new URL(callback).origin);
    expect(frame?.pathname).toBe("/frontchannel");
    expect(frame?.searchParams.get("iss")).toBe(issuer.address);
    expect(frame?.searchParams.get("sid")).toBe(claims.sid);
    expect(outcome.html).toContain(`${bye}?state=abc`);
    await expectSignedIn(false);
  });
});
