import { eq } from "drizzle-orm";
import { createLocalJWKSet, jwtVerify } from "jose";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { sessionClients } from "#drizzle/schema/oidc.ts";
import { outboxMessages } from "#drizzle/schema/outbox.ts";
import { sessions } from "#drizzle/schema/sessions.ts";
import { selectClientErrors } from "#lib/clients/errors/store.ts";
import type { NewClient } from "#lib/clients/schema.ts";
import type { Context, Runtime, UserActor } from "#lib/context/context.ts";
import { deliverDueMessages } from "#lib/outbox/deliver-due-messages.ts";
import { endSession } from "#lib/sessions/end-session.ts";
import { endSessions } from "#lib/sessions/end-sessions.ts";
import { signOutOfApp } from "#lib/sessions/queue-logouts.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import { listPublicJwks } from "#lib/signing-keys/list-public-jwks.ts";
import { verifyOwnJwt } from "#lib/signing-keys/verify-own-jwt.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { buildSession, buildUser } from "#lib/testing/build-user.ts";
import { startRelyingApp, type TestRelyingApp } from "#lib/testing/relying-app.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { insertSessionClient } from "../authorize/store.ts";
import { ensureSubjectSalt } from "../subjects/subject-salt.ts";
import { readIdTokenHint } from "../tokens/read-id-token-hint.ts";
import { logoutTokenDeliverer } from "./deliver-logout-token.ts";

const issuer = "https://id.example.com";
let t: TestDatabase;
let app: TestRelyingApp;
beforeAll(async () => {
  t = await testDatabase();
  await ensureSigningKeys(t.runtime());
  await ensureSubjectSalt(t.runtime());
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.sql`delete from outbox_messages`;
  app = await startRelyingApp();
});
afterEach(() => app.close());

const open = (): Runtime => t.runtime({ ALLOW_PRIVATE_NETWORK: "127.0.0.1" });
const newClient = async (overrides: Partial<NewClient> = {}): Promise<ClientRow> =>
  (await buildClient(t.context(), { backchannelLogoutUri: `${app.origin}/logout?app=1`, ...overrides }))
    .client;
const as = (actor: UserActor): Context => t.context({ actor });
const newcomer = async () => (await buildUser(t.db)).actor;
const signInTo = (client: ClientRow, { sessionId }: Pick<UserActor, "sessionId">) =>
  t.db.transaction((tx) => insertSessionClient(tx, { sessionId, clientId: client.id, createdAt: testNow }));
const deliver = (runtime = open(), now = testNow) =>
  deliverDueMessages(
    runtime,
    { logout_token: logoutTokenDeliverer },
    { now: () => now, signal: new AbortController().signal },
  );
const message = async () => (await t.db.select().from(outboxMessages))[0];
const endOf = (actor: UserActor) => endSession(as(actor));

/** Somebody who was signed in to `client` and has just signed out. */
async function signedOutOf(client: ClientRow): Promise<UserActor> {
  const actor = await newcomer();
  await signInTo(client, actor);
  await endOf(actor);
  return actor;
}

describe("OpenID Connect Back-Channel Logout 1.0 section 2.4: the logout token", () => {
  it("holds iss, aud, iat, exp, jti, sub, sid and events, and no nonce", async () => {
    const client = await newClient();
    const actor = await signedOutOf(client);
    await deliver();
    const [got] = app.received;
    expect(got?.claims).toEqual({
      iss: issuer,
      aud: client.id,
      iat: expect.any(Number),
      exp: (got?.claims.iat ?? 0) + 120,
      jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
      sub: actor.userId,
      sid: actor.sessionId,
      events: { "http://schemas.openid.net/event/backchannel-logout": {} },
    });
  });

  it("has the type logout+jwt and passes for no ID Token hint", async () => {
    await signedOutOf(await newClient());
    await deliver();
    const [got] = app.received;
    expect(got?.header).toMatchObject({ typ: "logout+jwt", kid: expect.any(String) });
    expect(await readIdTokenHint(t.context(), got?.token ?? "")).toBeUndefined();
    expect(await verifyOwnJwt(t.runtime(), got?.token ?? "", { typ: "logout+jwt" })).toBeDefined();
  });

  it.each(["RS256", "ES256", "EdDSA"] as const)(
    "is signed with %s where the app wants its ID Tokens so, by a published key",
    async (alg) => {
      const client = await newClient({ idTokenSignedResponseAlg: alg });
      await signedOutOf(client);
      await deliver();
      const [got] = app.received;
      const keys = await listPublicJwks(t.runtime());
      const { protectedHeader } = await jwtVerify(got?.token ?? "", createLocalJWKSet({ keys: [...keys] }), {
        issuer,
        audience: client.id,
        typ: "logout+jwt",
      });
      expect(protectedHeader.alg).toBe(alg);
    },
  );

  it("names the person as a pairwise app knows them", async () => {
    const client = await newClient({ subjectType: "pairwise" });
    const actor = await signedOutOf(client);
    await deliver();
    expect(app.received[0]?.claims.sub).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(app.received[0]?.token).not.toContain(actor.userId);
  });
});

