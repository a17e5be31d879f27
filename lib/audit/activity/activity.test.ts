import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ClientId } from "#drizzle/schema/ids.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { type AuditEvent, appendAuditEvent } from "../append-audit-event.ts";
import { auditActions } from "../catalogue.ts";
import { tellings, toldActions } from "./activity-kinds.ts";
import { listOwnActivity } from "./list-own-activity.ts";
import { activityQuerySchema } from "./schema.ts";
import { selectEventsAbout } from "./store.ts";

let t: TestDatabase;
let ana: UserActor;
beforeAll(async () => {
  t = await testDatabase();
});
beforeEach(async () => {
  ana = (await buildUser(t.db)).actor;
});
afterAll(() => t.close());

const minutesLater = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);

async function happen(event: Partial<AuditEvent>, overrides: Partial<Context> = {}): Promise<void> {
  const ctx = t.context({ actor: ana, ip: "203.0.113.7", ...overrides });
  await appendAuditEvent(ctx, t.db, {
    action: "session.created",
    outcome: "success",
    subjectUserId: ana.userId,
    ...event,
  });
}

const list = (wish: Partial<Parameters<typeof listOwnActivity>[1]> = {}, actor: Context["actor"] = ana) =>
  listOwnActivity(t.context({ actor }), { limit: 50, ...wish });

