import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { newId, randomSecret } from "#lib/crypto/random.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { queuedMails } from "#lib/testing/queued-mails.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { findUser } from "#lib/users/store.ts";
import { updateProfile } from "../profile/update-profile.ts";
import { createRecoveryLink } from "../recovery/links/create-recovery-link.ts";
import { deleteExpiredEmailVerifications } from "./cleanup.ts";
import { confirmEmail } from "./confirm-email.ts";
import { describeEmail } from "./describe-email.ts";
import { describeEmailLink } from "./describe-email-link.ts";
import { requestEmailChange, requestEmailVerification } from "./request-email.ts";
import { withdrawEmail } from "./withdraw-email.ts";

const smtp = { SMTP_URL: "smtp://localhost", MAIL_FROM: "id@example.com" };
const day = 24 * 3600 * 1000;

interface Somebody {
  readonly actor: UserActor;
  readonly ctx: Context;
}

let t: TestDatabase;
let ana: Somebody;
let leo: Somebody;

beforeAll(async () => {
  t = await testDatabase(smtp);
});
afterAll(() => t.close());
beforeEach(async () => {
  [ana, leo] = [await somebody(), await somebody()];
});

async function somebody(): Promise<Somebody> {
  const { actor: built } = await buildUser(t.db);
  const actor = { ...built, amr: ["hwk", "user", "mfa"] };
  return { actor, ctx: t.context({ actor, requestId: newId<string>() }) };
}
const freeAddress = () => `${randomUUID()}@example.org`;
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => (error instanceof DomainError ? error.code : String(error)),
  );
const rowOf = async ({ actor }: Somebody) => {
  const row = await findUser(t.db, actor.userId);
  if (!row) throw new Error("gone");
  return row;
};
const mailsTo = async (address: string) => (await queuedMails(t)).filter(({ to }) => to === address);
const templatesTo = async (address: string) =>
  (await mailsTo(address)).map((mail) => ("message" in mail ? mail.message.template : "?"));
/** As the person reads it in their mailbox: the newest one. */
const tokenSentTo = async (address: string) => {
  const links = (await mailsTo(address)).flatMap((mail) =>
    "message" in mail && mail.message.template === "verify_email" ? [mail.message.props.link] : [],
  );
  return new URL(links.at(-1) ?? "").searchParams.get("token") ?? "";
};
const ask = async (person: Somebody, email: string) => {
  await requestEmailChange(person.ctx, { email });
  return await tokenSentTo(email.toLowerCase());
};
const eventsOf = (requestId: string) =>
  t.db
    .select({
      action: auditEvents.action,
      outcome: auditEvents.outcome,
      reason: auditEvents.reason,
      details: auditEvents.details,
    })
    .from(auditEvents)
    .where(eq(auditEvents.requestId, requestId));

