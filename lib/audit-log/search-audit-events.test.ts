import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GroupId, UserId } from "#drizzle/schema/ids.ts";
import { type AuditEvent, appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import { auditActions } from "#lib/audit/catalogue.ts";
import type { Context } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { type BuiltUser, buildUser } from "#lib/testing/build-user.ts";
import { queryPlans } from "#lib/testing/query-plans.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { countNewerEvents } from "./count-newer-events.ts";
import { actionsOfGroup } from "./event-groups.ts";
import { findNeighbours, getAuditEvent } from "./get-audit-event.ts";
import { auditQuerySchema, eventGroups, newerQuerySchema } from "./schema.ts";
import { searchAuditEvents } from "./search-audit-events.ts";

let t: TestDatabase;
let admin: Context;
let ana: BuiltUser["actor"];
let leo: BuiltUser["actor"];
let app: Awaited<ReturnType<typeof buildClient>>["client"];
const requestId = newId<string>();

const minutesLater = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);

async function happen(event: AuditEvent, overrides: Partial<Context> = {}): Promise<void> {
  await appendAuditEvent(t.context(overrides), t.db, event);
}

beforeAll(async () => {
  t = await testDatabase();
  ana = (await buildUser(t.db, { role: "admin", displayName: "Ana", username: "ana@id.example" })).actor;
  leo = (await buildUser(t.db, { displayName: "Leo", username: "Leo@id.example" })).actor;
  admin = t.context({ actor: ana });
  app = (await buildClient(t.context())).client;
  const subjectUserId = leo.userId;
  await happen(
    { action: "passkey.revoked", outcome: "success", subjectUserId, details: { name: "YubiKey 5" } },
    { actor: ana, ip: "203.0.113.7", requestId },
  );
  await happen(
    { action: "session.ended", outcome: "success", subjectUserId, details: { by: "passkey_revoked" } },
    { actor: ana, ip: "203.0.113.7", requestId },
  );
  await happen(
    { action: "sign_in.failed", outcome: "failure", reason: "unknown_credential" },
    { now: minutesLater(1), ip: "2001:db8::1" },
  );
  await happen(
    {
      action: "token.issued",
      outcome: "success",
      clientId: app.id,
      actor: { type: "client", clientId: app.id },
    },
    { now: minutesLater(2) },
  );
  await happen(
    { action: "user.enabled", outcome: "success", subjectUserId: newId<UserId>() },
    { now: minutesLater(60 * 24), actor: { type: "operator" } },
  );
});
afterAll(() => t.close());

const query = (values: Record<string, unknown> = {}) => auditQuerySchema.parse(values);
const search = (values: Record<string, unknown> = {}, ctx = admin) => searchAuditEvents(ctx, query(values));
/** Without what made the app. */
const actionsOf = async (values: Record<string, unknown>) =>
  (await search(values)).events.map(({ action }) => action).filter((action) => action !== "client.created");

