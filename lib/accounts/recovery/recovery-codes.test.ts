import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { recoveryCodes } from "#drizzle/schema/accounts.ts";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { outboxMessages } from "#drizzle/schema/outbox.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Context } from "#lib/context/context.ts";
import { resolveSession } from "#lib/sessions/resolve-session.ts";
import { actorOf, type Person, signUp } from "#lib/testing/authenticator/sign-up.ts";
import { queuedMails } from "#lib/testing/queued-mails.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { disableUser, enableUser } from "../disable-user.ts";
import { describeOwnRecoveryCodes } from "./describe-recovery-codes.ts";
import { makeRecoveryCodes } from "./make-recovery-codes.ts";
import { recoverByCode } from "./recover-by-code.ts";

const mail = { SMTP_URL: "smtp://127.0.0.1:2525", MAIL_FROM: "id@example.com" };
let t: TestDatabase;
let person: Person;
let counter = 0;
beforeAll(async () => {
  t = await testDatabase(mail);
});
afterAll(() => t.close());
beforeEach(async () => {
  counter += 1;
  person = await signUp(t.context(), { username: `person${counter}@example.com` });
  await t.db.delete(outboxMessages);
});

const own = (overrides: Partial<Context> = {}) => t.context({ actor: person.actor, ...overrides });
const later = (seconds: number) => new Date(testNow.getTime() + seconds * 1000);
const firstOf = ([first = ""]: readonly string[]) => first;
const eventsOf = (action: "recovery.failed" | "recovery_codes.created" | "session.created") =>
  t.db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.action, action), eq(auditEvents.subjectUserId, person.actor.userId)))
    .orderBy(auditEvents.id);

const refused = {
  code: "AUTHENTICATION_FAILED",
  publicMessage: "This code doesn’t work. Check it against your list: each one works once.",
};

