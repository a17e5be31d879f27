/** The Dynamic OP plan for the code flow: every module registers a client of its own. */
import { setTimeout as sleep } from "node:timers/promises";
import { decodeProtectedHeader, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rotateSigningKeys } from "#lib/signing-keys/rotate-signing-keys.ts";
import { type ClientKey, makeClientKey } from "#lib/testing/client-key.ts";
import { type AppFiles, startAppFiles } from "../support/app-files.ts";
import { type Browser, openBrowser } from "../support/browser.ts";
import {
  authorize,
  callEndpoint,
  checkAnswer,
  checkTokenAnswer,
  completeFlow,
  errorOf,
  readUserinfo,
  redeem,
} from "../support/flow.ts";
import { type App, callback, type Issuer, startIssuer } from "../support/issuer.ts";
import { assertion, requestObject } from "../support/signing.ts";
import { completeProfile } from "../support/whole-profile.ts";

let issuer: Issuer;
let browser: Browser;
let host: AppFiles;
beforeAll(async () => {
  host = await startAppFiles();
  issuer = await startIssuer({ DYNAMIC_REGISTRATION: "open", ...host.variables });
  browser = await openBrowser(issuer);
  await completeProfile(issuer, browser.userId);
});
afterAll(async () => {
  await issuer?.close();
  await host?.close();
});

async function send(metadata: Record<string, unknown>): Promise<Response> {
  return issuer.fetch(String((await issuer.metadata()).registration_endpoint), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ redirect_uris: [callback], client_name: "Suite", ...metadata }),
  });
}

async function register(metadata: Record<string, unknown> = {}) {
  const response = await send(metadata);
  const text = await response.text();
  expect(response.status, text).toBe(201);
  const registered = JSON.parse(text) as Record<string, unknown>;
  const app: App = {
    clientId: String(registered.client_id),
    redirectUri: (registered.redirect_uris as string[])[0] ?? "",
    authMethod: String(registered.token_endpoint_auth_method),
    ...(registered.client_secret === undefined ? {} : { clientSecret: String(registered.client_secret) }),
  };
  return { app, registered };
}

const flow = (app: App, wishes = {}) => completeFlow({ issuer, app, browser }, wishes);
const jwksOf = (...keys: ClientKey[]) => ({ keys: keys.map(({ publicJwk }) => publicJwk) });

/** Keys change hands by the minute: these wait beside each other. */
const slow = { timeout: 120_000, concurrent: true };

