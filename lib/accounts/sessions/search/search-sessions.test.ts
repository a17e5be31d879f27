import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SessionId } from "#drizzle/schema/ids.ts";
import { sessionClients } from "#drizzle/schema/oidc.ts";
import { sessions } from "#drizzle/schema/sessions.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { firstIdAt } from "#lib/crypto/random.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { queryPlans } from "#lib/testing/query-plans.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { endManySessions } from "../end-many-sessions.ts";
import { listMatchingSessions } from "./list-matching-sessions.ts";
import { sessionQuerySchema } from "./schema.ts";
import { searchSessions } from "./search-sessions.ts";

let t: TestDatabase;
let admin: Context;
let counter = 0;
beforeAll(async () => {
  t = await testDatabase();
  admin = await acting("admin");
});
afterAll(() => t.close());

/** Somebody of this role, confirmed. */
async function acting(role: UserActor["role"], displayName = "Root"): Promise<Context> {
  const { actor } = await buildUser(t.db, { role, displayName });
  return t.context({ actor: { ...actor, amr: ["mfa"] } });
}

/** A session that began so long ago. */
async function begun(daysAgo: number, values: Partial<typeof sessions.$inferInsert> = {}, name = "Ana Ruiz") {
  counter += 1;
  const { actor } = await buildUser(t.db, { displayName: name });
  const time = testNow.getTime() - daysAgo * 86_400_000 + counter;
  const id = firstIdAt<SessionId>(new Date(time));
  await t.db
    .update(sessions)
    .set({ id, createdAt: new Date(time), ...values })
    .where(eq(sessions.id, actor.sessionId));
  return { id, userId: actor.userId };
}

const query = (values: Record<string, unknown> = {}) => sessionQuerySchema.parse(values);

async function found(values: Record<string, unknown>) {
  const page = await searchSessions(admin, query(values));
  expect(page.count).toBe(page.sessions.length);
  return page.sessions.map(({ id }) => id);
}

describe("sessions across people", () => {
  it("are found by person, address, age and state", async () => {
    const old = await begun(40, {
      ip: "198.51.100.7",
      lastActivityAt: new Date(testNow.getTime() - 7_200_000),
    });
    const young = await begun(2, { ip: "2001:db8::1" }, "Çelik Ada");
    const weak = await begun(0, { method: "recovery_code" });
    expect(await found({ ip: "198.51.100.7" })).toEqual([old.id]);
    for (const q of ["198.51.100.7", " 198.51.100.7 "]) expect(await found({ q })).toEqual([old.id]);
    expect(await found({ q: "2001:db8::1" })).toEqual([young.id]);
    expect(await found({ q: "ada" })).toEqual([young.id]);
    expect(await found({ user: weak.userId })).toEqual([weak.id]);
    expect(await found({ olderThan: "month" })).toEqual([old.id]);
    expect(await found({ olderThan: "day" })).toEqual([young.id, old.id]);
    expect(await found({ state: "idle" })).toEqual([old.id]);
    expect(await found({ state: "weaker" })).toEqual([weak.id]);
    expect(await found({ state: "in_use", ip: "198.51.100.7" })).toEqual([]);
  });

  it("are found by the app that they signed in to", async () => {
    const { client } = await buildClient(t.context());
    const { id } = await begun(1);
    await t.db.insert(sessionClients).values({ sessionId: id, clientId: client.id, createdAt: testNow });
    const page = await searchSessions(admin, query({ client: client.id }));
    expect(page.sessions).toMatchObject([{ id, apps: [{ clientId: client.id }] }]);
    expect(await found({ client: "nobody" })).toEqual([]);
  });

  it("come page by page, and without those that have ended", async () => {
    const { id, userId } = await begun(1);
    await t.db.update(sessions).set({ revokedAt: testNow }).where(eq(sessions.id, id));
    expect(await found({ user: userId })).toEqual([]);
    const all = await found({ limit: 200 });
    const first = await searchSessions(admin, query({ limit: 2 }));
    const second = await searchSessions(admin, query({ limit: 2, after: first.nextCursor }));
    expect([...first.sessions, ...second.sessions].map(({ id: one }) => one)).toEqual(all.slice(0, 4));
    const back = await searchSessions(admin, query({ limit: 2, before: second.previousCursor }));
    expect(back.sessions).toEqual(first.sessions);
    expect(JSON.stringify(first)).not.toMatch(/tokenHash|lastActivityHour/);
  });

  it("are for those who may see them", async () => {
    await expect(searchSessions(await acting("user"), query())).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const role of ["helpdesk", "auditor"] as const)
      await expect(searchSessions(await acting(role), query())).resolves.toBeDefined();
  });
});

