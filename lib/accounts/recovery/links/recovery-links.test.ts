import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { signInLinks } from "#drizzle/schema/accounts.ts";
import { auditEvents } from "#drizzle/schema/audit.ts";
import type { ApiKeyId, UserId } from "#drizzle/schema/ids.ts";
import { outboxMessages } from "#drizzle/schema/outbox.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Actor, Context, UserActor } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import { resolveSession } from "#lib/sessions/resolve-session.ts";
import { actorOf } from "#lib/testing/authenticator/sign-up.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { queuedMails } from "#lib/testing/queued-mails.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { createSetUpLink } from "../../create-set-up-link.ts";
import { disableUser, enableUser } from "../../disable-user.ts";
import { updateProfile } from "../../profile/update-profile.ts";
import { createRecoveryLink } from "./create-recovery-link.ts";
import { describeLink } from "./describe-link.ts";
import { recoverByLink } from "./recover-by-link.ts";

const mail = { SMTP_URL: "smtp://127.0.0.1:2525", MAIL_FROM: "id@example.com" };
let t: TestDatabase;
let operator: Context;
let person: UserActor;
let token: string;
beforeAll(async () => {
  t = await testDatabase(mail);
  operator = t.context({ actor: { type: "operator" } });
});
afterAll(() => t.close());
beforeEach(async () => {
  ({ actor: person } = await buildUser(t.db));
  token = await makeLink();
  await t.db.delete(outboxMessages);
});

const later = (seconds: number) => new Date(testNow.getTime() + seconds * 1000);
const opened = (one = token) => ({ purpose: "recovery", token: one }) as const;
const dead = {
  code: "AUTHENTICATION_FAILED",
  publicMessage: "This link doesn’t work: it was used, a newer one took its place, or it has expired.",
};

async function makeLink(userId: UserId = person.userId, ctx: Context = operator): Promise<string> {
  const { link } = await createRecoveryLink(ctx, { userId, mail: false });
  return new URL(link ?? "").searchParams.get("token") ?? "";
}

async function confirmed(role: "admin" | "helpdesk" | "auditor" | "user"): Promise<UserActor> {
  const { actor } = await buildUser(t.db, { role });
  return { ...actor, amr: ["hwk", "user", "mfa"] };
}

