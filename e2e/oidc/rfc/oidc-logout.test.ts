/** OpenID Connect RP-Initiated, Back-Channel and Front-Channel Logout 1.0, as an app and a browser see them. */
import { setTimeout as sleep } from "node:timers/promises";
import { jwtVerify } from "jose";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { NewClient } from "#lib/clients/schema.ts";
import { startRelyingApp, type TestRelyingApp } from "#lib/testing/relying-app.ts";
import { type Browser, openBrowser } from "../support/browser.ts";
import {
  authorize,
  callEndpoint,
  checkAnswer,
  completeFlow,
  errorOf,
  readUserinfo,
} from "../support/flow.ts";
import { type App, bye, type Issuer, startIssuer } from "../support/issuer.ts";

let issuer: Issuer;
let receiver: TestRelyingApp;
let browser: Browser;
beforeAll(async () => {
  issuer = await startIssuer({ ALLOW_PRIVATE_NETWORK: "127.0.0.1" });
}, 240_000);
afterAll(() => issuer.close());
beforeEach(async () => {
  receiver = await startRelyingApp();
  browser = await openBrowser(issuer);
});
afterEach(() => receiver.close());

const addApp = (wishes: Partial<NewClient> = {}) =>
  issuer.addApp({ firstParty: true, tokenEndpointAuthMethod: "client_secret_basic", ...wishes });
const addTold = (wishes: Partial<NewClient> = {}) =>
  addApp({ backchannelLogoutUri: `${receiver.origin}/logout`, ...wishes });
const signInTo = (app: App, scope = "openid") => completeFlow({ issuer, app, browser }, { scope });

async function waitForLogouts(count: number): Promise<void> {
  for (let waited = 0; receiver.received.length < count; waited += 50) {
    if (waited > 20_000) throw new Error(`${receiver.received.length} logout tokens after 20 s`);
    await sleep(50);
  }
}

const endSession = (parameters: Record<string, string>, cookie = browser.cookie()) =>
  issuer.fetch(`${issuer.address}/oauth/end-session?${new URLSearchParams(parameters)}`, {
    headers: cookie === "" ? {} : { cookie },
  });
const callApi = (method: string, path: string) =>
  issuer.fetch(`${issuer.address}/api/v1/${path}`, {
    method,
    headers: { cookie: browser.cookie(), origin: issuer.address },
  });
const refresh = (app: App, token = "") =>
  callEndpoint(issuer, "/oauth/token", app, { grant_type: "refresh_token", refresh_token: token });

