import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import type { OutboxMessageId, UserId } from "#drizzle/schema/ids.ts";
import { outboxMessages } from "#drizzle/schema/outbox.ts";
import { newId } from "#lib/crypto/random.ts";
import { createLogger } from "#lib/log/logger.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { deleteFinishedMessages } from "./cleanup.ts";
import { deliverDueMessages } from "./deliver-due-messages.ts";
import type { Deliverer } from "./deliverer.ts";
import { DeliveryRefusal } from "./delivery-refusal.ts";
import { queueMail } from "./queue-mail.ts";
import { queueMessage } from "./queue-message.ts";
import { overADay } from "./retry-schedule.ts";
import { sealPayload } from "./seal-payload.ts";

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.sql`delete from outbox_messages`;
});

const later = (seconds: number) => new Date(testNow.getTime() + seconds * 1000);
const running = new AbortController().signal;
const queue = (payload: Record<string, string> = {}, subjectUserId?: UserId) =>
  t.db.transaction((tx) =>
    queueMessage(t.context(), tx, {
      kind: "logout_token",
      payload,
      ...(subjectUserId ? { subjectUserId } : {}),
    }),
  );
type Deliver = Deliverer<"logout_token">["deliver"];
const round = (
  deliver: Deliver,
  options: { now?: Date; signal?: AbortSignal; timeoutMs?: number; atOnce?: number } = {},
) =>
  deliverDueMessages(
    t.runtime(),
    {
      logout_token: {
        deliver,
        schedule: overADay,
        timeoutMs: options.timeoutMs ?? 5000,
        atOnce: options.atOnce ?? 8,
      },
    },
    { now: () => options.now ?? testNow, signal: options.signal ?? running },
  );
const rowOf = async (id: OutboxMessageId) => {
  const [row] = await t.db.select().from(outboxMessages).where(eq(outboxMessages.id, id));
  return row;
};
const givenUp = async (id: OutboxMessageId) => {
  const events = await t.db.select().from(auditEvents).where(eq(auditEvents.action, "outbox.given_up"));
  return events.filter(({ details }) => JSON.stringify(details).includes(id));
};
const failing =
  (summary: string, isPermanent = false): Deliver =>
  async () => {
    throw new DeliveryRefusal("words for the log", summary, isPermanent);
  };

describe("queueing", () => {
  it("leaves nothing behind when the act is rolled back", async () => {
    const act = t.db.transaction(async (tx) => {
      await queueMessage(t.context(), tx, { kind: "logout_token", payload: {} });
      throw new Error("the act failed");
    });
    await expect(act).rejects.toThrow("the act failed");
    expect(await t.db.select().from(outboxMessages)).toEqual([]);
  });

  it("stores the payload so that nobody reads it in the database", async () => {
    const id = await queue({ word: "plainly-readable" });
    expect(Buffer.from((await rowOf(id))?.payload ?? []).toString("latin1")).not.toContain("readable");
  });

  it("writes no mail where no server is configured", async () => {
    const mail = {
      to: "ana@example.com",
      locale: undefined,
      subjectUserId: newId<UserId>(),
      template: "test",
      props: { at: testNow.toISOString() },
    } as const;
    const configured = t.runtime({ SMTP_URL: "smtp://localhost", MAIL_FROM: "id@example.com" });
    expect(await queueMail(t.context(), t.db, mail)).toBe(false);
    expect(await t.db.select().from(outboxMessages)).toEqual([]);
    expect(await queueMail(t.context(configured), t.db, mail)).toBe(true);
    expect(await t.db.select().from(outboxMessages)).toHaveLength(1);
  });

  it("refuses a payload that is none", async () => {
    const mail = {
      to: "a@b.cc, c@d.ee",
      subject: "s",
      text: "t",
      reference: "r",
      purpose: "counter_regressed",
    };
    await expect(queueMessage(t.context(), t.db, { kind: "mail", payload: mail as never })).rejects.toThrow();
    await expect(queue({ long: "x".repeat(70_000) })).rejects.toThrow();
  });
});