describe("an administrator’s link", () => {
  it("opens the account once, weakly, and tells the person", async () => {
    const { user, session } = await recoverByLink(t.context(), opened());
    expect(user.id).toBe(person.userId);
    expect(await actorOf(t.context(), session.token)).toMatchObject({
      userId: person.userId,
      method: "recovery_link",
      acr: "urn:latchkey:recovery",
      amr: [],
    });
    expect(await queuedMails(t, mail)).toMatchObject([
      { to: person.username, message: { template: "recovery_used", props: { way: "recovery_link" } } },
    ]);
    await expect(recoverByLink(t.context(), opened())).rejects.toMatchObject(dead);
  });

  it("opens it for one of a hundred that try at the same time", async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 100 }, () => recoverByLink(t.context(), opened())),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of tries) if (one.status === "rejected") expect(one.reason).toMatchObject(dead);
  });

  it("may be replaced, or its person disabled, while it is used: they do not block each other", async () => {
    for (let round = 0; round < 10; round += 1) {
      token = await makeLink();
      const [used, made, disabled] = await Promise.allSettled([
        recoverByLink(t.context(), opened()),
        makeLink(),
        disableUser(operator, person.userId),
      ]);
      if (used.status === "rejected") expect(used.reason).toMatchObject(dead);
      if (made.status === "rejected") expect(made.reason).toMatchObject({ code: "CONFLICT" });
      expect(disabled.status).toBe("fulfilled");
      await enableUser(operator, person.userId);
    }
  });

  it("says whose account it opens, and is as good afterwards", async () => {
    for (let n = 0; n < 20; n += 1)
      expect(await describeLink(t.context(), opened())).toEqual({
        username: person.username,
        displayName: person.displayName,
        expiresAt: later(86_400),
      });
    await recoverByLink(t.context(), opened());
    expect(await describeLink(t.context(), opened())).toBeUndefined();
  });

  it("adds its account to those of the browser, under a token that was not there before", async () => {
    const other = await buildUser(t.db);
    const { session } = await recoverByLink(t.context({ actor: other.actor }), opened());
    expect(session.resumed).toBe(false);
    expect(session.token).not.toBe(other.token);
    expect(await resolveSession(t.runtime(), other.token, testNow)).toMatchObject({
      userId: other.actor.userId,
    });
  });

  it("stands nowhere in the clear, and the trail says who made it", async () => {
    const admin = await confirmed("admin");
    token = await makeLink(person.userId, t.context({ actor: admin }));
    const rows = [await t.db.select().from(signInLinks), await t.db.select().from(auditEvents)];
    expect(JSON.stringify(rows)).not.toContain(token);
    const [event] = await t.db
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.action, "recovery_link.created"), eq(auditEvents.actorId, admin.userId)));
    expect(event).toMatchObject({
      subjectUserId: person.userId,
      details: { mailed: false, ended: 1, expiresAt: later(86_400).toISOString() },
    });
  });

  it("is mailed instead of told where that is wished", async () => {
    const made = await createRecoveryLink(operator, { userId: person.userId, mail: true });
    expect(made).toEqual({ username: person.username, expiresAt: later(86_400) });
    const [letter] = await queuedMails(t, mail);
    expect(letter).toMatchObject({ to: person.username, message: { template: "recovery_link" } });
    const link = /https:\/\/id\.example\.com\/sign-in\/recovery-link\?token=([\w-]{43})/.exec(
      letter?.mail.text ?? "",
    );
    await recoverByLink(t.context(), opened(link?.[1]));
  });

  it("is not made where it cannot be mailed, and the old one stays", async () => {
    const { config } = t.runtime({ SMTP_URL: "", MAIL_FROM: "" });
    await expect(
      createRecoveryLink({ ...operator, config }, { userId: person.userId, mail: true }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    await recoverByLink(t.context(), opened());
  });
});

