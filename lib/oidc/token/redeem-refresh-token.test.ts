import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { type ClientRow, clients } from "#drizzle/schema/clients.ts";
import { refreshTokens } from "#drizzle/schema/oidc.ts";
import { sessions } from "#drizzle/schema/sessions.ts";
import { users } from "#drizzle/schema/users.ts";
import type { UserActor } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import {
  buildCode,
  redeemTestCode,
  requestTokens,
  type TestClient,
  type TestParameters,
} from "#lib/testing/token-requests.ts";
import { deleteExpiredRefreshTokens, dropSpentRotationAnswers } from "../tokens/cleanup.ts";
import { findLiveAccessToken } from "../tokens/store.ts";

let t: TestDatabase;
let app: TestClient;
let person: UserActor;
beforeAll(async () => {
  t = await testDatabase();
  await ensureSigningKeys(t.runtime());
  app = await buildApp();
  ({ actor: person } = await buildUser(t.db));
});
afterAll(() => t.close());

const day = 86_400;
const later = (seconds: number) => new Date(testNow.getTime() + seconds * 1000);
const at = (seconds: number) => t.context({ now: later(seconds) });
const offline = { scopes: ["openid", "email", "offline_access"] };

async function buildApp(
  columns: Partial<ClientRow> = {},
  as: "none" | "client_secret_post" = "none",
): Promise<TestClient> {
  const added = await buildClient(t.context(), { firstParty: true, tokenEndpointAuthMethod: as });
  const { client, ...secret } = added;
  if (Object.keys(columns).length > 0)
    await t.db.update(clients).set(columns).where(eq(clients.id, client.id));
  return { client: { ...client, ...columns }, ...secret };
}

async function signedIn(code: Parameters<typeof buildCode>[3] = {}, as = app, actor = person) {
  const { refresh_token: refreshToken = "", ...tokens } = await redeemTestCode(
    t.context(),
    as,
    await buildCode(t.context(), as.client, actor, code),
  );
  return { refreshToken, accessToken: tokens.access_token, idToken: tokens.id_token };
}

const refresh = (refreshToken: string, parameters: TestParameters = {}, ctx = t.context(), as = app) =>
  requestTokens(ctx, as, { grant_type: "refresh_token", refresh_token: refreshToken, ...parameters });
const payloadOf = (jwt = "") => JSON.parse(Buffer.from(jwt.split(".")[1] ?? "", "base64url").toString());
const works = async (accessToken: string, now = testNow) =>
  (await findLiveAccessToken(t.db, { tokenHash: sha256(accessToken), now })) !== undefined;
const lastEvent = async () =>
  (await t.db.select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(1))[0];
const invalidGrant = {
  code: "invalid_grant",
  description: "The refresh token is not valid, or not any more.",
};

