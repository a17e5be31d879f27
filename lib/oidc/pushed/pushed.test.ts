import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { authorizationCodes, pushedRequests } from "#drizzle/schema/oidc.ts";
import { selectClientErrors } from "#lib/clients/errors/store.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import { authorizationEntries, authorize } from "#lib/testing/authorization.ts";
import { buildClient, testRedirectUri } from "#lib/testing/build-client.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { makeClientKey, signByClient } from "#lib/testing/client-key.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { beginAuthorization } from "../authorize/begin-authorization.ts";
import { resumeInteraction } from "../resume-interaction.ts";
import { answerPushedRequest } from "./answer-pushed-request.ts";
import { deleteExpiredPushedRequests } from "./cleanup.ts";
import { pushAuthorizationRequest } from "./push-authorization-request.ts";

let t: TestDatabase;
let client: ClientRow;
let secret: string;
let signedIn: Context;
beforeAll(async () => {
  t = await testDatabase();
  await ensureSigningKeys(t.runtime());
  const built = await buildClient(t.context(), {
    firstParty: true,
    tokenEndpointAuthMethod: "client_secret_post",
  });
  client = built.client;
  secret = built.secret ?? "";
  const { actor } = await buildUser(t.db);
  signedIn = t.context({ actor });
});
afterAll(() => t.close());

const later = (seconds: number) => new Date(testNow.getTime() + seconds * 1000);
/** A push of all parameters of a plain request, with the client's secret. */
const push = (overrides: Record<string, string | undefined> = {}, ctx = t.context()) =>
  answerPushedRequest(ctx, {
    entries: authorizationEntries(client, { client_secret: secret, ...overrides }),
    authorization: undefined,
    dpop: undefined,
  });
const use = async (requestUri: string, ctx = signedIn, overrides: Record<string, string> = {}) => {
  const entries = Object.entries({ client_id: client.id, request_uri: requestUri, ...overrides });
  return new URL((await beginAuthorization(ctx, { entries, cookieWithheld: false })).location);
};
const gone = { name: "PageError", reason: "invalid_request_uri" };

describe("RFC 9126 section 2.2, a successful push", () => {
  it("answers with a request_uri of 256 bits that lives for five minutes", async () => {
    const answer = await push();
    expect(answer).toEqual({
      request_uri: expect.stringMatching(/^urn:ietf:params:oauth:request_uri:[A-Za-z0-9_-]{43}$/),
      expires_in: 300,
    });
  });

  it("is kept under a hash, without the client's secret", async () => {
    const { request_uri } = await push();
    const rows = await t.db
      .select()
      .from(pushedRequests)
      .where(eq(pushedRequests.requestUriHash, sha256(request_uri)));
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(JSON.stringify(rows)).not.toContain(request_uri);
  });
});

describe("RFC 9126 section 2.1, the client", () => {
  it.each([
    ["a wrong secret", { client_secret: "wrong" }],
    ["no secret", { client_secret: undefined }],
    ["no client", { client_id: undefined }],
  ])("is refused with %s", async (_, overrides) => {
    await expect(push(overrides)).rejects.toMatchObject({ code: "invalid_client" });
  });

  it("cannot push for another", async () => {
    const { client: other } = await buildClient(t.context());
    const pushed = pushAuthorizationRequest(t.context(), {
      client,
      entries: authorizationEntries(client, { client_id: other.id }),
      dpopJkt: undefined,
    });
    await expect(pushed).rejects.toMatchObject({ code: "invalid_request" });
  });
});

describe("RFC 9126 section 2.3, a push that the authorization endpoint would refuse", () => {
  const refusals: [string, Record<string, string | undefined>, string][] = [
    ["a request_uri", { request_uri: "urn:ietf:params:oauth:request_uri:x" }, "invalid_request"],
    ["an unregistered redirect_uri", { redirect_uri: "https://evil.example/" }, "invalid_request"],
    ["no redirect_uri", { redirect_uri: undefined }, "invalid_request"],
    ["no PKCE", { code_challenge: undefined, code_challenge_method: undefined }, "invalid_request"],
    ["an unknown response_type", { response_type: "none" }, "unsupported_response_type"],
    ["a scope that nobody knows", { scope: "files" }, "invalid_scope"],
    ["an unknown resource", { resource: "https://api.example" }, "invalid_target"],
    ["a state with a NUL", { state: "\0" }, "invalid_request"],
    ["an endless nonce", { nonce: "n".repeat(2000) }, "invalid_request"],
    ["a broken request object", { request: "abc" }, "invalid_request_object"],
    ["a foreign id_token_hint", { id_token_hint: "a.b.c" }, "invalid_request"],
    ["a malformed dpop_jkt", { dpop_jkt: "x" }, "invalid_request"],
  ];
  it.each(refusals)("is refused at once: %s", async (_, overrides, code) => {
    await expect(push(overrides)).rejects.toMatchObject({ name: "OAuthError", code });
  });

  it("is refused with a parameter twice", async () => {
    const entries = [
      ...authorizationEntries(client, { client_secret: secret }),
      ["scope", "openid"] as const,
    ];
    const pushed = answerPushedRequest(t.context(), { entries, authorization: undefined, dpop: undefined });
    await expect(pushed).rejects.toMatchObject({ code: "invalid_request" });
  });

  it("is none without a scope: that is a request of plain OAuth", async () => {
    expect(await push({ scope: undefined })).toHaveProperty("request_uri");
  });

  it("is told to the developer", async () => {
    await expect(push({ scope: "files" })).rejects.toMatchObject({ code: "invalid_scope" });
    const [error] = await selectClientErrors(t.db, client.id);
    expect(error).toMatchObject({ endpoint: "/oauth/par", code: "invalid_scope" });
  });
});