describe("ending many", () => {
  it("says of each what came of it, and ends one's own last", async () => {
    const own = admin.actor.type === "user" ? admin.actor.sessionId : "";
    const [one, gone] = [await begun(1), await begun(1)];
    await endManySessions(admin, [gone.id]);
    const { results, signedOut } = await endManySessions(admin, [own, gone.id, one.id]);
    expect(signedOut).toBe(true);
    expect(results).toMatchObject([
      { id: gone.id, ended: false, refusal: { code: "SESSION_NOT_FOUND" } },
      { id: one.id, ended: true },
      { id: own, ended: true },
    ]);
    admin = await acting("admin");
  });

  it("ends one session once, however many ask at the same time", async () => {
    const { id } = await begun(1);
    const rounds = await Promise.all(Array.from({ length: 5 }, () => endManySessions(admin, [id])));
    expect(rounds.flatMap(({ results }) => results).filter(({ ended }) => ended)).toHaveLength(1);
  });

  it("keeps the helpdesk from those above it, and does the others", async () => {
    const { id } = await begun(1);
    const above = await acting("auditor");
    const theirs = above.actor.type === "user" ? above.actor.sessionId : "";
    const { results } = await endManySessions(await acting("helpdesk"), [theirs, id]);
    expect(results).toMatchObject([
      { id: theirs, ended: false, refusal: { code: "FORBIDDEN" } },
      { id, ended: true },
    ]);
    expect(await found({ user: above.actor.type === "user" ? above.actor.userId : "" })).toEqual([theirs]);
  });

  it("is refused to who may not, and waits for a confirmation", async () => {
    for (const role of ["user", "auditor"] as const)
      await expect(endManySessions(await acting(role), [])).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { actor } = await buildUser(t.db, { role: "admin" }, new Date(testNow.getTime() - 3_600_000));
    await expect(endManySessions(t.context({ actor }), [])).rejects.toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
  });
});

describe("all that match", () => {
  it("are meant as far as was told, one's own last, by who may see them", async () => {
    const own = await acting("admin", "Zita Only");
    const other = await begun(0, {}, "Zita Only");
    const ids = await listMatchingSessions(own, { q: "zita" }, 10);
    expect(ids).toEqual([other.id, (own.actor as UserActor).sessionId]);
    expect(await listMatchingSessions(own, {}, 1)).toHaveLength(1);
    await expect(listMatchingSessions(await acting("user"), {}, 1)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

describe("with many sessions", () => {
  beforeAll(async () => {
    const { actor } = await buildUser(t.db, { displayName: "Many Browsers" });
    await t.db.execute(sql`
      insert into sessions (id, token_hash, user_id, method, acr, amr, auth_time, created_at, last_activity_at,
        expires_at, ip, user_agent)
      select gen_random_uuid(), sha256(n::text::bytea), ${actor.userId}, 'passkey', 'phr', '{}', now(), now(), ${testNow.toISOString()}::timestamptz - n * interval '1 minute',
        now() + interval '30 days', '10.' || n % 200 || '.' || n % 250 || '.1', 'test'
      from generate_series(1, 20000) n`);
    await t.db.execute(sql`analyze sessions`);
    await t.db.execute(sql`analyze users`);
  });

  /** How the count and the page are read. */
  async function plansOf(values: Record<string, unknown>, now = testNow) {
    const plans = await queryPlans(t, (db) => searchSessions({ ...admin, db, now }, query(values)));
    const [count = "", page = ""] = plans.filter((plan) => plan.includes("sessions"));
    return { count, page };
  }

  // Most of them match: the count may then read on until it has enough.
  it.each([
    ["the list", {}],
    ["the idle", { state: "idle" }],
  ])("reads %s from an index, and counts no further than it tells", async (_, values) => {
    const { count, page } = await plansOf(values);
    expect(page).not.toMatch(/Seq Scan on sessions/);
    expect(count).toMatch(/Limit/);
  });

  const narrow = { ip: "10.1.1.1", client: "nobody", olderThan: "month", q: "root" };
  it.each(
    [{}, { state: "in_use" }, { state: "idle" }, { state: "weaker" }]
      .flatMap((state) => [
        state,
        { ...state, user: "0197297a-5000-7000-8000-000000000000" },
        ...Object.entries(narrow).map(([name, value]) => ({ ...state, [name]: value })),
        { ...state, ...narrow },
      ])
      .filter((filters) => !["{}", '{"state":"idle"}'].includes(JSON.stringify(filters))),
  )("reads and counts by %j from an index", async (filters) => {
    const { count, page } = await plansOf(filters);
    expect(count).not.toMatch(/Seq Scan on sessions/);
    expect(page).not.toMatch(/Seq Scan on sessions/);
  });

  it("counts those without a passkey by their index, however few there are", async () => {
    for (const plan of Object.values(await plansOf({ state: "weaker" })))
      expect(plan).toMatch(/sessions_weaker/);
  });

  it("finds those of few people first, by the index of their names", async () => {
    expect((await plansOf({ q: "root" })).page).toMatch(/user_id = ANY/);
  });

  it("lists the newest first where very many match a word", async () => {
    const { sessions, count } = await searchSessions(admin, query({ q: "browsers" }));
    const ids = sessions.map(({ id }) => id);
    expect(count).toBe(10_001);
    expect(ids).toHaveLength(50);
    expect(ids).toEqual(ids.toSorted().reverse());
  });

  it("counts the few in use by the hour of their last activity, and the few that are not", async () => {
    const byHour = /sessions_last_activity_hour/;
    expect((await plansOf({ state: "in_use" })).count).toMatch(byHour);
    const now = new Date(testNow.getTime() + 1_800_000);
    await t.db.execute(sql`
      update sessions set last_activity_at = ${now.toISOString()}
      where last_activity_at > ${testNow.toISOString()}::timestamptz - interval '19900 minutes'`);
    await t.db.execute(sql`analyze sessions`);
    expect((await plansOf({ state: "idle" }, now)).count).toMatch(byHour);
    expect(await searchSessions({ ...admin, now }, query({ state: "idle" }))).toMatchObject({ count: 101 });
  });
});
