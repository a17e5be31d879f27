import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { signInLinks } from "#drizzle/schema/accounts.ts";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { outboxMessages } from "#drizzle/schema/outbox.ts";
import { users } from "#drizzle/schema/users.ts";
import type { UserActor } from "#lib/context/context.ts";
import { actorOf } from "#lib/testing/authenticator/sign-up.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { queuedMails } from "#lib/testing/queued-mails.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { disableUser } from "../../disable-user.ts";
import { updateProfile } from "../../profile/update-profile.ts";
import { describeLink } from "./describe-link.ts";
import { recoverByLink } from "./recover-by-link.ts";
import { requestEmailLink } from "./request-email-link.ts";

const on = { SMTP_URL: "smtp://127.0.0.1:2525", MAIL_FROM: "id@example.com", EMAIL_SIGN_IN: "on" };
let t: TestDatabase;
let person: UserActor;
beforeAll(async () => {
  t = await testDatabase(on);
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.db.delete(outboxMessages);
  ({ actor: person } = await buildUser(t.db, { emailVerifiedAt: testNow }));
});

const later = (seconds: number) => new Date(testNow.getTime() + seconds * 1000);
const dead = { code: "AUTHENTICATION_FAILED" };

/** What the mail's link and the browser hold together. */
async function ask(username = person.username, ctx = t.context()) {
  await t.db.delete(outboxMessages);
  const { browserSecret } = await requestEmailLink(ctx, username);
  const [letter] = await queuedMails(t, on);
  const [, token = ""] = /\/sign-in\/email-link\?token=([\w-]{43})/.exec(letter?.mail.text ?? "") ?? [];
  return { purpose: "email", token, browserSecret } as const;
}

