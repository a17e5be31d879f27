/** Parameters sent twice, in the wrong place, of a megabyte, or of no sense at all: refused, and never an error of ours. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deviceCodeGrant, tokenExchangeGrant } from "#lib/clients/schema.ts";
import { type Browser, openBrowser } from "../support/browser.ts";
import { completeFlow, credentialsOf, errorOf } from "../support/flow.ts";
import { type App, callback, type Issuer, sharedIssuer } from "../support/issuer.ts";

let issuer: Issuer;
let browser: Browser;
let app: App;
let accessToken: string;
beforeAll(async () => {
  issuer = sharedIssuer();
  browser = await openBrowser(issuer);
  app = await issuer.addApp({
    firstParty: true,
    tokenEndpointAuthMethod: "client_secret_post",
    grantTypes: [
      "authorization_code",
      "refresh_token",
      "client_credentials",
      deviceCodeGrant,
      tokenExchangeGrant,
    ],
  });
  accessToken = (await completeFlow({ issuer, app, browser })).tokens.access_token;
});
afterAll(() => issuer.close());

const accessTokenType = "urn:ietf:params:oauth:token-type:access_token";
/** What a sound request is called, where it goes, and what it says. */
const requests: [string, string, Record<string, string>][] = [
  ["a code's redemption", "token", { grant_type: "authorization_code", code: "x", redirect_uri: callback }],
  ["a refresh", "token", { grant_type: "refresh_token", refresh_token: "x", scope: "openid" }],
  ["a device's question", "token", { grant_type: deviceCodeGrant, device_code: "x" }],
  ["an app's own request", "token", { grant_type: "client_credentials", scope: "email" }],
  [
    "an exchange",
    "token",
    { grant_type: tokenExchangeGrant, subject_token: "x", subject_token_type: accessTokenType },
  ],
  ["an introspection", "introspect", { token: "x", token_type_hint: "access_token" }],
  ["a revocation", "revoke", { token: "x", token_type_hint: "access_token" }],
  ["a device's request", "device", { scope: "openid" }],
  ["a pushed request", "par", { response_type: "code", redirect_uri: callback, scope: "openid", state: "s" }],
];

function send(endpoint: string, fields: Iterable<readonly [string, string]>, query = ""): Promise<Response> {
  const body = new URLSearchParams([...fields].map(([name, value]) => [name, value]));
  return issuer.fetch(`${issuer.address}/oauth/${endpoint}${query}`, { method: "POST", body });
}
const entries = (fields: Record<string, string>): [string, string][] =>
  Object.entries({ ...credentialsOf(app).fields, ...fields });

describe("parameter pollution (RFC 6749 sections 3.1 and 3.2)", () => {
  it.each(requests)(
    "%s with any parameter twice is refused, be both alike or not",
    async (_, endpoint, fields) => {
      const all = entries(fields);
      for (const [name, value] of all)
        for (const second of [value, "other"]) {
          const response = await send(endpoint, [...all, [name, second]]);
          expect(response.status, name).toBe(400);
          expect(await errorOf(response), name).toBe("invalid_request");
        }
    },
  );

  it.each(requests)(
    "%s takes nothing from the address: credentials there are none",
    async (_, endpoint, fields) => {
      const query = `?${new URLSearchParams(entries(fields))}`;
      const response = await send(endpoint, [], query);
      expect([400, 401]).toContain(response.status);
    },
  );

  it("of end-session ends on a page that leads nowhere", async () => {
    for (const name of ["id_token_hint", "client_id", "post_logout_redirect_uri", "state"]) {
      const response = await issuer.fetch(`${issuer.address}/oauth/end-session?${name}=a&${name}=b`);
      expect(response.status, name).toBe(400);
      expect(response.headers.get("location"), name).toBeNull();
    }
  });

  it("of userinfo: a token by two ways is refused (RFC 6750 section 2)", async () => {
    const body = new URLSearchParams({ access_token: accessToken });
    const authorization = `Bearer ${accessToken}`;
    const url = `${issuer.address}/oauth/userinfo`;
    const both = await issuer.fetch(url, { method: "POST", body, headers: { authorization } });
    expect(both.status).toBe(400);
    body.append("access_token", accessToken);
    expect((await issuer.fetch(url, { method: "POST", body })).status).toBe(400);
  });

  it("of our own forms is refused", async () => {
    for (const path of ["consent", "choose-account", "device/code", "device/decision", "end-session/confirm"])
      for (const name of ["interaction", "decision", "session", "user_code"]) {
        const response = await issuer.fetch(`${issuer.address}/oauth/${path}`, {
          method: "POST",
          headers: { origin: issuer.address, cookie: browser.cookie() },
          body: `${name}=a&${name}=b`,
        });
        expect([400, 303], `${path} ${name}`).toContain(response.status);
        if (response.status === 303)
          expect(new URL(response.headers.get("location") ?? "").origin).toBe(issuer.address);
      }
  });
});