describe("a set of recovery codes", () => {
  it("is made only by who is signed in and has just confirmed", async () => {
    await expect(makeRecoveryCodes(t.context())).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(describeOwnRecoveryCodes(t.context())).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(makeRecoveryCodes(own({ now: later(600) }))).rejects.toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
    const { codes } = await makeRecoveryCodes(own());
    const { session } = await recoverByCode(t.context(), firstOf(codes));
    const recovered = await actorOf(t.context(), session.token);
    await expect(makeRecoveryCodes(own({ actor: recovered }))).rejects.toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
  });

  it("has ten, stands nowhere in the clear, and tells how many are left", async () => {
    expect(await describeOwnRecoveryCodes(own())).toEqual({ total: 0, left: 0 });
    const made = await makeRecoveryCodes(own());
    expect(made).toMatchObject({ total: 10, left: 10, createdAt: testNow });
    expect(new Set(made.codes).size).toBe(10);
    const stored = [await t.db.select().from(recoveryCodes), await t.db.select().from(auditEvents)];
    for (const code of made.codes) {
      expect(JSON.stringify(stored)).not.toContain(code);
      expect(JSON.stringify(stored)).not.toContain(code.replaceAll("-", ""));
    }
    await recoverByCode(t.context(), firstOf(made.codes));
    expect(await describeOwnRecoveryCodes(own())).toEqual({ total: 10, left: 9, createdAt: testNow });
    expect(await eventsOf("recovery_codes.created")).toMatchObject([
      { outcome: "success", details: { codes: 10, ended: 0 } },
    ]);
  });

  it("dies whole when another is made", async () => {
    const old = await makeRecoveryCodes(own());
    const fresh = await makeRecoveryCodes(own());
    for (const code of old.codes)
      await expect(recoverByCode(t.context(), code)).rejects.toMatchObject(refused);
    await recoverByCode(t.context(), firstOf(fresh.codes));
  });

  it("is one however many are made at once", async () => {
    const sets = await Promise.all(Array.from({ length: 8 }, () => makeRecoveryCodes(own())));
    expect(await describeOwnRecoveryCodes(own())).toMatchObject({ total: 10, left: 10 });
    const tries = await Promise.allSettled(
      sets.map(({ codes }) => recoverByCode(t.context(), firstOf(codes))),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("may be replaced while one of it is used: the two do not block each other", async () => {
    let { codes } = await makeRecoveryCodes(own());
    for (let round = 0; round < 10; round += 1) {
      const [made, ...used] = await Promise.allSettled([
        makeRecoveryCodes(own()),
        ...codes.map((code) => recoverByCode(t.context(), code)),
      ]);
      for (const one of used) if (one.status === "rejected") expect(one.reason).toMatchObject(refused);
      if (made?.status !== "fulfilled") throw made?.reason;
      ({ codes } = made.value as { codes: readonly string[] });
    }
  });

  it("tells the person by mail that it was made, without a code in it", async () => {
    const { codes } = await makeRecoveryCodes(own());
    const [told, ...more] = await queuedMails(t, mail);
    expect(more).toEqual([]);
    expect(told).toMatchObject({ to: person.actor.username, message: { template: "recovery_codes_made" } });
    for (const code of codes) expect(JSON.stringify(told)).not.toContain(code);
  });
});

describe("a recovery code opens the account", () => {
  it("with a weak session of its own, and tells the person", async () => {
    const { codes } = await makeRecoveryCodes(own());
    await t.db.delete(outboxMessages);
    const { user, session } = await recoverByCode(t.context(), firstOf(codes).toLowerCase());
    expect(user).toEqual({
      id: person.actor.userId,
      username: person.actor.username,
      displayName: person.actor.displayName,
    });
    expect(await actorOf(t.context(), session.token)).toMatchObject({
      userId: person.actor.userId,
      method: "recovery_code",
      acr: "urn:latchkey:recovery",
      amr: ["otp"],
      credentialId: undefined,
      authTime: testNow,
    });
    expect(await queuedMails(t, mail)).toMatchObject([
      {
        to: person.actor.username,
        subjectUserId: person.actor.userId,
        message: {
          template: "recovery_used",
          props: { way: "recovery_code", occasion: { ip: "192.0.2.1" } },
        },
      },
    ]);
    expect((await eventsOf("session.created")).at(-1)).toMatchObject({
      sessionId: session.sessionId,
      details: { method: "recovery_code", resumed: false, codes_left: 9 },
    });
  });

  it("once, of a hundred tries at the same time", async () => {
    const { codes } = await makeRecoveryCodes(own());
    const tries = await Promise.allSettled(
      Array.from({ length: 100 }, () => recoverByCode(t.context(), firstOf(codes))),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of tries) if (one.status === "rejected") expect(one.reason).toMatchObject(refused);
    expect(await describeOwnRecoveryCodes(own())).toMatchObject({ left: 9 });
  });

  it("under a token that the browser did not have before, with a person signed in there or not", async () => {
    const { codes } = await makeRecoveryCodes(own());
    const other = await signUp(t.context(), { username: `shown${counter}@example.com` });
    const added = await recoverByCode(t.context({ actor: other.actor }), codes[0] ?? "");
    expect([other.token, person.token]).not.toContain(added.session.token);
    // Both are signed in: the other account's session is as it was.
    expect(await actorOf(t.context(), other.token)).toEqual(other.actor);

    const resumed = await recoverByCode(own(), codes[1] ?? "");
    expect(resumed.session).toMatchObject({ sessionId: person.actor.sessionId, resumed: true });
    expect(await resolveSession(t.runtime(), person.token, testNow)).toBeUndefined();
    // What the browser's session was before does not make the code stronger.
    expect(await actorOf(t.context(), resumed.session.token)).toMatchObject({
      method: "recovery_code",
      acr: "urn:latchkey:recovery",
    });
  });
});

describe("a recovery code is refused with the same words", () => {
  it.each([
    ["unknown", "7KQ2-M9X4-T0A8-CDEF-GHJ1"],
    ["malformed", "x"],
    ["empty", ""],
    ["hostile", "'; delete from users; --"],
  ])("when it is %s", async (_, typed) => {
    await makeRecoveryCodes(own());
    await expect(recoverByCode(t.context(), typed)).rejects.toMatchObject(refused);
    const [event] = await t.db
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.action, "recovery.failed"), eq(auditEvents.reason, "recovery_code_unknown")));
    expect(event).toMatchObject({ outcome: "failure", actorType: "anonymous", subjectUserId: null });
  });

  it("when it was used, and the trail says whose it was", async () => {
    const { codes } = await makeRecoveryCodes(own());
    await recoverByCode(t.context(), firstOf(codes));
    await expect(recoverByCode(t.context(), firstOf(codes))).rejects.toMatchObject(refused);
    expect(await eventsOf("recovery.failed")).toMatchObject([{ reason: "recovery_code_used" }]);
  });

  it("when the person is disabled, and is not spent by it", async () => {
    const { codes } = await makeRecoveryCodes(own());
    const operator = t.context({ actor: { type: "operator" } });
    await disableUser(operator, person.actor.userId);
    await expect(recoverByCode(t.context(), firstOf(codes))).rejects.toMatchObject(refused);
    expect(await eventsOf("recovery.failed")).toMatchObject([{ reason: "user_disabled" }]);
    await enableUser(operator, person.actor.userId);
    await recoverByCode(t.context(), firstOf(codes));
  });

  it("when the person was deleted", async () => {
    const { codes } = await makeRecoveryCodes(own());
    await t.db.delete(users).where(eq(users.id, person.actor.userId));
    await expect(recoverByCode(t.context(), firstOf(codes))).rejects.toMatchObject(refused);
  });

  it("when it is of another instance", async () => {
    const { codes } = await makeRecoveryCodes(own());
    const elsewhere = await testDatabase();
    try {
      await expect(recoverByCode(elsewhere.context(), firstOf(codes))).rejects.toMatchObject(refused);
    } finally {
      await elsewhere.close();
    }
    await recoverByCode(t.context(), firstOf(codes));
  });

  it("after the same work, whatever is wrong with it", async () => {
    const { codes } = await makeRecoveryCodes(own());
    await recoverByCode(t.context(), firstOf(codes));
    const statements = async (typed: string) => {
      const seen: string[] = [];
      const ctx = t.context();
      await expect(recoverByCode({ ...ctx, db: counting(ctx.db, seen) }, typed)).rejects.toMatchObject(
        refused,
      );
      return seen;
    };
    const used = await statements(firstOf(codes));
    expect(used).toEqual(["transaction", "select"]);
    expect(await statements("7KQ2-M9X4-T0A8-CDEF-GHJ1")).toEqual(used);
    expect(await statements("x")).toEqual(used);
  });
});