describe("searching the trail", () => {
  it("is for who may read it: not the helpdesk, not people, not strangers, not a key without the scope", async () => {
    for (const role of ["user", "helpdesk"] as const) {
      const { actor } = await buildUser(t.db, { role });
      await expect(search({}, t.context({ actor }))).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(search({}, t.context())).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { actor } = await buildUser(t.db, { role: "auditor" });
    expect((await search({}, t.context({ actor }))).events.length).toBeGreaterThan(4);
    const ctx = t.context({ actor: { ...ana, method: "email_link" } });
    await expect(search({}, ctx)).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
    for (const call of [
      (given: Context) => countNewerEvents(given, newerQuerySchema.parse({})),
      (given: Context) => getAuditEvent(given, newId<string>()),
      (given: Context) => findNeighbours(given, newId<string>(), {}),
    ])
      await expect(call(t.context({ actor: leo }))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("finds by each of its filters", async () => {
    const both = ["session.ended", "passkey.revoked"];
    expect(await actionsOf({ actor: ana.userId })).toEqual(both);
    expect(await actionsOf({ actor: "ANA@id.example" })).toEqual(both);
    expect(await actionsOf({ person: leo.userId })).toEqual(both);
    expect(await actionsOf({ person: "leo@id.example" })).toEqual(both);
    expect(await actionsOf({ event: "passkey.revoked" })).toEqual(["passkey.revoked"]);
    expect(await actionsOf({ event: "sign_ins" })).toEqual(["sign_in.failed", "session.ended"]);
    expect(await actionsOf({ app: app.id })).toEqual(["token.issued"]);
    expect(await actionsOf({ app: app.name.toUpperCase() })).toEqual(["token.issued"]);
    expect(await actionsOf({ ip: "2001:DB8::1" })).toEqual(["sign_in.failed"]);
    expect(await actionsOf({ outcome: "failure" })).toEqual(["sign_in.failed"]);
    expect(await actionsOf({ request: requestId })).toEqual(both);
    expect(await actionsOf({ event: "sign_ins", outcome: "failure", person: leo.userId })).toEqual([]);
  });

  it("counts the days that it is given whole, in UTC, and moments to themselves", async () => {
    expect(await actionsOf({ from: "2026-06-02" })).toEqual(["user.enabled"]);
    expect(await actionsOf({ to: "2026-06-01", event: "token.issued" })).toEqual(["token.issued"]);
    expect(await actionsOf({ from: "2026-06-01T12:01:00Z", to: "2026-06-01T12:01:00Z" })).toEqual([
      "sign_in.failed",
    ]);
    for (const from of ["2026-02-30", "yesterday", "2026-06-01T25:00:00Z"])
      expect(auditQuerySchema.safeParse({ from }).success, from).toBe(false);
  });

  it("finds nothing where nobody can match, and takes nothing for a pattern", async () => {
    for (const text of ["nobody@id.example", "%", "_", "'; drop table users; --", "\\"])
      for (const filter of ["actor", "person", "app", "ip", "request"])
        expect(await actionsOf({ [filter]: text }), `${filter}=${text}`).toEqual([]);
  });

  it("names whoever is there, and leaves the id of who is not", async () => {
    const { events } = await search({ request: requestId, event: "passkey.revoked" });
    expect(events[0]).toMatchObject({
      actor: { type: "user", id: ana.userId, name: "Ana" },
      person: { id: leo.userId, name: "Leo" },
      details: { name: "YubiKey 5" },
      ip: "203.0.113.7",
      app: null,
    });
    const [enabled] = (await search({ event: "user.enabled" })).events;
    expect(enabled).toMatchObject({
      actor: { type: "operator", id: null, name: null },
      person: { name: null },
    });
    const [issued] = (await search({ event: "token.issued" })).events;
    expect(issued).toMatchObject({ actor: { type: "client", name: app.name }, app: { name: app.name } });
  });

  it("holds on to strange details of its own", async () => {
    const details = { groupId: "not-a-uuid" as GroupId };
    await happen({ action: "group.created", outcome: "success", details }, { now: minutesLater(3) });
    expect((await search({ event: "group.created" })).events[0]).toMatchObject({ group: null, details });
  });

  it.each([{}, { event: "sign_ins" }])("pages to the end and back over %j", async (filter) => {
    const actions = ["session.created", "step_up.succeeded"] as const;
    for (let n = 0; n < 8; n += 1)
      await happen(
        { action: actions[n % 2] ?? actions[0], outcome: "success" },
        { now: minutesLater(n >> 2) },
      );
    const all = (await search({ ...filter, limit: 200 })).events.map(({ id }) => id);
    const forth: string[] = [];
    let page = await search({ ...filter, limit: 3 });
    forth.push(...page.events.map(({ id }) => id));
    while (page.nextCursor !== undefined) {
      page = await search({ ...filter, limit: 3, after: page.nextCursor });
      forth.push(...page.events.map(({ id }) => id));
    }
    expect(forth).toEqual(all);
    const back = page.events.map(({ id }) => id);
    while (page.previousCursor !== undefined) {
      page = await search({ ...filter, limit: 3, before: page.previousCursor });
      back.unshift(...page.events.map(({ id }) => id));
    }
    expect(back).toEqual(all);
  });

  it("counts what came in since, and no further than it says", async () => {
    const { newestCursor } = await search();
    const count = (values: Record<string, unknown>) =>
      countNewerEvents(admin, newerQuerySchema.parse({ since: newestCursor, ...values }));
    expect(await count({})).toEqual({ count: 0, more: false });
    for (let n = 0; n < 3; n += 1)
      await happen({ action: "mail.tested", outcome: "success" }, { now: minutesLater(60 * 48) });
    expect(await count({})).toEqual({ count: 3, more: false });
    expect(await count({ outcome: "failure" })).toEqual({ count: 0, more: false });
    await t.sql`insert into audit_events (id, occurred_at, action, outcome, actor_type, request_id, details)
      select gen_random_uuid(), ${minutesLater(60 * 49).toISOString()}, 'mail.tested', 'success', 'system', 'r', '{}'
      from generate_series(1, 120)`;
    expect(await count({})).toEqual({ count: 99, more: true });
    await expect(count({ since: "nonsense" })).rejects.toMatchObject({ code: "VALIDATION_ERROR" });
  });

  it("opens one with its neighbours in the list that it was opened from", async () => {
    const { events } = await search({ person: leo.userId });
    const [first, second] = events;
    expect(await getAuditEvent(admin, first?.id ?? "")).toEqual(first);
    expect(await findNeighbours(admin, first?.id ?? "", { person: leo.userId })).toEqual({
      newer: undefined,
      older: second?.id,
    });
    for (const id of [newId<string>(), "nonsense"])
      await expect(getAuditEvent(admin, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

it("has put every action into one group", () => {
  expect(eventGroups.flatMap(actionsOfGroup).sort()).toEqual([...auditActions].sort());
});

describe("with twenty thousand events", () => {
  beforeAll(async () => {
    await t.sql`insert into audit_events
      (id, occurred_at, action, outcome, actor_type, actor_id, subject_user_id, client_id, ip, request_id, details)
      select gen_random_uuid(), timestamptz '2026-05-01' + n * interval '1 minute',
        (array['session.created', 'sign_in.failed', 'token.issued', 'user.changed', 'authorization.issued'])[1 + n % 5],
        (case when n % 5 = 1 then 'failure' else 'success' end)::audit_outcome, 'user',
        md5((n % 2000)::text)::uuid::text, md5((n % 2000)::text)::uuid, 'app-' || n % 50, '10.0.' || n % 200 || '.1',
        md5(n::text), '{}'
      from generate_series(1, 20000) n`;
    await t.sql`analyze audit_events`;
  });

  it.each([
    ["everything", {}],
    ["an actor", { actor: "c4ca4238-a0b9-2382-0dcc-509a6f75849b" }],
    ["a person", { person: "c4ca4238-a0b9-2382-0dcc-509a6f75849b" }],
    ["an action", { event: "user.changed" }],
    ["a group of actions", { event: "sign_ins" }],
    ["a group and a range", { event: "people", from: "2026-05-02", to: "2026-05-03" }],
    ["an app", { app: "app-1" }],
    ["an address", { ip: "10.0.7.1" }],
    ["what failed", { outcome: "failure" }],
    ["a range", { from: "2026-05-02", to: "2026-05-03" }],
    ["a request", { request: "c4ca4238a0b923820dcc509a6f75849b" }],
  ])("reads %s from an index, not the whole trail", async (_, values) => {
    const { nextCursor } = await search({ limit: 1 });
    for (const after of [undefined, nextCursor]) {
      const plans = await queryPlans(t, (db) =>
        searchAuditEvents({ ...admin, db }, query({ ...values, after })),
      );
      const events = plans.filter((plan) => plan.includes("audit_events"));
      expect(events).toHaveLength(1);
      expect(events[0]).not.toMatch(/Seq Scan on audit_events/);
    }
  });

  it.each([
    ["actor", "audit_events_actor", { actor: "c4ca4238-a0b9-2382-0dcc-509a6f75849b" }],
    ["app", "audit_events_client", { app: "app-1" }],
    ["address", "audit_events_ip", { ip: "10.0.7.1" }],
  ])("finds an %s's events of a kind in their own part of its index", async (_, index, values) => {
    for (const more of [{}, { event: "mail.tested" }, { event: "system" }, { outcome: "failure" }] as const) {
      const [plan = ""] = (
        await queryPlans(t, (db) => searchAuditEvents({ ...admin, db }, query({ ...values, ...more })))
      ).filter((text) => text.includes("audit_events"));
      expect(plan).toMatch(new RegExp(`(using|on) ${index}`));
      expect(plan).toMatch(/Index Cond: .*(actor_id|client_id|ip) = .*action = .*outcome = /);
    }
  });

  it("shows what an app did of a kind that this program does not know", async () => {
    await t.sql`insert into audit_events (id, occurred_at, action, outcome, actor_type, client_id, request_id, details)
      values (gen_random_uuid(), ${testNow.toISOString()}, 'zzz.from_tomorrow', 'success', 'system', 'app-tomorrow', 'r', '{}')`;
    expect(await actionsOf({ app: "app-tomorrow" })).toEqual(["zzz.from_tomorrow"]);
  });

  it("names a page with one query, by primary keys", async () => {
    const plans = await queryPlans(t, (db) =>
      searchAuditEvents({ ...admin, db }, query({ event: "token.issued" })),
    );
    expect(plans).toHaveLength(2);
  });
});