describe("parameters of a megabyte", () => {
  const huge = "x".repeat(1_000_000);

  it.each(requests)("%s is refused with one, whichever it is", async (_, endpoint, fields) => {
    for (const name of [...Object.keys(fields), "client_id", "client_secret", "unknown"]) {
      const response = await send(endpoint, entries({ ...fields, [name]: huge }));
      expect([400, 413], name).toContain(response.status);
    }
  });

  it("in headers are refused before they are read", async () => {
    for (const [name, value] of [
      ["authorization", `Bearer ${huge}`],
      ["dpop", huge],
      ["cookie", `a=${huge}`],
    ] as const) {
      const response = await issuer
        .fetch(`${issuer.address}/oauth/userinfo`, { headers: { [name]: value } })
        .catch(() => undefined);
      // Node may close the connection before fetch has written all of it.
      if (response) expect([400, 431], name).toContain(response.status);
    }
  });

  it("in our own forms are refused", async () => {
    for (const path of [
      "consent",
      "choose-account",
      "device/code",
      "device/decision",
      "end-session/confirm",
    ]) {
      const response = await issuer.fetch(`${issuer.address}/oauth/${path}`, {
        method: "POST",
        headers: { origin: issuer.address, cookie: browser.cookie() },
        body: new URLSearchParams({ interaction: huge, decision: "allow", user_code: huge }),
      });
      expect([400, 413], path).toContain(response.status);
    }
  });
});

describe("parameters of no sense", () => {
  const odd = ["%00", "%ff%fe", "%", "%E0%80", "{}", "[]", "' or 1=1 --", "\u{1f511}", "\\ud800", "a%0d%0ab"];

  it.each(requests)("%s is refused, and never fails", async (_, endpoint, fields) => {
    const credentials = new URLSearchParams(credentialsOf(app).fields).toString();
    for (const name of [...Object.keys(fields), "client_id", "client_secret", "resource", "dpop_jkt"])
      for (const value of odd) {
        const rest = Object.entries(fields)
          .filter(([other]) => other !== name)
          .map(([other, sound]) => `${other}=${encodeURIComponent(sound)}`);
        const own = name.startsWith("client_") ? "" : `${credentials}&`;
        const response = await issuer.fetch(`${issuer.address}/oauth/${endpoint}`, {
          method: "POST",
          headers: { "content-type": "application/x-www-form-urlencoded" },
          body: `${own}${[...rest, `${name}=${value}`].join("&")}`,
        });
        expect(response.status, `${name}=${value}`).toBeLessThan(500);
      }
  });

  it("in an Authorization header is refused, and never fails", async () => {
    for (const value of [
      "Basic",
      "Basic x",
      "Basic !!!!",
      "Basic AA==",
      "Basic Og==",
      "Bearer",
      "Negotiate x",
      "DPoP",
    ])
      for (const [, endpoint] of requests) {
        const response = await issuer.fetch(`${issuer.address}/oauth/${endpoint}`, {
          method: "POST",
          headers: { authorization: value },
          body: new URLSearchParams({ token: "x", grant_type: "authorization_code" }),
        });
        expect([400, 401], `${endpoint} ${value}`).toContain(response.status);
      }
  });
});