describe("an administrator’s link may be made", () => {
  const make = (actor: Actor, userId: UserId = person.userId, now = testNow) =>
    createRecoveryLink(t.context({ actor, now }), { userId, mail: false });
  const apiKey = (createdBy: UserId, scopes: readonly string[]): Actor => ({
    type: "api_key",
    keyId: newId<ApiKeyId>(),
    name: "script",
    scopes,
    createdBy,
    creatorRole: "admin",
  });

  it("by nobody without the right to, nor without a confirmation", async () => {
    for (const actor of [{ type: "anonymous" } as const, await confirmed("user"), await confirmed("auditor")])
      await expect(make(actor)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const admin = await confirmed("admin");
    await expect(make(admin, person.userId, later(1200))).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
    await expect(make({ ...admin, method: "recovery_code" })).rejects.toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
    await recoverByLink(t.context(), opened());
  });

  it("by the help desk for people, and for nobody above them", async () => {
    const helpdesk = await confirmed("helpdesk");
    expect(await make(helpdesk)).toMatchObject({ link: expect.any(String) });
    for (const role of ["admin", "auditor", "helpdesk"] as const) {
      const { actor } = await buildUser(t.db, { role });
      await expect(make(helpdesk, actor.userId)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });

  it("by an administrator for another one, and not for themselves", async () => {
    const admin = await confirmed("admin");
    expect(await make(admin, (await confirmed("admin")).userId)).toMatchObject({ link: expect.any(String) });
    await expect(make(admin, admin.userId)).rejects.toMatchObject({
      code: "FORBIDDEN",
      publicMessage: expect.stringContaining("Make recovery codes instead"),
    });
  });

  it("by an API key for people, and not into an account with more rights than the key", async () => {
    const admin = await confirmed("admin");
    const other = await confirmed("admin");
    const key = apiKey(admin.userId, ["users.recover"]);
    expect(await make(key)).toMatchObject({ link: expect.any(String) });
    for (const userId of [admin.userId, other.userId, (await confirmed("helpdesk")).userId])
      await expect(make(key, userId)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(make(apiKey(admin.userId, ["users.write"]))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("not for somebody who is not there, or disabled", async () => {
    await expect(make({ type: "operator" }, newId<UserId>())).rejects.toMatchObject({
      code: "USER_NOT_FOUND",
    });
    await disableUser(operator, person.userId);
    await expect(make({ type: "operator" })).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("an administrator’s link is dead", () => {
  it.each([
    ["unknown", "A".repeat(43)],
    ["malformed", "short"],
    ["hostile", "'; delete from users; --"],
  ])("when it is %s", async (_, one) => {
    expect(await describeLink(t.context(), opened(one))).toBeUndefined();
    await expect(recoverByLink(t.context(), opened(one))).rejects.toMatchObject(dead);
  });

  it("after a day", async () => {
    await recoverByLink(t.context({ now: later(86_399) }), opened());
    const next = await makeLink();
    const after = t.context({ now: later(86_400) });
    expect(await describeLink(after, opened(next))).toBeUndefined();
    await expect(recoverByLink(after, opened(next))).rejects.toMatchObject(dead);
  });

  it("when a newer one was made, of however many at once one stays", async () => {
    const newer = await makeLink();
    await expect(recoverByLink(t.context(), opened())).rejects.toMatchObject(dead);
    const all = await Promise.all(Array.from({ length: 6 }, () => makeLink()));
    const good = await Promise.all(all.map((one) => describeLink(t.context(), opened(one))));
    expect(good.filter(Boolean)).toHaveLength(1);
    await expect(recoverByLink(t.context(), opened(newer))).rejects.toMatchObject(dead);
  });

  it("when the person is disabled, also after they are enabled again", async () => {
    await disableUser(operator, person.userId);
    expect(await describeLink(t.context(), opened())).toBeUndefined();
    await expect(recoverByLink(t.context(), opened())).rejects.toMatchObject(dead);
    await enableUser(operator, person.userId);
    await expect(recoverByLink(t.context(), opened())).rejects.toMatchObject(dead);
  });

  it("when the person is deleted, or got another address", async () => {
    await updateProfile(operator, person.userId, { username: `new-${person.username}` });
    await expect(recoverByLink(t.context(), opened())).rejects.toMatchObject(dead);
    const next = await makeLink();
    await t.db.delete(users).where(eq(users.id, person.userId));
    await expect(recoverByLink(t.context(), opened(next))).rejects.toMatchObject(dead);
  });

  it("as a link of another kind or of another instance", async () => {
    const browserSecret = "B".repeat(43);
    await expect(
      recoverByLink(t.context({ config: t.runtime({ EMAIL_SIGN_IN: "on" }).config }), {
        purpose: "email",
        token,
        browserSecret,
      }),
    ).rejects.toMatchObject(dead);
    const setUp = await createSetUpLink(operator);
    await expect(recoverByLink(t.context(), opened(setUp?.token ?? ""))).rejects.toMatchObject(dead);
    const elsewhere = await testDatabase();
    try {
      await expect(recoverByLink(elsewhere.context(), opened())).rejects.toMatchObject(dead);
    } finally {
      await elsewhere.close();
    }
    await recoverByLink(t.context(), opened());
  });

  it("in the trail, with the rule", async () => {
    await expect(recoverByLink(t.context({ requestId: "dead-link" }), opened("x"))).rejects.toMatchObject(
      dead,
    );
    const events = await t.db.select().from(auditEvents).where(eq(auditEvents.requestId, "dead-link"));
    expect(events).toMatchObject([{ action: "recovery.failed", outcome: "failure", reason: "link_unknown" }]);
  });
});