describe("RFC 9126 section 4, the authorization request", () => {
  it("takes the pushed parameters, and nothing else that it says", async () => {
    const { request_uri } = await push({ state: "pushed" });
    const location = await use(request_uri, signedIn, { state: "other", prompt: "login", scope: "email" });
    expect(location.origin + location.pathname).toBe(testRedirectUri);
    expect(location.searchParams.get("state")).toBe("pushed");
    expect(location.searchParams.has("code")).toBe(true);
  });

  it("is taken once", async () => {
    const { request_uri } = await push();
    await use(request_uri);
    await expect(use(request_uri)).rejects.toMatchObject(gone);
  });

  it("is taken by one of a hundred at once", async () => {
    const { request_uri } = await push();
    const results = await Promise.allSettled(Array.from({ length: 100 }, () => use(request_uri)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) if (result.status === "rejected") expect(result.reason).toMatchObject(gone);
  });

  it("is refused after five minutes, and cleaned up", async () => {
    const { request_uri } = await push();
    await expect(use(request_uri, { ...signedIn, now: later(300) })).rejects.toMatchObject(gone);
    expect(await deleteExpiredPushedRequests(t.db, later(301))).toBeGreaterThan(0);
    const fresh = await push();
    expect((await use(fresh.request_uri, { ...signedIn, now: later(299) })).searchParams.has("code")).toBe(
      true,
    );
  });

  it("is refused from another client, who does not spend it by that", async () => {
    const { client: other } = await buildClient(t.context());
    const { request_uri } = await push();
    await expect(use(request_uri, signedIn, { client_id: other.id })).rejects.toMatchObject(gone);
    expect((await use(request_uri)).searchParams.has("code")).toBe(true);
  });

  it.each(["", "x", "A".repeat(43)])("is refused for the made-up %j", async (suffix) => {
    const uri = `urn:ietf:params:oauth:request_uri:${suffix}`;
    await expect(use(uri)).rejects.toMatchObject(gone);
  });

  it("is checked anew: what the client may do can have changed", async () => {
    const { client: changing, secret: itsSecret = "" } = await buildClient(t.context(), {
      firstParty: true,
      tokenEndpointAuthMethod: "client_secret_post",
    });
    const { request_uri } = await answerPushedRequest(t.context(), {
      entries: authorizationEntries(changing, { client_secret: itsSecret }),
      authorization: undefined,
      dpop: undefined,
    });
    await t.sql`update clients set redirect_uris = '{https://new.example/}' where id = ${changing.id}`;
    const visit = use(request_uri, signedIn, { client_id: changing.id });
    await expect(visit).rejects.toMatchObject({ reason: "redirect_uri_not_registered" });
  });
});

describe("FAPI 2.0 Security Profile section 5.3.2.2, the same address again", () => {
  const nobody = () => t.context();
  const tokenOf = (location: URL) => location.searchParams.get("interaction") ?? "";
  const resume = async (token: string, ctx = signedIn) =>
    new URL((await resumeInteraction(ctx, token)).location);

  it("goes on with what was begun, in any browser, until there is an answer", async () => {
    const { request_uri } = await push();
    const first = await use(request_uri, nobody());
    expect(first.pathname).toBe("/sign-in");
    const again = await use(request_uri, nobody());
    expect(again.pathname).toBe("/oauth/resume");
    expect(tokenOf(again)).toBe(tokenOf(first));
    expect((await resume(tokenOf(again), nobody())).href).toBe(first.href);
    const answer = await resume(tokenOf(await use(request_uri)));
    expect(answer.searchParams.has("code")).toBe(true);
    await expect(use(request_uri)).rejects.toMatchObject(gone);
    await expect(resume(tokenOf(first))).rejects.toMatchObject({ reason: "interaction_finished" });
  });

  it("is answered once, however many go on with it at once", async () => {
    const { request_uri } = await push();
    await use(request_uri, nobody());
    const visits = Array.from({ length: 50 }, async () => resume(tokenOf(await use(request_uri))));
    const results = await Promise.allSettled(visits);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is the same after a form of another site, which brings no cookie", async () => {
    const { request_uri } = await push();
    const entries = Object.entries({ client_id: client.id, request_uri });
    const { location } = await beginAuthorization(nobody(), { entries, cookieWithheld: true });
    expect(tokenOf(await use(request_uri))).toBe(tokenOf(new URL(location)));
  });

  it("is refused when it has expired, though its person may still finish", async () => {
    const { request_uri } = await push();
    const first = await use(request_uri, nobody());
    expect((await use(request_uri, { ...signedIn, now: later(299) })).pathname).toBe("/oauth/resume");
    await expect(use(request_uri, { ...signedIn, now: later(300) })).rejects.toMatchObject(gone);
    const answer = await resume(tokenOf(first), { ...signedIn, now: later(301) });
    expect(answer.searchParams.has("code")).toBe(true);
  });

  it("is refused from another client", async () => {
    const { client: other } = await buildClient(t.context());
    const { request_uri } = await push();
    await use(request_uri, nobody());
    await expect(use(request_uri, signedIn, { client_id: other.id })).rejects.toMatchObject(gone);
  });

  it("does not open a request that was never pushed", async () => {
    const plain = await authorize(nobody(), client);
    const uri = `urn:ietf:params:oauth:request_uri:${tokenOf(plain)}`;
    await expect(use(uri)).rejects.toMatchObject(gone);
  });
});

describe("RFC 9126 section 3, a pushed request object", () => {
  it("is opened when it comes in: what it holds counts", async () => {
    const key = makeClientKey("ES256");
    const { client: signer } = await buildClient(t.context(), {
      firstParty: true,
      jwks: { keys: [key.publicJwk] },
      requireSignedRequestObject: true,
    });
    const contents = Object.fromEntries(authorizationEntries(signer, { state: "signed" }));
    const request = await signByClient(key, { ...contents, iss: signer.id, aud: "https://id.example.com" });
    const push = (entries: [string, string][]) =>
      pushAuthorizationRequest(t.context(), { client: signer, entries, dpopJkt: undefined });
    const { request_uri } = await push([
      ["request", request],
      ["state", "plain"],
    ]);
    const location = await use(request_uri, signedIn, { client_id: signer.id });
    expect(location.searchParams.get("state")).toBe("signed");
    await expect(push(authorizationEntries(signer))).rejects.toMatchObject({ code: "invalid_request" });
  });
});

describe("RFC 9126 section 6, a client that always pushes", () => {
  it.each([{ requirePushedAuthorizationRequests: true }])("is refused without: %j", async (overrides) => {
    const { client: always } = await buildClient(t.context(), { firstParty: true, ...overrides });
    const location = await authorize(signedIn, always);
    expect(location.searchParams.get("error")).toBe("invalid_request");
    const { request_uri } = await pushAuthorizationRequest(t.context(), {
      client: always,
      entries: authorizationEntries(always),
      dpopJkt: undefined,
    });
    const pushed = await use(request_uri, signedIn, { client_id: always.id });
    expect(pushed.searchParams.has("code")).toBe(true);
  });

  it("is one under FAPI 2.0 always", async () => {
    const key = makeClientKey("PS256");
    const { client: strict } = await buildClient(t.context(), {
      firstParty: true,
      securityProfile: "fapi2",
      tokenEndpointAuthMethod: "private_key_jwt",
      jwks: { keys: [key.publicJwk] },
      dpopBoundAccessTokens: true,
      requirePushedAuthorizationRequests: true,
    });
    await t.sql`update clients set require_pushed_authorization_requests = false, require_pkce = false
      where id = ${strict.id}`;
    const row = { ...strict, requirePushedAuthorizationRequests: false, requirePkce: false };
    expect((await authorize(signedIn, row)).searchParams.get("error")).toBe("invalid_request");
    const push = (overrides: Record<string, string | undefined>) =>
      pushAuthorizationRequest(t.context(), {
        client: row,
        entries: authorizationEntries(row, overrides),
        dpopJkt: undefined,
      });
    await expect(push({ code_challenge: undefined, code_challenge_method: undefined })).rejects.toMatchObject(
      { code: "invalid_request" },
    );
    expect((await push({})).expires_in).toBeLessThan(600);
  });
});

describe("RFC 9449 section 10, the key of a code", () => {
  const jkt = "k".repeat(43);
  const codeOf = async (location: URL) => {
    const codeHash = sha256(location.searchParams.get("code") ?? "");
    const [row] = await t.db
      .select()
      .from(authorizationCodes)
      .where(eq(authorizationCodes.codeHash, codeHash));
    return row;
  };
  const pushWith = (proven: string | undefined, dpop_jkt: string | undefined) =>
    pushAuthorizationRequest(t.context(), {
      client,
      entries: authorizationEntries(client, { dpop_jkt }),
      dpopJkt: proven,
    });

  it("is that of the proof which came with the push", async () => {
    const { request_uri } = await pushWith(jkt, undefined);
    expect((await codeOf(await use(request_uri)))?.dpopJkt).toBe(jkt);
  });

  it("is dpop_jkt of a plain request", async () => {
    expect((await codeOf(await authorize(signedIn, client, { dpop_jkt: jkt })))?.dpopJkt).toBe(jkt);
  });

  it("cannot be two", async () => {
    await expect(pushWith("x".repeat(43), jkt)).rejects.toMatchObject({ code: "invalid_dpop_proof" });
    const { request_uri } = await pushWith(jkt, jkt);
    expect((await codeOf(await use(request_uri)))?.dpopJkt).toBe(jkt);
  });
});
