import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signInHours } from "#drizzle/schema/figures.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import { queryPlans } from "#lib/testing/query-plans.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { readSignIns } from "./read-sign-ins.ts";
import { sumSignInHours } from "./sum-hours.ts";

const hourMs = 3_600_000;
let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

const ago = (ms: number) => new Date(testNow.getTime() - ms);

describe("the figures of sign-ins", () => {
  const come = async (hoursAgo: number, count: number, reason?: string) => {
    const ctx = t.context({ now: ago(hoursAgo * hourMs) });
    for (let n = 0; n < count; n += 1)
      await appendAuditEvent(
        ctx,
        t.db,
        reason === undefined
          ? { action: "session.created", outcome: "success" }
          : { action: "sign_in.failed", outcome: "failure", reason },
      );
  };
  const today = async () => (await readSignIns(t.context())).days.at(-1);

  it("are the same before and after the hours are summed up, and count nothing twice", async () => {
    await come(30, 3);
    await come(30, 2, "signature");
    await come(2, 4);
    await come(0.01, 1);
    await come(24 * 29, 5, "counter");
    await come(24 * 40, 9);
    const fresh = await readSignIns(t.context());
    expect(fresh.days).toHaveLength(30);
    expect(fresh.days.at(-1)).toEqual({ day: "2026-06-01", succeeded: 5, failed: 0 });
    expect(fresh.days.at(-2)).toEqual({ day: "2026-05-31", succeeded: 3, failed: 2 });
    expect(fresh.reasons).toEqual([
      { reason: "counter", count: 5 },
      { reason: "signature", count: 2 },
    ]);
    // A week at a time.
    for (let run = 0; run < 6; run += 1) await sumSignInHours(t.db, testNow);
    expect((await t.db.select().from(signInHours)).length).toBeGreaterThan(700);
    expect(await readSignIns(t.context())).toEqual(fresh);
    expect(await sumSignInHours(t.db, testNow)).toBe(0);
    await come(0.02, 1);
    expect(await today()).toMatchObject({ succeeded: 6 });
  });

  it("reads the sums and the events since by index", async () => {
    await t.sql`insert into audit_events (id, occurred_at, action, outcome, actor_type, request_id, details)
      select gen_random_uuid(), timestamptz '2026-05-01' + n * interval '2 minutes',
        (array['session.created', 'sign_in.failed', 'token.issued', 'user.changed'])[1 + n % 4], 'success', 'user', n::text, '{}'
      from generate_series(1, 20000) n`;
    await t.sql`analyze audit_events`;
    const plans = await queryPlans(t, (db) => readSignIns({ db, now: testNow }));
    const events = plans.filter((plan) => plan.includes("audit_events"));
    expect(events.length).toBeGreaterThan(0);
    for (const plan of events)
      expect(plan).toMatch(/Index (Only )?Scan using audit_events_(action|occurred_at)/);
  });

  it("leaves an hour alone until all of it is written, and forgets old ones", async () => {
    const [{ hour: last } = { hour: testNow }] = await t.sql<
      { hour: Date }[]
    >`select max(hour) as hour from sign_in_hours`;
    const late = new Date(new Date(last).getTime() + 2 * hourMs + 4 * 60_000);
    expect(await sumSignInHours(t.db, late)).toBe(0);
    expect(await sumSignInHours(t.db, new Date(late.getTime() + 60_000))).toBeGreaterThan(0);
    await sumSignInHours(t.db, new Date(testNow.getTime() + 60 * 24 * hourMs));
    const [{ oldest } = { oldest: testNow }] = await t.sql<
      { oldest: Date }[]
    >`select min(hour) as oldest from sign_in_hours`;
    expect(new Date(oldest).getTime()).toBeGreaterThan(testNow.getTime());
  });
});
