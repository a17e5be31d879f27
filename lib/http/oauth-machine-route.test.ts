import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setRuntime } from "#lib/context/runtime.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { clientAddressHeader } from "./internal-headers.ts";
import { defineMachineRoute, definePreflight, type MachineRoute } from "./oauth-machine-route.ts";

const address = "https://id.example.com/oauth/x";

describe("defineMachineRoute", () => {
  let t: TestDatabase;
  beforeAll(async () => {
    t = await testDatabase();
    await buildClient(t.context());
  });
  beforeEach(() => setRuntime(t.runtime()));
  afterAll(() => t.close());

  const call = (route: Partial<MachineRoute>, headers: Record<string, string> = {}) =>
    defineMachineRoute({
      cors: "registered",
      limited: true,
      handle: async () => new Response("{}"),
      ...route,
    })(new Request(address, { headers: { [clientAddressHeader]: "192.0.2.77", ...headers } }));

  const failing = (error: unknown) => ({
    handle: async () => {
      throw error;
    },
  });

  it("tells a refusal in the RFC's shape, never to be cached", async () => {
    const response = await call(failing(new OAuthError("invalid_grant", "The code is not valid.")));
    expect(response.status).toBe(400);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("www-authenticate")).toBeNull();
    expect(await response.json()).toEqual({
      error: "invalid_grant",
      error_description: "The code is not valid.",
    });
  });

  it("names the challenge where the endpoint has one", async () => {
    const basic = { challenge: () => "Basic" as const };
    const refused = failing(new OAuthError("invalid_client", "No."));
    expect((await call({ ...refused, ...basic })).headers.get("www-authenticate")).toMatch(/^Basic realm=/);
    const bearer = await call({
      ...failing(new OAuthError("invalid_token", "Gone.")),
      challenge: () => "Bearer",
    });
    expect(bearer.headers.get("www-authenticate")).toBe(
      'Bearer realm="Latchkey", error="invalid_token", error_description="Gone.", ' +
        'DPoP realm="Latchkey", algs="RS256 PS256 ES256 EdDSA Ed25519"',
    );
  });

  it("tells a DPoP proof that is refused at a resource with 401, and the present nonce", async () => {
    const headers = { authorization: "DPoP x", dpop: "x" };
    const proof = failing(new OAuthError("use_dpop_nonce", "Again."));
    const resource = await call({ ...proof, challenge: () => "Bearer", dpop: true }, headers);
    expect(resource.status).toBe(401);
    expect(resource.headers.get("www-authenticate")).toBe(
      'DPoP realm="Latchkey", error="use_dpop_nonce", error_description="Again.", ' +
        'algs="RS256 PS256 ES256 EdDSA Ed25519", Bearer realm="Latchkey"',
    );
    expect(resource.headers.get("dpop-nonce")).toMatch(/^[A-Za-z0-9_-]{22}$/);
    const token = await call({ ...proof, challenge: () => "Basic", dpop: true }, headers);
    expect(token.status).toBe(400);
    expect((await call({ ...proof, dpop: true })).headers.has("dpop-nonce")).toBe(false);
  });

  it("names what a stronger authentication must be in the challenge", async () => {
    const demand = new OAuthError("insufficient_user_authentication", "Newer.", { max_age: "60" });
    const response = await call({ ...failing(demand), challenge: () => "Bearer" });
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toContain(
      'error="insufficient_user_authentication", error_description="Newer.", max_age="60"',
    );
  });

  it("keeps the words of an unexpected failure to itself", async () => {
    const response = await call(failing(new Error("password of the database")));
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(JSON.parse(text).error).toBe("server_error");
    expect(text).not.toContain("password");
  });

  it("answers 503 with Retry-After while the database is away", async () => {
    const response = await call(failing(Object.assign(new Error("refused"), { code: "ECONNREFUSED" })));
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("5");
    expect(await response.json()).toMatchObject({ error: "temporarily_unavailable" });
  });

  it("answers 429 with Retry-After beyond the limit, and not at all for public documents", async () => {
    setRuntime(t.runtime({ RATE_LIMIT_ENABLED: "true", RATE_LIMIT_REQUESTS: "3" }));
    // Thirty times what a person may ask: an app calls for all its people.
    for (let count = 0; count < 90; count++) expect((await call({})).status).toBe(200);
    expect((await call({})).status).toBe(429);
    const refused = await call({});
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ error: "temporarily_unavailable" });
    expect((await call({ limited: false })).status).toBe(200);
  });

  it("lets pages of registered and configured origins read the answer, and refusals too", async () => {
    setRuntime(t.runtime({ CORS_ORIGINS: "https://tools.example.com" }));
    const allowed = async (origin: string, route: Partial<MachineRoute> = {}) =>
      (await call(route, { origin })).headers.get("access-control-allow-origin");
    for (const origin of ["https://app.example.com", "https://tools.example.com"]) {
      expect(await allowed(origin)).toBe(origin);
      expect(await allowed(origin, failing(new OAuthError("invalid_grant", "No.")))).toBe(origin);
    }
    for (const origin of ["https://evil.example", "null", "x".repeat(5000), "https://app.example.com/"])
      expect(await allowed(origin)).toBeNull();
    expect(await allowed("https://evil.example", { cors: "any" })).toBe("*");
    expect((await call({})).headers.get("vary")).toBe("Origin");
  });

  it("answers a preflight with what may be asked, to allowed origins", async () => {
    const preflight = definePreflight("registered", ["GET", "POST"]);
    const request = (origin: string) => new Request(address, { method: "OPTIONS", headers: { origin } });
    const response = await preflight(request("https://app.example.com"));
    expect(response.status).toBe(204);
    expect(response.headers.get("access-control-allow-origin")).toBe("https://app.example.com");
    expect(response.headers.get("access-control-allow-methods")).toBe("GET, POST");
    expect(
      (await preflight(request("https://evil.example"))).headers.has("access-control-allow-origin"),
    ).toBe(false);
  });
});