describe("delivering", () => {
  it("hands the payload over once, and marks the message", async () => {
    const id = await queue({ a: "1" });
    const got: unknown[] = [];
    const deliver: Deliver = async (_, payload) => void got.push(payload);
    expect(await round(deliver)).toBe(1);
    expect(await round(deliver, { now: later(86_000) })).toBe(0);
    expect(got).toEqual([{ a: "1" }]);
    expect(await rowOf(id)).toMatchObject({
      deliveredAt: testNow,
      failedAt: null,
      attempts: 1,
      lastError: null,
    });
  });

  it("leaves what is not due, and kinds that nobody delivers", async () => {
    await queue();
    expect(await round(async () => {}, { now: later(-1) })).toBe(0);
    expect(await deliverDueMessages(t.runtime(), {}, { now: () => testNow, signal: running })).toBe(0);
  });

  it("delivers each of 200 messages exactly once with two instances at it", async () => {
    for (let index = 0; index < 200; index += 1) await queue({ index: String(index) });
    const got: string[] = [];
    const deliver: Deliver = async (_, payload) => {
      await sleep(Math.random() * 5);
      got.push(String(payload.index));
    };
    const counts = await Promise.all([round(deliver), round(deliver)]);
    expect(got).toHaveLength(200);
    expect(new Set(got).size).toBe(200);
    expect(counts.every((count) => count > 0)).toBe(true);
  });

  it("tries again after a pause, and keeps why it failed", async () => {
    const id = await queue();
    await round(failing("451 RCPT TO"));
    const row = await rowOf(id);
    expect(row).toMatchObject({ attempts: 1, lastError: "451 RCPT TO", deliveredAt: null, failedAt: null });
    expect(row?.availableAt.getTime()).toBeGreaterThanOrEqual(later(8).getTime());
    expect(await round(async () => {}, { now: later(7) })).toBe(0);
    expect(await round(async () => {}, { now: later(12) })).toBe(1);
    expect(await rowOf(id)).toMatchObject({ attempts: 2, lastError: null, deliveredAt: later(12) });
  });

  it("keeps nothing of an error that it does not know but its kind", async () => {
    const id = await queue();
    await round(async () => {
      throw new TypeError("ana@example.com is unhappy");
    });
    expect(await rowOf(id)).toMatchObject({ lastError: "TypeError" });
  });

  it("gives up after ten attempts, and says so in the trail", async () => {
    const subjectUserId = newId<UserId>();
    const id = await queue({ purpose: "test" }, subjectUserId);
    let now = testNow;
    for (let attempts = 0; attempts < 10; attempts += 1) {
      expect(await round(failing("ECONNREFUSED"), { now })).toBe(1);
      now = (await rowOf(id))?.availableAt ?? now;
    }
    expect(await rowOf(id)).toMatchObject({ attempts: 10, lastError: "ECONNREFUSED", deliveredAt: null });
    expect((await rowOf(id))?.failedAt).not.toBeNull();
    expect(await round(async () => {}, { now: later(90_000) })).toBe(0);
    expect(await givenUp(id)).toMatchObject([
      {
        outcome: "failure",
        reason: "ECONNREFUSED",
        actorType: "system",
        subjectUserId,
        details: { kind: "logout_token", attempts: 10, purpose: "test" },
      },
    ]);
  });

  it("gives up at once where it is hopeless", async () => {
    const id = await queue();
    await round(failing("550 RCPT TO", true));
    expect(await rowOf(id)).toMatchObject({ failedAt: testNow, lastError: "550 RCPT TO", attempts: 1 });
    expect(await givenUp(id)).toHaveLength(1);
  });

  it("does not deliver what has waited for more than a day", async () => {
    const id = await queue();
    let delivered = false;
    await round(
      async () => {
        delivered = true;
      },
      { now: later(86_401) },
    );
    expect(delivered).toBe(false);
    expect(await rowOf(id)).toMatchObject({ lastError: "too late" });
    expect(await givenUp(id)).toHaveLength(1);
  });

  it.each(["moved to another row", "called another kind", "altered"])(
    "does not open a payload that was %s, and gives it up loudly",
    async (what) => {
      const first = await queue({ secret: "of the first" });
      if (what === "altered")
        await t.sql`update outbox_messages set payload = set_byte(payload, 40, 255 - get_byte(payload, 40))`;
      if (what === "called another kind") await t.sql`update outbox_messages set kind = 'webhook'`;
      if (what === "moved to another row")
        await t.sql`update outbox_messages set id = ${newId<OutboxMessageId>()}`;
      const lines: string[] = [];
      const log = createLogger(
        { level: "error", format: "json" },
        { write: (line) => void lines.push(line) },
      );
      const delivered: unknown[] = [];
      const deliverer = {
        deliver: async (_: unknown, payload: unknown) => void delivered.push(payload),
        schedule: overADay,
        timeoutMs: 5000,
        atOnce: 1,
      };
      await deliverDueMessages(
        { ...t.runtime(), log },
        { logout_token: deliverer, webhook: deliverer },
        { now: () => testNow, signal: running },
      );
      expect(delivered).toEqual([]);
      const [row] = await t.db.select().from(outboxMessages);
      expect(row).toMatchObject({ failedAt: testNow, lastError: "unreadable" });
      expect(lines.join("")).toContain("does not open");
      expect(lines.join("")).not.toContain("of the first");
      expect(await givenUp(row?.id ?? first)).toHaveLength(1);
    },
  );

  it("leaves for later what a newer version wrote in a form of its own", async () => {
    const id = newId<OutboxMessageId>();
    const payload = sealPayload(
      t.keyring,
      { id, kind: "mail" },
      { subjectUserId: undefined, payload: { new: 1 } },
    );
    await t.db
      .insert(outboxMessages)
      .values({ id, kind: "mail", payload, createdAt: testNow, availableAt: testNow, attempts: 0 });
    const deliver = async () => expect.unreachable();
    const mail = { deliver, schedule: overADay, timeoutMs: 5000, atOnce: 1 };
    expect(await deliverDueMessages(t.runtime(), { mail }, { now: () => testNow, signal: running })).toBe(1);
    expect(await rowOf(id)).toMatchObject({ attempts: 1, lastError: "unknown form", failedAt: null });
  });

  it("takes over what a killed instance had claimed, once its lease is over", async () => {
    const id = await queue();
    // The instance that never comes back: it has claimed, and writes nothing down.
    await t.sql`update outbox_messages set attempts = 1, available_at = ${later(35).toISOString()}`;
    expect(await round(async () => {}, { now: later(34) })).toBe(0);
    expect(await round(async () => {}, { now: later(35) })).toBe(1);
    expect(await rowOf(id)).toMatchObject({ attempts: 2, deliveredAt: later(35) });
  });

  it("does not write over the outcome of whoever took over", async () => {
    const id = await queue();
    await round(async () => {
      await round(async () => {}, { now: later(36) });
      throw new DeliveryRefusal("late", "late");
    });
    expect(await rowOf(id)).toMatchObject({ deliveredAt: later(36), lastError: null, failedAt: null });
  });

  it("ends an attempt that hangs, told or not, and lets others pass meanwhile", async () => {
    const slow = await queue({ slow: "yes" });
    const quick = await queue({});
    await round(
      async (_, payload) => void (payload.slow && (await sleep(60_000, undefined, { ref: false }))),
      {
        timeoutMs: 100,
      },
    );
    expect(await rowOf(slow)).toMatchObject({ lastError: "timed out", deliveredAt: null });
    expect(await rowOf(quick)).toMatchObject({ deliveredAt: testNow });
  });

  it("waits for what is under way also when the database goes away meanwhile", async () => {
    const id = await queue();
    let ended = false;
    let claims = 0;
    const runtime = t.runtime();
    const failing = new Proxy(runtime.db, {
      get: (target, name) => {
        if (name === "update" && claims++ > 0 && !ended) throw new Error("the database is away");
        return Reflect.get(target, name, target) as unknown;
      },
    });
    const deliver = async () => {
      await sleep(100);
      ended = true;
    };
    const deliverers = { logout_token: { deliver, schedule: overADay, timeoutMs: 5000, atOnce: 8 } };
    await expect(
      deliverDueMessages({ ...runtime, db: failing }, deliverers, { now: () => testNow, signal: running }),
    ).rejects.toThrow("the database is away");
    expect(ended).toBe(true);
    expect(await rowOf(id)).toMatchObject({ deliveredAt: testNow });
  });

  it("has no more under way at once than it may", async () => {
    for (let index = 0; index < 10; index += 1) await queue();
    let underWay = 0;
    let most = 0;
    const { promise: full, resolve } = Promise.withResolvers<void>();
    const deliver = async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      if (underWay === 3) resolve();
      await full;
      await sleep(20);
      underWay -= 1;
    };
    expect(await round(deliver, { atOnce: 3 })).toBe(10);
    expect(most).toBe(3);
  });
});

