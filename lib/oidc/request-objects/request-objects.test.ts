import { SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { Context } from "#lib/context/context.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import { authorizationEntries, authorize } from "#lib/testing/authorization.ts";
import { buildClient, testRedirectUri } from "#lib/testing/build-client.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type ClientKey, makeClientKey, signByClient } from "#lib/testing/client-key.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";

let t: TestDatabase;
let keys: ClientKey[];
let stranger: ClientKey;
let client: ClientRow;
let other: ClientRow;
let signedIn: Context;
const algorithms = ["RS256", "PS256", "ES256", "EdDSA"] as const;
beforeAll(async () => {
  t = await testDatabase();
  await ensureSigningKeys(t.runtime());
  keys = algorithms.map((alg) => makeClientKey(alg, `key-${alg}`));
  stranger = makeClientKey("ES256", "key-ES256");
  const jwks = { keys: keys.map(({ publicJwk }) => publicJwk) };
  ({ client } = await buildClient(t.context(), { firstParty: true, jwks }));
  ({ client: other } = await buildClient(t.context(), { firstParty: true, jwks }));
  const { actor } = await buildUser(t.db);
  signedIn = t.context({ actor });
});
afterAll(() => t.close());

const now = testNow.getTime() / 1000;
const keyOf = (alg: string) => keys.find((key) => key.alg === alg) ?? stranger;
/** All parameters of a plain request, and what a request object says of itself. */
const contents = (overrides: Record<string, unknown> = {}) => ({
  ...Object.fromEntries(authorizationEntries(client)),
  iss: client.id,
  aud: "https://id.example.com",
  exp: now + 60,
  nbf: now - 1,
  ...overrides,
});
const sign = (overrides: Record<string, unknown> = {}, alg = "ES256", header = {}) =>
  signByClient(keyOf(alg), contents(overrides), header);
/** With nothing but the client's id beside it. */
const bare = { redirect_uri: undefined, response_type: undefined, scope: undefined, state: undefined };
const nothingElse = {
  ...bare,
  nonce: undefined,
  code_challenge: undefined,
  code_challenge_method: undefined,
};
const send = async (request: string, outside: Record<string, string | undefined> = {}, to = client) =>
  authorize(signedIn, to, { ...outside, request });
/** What no key signed. */
const unsigned = (payload: object, alg = "none") =>
  `${[{ alg }, payload].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".")}.`;
const errorOf = (location: URL) => location.searchParams.get("error");

describe("RFC 9101 section 5, a request object by value", () => {
  it.each(algorithms)("may be signed by %s, and needs nothing beside it but client_id", async (alg) => {
    const location = await send(await sign({ state: "inner" }, alg), nothingElse);
    expect(location.origin + location.pathname).toBe(testRedirectUri);
    expect(location.searchParams.get("code")).toMatch(/^.{43}$/);
    expect(location.searchParams.get("state")).toBe("inner");
  });

  it("alone counts: parameters beside it are not looked at", async () => {
    const outside = { state: "outer", scope: "email", prompt: "login", redirect_uri: testRedirectUri };
    const location = await send(await sign({ state: "inner" }), outside);
    expect(location.searchParams.get("state")).toBe("inner");
    expect(location.searchParams.has("code")).toBe(true);
  });

  it("is not completed by what is beside it", async () => {
    expect(errorOf(await send(await sign({ scope: "files" }), { scope: "openid" }))).toBe("invalid_scope");
    expect(errorOf(await send(await sign({ response_type: undefined })))).toBe("invalid_request");
    const page = send(await sign({ redirect_uri: undefined }));
    await expect(page).rejects.toMatchObject({ reason: "redirect_uri_missing" });
  });

  it("may hold numbers, objects and lists where a plain request has text", async () => {
    const rich = { max_age: 600, claims: { userinfo: { name: null } } };
    expect((await send(await sign(rich))).searchParams.has("code")).toBe(true);
    expect(errorOf(await send(await sign({ resource: ["https://a.example", "https://b.example"] })))).toBe(
      "invalid_target",
    );
  });

  it.each(["oauth-authz-req+jwt", "OAUTH-AUTHZ-REQ+JWT", "JWT"])("may be of typ %s", async (typ) => {
    expect((await send(await sign({}, "ES256", { typ }))).searchParams.has("code")).toBe(true);
  });

  it("is verified without a kid, too", async () => {
    const request = await sign({}, "PS256", { kid: undefined });
    expect((await send(request)).searchParams.has("code")).toBe(true);
  });
});

describe("RFC 9101 section 6, an invalid request object", () => {
  const invalid: [string, () => Promise<string> | string][] = [
    ["another key", () => signByClient(stranger, contents())],
    ["another kid", () => sign({}, "ES256", { kid: "nobody" })],
    ["the typ of an access token", () => sign({}, "ES256", { typ: "at+jwt" })],
    ["the typ of a DPoP proof", () => sign({}, "ES256", { typ: "dpop+jwt" })],
    ["a jwk of its own", () => signByClient(stranger, contents(), { jwk: stranger.publicJwk })],
    ["a jku", () => sign({}, "ES256", { jku: "https://evil.example/jwks" })],
    ["an x5u", () => sign({}, "ES256", { x5u: "https://evil.example/cert" })],
    ["an x5c", () => sign({}, "ES256", { x5c: ["MIIB"] })],
    ["a crit that nobody knows", () => sign({}, "ES256", { crit: ["x"], x: 1 })],
    ["a path as kid", () => sign({}, "ES256", { kid: "../../../../dev/null" })],
    ["another issuer", () => sign({ iss: "somebody" })],
    ["another audience", () => sign({ aud: "https://other.example" })],
    ["no time left", () => sign({ exp: now - 61 })],
    ["a time to come", () => sign({ nbf: now + 61 })],
    ["an issue date to come", () => sign({ iat: now + 61 })],
    ["the client as its sub", () => sign({ sub: client.id })],
    ["another client_id", () => sign({ client_id: other.id })],
    ["no client_id", () => sign({ client_id: undefined })],
    ["a request inside", () => sign({ request: "x" })],
    ["a request_uri inside", () => sign({ request_uri: "urn:x" })],
    ["an exp of words", () => sign({ exp: "soon" })],
    ["a payload that is no object", async () => (await sign()).replace(/\.[^.]+\./, ".W10.")],
    ["a changed payload", async () => (await sign()).replace(/\.[^.]+\./, ".e30.")],
    ["no signature", async () => (await sign()).replace(/[^.]+$/, "")],
    ["an alg with other letters", () => unsigned(contents(), "None")],
    ["no JWT", () => "abc"],
    ["five parts", () => "a.b.c.d.e"],
  ];
  it.each(invalid)("is refused, to the redirect URI of the plain request: %s", async (_, make) => {
    const location = await send(await make());
    expect(location.origin + location.pathname).toBe(testRedirectUri);
    expect(errorOf(location)).toBe("invalid_request_object");
    expect(location.searchParams.get("state")).toBe("the state");
  });

  it("is refused on a page where the plain request has no good redirect URI", async () => {
    const bad = send(await signByClient(stranger, contents()), { redirect_uri: `${testRedirectUri}/x` });
    await expect(bad).rejects.toMatchObject({ reason: "redirect_uri_not_registered" });
    const none = send(await signByClient(stranger, contents()), nothingElse);
    await expect(none).rejects.toMatchObject({ reason: "redirect_uri_missing" });
  });

  it("is refused when a public key was taken for the secret of a MAC", async () => {
    const { publicJwk } = keyOf("RS256");
    for (const secret of [JSON.stringify(publicJwk), String(publicJwk.n)]) {
      const request = await new SignJWT(contents())
        .setProtectedHeader({ alg: "HS256", kid: "key-RS256" })
        .sign(new TextEncoder().encode(secret));
      expect(errorOf(await send(request))).toBe("invalid_request_object");
    }
  });

  it("is refused when it was made for another client, who has the same keys", async () => {
    expect(errorOf(await send(await sign(), {}, other))).toBe("invalid_request_object");
  });

  it("is refused with another algorithm than the registered one", async () => {
    const jwks = { keys: keys.map(({ publicJwk }) => publicJwk) };
    const { client: strict } = await buildClient(t.context(), {
      firstParty: true,
      jwks,
      requestObjectSigningAlg: "PS256",
    });
    const as = (alg: string) => sign({ client_id: strict.id, iss: strict.id }, alg);
    expect(errorOf(await send(await as("ES256"), {}, strict))).toBe("invalid_request_object");
    expect((await send(await as("PS256"), {}, strict)).searchParams.has("code")).toBe(true);
    const none = unsigned(contents({ client_id: strict.id, iss: strict.id }));
    expect(errorOf(await send(none, {}, strict))).toBe("invalid_request_object");
  });

  it("is refused for a client without keys", async () => {
    const { client: keyless } = await buildClient(t.context(), { firstParty: true });
    const request = await sign({ client_id: keyless.id, iss: keyless.id });
    expect(errorOf(await send(request, {}, keyless))).toBe("invalid_request_object");
  });

  it("never ends in an error of ours, whatever it holds", async () => {
    for (const value of [{ state: { a: 1 } }, { scope: 7 }, { prompt: ["none"] }, { nonce: "\0" }]) {
      const location = await send(await sign(value)).catch((error) => error);
      expect(location.name === "PageError" || location instanceof URL).toBe(true);
    }
  });
});

describe("OIDC Core section 6, an unsigned request object", () => {
  it("is answered with request_not_supported, never ignored", async () => {
    const location = await send(unsigned(contents()));
    expect(errorOf(location)).toBe("request_not_supported");
    expect(location.searchParams.get("state")).toBe("the state");
  });

  it("never makes its own redirect URI good, nor a bad one beside it", async () => {
    const bad = send(unsigned(contents()), { redirect_uri: "https://evil.example/" });
    await expect(bad).rejects.toMatchObject({ reason: "redirect_uri_not_registered" });
  });

  it("is refused beside another by reference", async () => {
    const both = { request_uri: "https://a.example/r", request: await sign() };
    expect(errorOf(await authorize(signedIn, client, both))).toBe("invalid_request");
  });
});

describe("RFC 9101 section 10.5, a client that always signs", () => {
  it("is refused without a request object", async () => {
    const jwks = { keys: keys.map(({ publicJwk }) => publicJwk) };
    const { client: always } = await buildClient(t.context(), {
      firstParty: true,
      jwks,
      requireSignedRequestObject: true,
    });
    expect(errorOf(await authorize(signedIn, always))).toBe("invalid_request");
    const request = await sign({ client_id: always.id, iss: always.id });
    expect((await send(request, {}, always)).searchParams.has("code")).toBe(true);
  });
});
