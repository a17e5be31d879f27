/** OAuth 2.0 Device Authorization Grant (RFC 8628), as a device and a person meet it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deviceCodeGrant } from "#lib/clients/schema.ts";
import { makeClientKey } from "#lib/testing/client-key.ts";
import { type Browser, openBrowser } from "../support/browser.ts";
import { credentialsOf } from "../support/flow.ts";
import { type App, type Issuer, sharedIssuer } from "../support/issuer.ts";
import { call, makeProof } from "./machine-client.ts";

let issuer: Issuer;
let app: App;
let browser: Browser;
beforeAll(async () => {
  issuer = sharedIssuer();
  app = await addDevice();
  browser = await openBrowser(issuer);
});
afterAll(() => issuer.close());

const addDevice = (tokenEndpointAuthMethod: "none" | "client_secret_basic" = "none") =>
  issuer.addApp({
    name: "Television",
    redirectUris: [],
    grantTypes: [deviceCodeGrant, "refresh_token"],
    tokenEndpointAuthMethod,
  });

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, string>>;
}

async function send(path: string, fields: Record<string, string>, caller = app): Promise<Answer> {
  const credentials = credentialsOf(caller);
  const response = await issuer.fetch(`${issuer.address}${path}`, {
    method: "POST",
    headers: credentials.headers,
    body: new URLSearchParams({ ...credentials.fields, ...fields }),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

const begin = async (fields: Record<string, string> = { scope: "openid profile" }, caller = app) =>
  (await send("/oauth/device", fields, caller)).body;
const poll = (deviceCode = "", caller = app) =>
  send("/oauth/token", { grant_type: deviceCodeGrant, device_code: deviceCode }, caller);
const enter = (userCode = "", who = browser) => who.submit("/oauth/device/code", { user_code: userCode });
const decide = (interaction: string | null, decision: string, who = browser) =>
  who.submit("/oauth/device/decision", { interaction: interaction ?? "", decision });

async function answered(decision: "allow" | "deny", fields?: Record<string, string>) {
  const device = await begin(fields);
  const question = await enter(device.user_code);
  await decide(question.url.searchParams.get("interaction"), decision);
  return device;
}

describe("RFC 8628 section 3.1", () => {
  it("takes the client's credentials and its scope, and refuses a wrong secret", async () => {
    const confidential = await addDevice("client_secret_basic");
    expect(await begin({ scope: "openid" }, confidential)).toHaveProperty("device_code");
    const wrong = await send("/oauth/device", {}, { ...confidential, clientSecret: "wrong" });
    expect(wrong).toMatchObject({ status: 401, body: { error: "invalid_client" } });
    expect(wrong.headers.get("www-authenticate")).toMatch(/^Basic /);
  });

  it("refuses a client that is not registered for the grant, and parameters that repeat", async () => {
    const other = await issuer.addApp();
    expect((await send("/oauth/device", {}, other)).body.error).toBe("unauthorized_client");
    const response = await issuer.fetch(`${issuer.address}/oauth/device`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: `client_id=${app.clientId}&scope=openid&scope=email`,
    });
    expect(await response.json()).toMatchObject({ error: "invalid_request" });
  });

  it("is a form by POST alone", async () => {
    expect((await issuer.fetch(`${issuer.address}/oauth/device`)).status).toBe(405);
    const json = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" };
    expect((await issuer.fetch(`${issuer.address}/oauth/device`, json)).status).toBe(400);
  });
});

describe("RFC 8628 section 3.2", () => {
  it("answers with both codes, both addresses, the lifetime and the interval, not to be kept", async () => {
    const { status, headers, body } = await send("/oauth/device", { scope: "openid" });
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(body).toEqual({
      device_code: expect.any(String),
      user_code: expect.stringMatching(/^[A-Z]{4}-[A-Z]{4}$/),
      verification_uri: `${issuer.address}/device`,
      verification_uri_complete: `${issuer.address}/device?user_code=${body.user_code}`,
      expires_in: 600,
      interval: 5,
    });
  });
});

describe("RFC 8628 section 3.3", () => {
  it("shows a form at verification_uri, and the code in it at verification_uri_complete, without acting", async () => {
    const device = await begin();
    expect((await browser.go(device.verification_uri ?? "")).html).toContain('action="/oauth/device/code?');
    const complete = await browser.go(device.verification_uri_complete ?? "");
    expect(complete.html).toContain(device.user_code);
    expect((await poll(device.device_code)).body.error).toBe("authorization_pending");
  });

  it("names the app and what it will see before the person decides", async () => {
    const question = await enter((await begin()).user_code?.toLowerCase());
    expect(question.url.pathname).toBe("/device");
    for (const text of ["Television", "127.0.0.1", "Ana Ruiz", "in front of you"])
      expect(question.html).toContain(text);
  });

  it("lets a person who is not signed in do that first", async () => {
    const question = await enter((await begin()).user_code, browser.fresh());
    expect(question.met).toEqual(["/sign-in"]);
    expect(question.url.pathname).toBe("/device");
    expect(question.html).toContain("Television");
  });

  it("says of a wrong code that there is none", async () => {
    const outcome = await enter("BBBB-BBBB");
    expect(outcome.url.search).toBe("?problem=code");
    expect(outcome.html).toContain("No device waits with this code");
  });

  it("takes no code and no decision from another site's page", async () => {
    const device = await begin();
    for (const path of ["/oauth/device/code", "/oauth/device/decision"]) {
      const fields = new URLSearchParams({ user_code: device.user_code ?? "", decision: "allow" });
      const outcome = await browser.submitFromElsewhere(`${issuer.address}${path}`, fields);
      expect(outcome.status).toBe(403);
    }
  });
});

describe("RFC 8628 sections 3.4 and 3.5", () => {
  it("authorization_pending, then tokens for the person who allowed it", async () => {
    const device = await begin({ scope: "openid profile offline_access" });
    expect(await poll(device.device_code)).toMatchObject({
      status: 400,
      body: { error: "authorization_pending" },
    });
    const question = await enter(device.user_code);
    const done = await decide(question.url.searchParams.get("interaction"), "allow");
    expect(done.html).toContain("Your device is connected");
    const { status, headers, body } = await poll(device.device_code);
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(body).toMatchObject({
      token_type: "Bearer",
      id_token: expect.any(String),
      refresh_token: expect.any(String),
      scope: "openid profile offline_access",
    });
    const userinfo = await issuer.fetch(`${issuer.address}/oauth/userinfo`, {
      headers: { authorization: `Bearer ${body.access_token}` },
    });
    expect(await userinfo.json()).toMatchObject({ name: "Ana Ruiz" });
  });

  it("slow_down for a device that asks too often", async () => {
    const device = await begin();
    await poll(device.device_code);
    expect(await poll(device.device_code)).toMatchObject({ status: 400, body: { error: "slow_down" } });
  });

  it("access_denied when the person declined", async () => {
    const device = await answered("deny");
    expect(await poll(device.device_code)).toMatchObject({ status: 400, body: { error: "access_denied" } });
  });

  it("invalid_grant for a code that was redeemed, of another client, or unknown; invalid_request without one", async () => {
    const device = await answered("allow");
    expect((await poll(device.device_code, await addDevice())).body.error).toBe("invalid_grant");
    expect((await poll(device.device_code)).status).toBe(200);
    expect((await poll(device.device_code)).body.error).toBe("invalid_grant");
    expect((await poll("unknown")).body.error).toBe("invalid_grant");
    expect((await send("/oauth/token", { grant_type: deviceCodeGrant })).body.error).toBe("invalid_request");
  });

  it("of 100 redemptions at once, one succeeds", async () => {
    const device = await answered("allow");
    const answers = await Promise.all(Array.from({ length: 100 }, () => poll(device.device_code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.error === "invalid_grant")).toHaveLength(99);
  });
});

describe("RFC 9449 for devices", () => {
  it("binds the device code to the key of the proof that came with the request", async () => {
    const [key, other] = [makeClientKey(), makeClientKey()];
    const url = `${issuer.address}/oauth/device`;
    const fields = { client_id: app.clientId, scope: "openid" };
    const refused = await call("device", fields, { dpop: await makeProof(key, { url }) });
    expect(refused).toMatchObject({ status: 400, body: { error: "use_dpop_nonce" } });
    const nonce = refused.headers.get("dpop-nonce") ?? "";
    const { body } = await call("device", fields, { dpop: await makeProof(key, { url, nonce }) });
    const question = await enter(String(body.user_code));
    await decide(question.url.searchParams.get("interaction"), "allow");

    const grant = {
      client_id: app.clientId,
      grant_type: deviceCodeGrant,
      device_code: String(body.device_code),
    };
    expect((await call("token", grant)).body.error).toBe("invalid_grant");
    const foreign = await call("token", grant, { dpop: await makeProof(other, { nonce }) });
    expect(foreign.body.error).toBe("invalid_grant");
    const redeemed = await call("token", grant, { dpop: await makeProof(key, { nonce }) });
    expect(redeemed).toMatchObject({ status: 200, body: { token_type: "DPoP" } });
  });

  it("refuses a proof for another endpoint, and another key in dpop_jkt", async () => {
    const key = makeClientKey();
    const url = `${issuer.address}/oauth/device`;
    const fields = { client_id: app.clientId };
    const elsewhere = await call("device", fields, { dpop: await makeProof(key) });
    expect(elsewhere.body.error).toBe("invalid_dpop_proof");
    const nonce = (await call("device", fields, { dpop: await makeProof(key, { url }) })).headers.get(
      "dpop-nonce",
    );
    const dpop = await makeProof(key, { url, nonce: nonce ?? "" });
    const mixed = await call("device", { ...fields, dpop_jkt: "x".repeat(43) }, { dpop });
    expect(mixed.body.error).toBe("invalid_dpop_proof");
  });
});

describe("RFC 8628 section 4", () => {
  it("discovery tells the endpoint and the grant", async () => {
    expect(await issuer.metadata()).toMatchObject({
      device_authorization_endpoint: `${issuer.address}/oauth/device`,
      grant_types_supported: expect.arrayContaining([deviceCodeGrant]),
    });
  });
});