describe("stopping", () => {
  it("waits for what is under way and takes on nothing more", async () => {
    const stopping = new AbortController();
    for (let index = 0; index < 5; index += 1) await queue();
    const deliver = async () => {
      stopping.abort();
      await sleep(300);
    };
    expect(await round(deliver, { signal: stopping.signal, atOnce: 1 })).toBe(1);
    const rows = await t.db.select().from(outboxMessages);
    expect(rows.filter(({ deliveredAt }) => deliveredAt !== null)).toHaveLength(1);
  });

  it("gives back what does not end within two seconds", async () => {
    const stopping = new AbortController();
    const id = await queue();
    const startedAt = performance.now();
    await round(
      async (_, __, signal) => {
        stopping.abort();
        await sleep(60_000, undefined, { signal });
      },
      { signal: stopping.signal, timeoutMs: 10_000 },
    );
    expect(performance.now() - startedAt).toBeLessThan(4000);
    expect(await rowOf(id)).toMatchObject({ availableAt: testNow, deliveredAt: null, lastError: null });
    expect(await round(async () => {})).toBe(1);
  });
});

describe("cleaning up", () => {
  it("removes delivered messages after a day and all others after 30", async () => {
    const delivered = await queue();
    await round(async () => {});
    const failed = await queue();
    await round(failing("no", true));
    const waiting = await queue();
    expect(await deleteFinishedMessages(t.db, later(86_400))).toBe(0);
    expect(await deleteFinishedMessages(t.db, later(86_401))).toBe(1);
    expect(await rowOf(delivered)).toBeUndefined();
    expect(await deleteFinishedMessages(t.db, later(30 * 86_400))).toBe(0);
    expect(await deleteFinishedMessages(t.db, later(30 * 86_400 + 1))).toBe(2);
    expect([await rowOf(failed), await rowOf(waiting)]).toEqual([undefined, undefined]);
  });
});