describe("listOwnActivity", () => {
  it("is for people who are signed in", async () => {
    await expect(list({}, { type: "anonymous" })).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(list({}, { type: "operator" })).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("tells the newest first, and nothing of anybody else", async () => {
    const leo = (await buildUser(t.db)).actor;
    await happen({ action: "passkey.renamed", details: { from: "a", to: "b" } });
    await happen({ details: { method: "passkey" } }, { now: minutesLater(1) });
    await happen({ subjectUserId: leo.userId }, { now: minutesLater(2) });
    // What she did to somebody else is theirs.
    await happen({ action: "user.disabled", subjectUserId: leo.userId }, { now: minutesLater(3) });
    const { events, newer, older } = await list();
    expect(events.map(({ action }) => action)).toEqual(["session.created", "passkey.renamed"]);
    expect(events[0]).toMatchObject({ by: "you", facts: { method: "passkey" }, ip: "203.0.113.7" });
    expect({ newer, older }).toEqual({ newer: undefined, older: undefined });
  });

  it("tells who it was, and where they were only if that was the person or a stranger", async () => {
    const admin = (await buildUser(t.db, { role: "admin" })).actor;
    const clientId = (await buildClient(t.context())).client.id;
    await happen({ action: "passkey.revoked", details: { reason: "a note", name: "Key" } }, { actor: admin });
    await happen(
      { action: "sign_in.failed", outcome: "failure", reason: "counter" },
      { actor: { type: "anonymous" }, now: minutesLater(1) },
    );
    await happen(
      { action: "refresh_token.replayed", outcome: "failure", clientId, actor: { type: "client", clientId } },
      { now: minutesLater(2) },
    );
    await happen({ action: "user.enabled" }, { actor: { type: "operator" }, now: minutesLater(3) });
    await happen(
      { action: "outbox.given_up", outcome: "failure" },
      {
        actor: { type: "system", name: "outbox" },
        now: minutesLater(4),
      },
    );
    const { events } = await list();
    expect(events.map(({ action, by, ip }) => [action, by, ip])).toEqual([
      ["outbox.given_up", "system", null],
      ["user.enabled", "administrator", null],
      ["refresh_token.replayed", "app", null],
      ["sign_in.failed", "unknown", "203.0.113.7"],
      ["passkey.revoked", "administrator", null],
    ]);
    expect(events[2]?.app).toEqual({ id: clientId, name: "Notes" });
    // The administrator's note stays in the trail.
    expect(events[4]?.facts).toEqual({ name: "Key" });
    expect(events.every(({ userAgent, ip }) => (userAgent === null) === (ip === null))).toBe(true);
  });

  it("names an app that is gone by its id alone", async () => {
    await happen({ action: "consent.granted", clientId: "gone" as ClientId });
    expect((await list()).events[0]?.app).toEqual({ id: "gone", name: null });
  });

  it("leaves out what forms refused, what machines did by the hour, and silent looks of apps", async () => {
    await happen({ action: "passkey.removed", outcome: "failure", reason: "LAST_CREDENTIAL" });
    await happen({ action: "token.issued" });
    await happen({ action: "authorization.issued", details: { silent: true } });
    expect((await list()).events).toEqual([]);
    await happen({ action: "authorization.issued", details: { silent: false } });
    expect((await list()).events).toHaveLength(1);
  });

  it("tells one kind alone where that is asked for", async () => {
    await happen({ action: "passkey.removed" });
    await happen({ action: "consent.revoked" });
    await happen({ action: "profile.changed" });
    await happen({ action: "step_up.failed", outcome: "failure" });
    const kinds = {
      sign_ins: "step_up.failed",
      passkeys: "passkey.removed",
      apps: "consent.revoked",
    } as const;
    for (const [kind, action] of Object.entries(kinds)) {
      const { events } = await list({ kind: kind as keyof typeof kinds });
      expect(events.map((event) => [event.kind, event.action])).toEqual([[kind, action]]);
    }
  });

  it("pages to the end and back without losing or repeating one, though many happened at once", async () => {
    for (let n = 0; n < 7; n += 1)
      await happen(
        { action: "passkey.renamed", details: { to: String(n) } },
        { now: minutesLater(n < 5 ? 0 : 1) },
      );
    const all = (await list()).events.map(({ id }) => id);
    const first = await list({ limit: 3 });
    const second = await list({ limit: 3, before: first.older });
    const third = await list({ limit: 3, before: second.older });
    expect([first, second, third].flatMap(({ events }) => events.map(({ id }) => id))).toEqual(all);
    expect([first.newer, third.older]).toEqual([undefined, undefined]);
    const back = await list({ limit: 3, after: third.newer });
    expect(back).toEqual(second);
    expect(await list({ limit: 3, after: back.newer })).toEqual(first);
  });

  it("takes a place that nobody was given as a place like any other", async () => {
    await happen({});
    const stranger = `${testNow.getTime() + 1}-018f0000-0000-7000-8000-000000000000`;
    expect((await list({ before: stranger })).events).toHaveLength(1);
    const far = activityQuerySchema.parse({ before: "9999999999999-018f0000-0000-7000-8000-000000000000" });
    expect((await list(far)).events).toHaveLength(1);
    for (const before of [
      "",
      "1",
      "x-018f0000-0000-7000-8000-000000000000",
      `${"9".repeat(14)}-${crypto.randomUUID()}`,
    ])
      expect(activityQuerySchema.safeParse({ before }).success).toBe(false);
  });

  it("reads along the index by person and time", async () => {
    const query = selectEventsAbout(t.db, {
      userId: ana.userId,
      succeeded: toldActions("success"),
      failed: toldActions("failure"),
      before: { at: testNow, id: crypto.randomUUID() },
      limit: 50,
    }).toSQL();
    await t.sql.begin(async (tx) => {
      await tx`set local enable_seqscan = off`;
      const plan = await tx.unsafe(`explain ${query.sql}`, query.params as string[]);
      const text = plan.map((line) => Object.values(line)[0]).join("\n");
      expect(text).toMatch(/Index Scan.* using audit_events_subject on audit_events/);
      expect(text).toMatch(/Index Cond: .*subject_user_id = .*occurred_at <= /);
    });
  });
});

it("has decided for every action of the catalogue whether it is told", () => {
  expect(Object.keys(tellings).sort(), "add the new ones to activity-kinds.ts").toEqual(
    [...auditActions].sort(),
  );
});
