/** What another site's page, or a link that somebody sends, can do with a person's browser. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deviceCodeGrant } from "#lib/clients/schema.ts";
import { type Browser, openBrowser } from "../support/browser.ts";
import { authorize, callEndpoint, completeFlow, makeRequest } from "../support/flow.ts";
import { type App, bye, type Issuer, sharedIssuer, startIssuer } from "../support/issuer.ts";

const markup = `"><script>alert(1)</script><img src=x onerror='alert(1)'>`;
let issuer: Issuer;
let limited: Issuer;
let browser: Browser;
let app: App;
let stranger: App;
beforeAll(async () => {
  issuer = sharedIssuer();
  limited = await startIssuer({ RATE_LIMIT_ENABLED: "true" });
  browser = await openBrowser(issuer);
  app = await issuer.addApp({ firstParty: true, tokenEndpointAuthMethod: "none" });
  stranger = await issuer.addApp({ name: `Notes ${markup}`, tokenEndpointAuthMethod: "none" });
}, 240_000);
afterAll(async () => {
  await limited.close();
  await issuer.close();
});

const endSession = (parameters: Record<string, string>, who = browser) =>
  issuer.fetch(`${issuer.address}/oauth/end-session?${new URLSearchParams(parameters)}`, {
    headers: { cookie: who.cookie() },
  });

describe("markup", () => {
  it("in state comes back by a form as it was sent, and does nothing on the way", async () => {
    const { outcome } = await authorize(
      { issuer, app, browser },
      { response_mode: "form_post", state: markup },
    );
    expect(outcome.parameters.get("state")).toBe(markup);
    expect(outcome.html).not.toContain("<script>alert");
    expect(outcome.html).not.toContain("<img");
    const [scripts, forms] = [/<script nonce="[^"]+">/g, /<form /g].map(
      (tag) => outcome.html.match(tag) ?? [],
    );
    expect([scripts?.length, forms?.length]).toEqual([1, 1]);
  });

  it.each([
    [
      "a client id",
      `/oauth/authorize?client_id=${encodeURIComponent(markup)}&redirect_uri=https://a.example/`,
    ],
    [
      "a redirect_uri",
      `/oauth/authorize?client_id=CLIENT&redirect_uri=${encodeURIComponent(`https://a.example/${markup}`)}`,
    ],
    [
      "a sign-out address",
      `/oauth/end-session?client_id=CLIENT&post_logout_redirect_uri=${encodeURIComponent(markup)}`,
    ],
    ["an interaction", `/consent?interaction=${encodeURIComponent(markup)}`],
    ["a user code", `/device?user_code=${encodeURIComponent(markup)}`],
    ["an interaction of the sign-in page", `/sign-in?interaction=${encodeURIComponent(markup)}`],
  ])("in %s is text on the page", async (_, path) => {
    const address = issuer.address + path.replace("CLIENT", app.clientId);
    const response = await issuer.fetch(address, { headers: { cookie: browser.cookie() } });
    expect(response.status).toBeLessThan(500);
    const html = await response.text();
    expect(html).not.toContain("<script>alert");
    expect(html).not.toContain("<img src=x");
  });

  it("in an app's name is text on the consent page", async () => {
    const headers = { cookie: browser.cookie() };
    const { address } = makeRequest({ issuer, app: stranger });
    const asked = await issuer.fetch(address, { headers });
    const page = await issuer.fetch(asked.headers.get("location") ?? "", { headers });
    const html = await page.text();
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(html).not.toContain("<script>alert");
  });
});

describe("an open redirect", () => {
  it.each([
    `${bye}/`,
    `${bye}/../evil`,
    `${bye}#x`,
    `${bye}?x`,
    "https://app.example.com.evil.example/bye",
    "https://app.example.com@evil.example/bye",
    "https://evil.example\\@app.example.com/bye",
    "//evil.example/bye",
    "/\\evil.example",
    "javascript:alert(1)",
    "https://APP.example.com/bye",
    "https://app.example.com./bye",
    "https://app.example.com:8443/bye",
    "http://app.example.com/bye",
  ])("by post_logout_redirect_uri %s does not work", async (address) => {
    const { tokens } = await completeFlow({ issuer, app, browser });
    const response = await endSession({ id_token_hint: tokens.id_token, post_logout_redirect_uri: address });
    expect(response.status).toBe(400);
    expect(response.headers.get("location")).toBeNull();
    const page = await response.text();
    expect(page).not.toMatch(/http-equiv="refresh"|href="(https?:|\/\/|javascript:)/);
  });

  it("by state does not work: it stays one parameter", async () => {
    const person = await openBrowser(issuer);
    const { tokens } = await completeFlow({ issuer, app, browser: person });
    const state = "x&evil=1#@evil.example/\r\nLocation: https://evil.example";
    const response = await endSession(
      { id_token_hint: tokens.id_token, post_logout_redirect_uri: bye, state },
      person,
    );
    const location = new URL(response.headers.get("location") ?? "");
    expect(location.origin + location.pathname).toBe(bye);
    expect([...location.searchParams]).toEqual([["state", state]]);
  });
});

describe("a form of another site's page", () => {
  const forms: [string, Record<string, string>][] = [
    ["/oauth/consent", { decision: "allow" }],
    ["/oauth/choose-account", { session: crypto.randomUUID() }],
    ["/oauth/device/code", { user_code: "BCDFGHJK" }],
    ["/oauth/device/decision", { decision: "allow" }],
    ["/oauth/end-session/confirm", { decision: "sign_out" }],
  ];
  const pages: [string, Record<string, string>][] = [
    ["another origin", { origin: "https://evil.example" }],
    ["an origin that begins like ours", { origin: "ISSUER.evil.example" }],
    ["another port", { origin: "http://localhost:1" }],
    ["a sandboxed frame", { origin: "null" }],
    ["another site that hides its origin", { "sec-fetch-site": "cross-site" }],
    ["another port that hides its origin", { "sec-fetch-site": "same-site" }],
  ];
  it.each(forms.flatMap((form) => pages.map((page) => [form[0], page[0], form[1], page[1]] as const)))(
    "cannot answer %s from %s",
    async (path, _, fields, headers) => {
      const { outcome } = await authorize(
        { issuer, app: stranger, browser: browser.fresh() },
        {},
        { stopAt: "/sign-in" },
      );
      const interaction = outcome.url.searchParams.get("interaction") ?? "";
      const response = await issuer.fetch(issuer.address + path, {
        method: "POST",
        headers: {
          ...Object.fromEntries(
            Object.entries(headers).map(([name, value]) => [name, value.replace("ISSUER", issuer.address)]),
          ),
          cookie: browser.cookie(),
        },
        body: new URLSearchParams({ interaction, ...fields }),
      });
      expect(response.status).toBe(403);
      expect(response.headers.getSetCookie()).toEqual([]);
    },
  );

  it("signs nobody out without asking", async () => {
    const { outcome } = await authorize({ issuer, app, browser }, { prompt: "none" });
    expect(outcome.parameters.has("code")).toBe(true);
    await browser.submitFromElsewhere(`${issuer.address}/oauth/end-session`, new URLSearchParams());
    const again = await authorize({ issuer, app, browser }, { prompt: "none" });
    expect(again.outcome.parameters.has("code")).toBe(true);
  });
});

describe("guessing user codes", () => {
  it("ends after some wrong ones, whatever address the guesser claims, and for a right one too", async () => {
    const guesser = await openBrowser(limited);
    const device = await limited.addApp({
      tokenEndpointAuthMethod: "none",
      redirectUris: [],
      responseTypes: [],
      grantTypes: [deviceCodeGrant],
    });
    const begun = await callEndpoint(limited, "/oauth/device", device, { scope: "openid" });
    const { user_code } = (await begun.json()) as { user_code: string };
    const statuses: number[] = [];
    const enter = async (code: string, from: string) => {
      const response = await limited.fetch(`${limited.address}/oauth/device/code`, {
        method: "POST",
        headers: { origin: limited.address, cookie: guesser.cookie(), "x-forwarded-for": from },
        body: new URLSearchParams({ user_code: code }),
      });
      return response.status;
    };
    for (let guess = 0; guess < 15; guess += 1) statuses.push(await enter("BCDFGHJK", `198.51.100.${guess}`));
    expect(statuses[0]).toBe(303);
    expect(statuses.at(-1)).toBe(429);
    expect(await enter(user_code, "198.51.100.99")).toBe(429);
  });
});
