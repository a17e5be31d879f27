import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { sessions } from "#drizzle/schema/sessions.ts";
import { users } from "#drizzle/schema/users.ts";
import { listPasskeys } from "#lib/credentials/list-passkeys.ts";
import { type Person, signUp } from "#lib/testing/authenticator/sign-up.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { deleteExpiredSessions } from "./cleanup.ts";
import { endSession } from "./end-session.ts";
import { resolveSession } from "./resolve-session.ts";
import { touchSession } from "./store.ts";

let t: TestDatabase;
let person: Person;
let counter = 0;

beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());
beforeEach(async () => {
  counter += 1;
  person = await signUp(t.context(), { username: `person${counter}@example.com` });
});

const at = (seconds: number) => new Date(testNow.getTime() + seconds * 1000);
const hour = 3600;

describe("a session", () => {
  it("stores no token, only its hash", async () => {
    const rows = await t.sql`select * from sessions`;
    expect(JSON.stringify(rows)).not.toContain(person.token);
  });

  it("ends after an hour without activity", async () => {
    expect(await resolveSession(t.context(), person.token, at(hour - 1))).toBeDefined();
    const idle = await signUp(t.context(), { username: `idle${counter}@example.com` });
    expect(await resolveSession(t.context(), idle.token, at(hour))).toBeUndefined();
  });

  it("lives on as long as it is used, but never past its lifetime", async () => {
    const ctx = t.context({ config: t.runtime({ SESSION_MAX_LIFETIME: "3h" }).config });
    const short = await signUp(ctx, { username: `short${counter}@example.com` });
    for (let seconds = 1800; seconds < 3 * hour; seconds += 1800)
      expect(await resolveSession(ctx, short.token, at(seconds))).toBeDefined();
    expect(await resolveSession(ctx, short.token, at(3 * hour))).toBeUndefined();
  });

  it("writes activity at most once a minute", async () => {
    const activity = async () => {
      const [row] = await t.db.select().from(sessions).where(eq(sessions.id, person.actor.sessionId));
      return row?.lastActivityAt;
    };
    await resolveSession(t.context(), person.token, at(59));
    expect(await activity()).toEqual(testNow);
    await resolveSession(t.context(), person.token, at(61));
    expect(await activity()).toEqual(at(61));
  });

  it("touches the indexes by its activity once an hour", async () => {
    const touched = await t.db.transaction(async (tx) => {
      const withoutIndex = async () => {
        const [row] = await tx.execute<{ count: number }>(
          sql`select pg_stat_get_xact_tuples_hot_updated('sessions'::regclass)::int as count`,
        );
        return row?.count ?? 0;
      };
      const found: boolean[] = [];
      for (const seconds of [60, 120, hour - 1, hour, hour + 60]) {
        const before = await withoutIndex();
        await touchSession(tx, person.actor.sessionId, at(seconds));
        found.push((await withoutIndex()) === before);
      }
      return found;
    });
    expect(touched).toEqual([false, false, false, true, false]);
  });

  it("is over at once for somebody who was disabled", async () => {
    await t.db.update(users).set({ status: "disabled" }).where(eq(users.id, person.actor.userId));
    expect(await resolveSession(t.context(), person.token, testNow)).toBeUndefined();
  });

  it("ends by signing out, once, with one event", async () => {
    const ctx = t.context({ actor: person.actor });
    await endSession(ctx);
    await endSession(ctx);
    expect(await resolveSession(t.context(), person.token, testNow)).toBeUndefined();
    const events = await t.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.sessionId, person.actor.sessionId));
    expect(events.filter(({ action }) => action === "session.ended")).toHaveLength(1);
  });

  it("is removed when its lifetime is over, or a day after it was ended", async () => {
    await t.db.delete(sessions);
    const first = await signUp(t.context(), { username: `first${counter}@example.com` });
    await signUp(t.context(), { username: `second${counter}@example.com` });
    await endSession(t.context({ actor: first.actor }));
    expect(await deleteExpiredSessions(t.db, at(24 * hour - 1))).toBe(0);
    expect(await deleteExpiredSessions(t.db, at(24 * hour))).toBe(1);
    expect(await deleteExpiredSessions(t.db, at(30 * 24 * hour))).toBe(1);
  });
});

describe("the list of passkeys", () => {
  it("is the person's own, and marks the one of this session", async () => {
    const [passkey, ...more] = await listPasskeys(t.context({ actor: person.actor }));
    expect(more).toEqual([]);
    expect(passkey).toEqual({
      id: person.passkey.id,
      name: "Chrome on Linux",
      aaguid: expect.any(String),
      createdAt: testNow,
      synced: false,
      backupEligible: false,
      backupState: false,
      deviceType: "single_device",
      transports: ["internal"],
      usedForThisSession: true,
    });
  });

  it("is for people who are signed in", async () => {
    await expect(listPasskeys(t.context())).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });
});