describe("The Dynamic OP plan", () => {
  it("oidcc-server", async () => {
    const { app, registered } = await register();
    expect(registered).toMatchObject({
      token_endpoint_auth_method: "client_secret_basic",
      response_types: ["code"],
      client_secret_expires_at: expect.any(Number),
      client_id_issued_at: expect.any(Number),
    });
    await flow(app);
  });

  it("oidcc-idtoken-signature", async () => {
    const { tokens } = await flow((await register()).app);
    expect(decodeProtectedHeader(tokens.id_token)).toMatchObject({ alg: "RS256", kid: expect.any(String) });
  });

  it("oidcc-idtoken-rs256", async () => {
    const { app } = await register({ id_token_signed_response_alg: "RS256" });
    expect((await flow(app)).idToken.protectedHeader.alg).toBe("RS256");
  });

  it("oidcc-idtoken-unsigned", async () => {
    expect((await issuer.metadata()).id_token_signing_alg_values_supported).not.toContain("none");
    const response = await send({ id_token_signed_response_alg: "none" });
    expect(response.status).toBe(400);
    expect(await errorOf(response)).toBe("invalid_client_metadata");
  });

  it("oidcc-userinfo-rs256", async () => {
    const { app } = await register({ userinfo_signed_response_alg: "RS256" });
    const { sent, outcome } = await authorize({ issuer, app, browser }, { scope: "openid email" });
    const code = checkAnswer(issuer, app, sent, outcome).get("code") ?? "";
    const tokens = await checkTokenAnswer(await redeem({ issuer, app }, code, sent));
    const response = await readUserinfo(issuer, tokens.access_token);
    expect(response.headers.get("content-type")).toMatch(/^application\/jwt/);
    const { payload, protectedHeader } = await jwtVerify(await response.text(), await issuer.keys(), {
      issuer: issuer.address,
      audience: app.clientId,
    });
    expect(protectedHeader.alg).toBe("RS256");
    expect(payload).toMatchObject({ sub: browser.userId, email: expect.any(String) });
  });

  it.each(["logo_uri", "policy_uri", "tos_uri"])("oidcc-registration-%s", async (member) => {
    const address = `https://app.example.com/${member}`;
    const { app, registered } = await register({ [member]: address });
    expect(registered[member]).toBe(address);
    const { outcome } = await authorize({ issuer, app, browser }, {}, { stopAt: "/consent" });
    expect(outcome).toMatchObject({ kind: "page", status: 200 });
    // Nobody's pictures are loaded from elsewhere; the addresses are for whoever wants to read them.
    if (member !== "logo_uri") expect(outcome.html).toContain(address);
    await flow(app);
  });

  it("oidcc-registration-jwks-uri", async () => {
    const key = makeClientKey("RS256");
    host.files.set("/jwks.json", jwksOf(key));
    const { app } = await register({
      jwks_uri: `${host.origin}/jwks.json`,
      token_endpoint_auth_method: "private_key_jwt",
    });
    const { sent, outcome } = await authorize({ issuer, app, browser });
    const code = checkAnswer(issuer, app, sent, outcome).get("code") ?? "";
    const credentials = await assertion(issuer, app, key);
    await checkTokenAnswer(await redeem({ issuer, app }, code, sent, credentials));
    expect(host.asked).toContain("/jwks.json");
  });

  it("oidcc-ensure-client-assertion-with-iss-aud-succeeds", async () => {
    const key = makeClientKey("RS256");
    const { app } = await register({ jwks: jwksOf(key), token_endpoint_auth_method: "private_key_jwt" });
    for (const aud of [issuer.address, `${issuer.address}/oauth/token`, [issuer.address]]) {
      const { sent, outcome } = await authorize({ issuer, app, browser });
      const code = checkAnswer(issuer, app, sent, outcome).get("code") ?? "";
      const credentials = await assertion(issuer, app, key, { aud });
      await checkTokenAnswer(await redeem({ issuer, app }, code, sent, credentials));
    }
  });

  it("oidcc-registration-sector-uri", async () => {
    host.files.set("/sector.json", [callback, "https://other.example.com/cb"]);
    const pairwise = { subject_type: "pairwise", sector_identifier_uri: `${host.origin}/sector.json` };
    const one = await flow((await register(pairwise)).app);
    const other = await register({ ...pairwise, redirect_uris: ["https://other.example.com/cb"] });
    const two = await flow(other.app);
    expect(one.claims.sub).not.toBe(browser.userId);
    expect(two.claims.sub).toBe(one.claims.sub);
  });

  it("oidcc-registration-sector-bad", async () => {
    host.files.set("/bad-sector.json", ["https://other.example.com/cb"]);
    for (const path of ["/bad-sector.json", "/nothing.json"]) {
      const response = await send({
        sector_identifier_uri: `${host.origin}${path}`,
        subject_type: "pairwise",
      });
      expect(response.status).toBe(400);
      expect(["invalid_client_metadata", "invalid_redirect_uri"]).toContain(await errorOf(response));
    }
  });

  it("oidcc-redirect-uri-query-OK", async () => {
    const redirectUri = `${callback}?foo=bar`;
    const { app } = await register({ redirect_uris: [redirectUri] });
    const { outcome } = await flow(app);
    expect(outcome.parameters.get("foo")).toBe("bar");
  });

  it.each([
    ["oidcc-redirect-uri-query-mismatch", `${callback}?foo=bar`, `${callback}?bar=foo`],
    ["oidcc-redirect-uri-query-added", callback, `${callback}?foo=bar`],
  ])("%s", async (_, registered, redirect_uri) => {
    const { app } = await register({ redirect_uris: [registered] });
    const { outcome } = await authorize({ issuer, app, browser }, { redirect_uri });
    expect(outcome).toMatchObject({ kind: "page", status: 400 });
  });

  it("oidcc-redirect-uri-regfrag", async () => {
    const response = await send({ redirect_uris: [`${callback}#fragment`] });
    expect(response.status).toBe(400);
    expect(await errorOf(response)).toBe("invalid_redirect_uri");
  });

  it("oidcc-ensure-redirect-uri-in-authorization-request", async () => {
    const { app } = await register();
    const { outcome } = await authorize({ issuer, app, browser }, { redirect_uri: undefined });
    expect(outcome).toMatchObject({ kind: "page", status: 400 });
  });

  it("oidcc-request-uri-signed-rs256", async () => {
    expect(await issuer.metadata()).toMatchObject({
      request_uri_parameter_supported: true,
      request_object_signing_alg_values_supported: expect.arrayContaining(["RS256"]),
    });
    const key = makeClientKey("RS256");
    const { app } = await register({
      jwks: jwksOf(key),
      request_object_signing_alg: "RS256",
      request_uris: [`${host.origin}/request.jwt`],
    });
    const attempt = { issuer, app, browser };
    const plain = { client_id: app.clientId, response_type: "code", redirect_uri: callback, scope: "openid" };
    const object = await requestObject(issuer, app, key, { ...plain, state: "inside", nonce: "n" });
    host.files.set("/request.jwt", object);
    for (const wishes of [{ request_uri: `${host.origin}/request.jwt` }, { request: object }]) {
      const { outcome } = await authorize(attempt, { ...wishes, state: undefined });
      expect(outcome.parameters.get("state")).toBe("inside");
      expect(outcome.parameters.get("code")).not.toBeNull();
    }
    expect(host.asked).toContain("/request.jwt");
  });

  it("oidcc-refresh-token-rp-key-rotation", slow, async ({ expect }) => {
    const [old, next] = [makeClientKey("ES256"), makeClientKey("ES256")];
    host.files.set("/rotating.json", jwksOf(old));
    const { app } = await register({
      jwks_uri: `${host.origin}/rotating.json`,
      token_endpoint_auth_method: "private_key_jwt",
      grant_types: ["authorization_code", "refresh_token"],
    });
    const { sent, outcome } = await authorize(
      { issuer, app, browser },
      { scope: "openid offline_access", prompt: "consent" },
    );
    const code = checkAnswer(issuer, app, sent, outcome).get("code") ?? "";
    const first = await assertion(issuer, app, old);
    const tokens = await checkTokenAnswer(await redeem({ issuer, app }, code, sent, first));
    host.files.set("/rotating.json", jwksOf(next));
    const refresh = async () =>
      callEndpoint(issuer, "/oauth/token", app, {
        grant_type: "refresh_token",
        refresh_token: tokens.refresh_token,
        ...(await assertion(issuer, app, next)),
      });
    // Keys are asked for once more at an unknown kid, though not within half a minute of the last time. The suite tries
    // once, a minute after it has published the new key.
    const deadline = Date.now() + 55_000;
    let answer = await refresh();
    while (answer.status === 401 && Date.now() < deadline) {
      await sleep(2000);
      answer = await refresh();
    }
    expect(answer.status).toBe(200);
  });

  it("oidcc-server-rotate-keys", slow, async ({ expect }) => {
    const kids = async () => {
      const response = await issuer.fetch(`${issuer.address}/oauth/jwks`);
      return ((await response.json()) as { keys: { kid: string }[] }).keys.map(({ kid }) => kid);
    };
    const { app } = await register();
    const before = await flow(app);
    const operator = await issuer.operator();
    // The server makes the next keys at its start and lets them wait until every app may know them: time passes.
    await waitUntil(async () => (await kids()).length >= 6);
    await operator.db.execute("update signing_keys set created_at = created_at - interval '10 minutes'");
    const known = await kids();
    await rotateSigningKeys(operator, {});
    await waitUntil(async () => (await kids()).some((kid) => !known.includes(kid)));
    const after = await flow(app);
    expect(after.idToken.protectedHeader.kid).not.toBe(before.idToken.protectedHeader.kid);
    // What was signed before still verifies, and what is signed now was published before.
    await jwtVerify(before.tokens.id_token, await issuer.keys());
    expect(known).toContain(after.idToken.protectedHeader.kid);
  });
});

async function waitUntil(holds: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 75_000; Date.now() < deadline; await sleep(1000))
    if (await holds()) return;
  throw new Error("nothing changed in 75 s");
}
