import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OutboxMessageId } from "#drizzle/schema/ids.ts";
import { outboxMessages } from "#drizzle/schema/outbox.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { queueMessage } from "#lib/outbox/queue-message.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { queryPlans } from "#lib/testing/query-plans.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { getMailState } from "./get-mail-state.ts";
import { problemOf } from "./problem-of.ts";
import { discardMail, retryMail } from "./settle-mail.ts";

let t: TestDatabase;
let admin: Context;
beforeAll(async () => {
  t = await testDatabase({ SMTP_URL: "smtps://robot:hunter2@mail.example.com", MAIL_FROM: "id@example.com" });
  admin = await acting("admin");
});
afterAll(() => t.close());

async function acting(role: UserActor["role"]): Promise<Context> {
  const { actor } = await buildUser(t.db, { role });
  return t.context({ actor: { ...actor, amr: ["mfa"] } });
}

const hourMs = 3_600_000;

async function mail(values: Partial<typeof outboxMessages.$inferInsert> = {}): Promise<OutboxMessageId> {
  const id = await t.db.transaction((tx) =>
    queueMessage(t.context(), tx, {
      kind: "mail",
      payload: {
        to: "ana@example.com",
        reference: crypto.randomUUID(),
        locale: "en",
        message: { template: "test", props: { at: testNow.toISOString() } },
      },
    }),
  );
  await t.db
    .update(outboxMessages)
    .set({ attempts: 0, ...values })
    .where(eq(outboxMessages.id, id));
  return id;
}

const givenUp = (summary: string) => ({ failedAt: testNow, lastError: summary, attempts: 10 });

describe("the state of mail", () => {
  it("tells the server without what signs in to it", async () => {
    const state = await getMailState(admin);
    expect(state.server).toMatchObject({
      host: "mail.example.com",
      port: 465,
      tls: "implicit",
      signsIn: true,
    });
    expect(JSON.stringify(state)).not.toMatch(/robot|hunter2/);
    const unset = await getMailState({ ...admin, config: { ...admin.config, mail: undefined } });
    expect(unset.server).toBeNull();
  });

  it("counts what waits and what was given up, and says to whom and why", async () => {
    const old = new Date(testNow.getTime() - hourMs);
    await mail({ createdAt: old });
    const delayed = await mail({ lastError: "451 RCPT TO", attempts: 1, availableAt: testNow });
    const lost = await mail(givenUp("550 RCPT TO"));
    await mail({ deliveredAt: testNow });
    const state = await getMailState(admin);
    expect(state).toMatchObject({ waiting: 2, failed: 1, oldestWaitingAt: old });
    expect(state.troubled).toMatchObject([
      { id: lost, to: "ana@example.com", template: "test", problem: "recipient_refused", failedAt: testNow },
      { id: delayed, problem: "later", failedAt: null, nextAttemptAt: testNow },
    ]);
  });

  it("tells also what does not open any more", async () => {
    const id = await mail({ ...givenUp("unreadable"), payload: new Uint8Array([1, 2, 3]) });
    const { troubled } = await getMailState(admin);
    expect(troubled.find((one) => one.id === id)).toMatchObject({ problem: "unreadable" });
    expect(troubled.find((one) => one.id === id)).not.toHaveProperty("to");
  });

  it("is for those who may see settings", async () => {
    for (const role of ["user", "helpdesk"] as const)
      await expect(getMailState(await acting(role))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(getMailState(await acting("auditor"))).resolves.toBeDefined();
  });

  it.each([
    ["535 AUTH PLAIN", "credentials"],
    ["EAUTH", "credentials"],
    ["ECONNECTION CONN", "unreachable"],
    ["Error ECONNREFUSED", "unreachable"],
    ["EDNS CONN", "unknown_host"],
    ["ETLS", "encryption"],
    ["timed out", "timeout"],
    ["550 DATA", "refused"],
    ["421", "later"],
    ["expired", "expired"],
    ["too late", "too_late"],
    ["TypeError", "unknown"],
    [null, "unknown"],
  ])("reads %s as %s", (summary, problem) => {
    expect(problemOf(summary)).toBe(problem);
  });

  it("is read from indexes, however many mails there are", async () => {
    await t.db.execute(sql`
      insert into outbox_messages (id, kind, payload, created_at, available_at, attempts, delivered_at)
      select gen_random_uuid(), 'mail', 'many', now(), now(), 1, now() from generate_series(1, 20000) n`);
    await t.db.execute(sql`analyze outbox_messages`);
    const plans = await queryPlans(t, (db) => getMailState({ ...admin, db }));
    expect(plans).toHaveLength(4);
    for (const plan of plans) expect(plan).not.toMatch(/Seq Scan on outbox_messages/);
    await t.db.execute(sql`delete from outbox_messages where payload = 'many'`);
  });
});

describe("a mail that did not arrive", () => {
  it("is tried anew as if it had just been written, once however many ask", async () => {
    const id = await mail({
      ...givenUp("550 RCPT TO"),
      createdAt: new Date(testNow.getTime() - 48 * hourMs),
    });
    const rounds = await Promise.allSettled(Array.from({ length: 5 }, () => retryMail(admin, id)));
    expect(rounds.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const [row] = await t.db.select().from(outboxMessages).where(eq(outboxMessages.id, id));
    expect(row).toMatchObject({ failedAt: null, attempts: 0, createdAt: testNow, availableAt: testNow });
  });

  it("is dropped, but not once it has arrived", async () => {
    const [lost, waiting, arrived] = [
      await mail(givenUp("expired")),
      await mail(),
      await mail({ deliveredAt: testNow }),
    ];
    await discardMail(admin, lost);
    await discardMail(admin, waiting);
    await expect(discardMail(admin, arrived)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(retryMail(admin, arrived)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(discardMail(admin, lost)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is nobody's business whose it is not: other kinds of messages stay", async () => {
    const id = await mail({ ...givenUp("410"), kind: "logout_token" });
    await expect(retryMail(admin, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(discardMail(admin, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is looked after by administrators who confirmed", async () => {
    const id = await mail(givenUp("expired"));
    for (const role of ["user", "helpdesk", "auditor"] as const)
      for (const act of [retryMail, discardMail])
        await expect(act(await acting(role), id)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { actor } = await buildUser(t.db, { role: "admin" }, new Date(testNow.getTime() - hourMs));
    for (const act of [retryMail, discardMail])
      await expect(act(t.context({ actor }), id)).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
  });
});