describe("RFC 6749 section 6, refreshing", () => {
  it("gives new tokens of the same content, and a successor of the refresh token", async () => {
    const { refreshToken, accessToken } = await signedIn();
    const answer = await refresh(refreshToken);
    expect(answer).toMatchObject({ token_type: "Bearer", expires_in: 3600, scope: "openid profile email" });
    expect(answer.refresh_token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(answer.refresh_token).not.toBe(refreshToken);
    expect(answer.access_token).not.toBe(accessToken);
    expect(await works(answer.access_token)).toBe(true);
    expect(await lastEvent()).toMatchObject({
      action: "token.issued",
      details: { grantType: "refresh_token" },
      subjectUserId: person.userId,
    });
  });

  it("stores hashes alone", async () => {
    const { refreshToken } = await signedIn();
    const { refresh_token: successor = "" } = await refresh(refreshToken);
    const rows = JSON.stringify(await t.db.select().from(refreshTokens));
    expect(rows).not.toContain(refreshToken);
    expect(rows).not.toContain(successor);
  });

  it("gives none to a client that is not registered for them", async () => {
    const as = await buildApp({ grantTypes: ["authorization_code"] });
    expect((await signedIn({}, as)).refreshToken).toBe("");
    await expect(refresh("x", {}, t.context(), as)).rejects.toMatchObject({ code: "unauthorized_client" });
  });

  it.each(["", "x", "A".repeat(43), "\u{1f511}"])("refuses the made-up token %j", async (token) => {
    const error = token === "" ? "invalid_request" : "invalid_grant";
    await expect(refresh(token)).rejects.toMatchObject({ code: error });
  });

  it("refuses a token of another client and leaves its family alone", async () => {
    const { refreshToken } = await signedIn();
    const other = await buildApp();
    await expect(refresh(refreshToken, {}, t.context(), other)).rejects.toMatchObject(invalidGrant);
    expect(await lastEvent()).toMatchObject({ reason: "refresh_token_of_other_client" });
    const { refresh_token: successor = "" } = await refresh(refreshToken);
    await expect(refresh(refreshToken, {}, at(11), other)).rejects.toMatchObject(invalidGrant);
    await refresh(successor);
  });

  it("gives a narrower scope where asked, and the whole again from the successor", async () => {
    const { refreshToken } = await signedIn();
    const narrow = await refresh(refreshToken, { scope: "openid" });
    expect(narrow.scope).toBe("openid");
    expect(narrow.id_token).toBeDefined();
    const whole = await refresh(narrow.refresh_token ?? "");
    expect(whole.scope).toBe("openid profile email");
    const bare = await refresh(whole.refresh_token ?? "", { scope: "email" });
    expect(bare.id_token).toBeUndefined();
  });

  it("refuses a wider scope, and the token can still be used", async () => {
    const { refreshToken } = await signedIn({ scopes: ["openid"] });
    await expect(refresh(refreshToken, { scope: "openid email" })).rejects.toMatchObject({
      code: "invalid_scope",
    });
    expect(await lastEvent()).toMatchObject({ action: "token.refused", reason: "invalid_scope" });
    await refresh(refreshToken);
  });
});

describe("RFC 8707 section 2.2, resources of a refresh", () => {
  const resources = ["https://api.example.com/", "https://files.example.com/"];
  const audienceOf = async (accessToken: string) => {
    const [row] =
      await t.sql`select audience from access_tokens where token_hash = ${Buffer.from(sha256(accessToken))}`;
    return row?.audience;
  };

  it("gives an access token for those that are named, or for all", async () => {
    const { refreshToken, accessToken } = await signedIn({ resources });
    expect(await audienceOf(accessToken)).toEqual(resources);
    const one = await refresh(refreshToken, { resource: resources[1] });
    expect(await audienceOf(one.access_token)).toEqual([resources[1]]);
    const all = await refresh(one.refresh_token ?? "", { resource: resources });
    expect(await audienceOf(all.access_token)).toEqual(resources);
    const own = await refresh(all.refresh_token ?? "", { resource: "https://id.example.com" });
    expect(await audienceOf(own.access_token)).toEqual([]);
  });

  it("refuses one that was not granted, and the token can still be used", async () => {
    const { refreshToken } = await signedIn({ resources });
    await expect(refresh(refreshToken, { resource: "https://other.example.com/" })).rejects.toMatchObject({
      code: "invalid_target",
    });
    await refresh(refreshToken);
  });
});

describe("OIDC Core section 12.2, the ID Token of a refresh", () => {
  it("has the same iss, sub, aud, azp, auth_time and sid, a new iat, and no nonce", async () => {
    const { refreshToken, idToken } = await signedIn();
    const before = payloadOf(idToken);
    const { nonce, ...expected } = { ...before, iat: before.iat + 60, exp: before.exp + 60 };
    expect(nonce).toBe("the nonce");
    const answer = await refresh(refreshToken, {}, at(60));
    const { at_hash: atHash, ...after } = payloadOf(answer.id_token);
    const { at_hash: _, ...wanted } = expected;
    expect(after).toEqual(wanted);
    expect(atHash).toBe(Buffer.from(sha256(answer.access_token).subarray(0, 16)).toString("base64url"));
  });
});

describe("RFC 9700 section 4.14.2, reuse", () => {
  it("of a rotated token revokes the family and its access tokens, before it refuses", async () => {
    const { refreshToken, accessToken } = await signedIn();
    const first = await refresh(refreshToken);
    const second = await refresh(first.refresh_token ?? "");
    await expect(refresh(refreshToken, {}, at(11))).rejects.toMatchObject(invalidGrant);
    expect(await lastEvent()).toMatchObject({
      action: "refresh_token.replayed",
      outcome: "failure",
      subjectUserId: person.userId,
      details: { revokedTokens: 4 },
    });
    for (const token of [accessToken, first.access_token, second.access_token])
      expect(await works(token)).toBe(false);
    await expect(refresh(second.refresh_token ?? "")).rejects.toMatchObject(invalidGrant);
    expect(await lastEvent()).toMatchObject({ reason: "refresh_token_revoked" });
  });

  it("leaves other families of the same person and client alone", async () => {
    const mine = await signedIn();
    const other = await signedIn();
    await refresh(mine.refreshToken);
    await expect(refresh(mine.refreshToken, {}, at(11))).rejects.toMatchObject(invalidGrant);
    expect(await works(other.accessToken)).toBe(true);
    await refresh(other.refreshToken);
  });

  it("of the code revokes what came of it by refreshing, also when the code itself is forgotten", async () => {
    for (const forgotten of [false, true]) {
      const code = await buildCode(t.context(), app.client, person);
      const { refresh_token: first = "" } = await redeemTestCode(t.context(), app, code);
      const { access_token, refresh_token: second = "" } = await refresh(first);
      if (forgotten) await t.sql`delete from authorization_codes`;
      await expect(redeemTestCode(t.context(), app, code)).rejects.toMatchObject({ code: "invalid_grant" });
      expect(await lastEvent()).toMatchObject({ action: "code.replayed" });
      expect(await works(access_token)).toBe(false);
      await expect(refresh(second)).rejects.toMatchObject(invalidGrant);
    }
  });
});

describe("an identical retry", () => {
  it("within ten seconds gets the same answer", async () => {
    const { refreshToken } = await signedIn();
    const answer = await refresh(refreshToken, { scope: "openid" });
    expect(await refresh(refreshToken, { scope: "openid" }, at(10))).toEqual(answer);
    await refresh(answer.refresh_token ?? "");
  });

  it("is not one that asks for another scope: that is reuse", async () => {
    const { refreshToken } = await signedIn();
    const answer = await refresh(refreshToken);
    await expect(refresh(refreshToken, { scope: "openid" })).rejects.toMatchObject(invalidGrant);
    expect(await works(answer.access_token)).toBe(false);
  });

  it("gets nothing once the family is revoked, the person disabled or the session over", async () => {
    const { actor } = await buildUser(t.db);
    const { refreshToken } = await signedIn({}, app, actor);
    await refresh(refreshToken);
    await t.db.update(users).set({ status: "disabled" }).where(eq(users.id, actor.userId));
    await expect(refresh(refreshToken)).rejects.toMatchObject(invalidGrant);
    await t.db.update(users).set({ status: "active" }).where(eq(users.id, actor.userId));
    await refresh(refreshToken);
    await t.db.update(sessions).set({ revokedAt: testNow }).where(eq(sessions.id, actor.sessionId));
    await expect(refresh(refreshToken)).rejects.toMatchObject(invalidGrant);
  });

  it("finds no answer any more once the clean-up was there", async () => {
    const { refreshToken } = await signedIn();
    await refresh(refreshToken);
    const kept = async () =>
      (await t.db.select().from(refreshTokens)).filter((row) => row.rotationAnswer !== null).length;
    await dropSpentRotationAnswers(t.db, later(10));
    expect(await kept()).toBeGreaterThan(0);
    await dropSpentRotationAnswers(t.db, later(3600));
    expect(await kept()).toBe(0);
  });
});

describe("a hundred refreshes of one token at once", () => {
  it("rotate it once, get one answer, and leave one live successor", async () => {
    const { refreshToken } = await signedIn();
    const answers = await Promise.all(Array.from({ length: 100 }, () => refresh(refreshToken)));
    const [first] = answers;
    for (const answer of answers) expect(answer).toEqual(first);
    const [row] = await t.db
      .select()
      .from(refreshTokens)
      .where(eq(refreshTokens.tokenHash, sha256(refreshToken)));
    const family =
      row && (await t.db.select().from(refreshTokens).where(eq(refreshTokens.familyId, row.familyId)));
    expect(family).toHaveLength(2);
    expect(family?.filter((member) => member.rotatedAt === null && member.revokedAt === null)).toHaveLength(
      1,
    );
    await refresh(first?.refresh_token ?? "");
  });

  it("and reuses of its predecessor leave nothing alive, whoever comes first", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { refreshToken } = await signedIn();
      let { refresh_token: live = "" } = await refresh(refreshToken);
      const rotations = (async () => {
        for (let step = 0; step < 20; step += 1) {
          const next = await refresh(live).catch(() => undefined);
          if (!next) return;
          live = next.refresh_token ?? "";
        }
      })();
      const reuses = Array.from({ length: 10 }, () =>
        refresh(refreshToken, {}, at(11)).catch(() => undefined),
      );
      await Promise.all([rotations, ...reuses]);
      const [row] = await t.db
        .select()
        .from(refreshTokens)
        .where(eq(refreshTokens.tokenHash, sha256(refreshToken)));
      const [alive] = await t.sql`select
        (select count(*)::int from refresh_tokens where family_id = ${row?.familyId ?? ""} and revoked_at is null) as refresh,
        (select count(*)::int from access_tokens where family_id = ${row?.familyId ?? ""} and revoked_at is null) as access`;
      expect(alive).toEqual({ refresh: 0, access: 0 });
    }
  });
});