describe("OpenID Connect Back-Channel Logout 1.0", () => {
  it("section 2.1: is in the metadata, with sessions", async () => {
    expect(await issuer.metadata()).toMatchObject({
      backchannel_logout_supported: true,
      backchannel_logout_session_supported: true,
    });
  });

  it("sections 2.4 to 2.6: posts a logout token that the app can verify as it verifies ID Tokens", async () => {
    const app = await addTold({ idTokenSignedResponseAlg: "ES256" });
    const { tokens, claims } = await signInTo(app);
    await endSession({ id_token_hint: tokens.id_token });
    await waitForLogouts(1);
    const [got] = receiver.received;
    expect(got).toMatchObject({ method: "POST", path: "/logout" });
    const { payload, protectedHeader } = await jwtVerify(got?.token ?? "", await issuer.keys(), {
      issuer: issuer.address,
      audience: app.clientId,
      requiredClaims: ["iat", "exp", "jti", "events"],
    });
    expect(protectedHeader).toMatchObject({ alg: "ES256", typ: "logout+jwt" });
    expect(payload).toMatchObject({
      sub: claims.sub,
      sid: claims.sid,
      events: { "http://schemas.openid.net/event/backchannel-logout": {} },
    });
    expect(payload).not.toHaveProperty("nonce");
    expect(Number(payload.exp) - Number(payload.iat)).toBeLessThanOrEqual(120);
  });

  it("section 2.7: ends access tokens and refresh tokens of the session, and not those of offline_access", async () => {
    const [bound, offline] = [await addTold(), await addTold()];
    const first = await signInTo(bound);
    const second = await signInTo(offline, "openid offline_access");
    const other = await issuer.fetch(`${issuer.address}/api/v1/me/sessions`, {
      headers: { cookie: browser.cookie() },
    });
    const { data } = (await other.json()) as { data: { sessions: { id: string; apps: unknown[] }[] } };
    expect(data.sessions[0]).toMatchObject({ id: first.claims.sid, current: true });
    expect(data.sessions[0]?.apps).toHaveLength(2);
    expect((await callApi("DELETE", `me/sessions/${data.sessions[0]?.id}`)).status).toBe(200);
    expect((await readUserinfo(issuer, first.tokens.access_token)).status).toBe(401);
    const refused = await refresh(bound, first.tokens.refresh_token);
    expect(refused.status).toBe(400);
    expect(await errorOf(refused)).toBe("invalid_grant");
    expect((await refresh(offline, second.tokens.refresh_token)).status).toBe(200);
    await waitForLogouts(2);
    expect(receiver.received.map(({ claims }) => claims.aud).sort()).toEqual(
      [bound.clientId, offline.clientId].sort(),
    );
  });

  it("section 2.5: tells the app when the person signs out somewhere else, of that session alone", async () => {
    const app = await addTold();
    const there = browser.fresh();
    await there.signIn();
    const { claims } = await completeFlow({ issuer, app, browser: there });
    const here = await signInTo(app);
    expect((await callApi("POST", "me/sessions/end-others")).status).toBe(200);
    await waitForLogouts(1);
    await sleep(500);
    expect(receiver.received.map((one) => one.claims.sid)).toEqual([claims.sid]);
    expect((await readUserinfo(issuer, here.tokens.access_token)).status).toBe(200);
  });

  it("section 2.8: tries again, under the same jti, when the app answered 500", async () => {
    const app = await addTold();
    receiver.answer = 500;
    const { tokens } = await signInTo(app);
    await endSession({ id_token_hint: tokens.id_token });
    await waitForLogouts(1);
    receiver.answer = 200;
    await waitForLogouts(2);
    const [first, second] = receiver.received;
    expect(second?.claims.jti).toBe(first?.claims.jti);
  });

  it("cannot be taken for an ID Token, nor for an access token", async () => {
    const app = await addTold();
    const { tokens } = await signInTo(app);
    await endSession({ id_token_hint: tokens.id_token });
    await waitForLogouts(1);
    const logoutToken = receiver.received[0]?.token ?? "";
    expect((await endSession({ id_token_hint: logoutToken })).status).toBe(400);
    expect((await readUserinfo(issuer, logoutToken)).status).toBe(401);
  });
});