/** Notes what is asked of the database. */
function counting(db: Context["db"], seen: string[]): Context["db"] {
  return new Proxy(db, {
    get(target, name, receiver) {
      const value = Reflect.get(target, name, receiver) as unknown;
      if (
        typeof value !== "function" ||
        !["select", "insert", "update", "delete", "transaction"].includes(String(name))
      )
        return value;
      return (...input: unknown[]) => {
        seen.push(String(name));
        return (value as (...all: unknown[]) => unknown).apply(target, input);
      };
    },
  });
}

describe("guessing recovery codes", () => {
  it("ends after five tries in a quarter of an hour, also when all are made at once", async () => {
    const { config } = t.runtime({ RATE_LIMIT_ENABLED: "true" });
    const { codes } = await makeRecoveryCodes(own());
    const ctx = t.context({ config, ip: "203.0.113.77" });
    const tries = await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) => recoverByCode(ctx, `guess ${index}`)),
    );
    const reasons = tries.map((one) => (one.status === "rejected" ? one.reason.code : "in"));
    expect(reasons.filter((code) => code === "AUTHENTICATION_FAILED")).toHaveLength(5);
    expect(reasons.filter((code) => code === "RATE_LIMIT_EXCEEDED")).toHaveLength(45);
    // Even the right one has to wait, from there; from elsewhere it does not.
    await expect(recoverByCode(ctx, firstOf(codes))).rejects.toMatchObject({
      code: "RATE_LIMIT_EXCEEDED",
      retryAfterSeconds: expect.any(Number),
    });
    await recoverByCode(t.context({ config, ip: "203.0.113.78" }), firstOf(codes));
    const exceeded = await t.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.action, "rate_limit.exceeded"));
    expect(exceeded).toMatchObject([{ reason: "recovery", ip: "203.0.113.77" }]);
  });
});