describe("a sign-in link by mail", () => {
  it("opens the account once, in the browser that asked, and tells the person", async () => {
    const link = await ask(person.username.toUpperCase());
    expect(await describeLink(t.context(), link)).toMatchObject({ username: person.username });
    const { session } = await recoverByLink(t.context(), link);
    expect(await actorOf(t.context(), session.token)).toMatchObject({
      userId: person.userId,
      method: "email_link",
      acr: "urn:latchkey:recovery",
      amr: [],
    });
    expect((await queuedMails(t, on)).at(-1)).toMatchObject({
      message: { template: "recovery_used", props: { way: "sign_in_link" } },
    });
    await expect(recoverByLink(t.context(), link)).rejects.toMatchObject(dead);
  });

  it("opens it for one of a hundred that try at the same time", async () => {
    const link = await ask();
    const tries = await Promise.allSettled(
      Array.from({ length: 100 }, () => recoverByLink(t.context(), link)),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is worth nothing in another browser, and not spent there", async () => {
    const link = await ask();
    const other = await buildUser(t.db, { emailVerifiedAt: testNow });
    const theirs = await ask(other.actor.username);
    for (const browserSecret of [theirs.browserSecret, "", "x", "A".repeat(43)]) {
      const elsewhere = { ...link, browserSecret };
      expect(await describeLink(t.context(), elsewhere)).toBeUndefined();
      await expect(recoverByLink(t.context(), elsewhere)).rejects.toMatchObject(dead);
    }
    await expect(
      recoverByLink(t.context(), { purpose: "recovery", token: link.token }),
    ).rejects.toMatchObject(dead);
    await recoverByLink(t.context(), link);
  });

  it("lives for fifteen minutes, and ends when another is asked for", async () => {
    const old = await ask();
    const link = await ask();
    await expect(recoverByLink(t.context(), old)).rejects.toMatchObject(dead);
    await expect(recoverByLink(t.context({ now: later(900) }), link)).rejects.toMatchObject(dead);
    await recoverByLink(t.context({ now: later(899) }), link);
  });

  it("dies with what made it possible", async () => {
    const operator = t.context({ actor: { type: "operator" } });
    const changes = [
      () => disableUser(operator, person.userId),
      () => t.db.update(users).set({ role: "helpdesk" }).where(eq(users.id, person.userId)),
      () => updateProfile(operator, person.userId, { emailVerified: false }),
      () =>
        updateProfile(operator, person.userId, { username: `new-${person.username}`, emailVerified: true }),
      () => t.db.delete(users).where(eq(users.id, person.userId)),
    ];
    for (const change of changes) {
      ({ actor: person } = await buildUser(t.db, { emailVerifiedAt: testNow }));
      const link = await ask();
      expect(link.token).not.toBe("");
      await change();
      expect(await describeLink(t.context(), link)).toBeUndefined();
      await expect(recoverByLink(t.context(), link)).rejects.toMatchObject(dead);
    }
  });

  it("is not there where it is switched off, also not one that was made before", async () => {
    const link = await ask();
    const off = t.context({ config: t.runtime({ EMAIL_SIGN_IN: "off" }).config });
    await expect(requestEmailLink(off, person.username)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await describeLink(off, link)).toBeUndefined();
    await expect(recoverByLink(off, link)).rejects.toMatchObject(dead);
  });
});

describe("asking for a sign-in link", () => {
  const refusals: readonly [string, Partial<typeof users.$inferInsert> | undefined, string][] = [
    ["nobody has", undefined, "user_unknown"],
    ["is an administrator’s", { role: "admin", emailVerifiedAt: testNow }, "role"],
    ["is an auditor’s", { role: "auditor", emailVerifiedAt: testNow }, "role"],
    ["is the help desk’s", { role: "helpdesk", emailVerifiedAt: testNow }, "role"],
    ["belongs to a disabled account", { status: "disabled", emailVerifiedAt: testNow }, "user_disabled"],
    ["nobody has proven", { emailVerifiedAt: null }, "email_unverified"],
  ];

  it.each(refusals)(
    "for an address that %s sends nothing, and only the trail tells",
    async (_, columns, reason) => {
      const somebody = columns ? (await buildUser(t.db, columns)).actor : undefined;
      const username = somebody?.username ?? "nobody@example.com";
      const ctx = t.context({ requestId: reason + username });
      expect(await ask(username, ctx)).toMatchObject({ token: "" });
      expect(await t.db.select().from(outboxMessages)).toEqual([]);
      if (somebody)
        expect(await t.db.select().from(signInLinks).where(eq(signInLinks.userId, somebody.userId))).toEqual(
          [],
        );
      const events = await t.db.select().from(auditEvents).where(eq(auditEvents.requestId, ctx.requestId));
      expect(events).toMatchObject([{ action: "sign_in_link.requested", outcome: "failure", reason }]);
    },
  );

  it("is answered alike and after the same time, whoever is asked for", async () => {
    const admin = (await buildUser(t.db, { role: "admin", emailVerifiedAt: testNow })).actor;
    const shapes = new Set<string>();
    const quickest = new Map<string, number>();
    for (let round = 0; round < 3; round += 1)
      for (const username of [person.username, "nobody@example.com", admin.username]) {
        const startedAt = performance.now();
        const { browserSecret, ...rest } = await requestEmailLink(t.context(), username);
        const took = performance.now() - startedAt;
        quickest.set(username, Math.min(took, quickest.get(username) ?? took));
        shapes.add(JSON.stringify([/^[\w-]{43}$/.test(browserSecret), rest]));
      }
    expect(shapes.size).toBe(1);
    // The clock decides, not the work.
    const times = [...quickest.values()];
    expect(Math.min(...times)).toBeGreaterThan(395);
    expect(Math.max(...times) - Math.min(...times)).toBeLessThan(40);
  });

  it("ends after five times from one address, and after five for one name from anywhere", async () => {
    const { config } = t.runtime({ RATE_LIMIT_ENABLED: "true" });
    const from = (ip: string, username: string) => requestEmailLink(t.context({ config, ip }), username);
    const many = await Promise.allSettled(
      Array.from({ length: 12 }, (_, index) => from("203.0.113.90", `name${index}@example.com`)),
    );
    expect(many.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
    for (const one of many)
      if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "RATE_LIMIT_EXCEEDED" });
    for (const username of [person.username, "nobody-at-all@example.com"]) {
      const spread = await Promise.allSettled(
        Array.from({ length: 8 }, (_, index) => from(`198.51.100.${index}`, username)),
      );
      expect(spread.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
    }
  });
});