describe("OpenID Connect Front-Channel Logout 1.0", () => {
  const frame = (app: string) => ({
    frontchannelLogoutUri: `https://${app}.example.com/out?keep=1`,
    redirectUris: [`https://${app}.example.com/callback`],
  });

  it("section 3: is in the metadata, with sessions", async () => {
    expect(await issuer.metadata()).toMatchObject({
      frontchannel_logout_supported: true,
      frontchannel_logout_session_supported: true,
    });
  });

  it("sections 2 and 3: shows the apps' pages in frames, then goes on to where the app wanted", async () => {
    const strict = await addApp({
      ...frame("a"),
      frontchannelLogoutSessionRequired: true,
      postLogoutRedirectUris: [bye],
    });
    const plain = await addApp(frame("b"));
    await signInTo(plain);
    const { tokens, claims } = await signInTo(strict);
    const page = await endSession({
      id_token_hint: tokens.id_token,
      post_logout_redirect_uri: bye,
      state: "a&b",
    });
    const text = await page.text();
    expect(page.status).toBe(200);
    const query = new URLSearchParams({ iss: issuer.address, sid: String(claims.sid) });
    expect(text).toContain(
      `src="https://a.example.com/out?keep=1&amp;${query.toString().replaceAll("&", "&amp;")}"`,
    );
    expect(text).toContain('src="https://b.example.com/out?keep=1"');
    expect(text.match(/<iframe /g)).toHaveLength(2);
    expect(text).toContain(`href="${bye}?state=a%26b"`);
    const policy = page.headers.get("content-security-policy");
    expect(policy).toMatch(/; frame-src https:\/\/[ab]\.example\.com https:\/\/[ab]\.example\.com;/);
    expect(page.headers.get("x-latchkey-frame-sources")).toBeNull();
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(page.headers.get("set-cookie")).toContain("Max-Age=0");
  });

  it("lets no other page hold frames", async () => {
    for (const path of ["/sign-in", "/oauth/authorize", "/oauth/end-session"]) {
      const { headers } = await issuer.fetch(`${issuer.address}${path}`);
      expect(headers.get("content-security-policy")).not.toContain("frame-src");
    }
  });

  it("happens also when the person signs out on our own page, which no other site can bring about", async () => {
    const app = await addApp(frame("c"));
    await signInTo(app);
    const submit = (origin: string) =>
      issuer.fetch(`${issuer.address}/oauth/end-session/here`, {
        method: "POST",
        body: new URLSearchParams({ accounts: "shown" }),
        headers: { origin, cookie: browser.cookie() },
      });
    expect((await submit("https://evil.example")).status).toBe(403);
    const page = await submit(issuer.address);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('src="https://c.example.com/out?keep=1"');
  });
});

describe("OpenID Connect RP-Initiated Logout 1.0", () => {
  it("section 2: is over for every app: prompt=none answers login_required from then on", async () => {
    const app = await addApp();
    const { tokens } = await signInTo(app);
    const answer = await endSession({
      id_token_hint: tokens.id_token,
      post_logout_redirect_uri: bye,
      state: "s",
    });
    expect(answer.headers.get("location")).toBe(`${bye}?state=s`);
    const { sent, outcome } = await authorize({ issuer, app, browser }, { prompt: "none" });
    expect(checkAnswer(issuer, app, sent, outcome).get("error")).toBe("login_required");
  });

  it("section 2: takes GET and POST alike, a POST of another site too", async () => {
    const app = await addApp();
    const { tokens } = await signInTo(app);
    const fields = new URLSearchParams({
      id_token_hint: tokens.id_token,
      post_logout_redirect_uri: bye,
      state: "s",
    });
    const outcome = await browser.submitFromElsewhere(`${issuer.address}/oauth/end-session`, fields);
    expect(outcome.url.href).toBe(`${bye}?state=s`);
    expect((await readUserinfo(issuer, tokens.access_token)).status).toBe(401);
  });

  it.each([
    ["an address that is not registered", { post_logout_redirect_uri: `${bye}/x` }],
    ["an address without saying which app", { post_logout_redirect_uri: bye, client_id: "" }],
    ["a client_id that the hint does not fit", { client_id: "other", post_logout_redirect_uri: bye }],
    ["a hint that is no token of ours", { id_token_hint: "a.b.c", post_logout_redirect_uri: bye }],
  ])("section 3: never redirects to %s", async (_, wrong) => {
    const app = await addApp();
    const { tokens } = await signInTo(app);
    const hint =
      "client_id" in wrong && wrong.client_id === "other" ? { id_token_hint: tokens.id_token } : {};
    const answer = await endSession({ client_id: app.clientId, ...hint, ...wrong });
    expect(answer.status).toBe(400);
    expect(answer.headers.get("location")).toBeNull();
    expect((await readUserinfo(issuer, tokens.access_token)).status).toBe(200);
  });

  it("offers no session iframe: nothing tells other sites by timing or cookies who is signed in", async () => {
    expect(await issuer.metadata()).not.toHaveProperty("check_session_iframe");
  });
});
