import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { outboxMessages } from "#drizzle/schema/outbox.ts";
import { sessions } from "#drizzle/schema/sessions.ts";
import { users } from "#drizzle/schema/users.ts";
import { setRuntime } from "#lib/context/runtime.ts";
import type { RouteHandler } from "#lib/http/route-contract.ts";
import { sealSessionCookie } from "#lib/http/session-cookie.ts";
import { insertSessionClient } from "#lib/oidc/authorize/store.ts";
import { signIn, signUp } from "#lib/testing/authenticator/sign-up.ts";
import type { SoftwareAuthenticator } from "#lib/testing/authenticator/software-authenticator.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { revokeCredential } from "../admin/revoke-credential.ts";
import { deleteAnySession, deleteSessionsOfUser, getAllSessions } from "../admin/sessions.ts";
import { postUserDisable, postUserEnable } from "../admin/user-state.ts";
import { deleteSession, getSessions, postEndOtherSessions } from "./sessions.ts";

const origin = "https://id.example.com";
let t: TestDatabase;
let ana: Browser;
let admin: Browser;
beforeAll(async () => {
  t = await testDatabase();
});
beforeEach(async () => {
  setRuntime(t.runtime());
  await t.sql`delete from outbox_messages`;
  await t.sql`update users set role = 'user'`;
  ana = await newPerson();
  admin = await newPerson();
  await makeAdmin(admin);
});
afterAll(() => t.close());

interface Browser {
  readonly userId: string;
  readonly sessionId: string;
  readonly cookie: string;
  readonly authenticator: SoftwareAuthenticator;
}

/** The endpoints have a clock of their own, so these people sign up now. */
const now = () => t.context({ now: new Date() });
const cookieOf = async (token: string) =>
  (await sealSessionCookie(t.runtime(), { token, expiresAt: new Date(Date.now() + 60_000) })).split(";")[0] ??
  "";

async function newPerson(): Promise<Browser> {
  const { actor, token, authenticator } = await signUp(now(), { username: `${randomUUID()}@example.com` });
  return { ...actor, cookie: await cookieOf(token), authenticator };
}

/** The same person in a further browser. */
async function elsewhere(person: Browser): Promise<Browser> {
  const { session } = await signIn(now(), person.authenticator);
  return { ...person, sessionId: session.sessionId, cookie: await cookieOf(session.token) };
}

const makeAdmin = ({ userId }: Browser) => t.sql`update users set role = 'admin' where id = ${userId}`;

async function call(route: RouteHandler, who: Browser | undefined, method: string, path: string) {
  const response = await route(
    new Request(`${origin}/api/v1/${path}`, {
      method,
      headers: { origin, ...(who ? { cookie: who.cookie } : {}) },
    }),
  );
  const { data, error } = (await response.json()) as { data: never; error?: { code: string } };
  return { status: response.status, data, code: error?.code, setCookie: response.headers.get("set-cookie") };
}

const list = (who?: Browser) => call(getSessions, who, "GET", "me/sessions");
const end = (who: Browser | undefined, id: string) => call(deleteSession, who, "DELETE", `me/sessions/${id}`);
const endOthers = (who?: Browser) => call(postEndOtherSessions, who, "POST", "me/sessions/end-others");
const listAll = (who?: Browser, query = "") => call(getAllSessions, who, "GET", `admin/sessions${query}`);
const endAny = (who: Browser | undefined, id: string) =>
  call(deleteAnySession, who, "DELETE", `admin/sessions/${id}`);
const endOf = (who: Browser, id: string) =>
  call(deleteSessionsOfUser, who, "DELETE", `admin/users/${id}/sessions`);
const disable = (who: Browser | undefined, id: string) =>
  call(postUserDisable, who, "POST", `admin/users/${id}/disable`);
const enable = (who: Browser, id: string) => call(postUserEnable, who, "POST", `admin/users/${id}/enable`);
const isLive = async ({ cookie }: Browser) => (await list({ ...ana, cookie })).status === 200;
const queued = async () => (await t.db.select().from(outboxMessages)).length;
const endedBy = async (sessionId: string) => {
  const events = await t.db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.sessionId, sessionId as never), eq(auditEvents.action, "session.ended")));
  return events.filter(({ outcome }) => outcome === "success").map(({ details }) => details);
};

/** Signs the session in to an app that wants to be told. */
async function signInToApp({ sessionId }: Browser) {
  const { client } = await buildClient(now(), { backchannelLogoutUri: "https://app.example.com/out" });
  await t.db.transaction((tx) =>
    insertSessionClient(tx, {
      sessionId: sessionId as never,
      clientId: client.id,
      createdAt: new Date(),
    }),
  );
  return client;
}