describe("OpenID Connect Back-Channel Logout 1.0 section 2.5: the request", () => {
  it("is a POST of logout_token as a form to the registered address", async () => {
    await signedOutOf(await newClient());
    expect(await deliver()).toBe(1);
    expect(app.received).toHaveLength(1);
    expect(app.received[0]).toMatchObject({
      method: "POST",
      path: "/logout?app=1",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    expect([...(app.received[0]?.form.keys() ?? [])]).toEqual(["logout_token"]);
  });

  it("goes to every app that the session signed in to, and to none that it did not", async () => {
    const [first, second, never, silent] = await Promise.all([
      newClient(),
      newClient(),
      newClient(),
      newClient({ backchannelLogoutUri: null }),
    ]);
    const actor = await newcomer();
    for (const client of [first, first, second, silent]) await signInTo(client, actor);
    await endOf(actor);
    await endOf(actor);
    await deliver();
    expect(app.received.map(({ claims }) => claims.aud).sort()).toEqual([first.id, second.id].sort());
    expect(app.received.map(({ claims }) => claims.aud)).not.toContain(never.id);
  });

  it("does not happen when ending the session was rolled back", async () => {
    const client = await newClient();
    const actor = await newcomer();
    await signInTo(client, actor);
    const act = t.db.transaction(async (tx) => {
      await endSessions(as(actor), tx, { sessionIds: [actor.sessionId], by: "sign_out" });
      throw new Error("no");
    });
    await expect(act).rejects.toThrow("no");
    expect(await deliver()).toBe(0);
  });

  it("reaches no address inside that the operator has not opened", async () => {
    const client = await newClient();
    await signedOutOf(client);
    await deliver(t.runtime());
    expect(app.received).toEqual([]);
    expect(await message()).toMatchObject({ lastError: "not_allowed", deliveredAt: null });
    expect(await selectClientErrors(t.db, client.id)).toMatchObject([
      { code: "not_allowed", endpoint: "backchannel_logout_uri" },
    ]);
  });

  it("tells a person's app of each session by its own sid", async () => {
    const client = await newClient();
    const actor = await newcomer();
    const { session } = await buildSession(t.db, actor.userId, testNow);
    await signInTo(client, actor);
    await signInTo(client, { sessionId: session });
    await t.db.transaction((tx) => endSessions(as(actor), tx, { userId: actor.userId, by: "administrator" }));
    await deliver();
    expect(app.received.map(({ claims }) => claims.sid).sort()).toEqual([actor.sessionId, session].sort());
  });
});

describe("OpenID Connect Back-Channel Logout 1.0 section 2.8: the answer", () => {
  it.each([200, 204])("is good with %s", async (status) => {
    app.answer = status;
    await signedOutOf(await newClient());
    await deliver();
    expect(await message()).toMatchObject({ lastError: null, attempts: 1 });
    expect((await message())?.deliveredAt).not.toBeNull();
  });

  it.each([400, 401, 404, 500, 503])("is tried again later after %s, under the same jti", async (status) => {
    app.answer = status;
    const client = await newClient();
    await signedOutOf(client);
    await deliver();
    const failed = await message();
    expect(failed).toMatchObject({ attempts: 1, lastError: `status ${status}`, failedAt: null });
    expect(failed?.availableAt.getTime()).toBeGreaterThan(testNow.getTime() + 7_000);
    expect(await deliver()).toBe(0);
    app.answer = 200;
    expect(await deliver(open(), new Date(testNow.getTime() + 60_000))).toBe(1);
    expect(await message()).toMatchObject({ attempts: 2, lastError: null });
    const [first, second] = app.received;
    expect(second?.claims.jti).toBe(first?.claims.jti);
    expect(await selectClientErrors(t.db, client.id)).toMatchObject([{ code: `status_${status}` }]);
  });

  it("waits longer each time while it fails, and gives up after a day with a line in the trail", async () => {
    app.answer = 500;
    const actor = await signedOutOf(await newClient());
    const pauses: number[] = [];
    let now = testNow;
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect(await deliver(open(), now)).toBe(1);
      const next = (await message())?.availableAt ?? now;
      pauses.push(Math.round((next.getTime() - now.getTime()) / 1000));
      now = next;
      if ((await message())?.failedAt) break;
    }
    const [first = 0, second = 0, third = 0] = pauses;
    expect(first).toBeLessThan(13);
    expect(second).toBeGreaterThan(first);
    expect(third).toBeGreaterThan(second);
    expect((await message())?.failedAt).not.toBeNull();
    const events = await t.db.select().from(auditEvents).where(eq(auditEvents.action, "outbox.given_up"));
    expect(events.filter(({ subjectUserId }) => subjectUserId === actor.userId)).toMatchObject([
      { reason: "status 500", details: { kind: "logout_token", purpose: "sign_out" } },
    ]);
  });

  it("is not looked for at another address: no redirect is followed", async () => {
    const other = await startRelyingApp();
    app.answer = 307;
    app.headers = { location: `${other.origin}/` };
    await signedOutOf(await newClient());
    await deliver();
    expect(other.received).toEqual([]);
    expect(await message()).toMatchObject({ lastError: "status 307" });
    await other.close();
  });

  it("may also be missing: a connection that ends, a server that is away", async () => {
    app.answer = "drop";
    const client = await newClient();
    await signedOutOf(client);
    await deliver();
    expect(await message()).toMatchObject({ lastError: "unreachable", deliveredAt: null });
    expect(await selectClientErrors(t.db, client.id)).toHaveLength(1);
  });

  it("is noted for the developer once a minute, however many sessions ended", async () => {
    app.answer = 500;
    const client = await newClient();
    for (let index = 0; index < 5; index += 1) await signedOutOf(client);
    await deliver();
    expect(app.received).toHaveLength(5);
    expect(await selectClientErrors(t.db, client.id)).toHaveLength(1);
  });

  it("is not waited for when the app is gone, disabled, or has no address any more", async () => {
    const client = await newClient();
    await signedOutOf(client);
    await t.sql`update clients set backchannel_logout_uri = null where id = ${client.id}`;
    await deliver();
    expect(app.received).toEqual([]);
    expect((await message())?.failedAt).not.toBeNull();
  });
});

describe("the promise of delivery", () => {
  it("delivers each once with two instances at it", async () => {
    const client = await newClient();
    for (let index = 0; index < 20; index += 1) await signedOutOf(client);
    await Promise.all([deliver(open()), deliver(open())]);
    const ids = app.received.map(({ claims }) => claims.jti);
    expect(ids).toHaveLength(20);
    expect(new Set(ids).size).toBe(20);
  });

  it("delivers also when the session and the person are no more", async () => {
    const client = await newClient();
    const actor = await signedOutOf(client);
    await t.sql`delete from users where id = ${actor.userId}`;
    await deliver();
    expect(app.received[0]?.claims).toMatchObject({ sub: actor.userId, sid: actor.sessionId });
  });

  it("leaves word for a thousand sessions of one person within five seconds", async () => {
    const client = await newClient();
    const other = await newClient();
    const actor = await newcomer();
    await t.sql`insert into sessions (id, token_hash, user_id, method, acr, amr, auth_time, created_at,
        last_activity_at, expires_at, ip, user_agent)
      select gen_random_uuid(), decode(md5(n::text || ${actor.userId}), 'hex'), ${actor.userId}, 'passkey', 'phr',
        '{}', s.auth_time, s.created_at, s.last_activity_at, s.expires_at, '', ''
      from generate_series(1, 999) n, sessions s where s.id = ${actor.sessionId}`;
    for (const { id } of [client, other])
      await t.sql`insert into session_clients (session_id, client_id, created_at)
        select id, ${id}, now() from sessions where user_id = ${actor.userId}`;
    const startedAt = performance.now();
    const ended = await t.db.transaction((tx) =>
      endSessions(as(actor), tx, { userId: actor.userId, by: "user_disabled" }),
    );
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    expect(ended).toHaveLength(1000);
    expect(await t.db.select().from(outboxMessages)).toHaveLength(2000);
    const events = await t.db.select().from(auditEvents).where(eq(auditEvents.subjectUserId, actor.userId));
    expect(events).toHaveLength(1000);
  });
});

describe("a session that ends while an app is being signed in to", () => {
  it("tells the app, or gives it nothing: never one without the other", async () => {
    const client = await newClient();
    for (let round = 0; round < 20; round += 1) {
      await t.sql`delete from outbox_messages`;
      const actor = await newcomer();
      const [issued] = await Promise.allSettled([signInTo(client, actor), endOf(actor)]);
      const told = (await t.db.select().from(outboxMessages)).length;
      expect(told).toBe(issued.status === "fulfilled" ? 1 : 0);
    }
  });

  it("refuses with login_required once it has ended", async () => {
    const client = await newClient();
    const actor = await newcomer();
    await endOf(actor);
    await expect(signInTo(client, actor)).rejects.toMatchObject({ code: "login_required" });
    expect(
      await t.db.select().from(sessionClients).where(eq(sessionClients.sessionId, actor.sessionId)),
    ).toEqual([]);
  });
});

describe("signing a person out of one app", () => {
  it("tells that app of every session, and the sessions live on", async () => {
    const [client, other] = [await newClient(), await newClient()];
    const actor = await newcomer();
    const { session } = await buildSession(t.db, actor.userId, testNow);
    for (const sessionId of [actor.sessionId, session])
      for (const one of [client, other]) await signInTo(one, { sessionId });
    const act = () =>
      t.db.transaction((tx) => signOutOfApp(as(actor), tx, { userId: actor.userId, clientId: client.id }));
    await act();
    await act();
    await deliver();
    expect(app.received.map(({ claims }) => [claims.aud, claims.sid]).sort()).toEqual(
      [
        [client.id, actor.sessionId],
        [client.id, session],
      ].sort(),
    );
    const rows = await t.db.select().from(sessions).where(eq(sessions.userId, actor.userId));
    expect(rows.every(({ revokedAt }) => revokedAt === null)).toBe(true);
  });
});
