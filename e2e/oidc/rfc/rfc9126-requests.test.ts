/** RFC 9126 once more: what may be pushed, and what the browser brings afterwards. */
import { describe, expect, it } from "vitest";
import { callEndpoint, checkAnswer, errorOf, makeRequest, redeem, type Wishes } from "../support/flow.ts";
import type { App } from "../support/issuer.ts";
import { setUp } from "../support/set-up.ts";

const stage = setUp({
  app: {},
  other: {},
  open: { tokenEndpointAuthMethod: "none" },
  strict: { requirePushedAuthorizationRequests: true },
});

const push = async (app: App, wishes: Wishes = {}) => {
  const sent = makeRequest({ issuer: stage.issuer, app });
  const fields = { ...Object.fromEntries(sent.query), ...wishes };
  const response = await callEndpoint(stage.issuer, "/oauth/par", app, fields);
  return { sent, response };
};
const pushed = async (app: App, wishes: Wishes = {}) => {
  const { sent, response } = await push(app, wishes);
  const body = (await response.json()) as { request_uri: string; expires_in: number };
  return { sent, response, ...body };
};
const authorizeBy = (app: App, parameters: Record<string, string>) => {
  const query = new URLSearchParams({ client_id: app.clientId, ...parameters });
  return stage.browser.go(`${stage.issuer.address}/oauth/authorize?${query}`);
};

describe("RFC 9126 section 2: the endpoint", () => {
  it("answers 201 with a request_uri and its life, cached by nobody (2.2)", async () => {
    const { response, request_uri, expires_in } = await pushed(stage.apps.app);
    expect(response.status).toBe(201);
    expect(response.headers.get("content-type")).toMatch(/^application\/json/);
    expect(response.headers.get("cache-control")).toMatch(/no-store|no-cache/);
    expect(request_uri).toMatch(/^urn:ietf:params:oauth:request_uri:[\w-]{22,}$/);
    expect(expires_in).toSatisfy((value: number) => Number.isInteger(value) && value >= 5 && value <= 600);
  });

  it("authenticates the client as the token endpoint does (2)", async () => {
    const wrong = { ...stage.apps.app, clientSecret: "wrong" };
    const { response } = await push(wrong);
    expect(response.status).toBe(401);
    expect(await errorOf(response)).toBe("invalid_client");
    expect((await push(stage.apps.open)).response.status).toBe(201);
  });

  it("refuses a request_uri in a pushed request (2.1)", async () => {
    const { request_uri } = await pushed(stage.apps.app);
    const { response } = await push(stage.apps.app, { request_uri });
    expect(response.status).toBe(400);
    expect(await errorOf(response)).toBe("invalid_request");
  });

  it.each([
    ["an unregistered redirect_uri", { redirect_uri: "https://evil.example/" }, ["invalid_request"]],
    ["no redirect_uri", { redirect_uri: undefined }, ["invalid_request"]],
    ["no response_type", { response_type: undefined }, ["invalid_request"]],
    ["a bad scope", { scope: "files" }, ["invalid_scope"]],
    ["no PKCE", { code_challenge: undefined, code_challenge_method: undefined }, ["invalid_request"]],
    ["a parameter twice", { scope: ["openid", "openid"] }, ["invalid_request"]],
    [
      "the client_id of another client",
      { client_id: "somebody-else" },
      ["invalid_request", "invalid_client"],
    ],
  ] satisfies [string, Wishes, string[]][])("tells %s at once (2.3)", async (_, wishes, errors) => {
    const { response } = await push(stage.apps.app, wishes);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(402);
    expect(errors).toContain(await errorOf(response));
  });

  it("knows POST alone, and no body of a megabyte (2.3)", async () => {
    expect((await stage.issuer.fetch(`${stage.issuer.address}/oauth/par`)).status).toBe(405);
    const { response } = await push(stage.apps.app, { state: "s".repeat(1_000_000) });
    expect(response.status).toBe(413);
  });
});

describe("RFC 9126 section 4: the authorization request", () => {
  it("is answered with what was pushed", async () => {
    const { app } = stage.apps;
    const { sent, request_uri } = await pushed(app);
    const outcome = await authorizeBy(app, { request_uri });
    const code = checkAnswer(stage.issuer, app, sent, outcome).get("code") ?? "";
    expect((await redeem({ issuer: stage.issuer, app }, code, sent)).status).toBe(200);
  });

  it("does not let the address override what was pushed", async () => {
    const { app } = stage.apps;
    const { sent, request_uri } = await pushed(app);
    const outcome = await authorizeBy(app, {
      request_uri,
      state: "of the address",
      redirect_uri: "https://evil.example/",
      scope: "openid email",
    });
    expect(outcome.url.origin).not.toBe("https://evil.example");
    if (outcome.kind === "answer") checkAnswer(stage.issuer, app, sent, outcome);
  });

  it("uses a request_uri once (7.3)", async () => {
    const { app } = stage.apps;
    const { request_uri } = await pushed(app);
    await authorizeBy(app, { request_uri });
    expect(await authorizeBy(app, { request_uri })).toMatchObject({ kind: "page", status: 400 });
  });

  it("binds a request_uri to the client that pushed it (2.2)", async () => {
    const { request_uri } = await pushed(stage.apps.app);
    expect(await authorizeBy(stage.apps.other, { request_uri })).toMatchObject({ kind: "page", status: 400 });
  });

  it("tells a made-up request_uri on a page (7.1)", async () => {
    const request_uri = `urn:ietf:params:oauth:request_uri:${"x".repeat(43)}`;
    expect(await authorizeBy(stage.apps.app, { request_uri })).toMatchObject({ kind: "page", status: 400 });
  });
});

describe("RFC 9126 sections 5 and 6: metadata", () => {
  it("says where the endpoint is", async () => {
    expect((await stage.issuer.metadata()).pushed_authorization_request_endpoint).toBe(
      `${stage.issuer.address}/oauth/par`,
    );
  });

  it("takes nothing but pushed requests from a client that registered so (6)", async () => {
    const { strict } = stage.apps;
    const plain = await stage.browser.go(makeRequest({ issuer: stage.issuer, app: strict }).address);
    expect(plain.parameters.get("code")).toBeNull();
    expect(plain.parameters.get("error") ?? "page").toMatch(/invalid_request|page/);
    const { sent, request_uri } = await pushed(strict);
    const outcome = await authorizeBy(strict, { request_uri });
    expect(checkAnswer(stage.issuer, strict, sent, outcome).get("code")).not.toBeNull();
  });
});