describe("my sessions", () => {
  it("are listed with the app, the passkey and which one asks, and nobody else's", async () => {
    const other = await elsewhere(ana);
    const client = await signInToApp(other);
    const { data, status } = await list(ana);
    expect(status).toBe(200);
    expect(data).toMatchObject({
      sessions: [
        { id: other.sessionId, current: false, idle: false, apps: [{ clientId: client.id, name: "Notes" }] },
        { id: ana.sessionId, current: true, passkey: { name: expect.any(String) }, apps: [] },
      ],
    });
    expect(JSON.stringify(data)).not.toMatch(/token/i);
  });

  it("that lie idle are listed as such, and those that ended or expired are not", async () => {
    const [idle, ended, expired] = [await elsewhere(ana), await elsewhere(ana), await elsewhere(ana)];
    await t.sql`update sessions set last_activity_at = now() - interval '2 hours' where id = ${idle.sessionId}`;
    await t.sql`update sessions set expires_at = now() - interval '1 s' where id = ${expired.sessionId}`;
    await end(ana, ended.sessionId);
    const { data } = await list(ana);
    expect(data).toMatchObject({
      sessions: [
        { id: idle.sessionId, idle: true },
        { id: ana.sessionId, idle: false },
      ],
    });
  });

  it("end one by one, which tells the apps", async () => {
    const other = await elsewhere(ana);
    await signInToApp(other);
    expect(await end(ana, other.sessionId)).toMatchObject({ status: 200, data: { signedOut: false } });
    expect(await isLive(other)).toBe(false);
    expect(await isLive(ana)).toBe(true);
    expect(await queued()).toBe(1);
    expect(await endedBy(other.sessionId)).toEqual([{ by: "sign_out_elsewhere" }]);
    expect(await end(ana, other.sessionId)).toMatchObject({ status: 404, code: "SESSION_NOT_FOUND" });
    expect(await queued()).toBe(1);
  });

  it("end with the cookie where it is the one that asks", async () => {
    const answer = await end(ana, ana.sessionId);
    expect(answer).toMatchObject({ status: 200, data: { signedOut: true } });
    expect(answer.setCookie).toContain("Max-Age=0");
    expect(await list(ana)).toMatchObject({ status: 401 });
  });

  it("end all but this one", async () => {
    const others = [await elsewhere(ana), await elsewhere(ana)];
    for (const other of others) await signInToApp(other);
    await signInToApp(ana);
    expect(await endOthers(ana)).toMatchObject({ status: 200, data: { ended: 2 } });
    expect(await Promise.all(others.map(isLive))).toEqual([false, false]);
    expect(await isLive(ana)).toBe(true);
    expect(await isLive(admin)).toBe(true);
    expect(await queued()).toBe(2);
    expect(await endOthers(ana)).toMatchObject({ data: { ended: 0 } });
  });

  it.each([
    ["another person's", () => admin.sessionId],
    ["one that nobody has", () => randomUUID()],
  ])("do not let %s be ended, and say the same of both", async (_, id) => {
    expect(await end(ana, id())).toMatchObject({ status: 404, code: "SESSION_NOT_FOUND" });
    expect(await isLive(admin)).toBe(true);
  });

  it("are nothing for strangers, and an id must be one", async () => {
    for (const answer of [await list(), await end(undefined, ana.sessionId), await endOthers()])
      expect(answer).toMatchObject({ status: 401, code: "UNAUTHENTICATED" });
    expect(await end(ana, "x")).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
  });
});

describe("everybody's sessions", () => {
  it("are for administrators, page by page or by person", async () => {
    const other = await elsewhere(ana);
    expect(await listAll(ana)).toMatchObject({ status: 403, code: "FORBIDDEN" });
    const first = await listAll(admin, `?user=${ana.userId}&limit=1`);
    expect(first).toMatchObject({
      data: { sessions: [{ id: other.sessionId, user: { id: ana.userId } }], count: 2 },
    });
    const { nextCursor } = first.data as { readonly nextCursor: string };
    const second = await listAll(admin, `?user=${ana.userId}&limit=1&after=${nextCursor}`);
    expect(second.data).toMatchObject({ sessions: [{ id: ana.sessionId }], count: 2 });
    expect(second.data).not.toHaveProperty("nextCursor");
    expect((await listAll(admin, "?limit=0")).status).toBe(400);
  });

  it("end by an administrator who confirmed, with word to the apps and a line in the trail", async () => {
    await signInToApp(ana);
    expect(await endAny(ana, ana.sessionId)).toMatchObject({ status: 403 });
    await t.sql`update sessions set auth_time = now() - interval '11 minutes' where id = ${admin.sessionId}`;
    expect(await endAny(admin, ana.sessionId)).toMatchObject({ status: 401, code: "STEP_UP_REQUIRED" });
    await t.sql`update sessions set auth_time = now() where id = ${admin.sessionId}`;
    expect(await isLive(ana)).toBe(true);
    expect(await endAny(admin, ana.sessionId)).toMatchObject({ data: { ended: 1, signedOut: false } });
    expect(await isLive(ana)).toBe(false);
    expect(await queued()).toBe(1);
    expect(await endedBy(ana.sessionId)).toEqual([{ by: "administrator" }]);
    expect(await endAny(admin, ana.sessionId)).toMatchObject({ status: 404 });
  });

  it("end all at once for a person", async () => {
    const other = await elsewhere(ana);
    expect(await endOf(admin, ana.userId)).toMatchObject({ data: { ended: 2 } });
    expect([await isLive(ana), await isLive(other), await isLive(admin)]).toEqual([false, false, true]);
    expect(await endOf(admin, randomUUID())).toMatchObject({ status: 404, code: "USER_NOT_FOUND" });
    const own = await endOf(admin, admin.userId);
    expect(own).toMatchObject({ data: { ended: 1, signedOut: true } });
    expect(own.setCookie).toContain("Max-Age=0");
  });
});

