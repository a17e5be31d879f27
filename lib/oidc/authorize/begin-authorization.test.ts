import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { type ClientRow, clients } from "#drizzle/schema/clients.ts";
import { authorizationCodes, interactions } from "#drizzle/schema/oidc.ts";
import type { UserActor } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import { signJwt } from "#lib/signing-keys/sign-jwt.ts";
import { authorizationEntries, authorize } from "#lib/testing/authorization.ts";
import { buildClient, testRedirectUri } from "#lib/testing/build-client.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { beginAuthorization } from "./begin-authorization.ts";

let t: TestDatabase;
let client: ClientRow;
let person: UserActor;
beforeAll(async () => {
  t = await testDatabase();
  await ensureSigningKeys(t.runtime());
  ({ client } = await buildClient(t.context(), { firstParty: true, name: "Notes" }));
  ({ actor: person } = await buildUser(t.db));
});
afterAll(() => t.close());

const signedIn = () => t.context({ actor: person });
const lastEvent = async () =>
  (await t.db.select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(1))[0];

describe("a request whose redirect target can be trusted", () => {
  it("leads to the app with a code, the state and the issuer", async () => {
    const location = await authorize(signedIn(), client);
    expect(location.origin + location.pathname).toBe(testRedirectUri);
    expect([...location.searchParams.keys()].sort()).toEqual(["code", "iss", "state"]);
    expect(location.searchParams.get("code")).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(location.searchParams.get("state")).toBe("the state");
    expect(location.searchParams.get("iss")).toBe("https://id.example.com");
  });

  it("stores the code as its hash, for sixty seconds, bound to app, person, session and challenge", async () => {
    const location = await authorize(signedIn(), client);
    const codeHash = sha256(location.searchParams.get("code") ?? "");
    const [row] = await t.db
      .select()
      .from(authorizationCodes)
      .where(eq(authorizationCodes.codeHash, codeHash));
    expect(row).toMatchObject({
      clientId: client.id,
      userId: person.userId,
      sessionId: person.sessionId,
      nonce: "the nonce",
      redirectUri: testRedirectUri,
      expiresAt: new Date(testNow.getTime() + 60_000),
      authTime: person.authTime,
    });
    expect(await lastEvent()).toMatchObject({ action: "authorization.issued", subjectUserId: person.userId });
  });

  it("keeps what the redirect URI's query held", async () => {
    const uri = "https://app.example.com/cb?tenant=a%20b&x";
    const other = await buildClient(t.context(), { firstParty: true, redirectUris: [uri] });
    const location = await authorize(signedIn(), other.client);
    expect(location.href.startsWith(`${uri}&code=`)).toBe(true);
  });

  it.each([
    ["a", "128 characters", "s".repeat(128)],
    ["b", "odd characters", 'a&b=c #%+"<é\u{1f511}'],
    ["c", "4096 characters", "s".repeat(4096)],
  ])("gives back a state of %s: %s", async (_, __, state) => {
    expect((await authorize(signedIn(), client, { state })).searchParams.get("state")).toBe(state);
  });

  it("sends no state where none came", async () => {
    expect((await authorize(signedIn(), client, { state: undefined })).searchParams.has("state")).toBe(false);
  });

  it.each([
    ["an unknown parameter", { extra: "foobar" }],
    ["display", { display: "popup" }],
    ["locales", { ui_locales: "se", claims_locales: "se" }],
    ["acr_values", { acr_values: "1 2" }],
    ["a login hint", { login_hint: "buffy@id.example.com" }],
    ["unknown scopes", { scope: "openid address something:else" }],
    ["no nonce", { nonce: undefined }],
    ["response_mode query", { response_mode: "query" }],
    ["claims", { claims: '{"userinfo":{"name":{"essential":true},"x":null},"other":1}' }],
    ["a fresh enough session", { max_age: "60" }],
    ["prompt none", { prompt: "none" }],
  ])("is not disturbed by %s", async (_, overrides) => {
    expect((await authorize(signedIn(), client, overrides)).searchParams.get("error")).toBeNull();
  });

  const refusals: [string, Record<string, string | undefined>, string][] = [
    ["no response_type", { response_type: undefined }, "invalid_request"],
    ["an unknown response_type", { response_type: "none" }, "unsupported_response_type"],
    ["a response_type with a word twice", { response_type: "code code" }, "unsupported_response_type"],
    ["an unknown response_mode", { response_mode: "web_message" }, "invalid_request"],
    ["a request object", { request: "eyJhbGciOiJub25lIn0.e30." }, "request_not_supported"],
    ["a huge request object", { request: "x".repeat(70_000) }, "invalid_request"],
    ["a request object by reference", { request_uri: "https://a.example/r" }, "request_uri_not_supported"],
    ["registration in the request", { registration: "{}" }, "registration_not_supported"],
    ["no code_challenge", { code_challenge: undefined, code_challenge_method: undefined }, "invalid_request"],
    ["a method without challenge", { code_challenge: undefined }, "invalid_request"],
    ["a challenge without method", { code_challenge_method: undefined }, "invalid_request"],
    ["the plain method", { code_challenge_method: "plain" }, "invalid_request"],
    ["a short challenge", { code_challenge: "abc" }, "invalid_request"],
    ["an odd challenge", { code_challenge: "!".repeat(43) }, "invalid_request"],
    ["a scope that nobody knows", { scope: "files" }, "invalid_scope"],
    ["a scope in capitals", { scope: "OPENID" }, "invalid_scope"],
    ["a malformed scope", { scope: 'openid "x"' }, "invalid_scope"],
    ["an unknown prompt", { prompt: "hurry" }, "invalid_request"],
    ["prompt none with another", { prompt: "none login" }, "invalid_request"],
    ["a negative max_age", { max_age: "-1" }, "invalid_request"],
    ["a max_age of words", { max_age: "soon" }, "invalid_request"],
    ["a max_age beyond all numbers", { max_age: "9".repeat(20) }, "invalid_request"],
    ["claims that are no JSON", { claims: "{" }, "invalid_request"],
    ["claims that are no object", { claims: "[]" }, "invalid_request"],
    ["claims of a wrong shape", { claims: '{"userinfo":{"name":1}}' }, "invalid_request"],
    ["claims with a NUL", { claims: '{"userinfo":{"a\\u0000":null}}' }, "invalid_request"],
    [
      "claims with half a character",
      { claims: '{"id_token":{"sub":{"value":"\\ud800"}}}' },
      "invalid_request",
    ],
    [
      "two different subjects",
      { claims: '{"id_token":{"sub":{"value":"a"}},"userinfo":{"sub":{"value":"b"}}}' },
      "invalid_request",
    ],
    ["a long nonce", { nonce: "n".repeat(1025) }, "invalid_request"],
    ["a nonce with a NUL", { nonce: "a\0b" }, "invalid_request"],
    ["a foreign id_token_hint", { id_token_hint: "a.b.c" }, "invalid_request"],
  ];
  it.each(refusals)("tells the app that it refuses %s", async (_, overrides, error) => {
    const location = await authorize(signedIn(), client, overrides);
    expect(location.origin + location.pathname).toBe(testRedirectUri);
    expect(location.searchParams.get("error")).toBe(error);
    expect(location.searchParams.get("error_description")).toMatch(/^[\x20\x21\x23-\x5b\x5d-\x7e]+$/);
    expect(location.searchParams.get("state")).toBe("the state");
    expect(location.searchParams.get("iss")).toBe("https://id.example.com");
    expect(location.searchParams.has("code")).toBe(false);
    expect(await lastEvent()).toMatchObject({ action: "authorization.refused", reason: error });
  });

  it.each(["response_type", "scope", "nonce", "code_challenge", "prompt", "ui_locales"])(
    "refuses a repeated %s",
    async (name) => {
      const entries = [...authorizationEntries(client, { prompt: "login", ui_locales: "en" })];
      const twice = [...entries, ...entries.filter(([key]) => key === name)];
      const { location } = await beginAuthorization(signedIn(), { entries: twice, cookieWithheld: false });
      expect(new URL(location).searchParams.get("error")).toBe("invalid_request");
    },
  );

  it("lets a confidential client do without PKCE only where that was allowed", async () => {
    const free = await buildClient(t.context(), { firstParty: true, requirePkce: false });
    const bare = { code_challenge: undefined, code_challenge_method: undefined };
    expect((await authorize(signedIn(), free.client, bare)).searchParams.has("code")).toBe(true);
  });

  it("answers prompt=none with login_required while nobody is signed in", async () => {
    const location = await authorize(t.context(), client, { prompt: "none", state: "s".repeat(128) });
    expect(location.searchParams.get("error")).toBe("login_required");
    expect(location.searchParams.get("state")).toBe("s".repeat(128));
  });

  it("answers prompt=none with consent_required before the person has consented", async () => {
    const { client: stranger } = await buildClient(t.context());
    const location = await authorize(signedIn(), stranger, { prompt: "none" });
    expect(location.searchParams.get("error")).toBe("consent_required");
  });

  it("honours an id_token_hint of the same person, and refuses one of another or for another app", async () => {
    const hint = (aud: string, sub: string) =>
      signJwt(t.runtime(), { iss: "https://id.example.com", aud, sub, exp: 1 }, { alg: "RS256" });
    const silent = async (id_token_hint: string) =>
      (await authorize(signedIn(), client, { prompt: "none", id_token_hint })).searchParams;
    expect((await silent(await hint(client.id, person.userId))).has("code")).toBe(true);
    expect((await silent(await hint(client.id, "other"))).get("error")).toBe("login_required");
    expect((await silent(await hint("other", person.userId))).get("error")).toBe("invalid_request");
  });
});