describe("the life of a refresh token", () => {
  it("ends after thirty days without use, and starts anew with each use", async () => {
    const { refreshToken } = await signedIn(offline);
    await expect(refresh(refreshToken, {}, at(30 * day))).rejects.toMatchObject(invalidGrant);
    expect(await lastEvent()).toMatchObject({ reason: "refresh_token_expired" });
    const { refresh_token: next = "" } = await refresh(refreshToken, {}, at(30 * day - 1));
    await refresh(next, {}, at(59 * day));
  });

  it("ends after a hundred and eighty days, however often it is used", async () => {
    let { refreshToken: token } = await signedIn(offline);
    for (let days = 29; days < 180; days += 29)
      token = (await refresh(token, {}, at(days * day))).refresh_token ?? "";
    await refresh(token, {}, at(180 * day - 1));
    await expect(refresh(token, {}, at(180 * day))).rejects.toMatchObject(invalidGrant);
  });

  it("is what the client is set to", async () => {
    const as = await buildApp({
      refreshTokenIdleSeconds: 600,
      refreshTokenMaxSeconds: 900,
      accessTokenLifetimeSeconds: 120,
    });
    const { refreshToken } = await signedIn(offline, as);
    await expect(refresh(refreshToken, {}, at(600), as)).rejects.toMatchObject(invalidGrant);
    const next = await refresh(refreshToken, {}, at(599), as);
    expect(next.expires_in).toBe(120);
    await expect(refresh(next.refresh_token ?? "", {}, at(900), as)).rejects.toMatchObject(invalidGrant);
  });

  it("ends with the session, and takes the access token along", async () => {
    const { actor } = await buildUser(t.db);
    const { refreshToken, accessToken } = await signedIn({}, app, actor);
    await t.db.update(sessions).set({ revokedAt: testNow }).where(eq(sessions.id, actor.sessionId));
    expect(await works(accessToken)).toBe(false);
    await expect(refresh(refreshToken)).rejects.toMatchObject(invalidGrant);
    expect(await lastEvent()).toMatchObject({ reason: "session_ended" });
    await t.db.delete(sessions).where(eq(sessions.id, actor.sessionId));
    await expect(refresh(refreshToken)).rejects.toMatchObject(invalidGrant);
  });

  it("outlives the session with offline_access, with its access tokens, until the person is disabled", async () => {
    const { actor } = await buildUser(t.db);
    const { refreshToken, accessToken } = await signedIn(offline, app, actor);
    await t.db.update(sessions).set({ revokedAt: testNow }).where(eq(sessions.id, actor.sessionId));
    expect(await works(accessToken)).toBe(true);
    const next = await refresh(refreshToken);
    expect(payloadOf(next.id_token).sid).toBe(actor.sessionId);
    await t.db.delete(sessions).where(eq(sessions.id, actor.sessionId));
    const last = await refresh(next.refresh_token ?? "");
    expect(payloadOf(last.id_token)).not.toHaveProperty("sid");
    expect(await works(last.access_token)).toBe(true);
    await t.db.update(users).set({ status: "disabled" }).where(eq(users.id, actor.userId));
    expect(await works(last.access_token)).toBe(false);
    await expect(refresh(last.refresh_token ?? "")).rejects.toMatchObject(invalidGrant);
    expect(await lastEvent()).toMatchObject({ reason: "user_disabled" });
  });

  it("ends when the person takes the app's grant back", async () => {
    const { actor } = await buildUser(t.db);
    const { refreshToken, accessToken } = await signedIn(offline, app, actor);
    await t.sql`delete from grants where user_id = ${actor.userId}`;
    expect(await works(accessToken)).toBe(false);
    await expect(refresh(refreshToken)).rejects.toMatchObject(invalidGrant);
  });

  it("is forgotten when it could not be used anyway", async () => {
    const { refreshToken } = await signedIn(offline);
    await deleteExpiredRefreshTokens(t.db, later(30 * day - 1));
    await refresh(refreshToken, {}, at(day));
    await deleteExpiredRefreshTokens(t.db, later(400 * day));
    expect(await t.db.select().from(refreshTokens)).toEqual([]);
  });
});
