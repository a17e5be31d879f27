import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import { authorizationEntries, authorize } from "#lib/testing/authorization.ts";
import { buildClient, testRedirectUri } from "#lib/testing/build-client.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { makeClientKey, signByClient } from "#lib/testing/client-key.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { pushAuthorizationRequest } from "../pushed/push-authorization-request.ts";

const key = makeClientKey("RS256");
const asked: string[] = [];
let answer: (response: ServerResponse) => void;
const server = createServer((request, response) => {
  asked.push(request.url ?? "");
  answer(response);
});

let t: TestDatabase;
let origin: string;
let client: ClientRow;
let actor: Awaited<ReturnType<typeof buildUser>>["actor"];
beforeAll(async () => {
  t = await testDatabase();
  await ensureSigningKeys(t.runtime());
  await once(server.listen(0, "127.0.0.1"), "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  client = await build([`${origin}/request.jwt`, `${origin}/hashed.jwt#abc`]);
  ({ actor } = await buildUser(t.db));
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await t.close();
});
beforeEach(() => {
  asked.length = 0;
  serve("");
});

const build = async (requestUris: string[]) =>
  (
    await buildClient(t.context(), {
      firstParty: true,
      jwks: { keys: [key.publicJwk] },
      requestUris,
    })
  ).client;
const serve = (text: string, status = 200, headers: Record<string, string> = {}) => {
  answer = (response) => void response.writeHead(status, headers).end(text);
};
const sign = (overrides: Record<string, unknown> = {}, by = key) =>
  signByClient(by, {
    ...Object.fromEntries(authorizationEntries(client)),
    iss: client.id,
    aud: "https://id.example.com",
    exp: testNow.getTime() / 1000 + 60,
    ...overrides,
  });
/** With everything beside it that OIDC Core section 6.2 wants there. */
const refer = (requestUri: string, { to = client, outside = {}, open = true } = {}) => {
  const ctx = t.context({ actor });
  const { config } = t.runtime({ ALLOW_PRIVATE_NETWORK: "127.0.0.1" });
  return authorize(open ? { ...ctx, config } : ctx, to, { ...outside, request_uri: requestUri });
};
const errorOf = (location: URL) => location.searchParams.get("error");
const unsigned = (payload: object) =>
  `${[{ alg: "none" }, payload].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".")}.`;

describe("RFC 9101 section 5.2, a request object by reference", () => {
  it("counts alone, and is asked for anew each time", async () => {
    for (const state of ["first", "second"]) {
      serve(await sign({ state }));
      const location = await refer(`${origin}/request.jwt`, { outside: { state: "outside" } });
      expect(location.origin + location.pathname).toBe(testRedirectUri);
      expect(location.searchParams.get("state")).toBe(state);
      expect(location.searchParams.has("code")).toBe(true);
    }
    expect(asked).toEqual(["/request.jwt", "/request.jwt"]);
  });

  it.each(["application/oauth-authz-req+jwt", "application/jose", "text/plain"])(
    "may be served as %s, with a line's end",
    async (type) => {
      serve(`${await sign()}\n`, 200, { "content-type": type });
      expect((await refer(`${origin}/request.jwt`)).searchParams.has("code")).toBe(true);
    },
  );

  it("is known by its address whatever fragment tells its version", async () => {
    serve(await sign());
    for (const uri of ["/hashed.jwt", "/hashed.jwt#another", "/request.jwt#new"])
      expect((await refer(origin + uri)).searchParams.has("code")).toBe(true);
    expect(asked).toEqual(["/hashed.jwt", "/hashed.jwt", "/request.jwt"]);
  });

  it("is not asked for at an address that the app has not registered (10.4)", async () => {
    serve(await sign());
    const others = [
      `${origin}/other.jwt`,
      `${origin}/request.jwt?x=1`,
      `${origin}/request.jwt/`,
      `${origin}/./request.jwt`,
      `${origin.replace("127.0.0.1", "localhost")}/request.jwt`,
      `${origin.replace("http://", "http://user@")}/request.jwt`,
      "file:///etc/passwd",
      "request.jwt",
    ];
    for (const uri of others) expect(errorOf(await refer(uri))).toBe("invalid_request_uri");
    const keyless = await build([]);
    expect(errorOf(await refer(`${origin}/request.jwt`, { to: keyless }))).toBe("request_uri_not_supported");
    expect(asked).toEqual([]);
  });

  it("is not asked for on this machine unless the operator opened that", async () => {
    serve(await sign());
    expect(errorOf(await refer(`${origin}/request.jwt`, { open: false }))).toBe("invalid_request_uri");
    expect(asked).toEqual([]);
  });

  it("is refused when it does not come, to the redirect URI of the plain request", async () => {
    const jwt = await sign();
    const ways: (() => void)[] = [
      () => serve(jwt, 404),
      () => serve(jwt, 302, { location: `${origin}/request.jwt` }),
      () => serve("x".repeat(70_000)),
      () => {
        answer = (response) => response.destroy();
      },
    ];
    for (const way of ways) {
      way();
      asked.length = 0;
      const location = await refer(`${origin}/request.jwt`);
      expect(location.origin + location.pathname).toBe(testRedirectUri);
      expect(errorOf(location)).toBe("invalid_request_uri");
      expect(location.searchParams.get("state")).toBe("the state");
      expect(asked).toHaveLength(1);
    }
  });

  it("is refused when it is none, by another key, for somebody else, or refers again", async () => {
    const stranger = makeClientKey("RS256", key.kid);
    for (const text of [
      "",
      "abc",
      "<html></html>",
      await sign({}, stranger),
      await sign({ client_id: "another" }),
      await sign({ aud: "https://other.example" }),
      await sign({ request_uri: `${origin}/request.jwt` }),
      await sign({ exp: testNow.getTime() / 1000 - 61 }),
    ]) {
      serve(text);
      expect(errorOf(await refer(`${origin}/request.jwt`))).toBe("invalid_request_object");
    }
  });

  it("is never taken unsigned, nor makes its own redirect URI good", async () => {
    serve(unsigned({ client_id: client.id, redirect_uri: testRedirectUri }));
    expect(errorOf(await refer(`${origin}/request.jwt`))).toBe("request_uri_not_supported");
    const evil = { redirect_uri: "https://evil.example/" };
    await expect(refer(`${origin}/request.jwt`, { outside: evil })).rejects.toMatchObject({
      reason: "redirect_uri_not_registered",
    });
    serve(await sign(evil));
    await expect(refer(`${origin}/request.jwt`)).rejects.toMatchObject({
      reason: "redirect_uri_not_registered",
    });
  });

  it("is not pushed (RFC 9126 section 2.1)", async () => {
    const entries = authorizationEntries(client, { request_uri: `${origin}/request.jwt` });
    const pushed = pushAuthorizationRequest(t.context(), { client, entries, dpopJkt: undefined });
    await expect(pushed).rejects.toMatchObject({ code: "invalid_request" });
    expect(asked).toEqual([]);
  });
});

describe("OpenID Connect Registration 1.0, request_uris", () => {
  it.each([
    "https://app.example.com/request.jwt",
    "https://app.example.com/request.jwt#x5fQ3S1Ov4Zr6e",
    "http://localhost:4000/request.jwt",
  ])("may hold %s", async (uri) => expect((await build([uri])).requestUris).toEqual([uri]));

  it.each([
    "http://app.example.com/request.jwt",
    "https://app.example.com/a b",
    "https://app.example.com/#a b",
    "https://user@app.example.com/request.jwt",
    "https://app.example.com:443/request.jwt",
    "file:///etc/passwd",
    "com.example.app:/request",
    "request.jwt",
    "",
  ])("must not hold %j", async (uri) => {
    await expect(build([uri])).rejects.toMatchObject({ fields: [{ path: "requestUris.0" }] });
  });
});