describe("a request whose redirect target cannot be trusted", () => {
  const cases: [string, Record<string, string | undefined>, string][] = [
    ["no client_id", { client_id: undefined }, "client_id_missing"],
    ["an unknown client_id", { client_id: "nobody" }, "unknown_client"],
    ["an endless client_id", { client_id: "x".repeat(100_000) }, "client_id_too_long"],
    ["a client_id with a NUL", { client_id: "a\0" }, "client_id_malformed"],
    ["no redirect_uri", { redirect_uri: undefined }, "redirect_uri_missing"],
    ["an unregistered redirect_uri", { redirect_uri: `${testRedirectUri}/x` }, "redirect_uri_not_registered"],
    ["one on another host", { redirect_uri: "https://evil.example/" }, "redirect_uri_not_registered"],
    ["a script", { redirect_uri: "javascript:alert(1)" }, "redirect_uri_not_registered"],
    ["an endless state", { state: "s".repeat(1_000_000) }, "state_too_long"],
    ["a state with a NUL", { state: "a\0b" }, "state_malformed"],
  ];
  it.each(cases)("is told on a page and goes nowhere: %s", async (_, overrides, reason) => {
    await expect(authorize(signedIn(), client, overrides)).rejects.toMatchObject({
      name: "PageError",
      reason,
    });
    expect(await lastEvent()).toMatchObject({ action: "authorization.refused", reason });
  });

  it.each(["client_id", "redirect_uri", "state"])("refuses a repeated %s on a page", async (name) => {
    const entries = authorizationEntries(client);
    const twice = [...entries, ...entries.filter(([key]) => key === name)];
    await expect(
      beginAuthorization(signedIn(), { entries: twice, cookieWithheld: false }),
    ).rejects.toMatchObject({ reason: `${name}_repeated` });
  });

  it("says what is registered to administrators alone", async () => {
    const { actor: admin } = await buildUser(t.db, { role: "admin" });
    const wrong = { redirect_uri: "https://app.example.com/typo" };
    const registered = { kind: "registered", name: "redirect_uri", value: testRedirectUri };
    const sent = { kind: "sent", name: "redirect_uri", value: wrong.redirect_uri };
    const seenBy = async (actor: UserActor) =>
      (await authorize(t.context({ actor }), client, wrong).catch((error) => error)).facts;
    expect(await seenBy(admin)).toEqual(expect.arrayContaining([sent, registered]));
    expect(await seenBy(person)).toEqual(expect.arrayContaining([sent]));
    expect(await seenBy(person)).not.toEqual(expect.arrayContaining([registered]));
  });

  it("knows no disabled client", async () => {
    const { client: disabled } = await buildClient(t.context(), { firstParty: true });
    await t.db.update(clients).set({ disabledAt: testNow }).where(eq(clients.id, disabled.id));
    await expect(authorize(signedIn(), disabled)).rejects.toMatchObject({ reason: "unknown_client" });
  });
});

describe("a request by POST", () => {
  it("is stored and goes on by GET, where the session cookie is seen", async () => {
    const entries = authorizationEntries(client);
    const { location } = await beginAuthorization(t.context(), { entries, cookieWithheld: true });
    expect(location).toMatch(/^https:\/\/id\.example\.com\/oauth\/resume\?interaction=[A-Za-z0-9_-]{43}$/);
    const token = new URL(location).searchParams.get("interaction") ?? "";
    const rows = await t.db
      .select()
      .from(interactions)
      .where(eq(interactions.tokenHash, sha256(token)));
    expect(rows).toHaveLength(1);
  });

  it("is refused as by GET", async () => {
    const entries = authorizationEntries(client, { scope: "files" });
    const { location } = await beginAuthorization(t.context(), { entries, cookieWithheld: true });
    expect(new URL(location).searchParams.get("error")).toBe("invalid_scope");
  });
});