describe("asking for another address", () => {
  it("changes nothing, mails a link to the new one and word to the old one", async () => {
    const email = freeAddress();
    const { expiresAt } = await requestEmailChange(ana.ctx, { email: email.toUpperCase() });
    expect(expiresAt).toEqual(new Date(testNow.getTime() + day));
    expect((await rowOf(ana)).username).toBe(ana.actor.username);
    expect(await describeEmail(ana.ctx)).toEqual({
      email: ana.actor.username,
      verified: false,
      pending: { email, expiresAt },
      changeable: true,
    });
    expect(await templatesTo(email)).toEqual(["verify_email"]);
    expect(await templatesTo(ana.actor.username)).toEqual(["email_change_requested"]);
    expect(await eventsOf(ana.ctx.requestId)).toEqual([
      { action: "email.requested", outcome: "success", reason: null, details: { change: true } },
    ]);
  });

  it("keeps no link: only its hash", async () => {
    const token = await ask(ana, freeAddress());
    expect(token).toHaveLength(43);
    const rows = await t.sql`select * from email_verifications`;
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("tells nobody whether an address has an account: answer, mails and rows are the same", async () => {
    const free = freeAddress();
    const [answer, other] = [
      await requestEmailChange(ana.ctx, { email: free }),
      await requestEmailChange({ ...leo.ctx }, { email: ana.actor.username }),
    ];
    expect(other.expiresAt).toEqual(answer.expiresAt);
    expect((await describeEmail(leo.ctx)).pending?.email).toBe(ana.actor.username);
    expect(await templatesTo(free)).toEqual(["verify_email"]);
    expect(await templatesTo(ana.actor.username)).toEqual(["email_change_requested", "verify_email"]);
  });

  it("wants a passkey of the last minutes: no old session, and none that a way of recovery opened", async () => {
    const weak: Partial<UserActor>[] = [
      { authTime: new Date(testNow.getTime() - 601_000) },
      { amr: ["hwk", "user"] },
      { method: "recovery_code", acr: "urn:latchkey:recovery", amr: ["otp"], authTime: testNow },
      { method: "email_link", acr: "urn:latchkey:recovery", amr: [], authTime: testNow },
      { method: "device_approval", acr: "urn:latchkey:recovery", amr: [], authTime: testNow },
    ];
    for (const deviation of weak) {
      const ctx = { ...ana.ctx, actor: { ...ana.actor, ...deviation }, requestId: newId<string>() };
      expect(await codeOf(requestEmailChange(ctx, { email: freeAddress() }))).toBe("STEP_UP_REQUIRED");
      expect(await eventsOf(ctx.requestId)).toMatchObject([
        { outcome: "failure", reason: "STEP_UP_REQUIRED" },
      ]);
    }
    const nobody = t.context();
    expect(await codeOf(requestEmailChange(nobody, { email: "a@b.example" }))).toBe("UNAUTHENTICATED");
    expect(await codeOf(requestEmailVerification(nobody))).toBe("UNAUTHENTICATED");
    expect(await codeOf(withdrawEmail(nobody))).toBe("UNAUTHENTICATED");
    expect(await codeOf(describeEmail(nobody))).toBe("UNAUTHENTICATED");
  });

  it("refuses what is no address, looks like another one, or is somebody's own already", async () => {
    const odd = [
      "",
      "ana",
      "ana@",
      "аna@example.com",
      "ana@exаmple.com",
      "ａna@example.com",
      "ana\u200b@example.com",
      "ana@example.com\r\nBcc: eve@example.com",
      `${"a".repeat(250)}@example.com`,
    ];
    for (const email of odd)
      expect(await codeOf(requestEmailChange(ana.ctx, { email })), email).toBe("VALIDATION_ERROR");
    const more = { email: "a@example.com", username: "b", role: "admin", emailVerifiedAt: testNow };
    expect(await codeOf(requestEmailChange(ana.ctx, more))).toBe("VALIDATION_ERROR");
    await t.sql`update users set email_verified_at = now() where id = ${ana.actor.userId}`;
    expect(await codeOf(requestEmailChange(ana.ctx, { email: ana.actor.username.toUpperCase() }))).toBe(
      "VALIDATION_ERROR",
    );
    expect(await codeOf(requestEmailVerification(ana.ctx))).toBe("VALIDATION_ERROR");
  });

  it("says whom to ask where no mail is sent", async () => {
    const { config } = t.runtime({ SMTP_URL: "", MAIL_FROM: "" });
    const ctx = { ...ana.ctx, config: { ...config, mail: undefined } };
    expect(await codeOf(requestEmailChange(ctx, { email: freeAddress() }))).toBe("CONFLICT");
    expect((await describeEmail(ctx)).changeable).toBe(false);
  });

  it("sends one mail a minute, wherever it is asked for", async () => {
    const limited = t.runtime({ RATE_LIMIT_ENABLED: "true" });
    const at = (seconds: number) => ({
      ...ana.ctx,
      ...limited,
      ip: randomUUID(),
      now: new Date(testNow.getTime() + seconds * 1000),
    });
    expect(await codeOf(requestEmailChange(at(0), { email: freeAddress() }))).toBe("done");
    expect(await codeOf(requestEmailChange(at(59), { email: freeAddress() }))).toBe("RATE_LIMIT_EXCEEDED");
    expect(await codeOf(requestEmailVerification(at(59)))).toBe("RATE_LIMIT_EXCEEDED");
    expect(await codeOf(requestEmailChange(at(61), { email: freeAddress() }))).toBe("done");
    const all = await Promise.all(
      Array.from({ length: 20 }, () => codeOf(requestEmailChange(at(200), { email: freeAddress() }))),
    );
    expect(all.filter((code) => code === "done")).toHaveLength(1);
  });
});

describe("the link", () => {
  it("makes the address the person's, checked, and tells the old one", async () => {
    const email = freeAddress();
    const token = await ask(ana, email);
    const ctx = { ...ana.ctx, requestId: newId<string>() };
    expect(await describeEmailLink(ctx, token)).toEqual({ state: "open", email, change: true });
    expect(await confirmEmail(ctx, { token })).toEqual({ email, changed: true });
    expect(await rowOf(ana)).toMatchObject({ username: email, emailVerifiedAt: testNow, updatedAt: testNow });
    expect(await templatesTo(ana.actor.username)).toEqual(["email_change_requested", "email_changed"]);
    expect((await describeEmail(ctx)).pending).toBeNull();
    expect(await eventsOf(ctx.requestId)).toEqual([
      { action: "email.confirmed", outcome: "success", reason: null, details: { changed: true } },
    ]);
  });

  it("ends the links back in that wait in the old mailbox", async () => {
    const operator = t.context({ actor: { type: "operator" } });
    const linksOf = () => t.sql`select 1 from sign_in_links where user_id = ${ana.actor.userId}`;
    await createRecoveryLink(operator, { userId: ana.actor.userId, mail: false });
    await confirmEmail(ana.ctx, { token: await ask(ana, freeAddress()) });
    expect(await linksOf()).toHaveLength(0);
  });

  it("proves the address that there is, which needs no confirmation by passkey", async () => {
    const old = { ...ana.ctx, actor: { ...ana.actor, authTime: new Date(testNow.getTime() - day) } };
    await requestEmailVerification(old);
    expect(await templatesTo(ana.actor.username)).toEqual(["verify_email"]);
    const token = await tokenSentTo(ana.actor.username);
    expect(await confirmEmail(old, { token })).toEqual({ email: ana.actor.username, changed: false });
    expect(await rowOf(ana)).toMatchObject({ username: ana.actor.username, emailVerifiedAt: testNow });
    expect(await templatesTo(ana.actor.username)).toEqual(["verify_email"]);
  });

  it("is not used up by being looked at, however often a scanner does", async () => {
    const token = await ask(ana, freeAddress());
    for (let n = 0; n < 5; n += 1) {
      await describeEmailLink(t.context(), token);
      await describeEmailLink(leo.ctx, token);
      expect((await describeEmailLink(ana.ctx, token)).state).toBe("open");
    }
    expect(await codeOf(confirmEmail(ana.ctx, { token }))).toBe("done");
  });

  it("is worth nothing to the stranger whose address was typed, and to nobody without a session", async () => {
    const token = await ask(ana, freeAddress());
    expect(await codeOf(confirmEmail(t.context(), { token }))).toBe("UNAUTHENTICATED");
    expect(await describeEmailLink(leo.ctx, token)).toEqual({ state: "foreign" });
    expect(await codeOf(confirmEmail(leo.ctx, { token }))).toBe("FORBIDDEN");
    // And it is still there for whoever asked.
    expect(await codeOf(confirmEmail(ana.ctx, { token }))).toBe("done");
  });

  it.each<[string, (token: string) => Promise<readonly [Somebody, string, Date?]>]>([
    ["that was made up", async () => [ana, randomSecret()]],
    ["that is no token", async () => [ana, "x"]],
    ["a day later", async (token) => [ana, token, new Date(testNow.getTime() + day)]],
    [
      "that a newer one replaced",
      async (token) => {
        await ask(ana, freeAddress());
        return [ana, token];
      },
    ],
    [
      "that was taken back",
      async (token) => {
        await withdrawEmail(ana.ctx);
        return [ana, token];
      },
    ],
    [
      "that was used",
      async (token) => {
        await confirmEmail(ana.ctx, { token });
        return [ana, token];
      },
    ],
    [
      "after an administrator named another address",
      async (token) => {
        const operator = t.context({ actor: { type: "operator" } });
        await updateProfile(operator, ana.actor.userId, { username: freeAddress() });
        return [ana, token];
      },
    ],
  ])("changes nothing %s", async (_, prepare) => {
    const [person, token, now = testNow] = await prepare(await ask(ana, freeAddress()));
    const before = await rowOf(person);
    expect(["FORBIDDEN", "VALIDATION_ERROR"]).toContain(
      await codeOf(confirmEmail({ ...person.ctx, now }, { token })),
    );
    expect(await rowOf(person)).toEqual(before);
    expect((await describeEmailLink({ ...person.ctx, now }, token)).state).toBe("dead");
  });

  it("says that the address is taken only to whoever has the mailbox, and is spent by it", async () => {
    const token = await ask(leo, ana.actor.username.toUpperCase());
    expect(await codeOf(confirmEmail(leo.ctx, { token }))).toBe("USER_EXISTS");
    expect(await rowOf(leo)).toMatchObject({ username: leo.actor.username, emailVerifiedAt: null });
    expect(await codeOf(confirmEmail(leo.ctx, { token }))).toBe("FORBIDDEN");
  });

  it("is removed when it has expired", async () => {
    await ask(ana, freeAddress());
    await deleteExpiredEmailVerifications(t.db, new Date(testNow.getTime() + day - 1));
    expect((await describeEmail(ana.ctx)).pending).not.toBeNull();
    expect(await deleteExpiredEmailVerifications(t.db, new Date(testNow.getTime() + day))).toBeGreaterThan(0);
    expect((await describeEmail(ana.ctx)).pending).toBeNull();
  });
});

describe("at the same time", () => {
  it("one of a hundred confirmations by the same link counts", async () => {
    const token = await ask(ana, freeAddress());
    const codes = await Promise.all(
      Array.from({ length: 100 }, () => codeOf(confirmEmail({ ...ana.ctx }, { token }))),
    );
    expect(codes.filter((code) => code === "done")).toHaveLength(1);
    expect(codes.filter((code) => code === "FORBIDDEN")).toHaveLength(99);
    expect(await templatesTo(ana.actor.username)).toEqual(["email_change_requested", "email_changed"]);
  });

  it("one of two people who confirm the same address gets it", async () => {
    for (let round = 0; round < 5; round += 1) {
      const people = [await somebody(), await somebody()];
      const email = freeAddress();
      const tokens: string[] = [];
      for (const person of people) tokens.push(await ask(person, email));
      const codes = await Promise.all(
        people.map((person, n) => codeOf(confirmEmail(person.ctx, { token: tokens[n] ?? "" }))),
      );
      expect(codes.toSorted()).toEqual(["USER_EXISTS", "done"]);
      const names = (await Promise.all(people.map(rowOf))).map(({ username }) => username);
      expect(names.filter((name) => name === email)).toHaveLength(1);
    }
  });

  it("two people who swap their addresses do not block each other", async () => {
    const [first, second] = [await ask(ana, leo.actor.username), await ask(leo, ana.actor.username)];
    const codes = await Promise.all([
      codeOf(confirmEmail(ana.ctx, { token: first })),
      codeOf(confirmEmail(leo.ctx, { token: second })),
    ]);
    expect(codes).toEqual(["USER_EXISTS", "USER_EXISTS"]);
  });
});
