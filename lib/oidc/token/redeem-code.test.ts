import { desc, eq } from "drizzle-orm";
import { createLocalJWKSet, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { accessTokens, authorizationCodes } from "#drizzle/schema/oidc.ts";
import { sessions } from "#drizzle/schema/sessions.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import { listPublicJwks } from "#lib/signing-keys/list-public-jwks.ts";
import { obtainCode, testVerifier } from "#lib/testing/authorization.ts";
import { buildClient, testRedirectUri } from "#lib/testing/build-client.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { answerUserinfo } from "../claims/answer-userinfo.ts";
import { deleteExpiredAccessTokens, deleteExpiredAuthorizationCodes } from "../tokens/cleanup.ts";
import { bearerToken } from "../tokens/open-access-token.ts";
import { answerTokenRequest } from "./answer-token-request.ts";

let t: TestDatabase;
let client: ClientRow;
let person: UserActor;
beforeAll(async () => {
  t = await testDatabase();
  await ensureSigningKeys(t.runtime());
  client = await publicClient();
  ({ actor: person } = await buildUser(t.db, { username: "ana@example.com" }));
});
afterAll(() => t.close());

const publicClient = async () =>
  (await buildClient(t.context(), { firstParty: true, tokenEndpointAuthMethod: "none" })).client;
const later = (seconds: number) => new Date(testNow.getTime() + seconds * 1000);
const obtain = (actor = person, overrides = {}) => obtainCode(t.context({ actor }), client, overrides);

/** A token request of the public client; `undefined` leaves a parameter out. */
function redeem(
  code: string,
  overrides: Record<string, string | undefined> = {},
  ctx: Context = t.context(),
) {
  const parameters = {
    grant_type: "authorization_code",
    client_id: client.id as string,
    redirect_uri: testRedirectUri,
    code_verifier: testVerifier,
    code,
    ...overrides,
  };
  const entries = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return answerTokenRequest(ctx, { entries, authorization: undefined });
}

const payloadOf = (jwt = "") => JSON.parse(Buffer.from(jwt.split(".")[1] ?? "", "base64url").toString());
const lastEvent = async () =>
  (await t.db.select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(1))[0];
const userinfo = async (token: string, now = testNow) =>
  (await answerUserinfo(t.context({ now }), bearerToken(token))).claims;
const invalidGrant = { code: "invalid_grant", description: "The code is not valid, or it was used already." };

describe("redeeming a code", () => {
  it("gives an access token for an hour and an ID Token that says who, when and how", async () => {
    const answer = await redeem(await obtain());
    expect(answer).toMatchObject({ token_type: "Bearer", expires_in: 3600, scope: "openid profile email" });
    expect(answer.access_token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const keys = createLocalJWKSet({ keys: [...(await listPublicJwks(t.runtime()))] });
    const { payload } = await jwtVerify(answer.id_token ?? "", keys, {
      issuer: "https://id.example.com",
      audience: client.id,
      currentDate: testNow,
    });
    const seconds = testNow.getTime() / 1000;
    expect(payload).toEqual({
      iss: "https://id.example.com",
      sub: person.userId,
      aud: client.id,
      azp: client.id,
      iat: seconds,
      exp: seconds + 3600,
      auth_time: seconds - 60,
      nonce: "the nonce",
      at_hash: Buffer.from(sha256(answer.access_token).subarray(0, 16)).toString("base64url"),
      sid: person.sessionId,
      acr: "phr",
      amr: ["hwk", "user"],
    });
  });

  it("stores the access token as its hash, and writes the act down", async () => {
    const { access_token } = await redeem(await obtain());
    const rows = await t.db
      .select()
      .from(accessTokens)
      .where(eq(accessTokens.tokenHash, sha256(access_token)));
    expect(rows).toHaveLength(1);
    expect(await lastEvent()).toMatchObject({
      action: "token.issued",
      outcome: "success",
      actorType: "client",
      actorId: client.id,
      subjectUserId: person.userId,
    });
  });

  it("leaves the nonce out where none was sent", async () => {
    const { id_token } = await redeem(await obtain(person, { nonce: undefined }));
    const payload = payloadOf(id_token);
    expect(payload).not.toHaveProperty("nonce");
  });

  it("puts into the ID Token what the claims parameter asks for there, and nothing else of the person", async () => {
    const claims = '{"id_token":{"email":{"essential":true},"unknown":null}}';
    const { id_token } = await redeem(await obtain(person, { claims }));
    const payload = payloadOf(id_token);
    expect(payload).toMatchObject({ email: "ana@example.com" });
    expect(payload).not.toHaveProperty("name");
    expect(payload).not.toHaveProperty("unknown");
  });

  it("succeeds once of a hundred at once, and the others take back what that one bought", async () => {
    const code = await obtain();
    const results = await Promise.allSettled(Array.from({ length: 100 }, () => redeem(code)));
    const successes = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    expect(successes).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject(invalidGrant);
    await expect(userinfo(successes[0]?.access_token ?? "")).rejects.toThrow("invalid_token");
  });

  it("refuses a code used twice, and revokes the tokens of the first use", async () => {
    const code = await obtain();
    const { access_token } = await redeem(code);
    expect((await userinfo(access_token)).sub).toBe(person.userId);
    await expect(redeem(code)).rejects.toMatchObject(invalidGrant);
    expect(await lastEvent()).toMatchObject({
      action: "code.replayed",
      outcome: "failure",
      clientId: client.id,
      subjectUserId: person.userId,
      details: { revokedTokens: 2 },
    });
    await expect(userinfo(access_token)).rejects.toThrow("invalid_token");
  });

  it("recognises a second use half an hour later", async () => {
    const code = await obtain();
    const { access_token } = await redeem(code);
    await deleteExpiredAuthorizationCodes(t.db, later(1800));
    await expect(redeem(code, {}, t.context({ now: later(1800) }))).rejects.toMatchObject(invalidGrant);
    await expect(userinfo(access_token)).rejects.toThrow("invalid_token");
  });

  it("refuses a code of another client, which that client may still redeem", async () => {
    const other = await publicClient();
    const code = await obtain();
    await expect(redeem(code, { client_id: other.id })).rejects.toMatchObject(invalidGrant);
    expect(await lastEvent()).toMatchObject({ action: "token.refused", reason: "code_of_other_client" });
    const { access_token } = await redeem(code);
    await expect(redeem(code, { client_id: other.id })).rejects.toMatchObject(invalidGrant);
    expect((await userinfo(access_token)).sub).toBe(person.userId);
  });

  const refusals: [string, Record<string, string | undefined>, string][] = [
    ["a wrong verifier", { code_verifier: `${testVerifier}x` }, "wrong_verifier"],
    ["a malformed verifier", { code_verifier: "short" }, "wrong_verifier"],
    ["no verifier", { code_verifier: undefined }, "missing_verifier"],
    ["another redirect_uri", { redirect_uri: `${testRedirectUri}/` }, "wrong_redirect_uri"],
    ["no redirect_uri", { redirect_uri: undefined }, "wrong_redirect_uri"],
  ];
  it.each(refusals)("refuses %s, and the code is spent", async (_, overrides, reason) => {
    const code = await obtain();
    await expect(redeem(code, overrides)).rejects.toMatchObject(invalidGrant);
    expect(await lastEvent()).toMatchObject({ action: "token.refused", reason, clientId: client.id });
    await expect(redeem(code)).rejects.toMatchObject(invalidGrant);
  });

  it("refuses a verifier where no challenge was sent: PKCE was stripped on the way", async () => {
    const { client: free, secret } = await buildClient(t.context(), {
      firstParty: true,
      requirePkce: false,
      tokenEndpointAuthMethod: "client_secret_post",
    });
    const bare = { code_challenge: undefined, code_challenge_method: undefined };
    const code = () => obtainCode(t.context({ actor: person }), free, bare);
    const as = { client_id: free.id, client_secret: secret };
    await expect(redeem(await code(), as)).rejects.toMatchObject(invalidGrant);
    await redeem(await code(), { ...as, code_verifier: undefined });
  });

  it("refuses an expired code", async () => {
    const code = await obtain();
    await expect(redeem(code, {}, t.context({ now: later(60) }))).rejects.toMatchObject(invalidGrant);
    expect(await lastEvent()).toMatchObject({ reason: "code_expired" });
    await redeem(await obtain(), {}, t.context({ now: later(59) }));
  });

  it("refuses a code whose person was disabled meanwhile", async () => {
    const { actor } = await buildUser(t.db);
    const code = await obtain(actor);
    await t.db.update(users).set({ status: "disabled" }).where(eq(users.id, actor.userId));
    await expect(redeem(code)).rejects.toMatchObject(invalidGrant);
    expect(await lastEvent()).toMatchObject({ reason: "user_disabled" });
  });

  it("refuses a code whose session has ended meanwhile", async () => {
    const { actor } = await buildUser(t.db);
    const code = await obtain(actor);
    await t.db.update(sessions).set({ revokedAt: testNow }).where(eq(sessions.id, actor.sessionId));
    await expect(redeem(code)).rejects.toMatchObject(invalidGrant);
    expect(await lastEvent()).toMatchObject({ reason: "session_ended" });
  });

  it.each(["", "x", "A".repeat(43), "a\u{1f511}"])("refuses the made-up code %j", async (code) => {
    const error = code === "" ? "invalid_request" : "invalid_grant";
    await expect(redeem(code)).rejects.toMatchObject({ code: error });
  });
});

describe("a token request", () => {
  const cases: [string, Record<string, string | undefined>, string][] = [
    ["no grant_type", { grant_type: undefined }, "invalid_request"],
    ["an unknown grant_type", { grant_type: "password" }, "unsupported_grant_type"],
    ["no code", { code: undefined }, "invalid_request"],
    ["a code with a NUL", { code: "a\0" }, "invalid_request"],
    ["an endless code", { code: "x".repeat(60_000) }, "invalid_request"],
    ["no client", { client_id: undefined }, "invalid_client"],
    ["an unknown client", { client_id: "nobody" }, "invalid_client"],
    ["a secret of a public client", { client_secret: "s" }, "invalid_client"],
  ];
  it.each(cases)("is refused with %s", async (_, overrides, error) => {
    await expect(redeem("x", overrides)).rejects.toMatchObject({ code: error });
  });

  it.each(["grant_type", "code", "client_id", "code_verifier"])(
    "is refused with a repeated %s",
    async (name) => {
      const entries = [
        ["grant_type", "authorization_code"],
        ["code", "x"],
        ["client_id", client.id],
        ["code_verifier", testVerifier],
        [name, "again"],
      ] as [string, string][];
      await expect(
        answerTokenRequest(t.context(), { entries, authorization: undefined }),
      ).rejects.toMatchObject({
        code: "invalid_request",
      });
    },
  );
});

describe("userinfo", () => {
  it("gives the claims of the scopes that were granted", async () => {
    const { actor } = await buildUser(t.db, {
      username: "bea@example.com",
      givenName: "Bea",
      locale: "de-AT",
      emailVerifiedAt: testNow,
    });
    expect(await userinfo((await redeem(await obtain(actor))).access_token)).toEqual({
      sub: actor.userId,
      name: "Ana Ruiz",
      given_name: "Bea",
      locale: "de-AT",
      preferred_username: "bea@example.com",
      updated_at: testNow.getTime() / 1000,
      email: "bea@example.com",
      email_verified: true,
    });
    const bare = await redeem(await obtain(actor, { scope: "openid" }));
    expect(await userinfo(bare.access_token)).toEqual({ sub: actor.userId });
  });

  it("adds what the claims parameter asks for by name", async () => {
    const claims = '{"userinfo":{"name":{"essential":true},"email":null}}';
    const { access_token } = await redeem(await obtain(person, { scope: "openid", claims }));
    expect(await userinfo(access_token)).toEqual({
      sub: person.userId,
      name: "Ana Ruiz",
      email: "ana@example.com",
    });
  });

  it("refuses an expired token, and one whose session or person is not in force", async () => {
    const { actor } = await buildUser(t.db);
    const { access_token } = await redeem(await obtain(actor));
    await userinfo(access_token, later(3599));
    await expect(userinfo(access_token, later(3600))).rejects.toThrow("invalid_token");
    await t.db.update(users).set({ status: "disabled" }).where(eq(users.id, actor.userId));
    await expect(userinfo(access_token)).rejects.toThrow("invalid_token");
    await t.db.update(users).set({ status: "active" }).where(eq(users.id, actor.userId));
    await userinfo(access_token);
    await t.db.update(sessions).set({ revokedAt: testNow }).where(eq(sessions.id, actor.sessionId));
    await expect(userinfo(access_token)).rejects.toThrow("invalid_token");
  });

  it.each(["", "x", "A".repeat(43)])("refuses the made-up token %j", async (token) => {
    await expect(userinfo(token)).rejects.toThrow("invalid_token");
  });
});

describe("the clean-up", () => {
  it("removes codes and tokens that can matter to nobody", async () => {
    await redeem(await obtain());
    await deleteExpiredAccessTokens(t.db, later(3599));
    expect((await t.db.select().from(accessTokens)).length).toBeGreaterThan(0);
    await deleteExpiredAccessTokens(t.db, later(3600 + 61));
    await deleteExpiredAuthorizationCodes(t.db, later(3600 + 61));
    expect(await t.db.select().from(accessTokens)).toEqual([]);
    expect(await t.db.select().from(authorizationCodes)).toEqual([]);
  });
});