describe("a passkey that is revoked", () => {
  it("ends its sessions, which tells the apps", async () => {
    await signInToApp(ana);
    const { data } = await list(ana);
    const { passkey } = (data as { sessions: { passkey: { id: string } }[] }).sessions[0] ?? {};
    const answer = await revokeCredential(
      new Request(`${origin}/api/v1/admin/credentials/${passkey?.id}/revoke`, {
        method: "POST",
        headers: { origin, cookie: admin.cookie, "content-type": "application/json" },
        body: JSON.stringify({ reason: "lost" }),
      }),
    );
    expect(answer.status).toBe(200);
    expect(await isLive(ana)).toBe(false);
    expect(await queued()).toBe(1);
    expect(await endedBy(ana.sessionId)).toEqual([{ by: "passkey_revoked" }]);
  });
});

describe("disabling a person", () => {
  it("ends every session, tells the apps, and lets nobody in until enabled again", async () => {
    await signInToApp(ana);
    await signInToApp(ana);
    const other = await elsewhere(ana);
    expect(await disable(admin, ana.userId)).toMatchObject({
      status: 200,
      data: { user: { id: ana.userId, status: "disabled" }, sessionsEnded: 2, signedOut: false },
    });
    expect([await isLive(ana), await isLive(other)]).toEqual([false, false]);
    expect(await queued()).toBe(2);
    await expect(signIn(now(), ana.authenticator)).rejects.toMatchObject({ code: "USER_DISABLED" });
    expect(await enable(admin, ana.userId)).toMatchObject({ data: { user: { status: "active" } } });
    expect(await isLive(ana)).toBe(false);
    await expect(signIn(now(), ana.authenticator)).resolves.toBeDefined();
    const events = await t.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.subjectUserId, ana.userId as never));
    expect(events.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["user.disabled", "session.ended", "user.enabled"]),
    );
  });

  it("twice changes nothing the second time, and so does enabling", async () => {
    await disable(admin, ana.userId);
    expect(await disable(admin, ana.userId)).toMatchObject({ status: 200, data: { sessionsEnded: 0 } });
    await enable(admin, ana.userId);
    expect(await enable(admin, ana.userId)).toMatchObject({ status: 200 });
    const events = await t.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.subjectUserId, ana.userId as never));
    expect(events.filter(({ action }) => action.startsWith("user.dis"))).toHaveLength(1);
  });

  it("is refused for the last administrator, who may be somebody else or oneself", async () => {
    expect(await disable(admin, admin.userId)).toMatchObject({ status: 409, code: "LAST_ADMINISTRATOR" });
    expect(await isLive(admin)).toBe(true);
    await makeAdmin(ana);
    const answer = await disable(admin, admin.userId);
    expect(answer).toMatchObject({ status: 200, data: { signedOut: true } });
    expect(answer.setCookie).toContain("Max-Age=0");
    expect(await disable(ana, ana.userId)).toMatchObject({ code: "LAST_ADMINISTRATOR" });
  });

  it("leaves one of two administrators who disable each other at once", async () => {
    await makeAdmin(ana);
    const answers = await Promise.all([disable(admin, ana.userId), disable(ana, admin.userId)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const active = await t.db
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.role, "admin"), eq(users.status, "active")));
    expect(active).toHaveLength(1);
  });

  it("leaves no live session, whether a sign-in at the same moment is first or second", async () => {
    for (let round = 0; round < 5; round += 1) {
      const person = await newPerson();
      await Promise.allSettled([signIn(now(), person.authenticator), disable(admin, person.userId)]);
      const rows = await t.db
        .select()
        .from(sessions)
        .where(eq(sessions.userId, person.userId as never));
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.every(({ revokedAt }) => revokedAt !== null)).toBe(true);
    }
  });

  it("is for administrators who confirmed, and of people who exist", async () => {
    expect(await disable(undefined, ana.userId)).toMatchObject({ status: 401 });
    expect(await disable(ana, admin.userId)).toMatchObject({ status: 403, code: "FORBIDDEN" });
    expect(await disable(admin, randomUUID())).toMatchObject({ status: 404, code: "USER_NOT_FOUND" });
    await t.sql`update sessions set auth_time = now() - interval '11 minutes' where id = ${admin.sessionId}`;
    expect(await disable(admin, ana.userId)).toMatchObject({ status: 401, code: "STEP_UP_REQUIRED" });
    expect(await isLive(ana)).toBe(true);
    const failures = await t.db
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.action, "user.disabled"), eq(auditEvents.outcome, "failure")));
    expect(failures.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(["FORBIDDEN", "USER_NOT_FOUND", "STEP_UP_REQUIRED"]),
    );
  });
});
