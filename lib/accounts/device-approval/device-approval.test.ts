import { randomUUID } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deviceApprovals } from "#drizzle/schema/accounts.ts";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { sessions } from "#drizzle/schema/sessions.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Context } from "#lib/context/context.ts";
import { revokePasskey } from "#lib/passkeys/managing/revoke-passkey.ts";
import { checkStepUp } from "#lib/sessions/check-step-up.ts";
import { endSession } from "#lib/sessions/end-session.ts";
import { actorOf, type Person, signIn, signUp } from "#lib/testing/authenticator/sign-up.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { disableUser } from "../disable-user.ts";
import { deleteExpiredDeviceApprovals } from "./cleanup.ts";
import { completeDeviceApproval } from "./complete-device-approval.ts";
import { decideDeviceApproval } from "./decide-device-approval.ts";
import { describeDeviceApproval } from "./describe-device-approval.ts";
import { readApprovalState } from "./read-approval-state.ts";
import { requestDeviceApproval, type WaitingBrowser } from "./request-device-approval.ts";

let t: TestDatabase;
let ana: Person;
beforeAll(async () => {
  t = await testDatabase({ SIGN_UP: "open" });
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.db.delete(deviceApprovals);
  ana = await signUp(t.context(), { username: `${randomUUID()}@example.com`, displayName: "Ana" });
});

const later = (seconds: number) => new Date(testNow.getTime() + seconds * 1000);
/** The browser that waits, in another house than the person. */
const waiting = (overrides: Partial<Context> = {}) =>
  t.context({ ip: "198.51.100.9", userAgent: "Waiting browser", ...overrides });
/** The person in the browser with the passkey, verified just now. */
const approving = (person: Person = ana, overrides: Partial<Context> = {}) =>
  t.context({ actor: person.actor, ...overrides });
const ask = (overrides: Partial<Context> = {}) => requestDeviceApproval(waiting(overrides));

const approve = (ctx: Context, { request }: WaitingBrowser) =>
  decideDeviceApproval(ctx, { code: request.code, decision: "approve" });
const deny = (ctx: Context, { request }: WaitingBrowser) =>
  decideDeviceApproval(ctx, { code: request.code, decision: "deny" });
const stateOf = async ({ secret }: WaitingBrowser) => (await readApprovalState(waiting(), secret)).state;

async function lastEvent() {
  const [event] = await t.db.select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(1);
  return event;
}
const unknown = { code: "APPROVAL_NOT_FOUND" };
const refused = { code: "APPROVAL_REFUSED" };

/** What an administrator does about somebody whose device was stolen. */
async function revokeStolen(person: Person) {
  const { actor } = await buildUser(t.db, { role: "admin" }, testNow);
  const ctx = t.context({ actor: { ...actor, amr: ["hwk", "user", "mfa"] } });
  return revokePasskey(ctx, { id: person.actor.credentialId ?? "", reason: "stolen" });
}

describe("a browser without a passkey", () => {
  it("is let in by the person who approves, with less than a passkey is worth", async () => {
    const browser = await ask();
    expect(browser.request).toMatchObject({
      url: `https://id.example.com/approve?code=${browser.request.code}`,
      code: expect.stringMatching(/^[B-Z]{4}-[B-Z]{4}-[B-Z]{4}$/),
      comparisonCode: expect.stringMatching(/^[B-Z]{4}$/),
      expiresAt: later(300),
    });
    expect(await stateOf(browser)).toBe("waiting");
    await approve(approving(), browser);
    expect(await stateOf(browser)).toBe("approved");
    const { user, session } = await completeDeviceApproval(waiting(), browser.secret);
    expect(user).toMatchObject({ id: ana.user.id, displayName: "Ana" });
    const actor = await actorOf(waiting(), session.token);
    expect(actor).toMatchObject({
      userId: ana.user.id,
      method: "device_approval",
      acr: "urn:latchkey:recovery",
      amr: ["mca"],
      credentialId: ana.actor.credentialId,
    });
    // Nothing that wants a person verified minutes ago.
    expect(() => checkStepUp(waiting({ actor }))).toThrow(
      expect.objectContaining({ code: "STEP_UP_REQUIRED" }),
    );
    expect(await stateOf(browser)).toBe("over");
  });

  it("leaves a trail of who asked, who approved and who was let in", async () => {
    const browser = await ask();
    expect(await lastEvent()).toMatchObject({
      action: "device_approval.requested",
      actorType: "anonymous",
      ip: "198.51.100.9",
    });
    await approve(approving(), browser);
    expect(await lastEvent()).toMatchObject({
      action: "device_approval.approved",
      outcome: "success",
      subjectUserId: ana.user.id,
      credentialId: ana.actor.credentialId,
      details: { askedFrom: "198.51.100.9", askedWith: "Waiting browser", sameNetwork: false },
    });
    const { session } = await completeDeviceApproval(waiting(), browser.secret);
    expect(await lastEvent()).toMatchObject({
      action: "session.created",
      subjectUserId: ana.user.id,
      sessionId: session.sessionId,
      ip: "198.51.100.9",
      details: { method: "device_approval" },
    });
    const everything = JSON.stringify(await t.db.select().from(auditEvents));
    expect(everything).not.toContain(browser.secret);
    expect(everything).not.toContain(browser.request.code);
  });

  it("keeps neither secret nor code in the clear", async () => {
    const { secret, request } = await ask();
    const rows = JSON.stringify(await t.db.select().from(deviceApprovals));
    expect(rows).not.toContain(secret);
    expect(rows).not.toContain(request.code.replaceAll("-", ""));
  });

  it("is told apart by its address, its browser and the letters that both screens show", async () => {
    const { request } = await ask();
    const asked = { ip: "198.51.100.9", userAgent: "Waiting browser", askedAt: testNow };
    expect(await describeDeviceApproval(approving(), request.code)).toEqual({
      ...asked,
      comparisonCode: request.comparisonCode,
      expiresAt: later(300),
      sameNetwork: false,
    });
    const near = approving(ana, { ip: "198.51.100.200" });
    expect(await describeDeviceApproval(near, request.code)).toMatchObject({ sameNetwork: true });
  });

  it("takes the code however it is typed", async () => {
    const { request } = await ask();
    const typed = request.code.toLowerCase().replaceAll("-", " ");
    expect(await describeDeviceApproval(approving(), typed)).toHaveProperty("comparisonCode");
  });
});

describe("approving is refused", () => {
  it("to nobody in particular, whether the code exists or not", async () => {
    const { request } = await ask();
    for (const code of [request.code, "WDJB-MJHT-WDJB", ""])
      await expect(describeDeviceApproval(t.context(), code)).rejects.toMatchObject({
        code: "UNAUTHENTICATED",
      });
  });

  it.each(["WDJB-MJHT-WDJB", "short", "", "'; drop table users; --", "x".repeat(5000)])(
    "for a code that nobody waits with: %j",
    async (code) => {
      await expect(describeDeviceApproval(approving(), code)).rejects.toMatchObject(unknown);
      await expect(decideDeviceApproval(approving(), { code, decision: "approve" })).rejects.toMatchObject(
        unknown,
      );
    },
  );

  it("without a passkey used after the other browser asked, however fresh the session is otherwise", async () => {
    const browser = await ask({ now: later(5) });
    const before = approving(ana, { now: later(10) });
    await expect(approve(before, browser)).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
    await expect(describeDeviceApproval(before, browser.request.code)).rejects.toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
    const again = await signIn(t.context({ now: later(20) }), ana.authenticator);
    const actor = await actorOf(t.context(), again.session.token);
    await approve(approving(ana, { actor, now: later(30) }), browser);
  });

  it("to a passkey that only proved presence, and to a session that was itself let in", async () => {
    const browser = await ask();
    const present = { ...ana.actor, amr: ["hwk", "user"] };
    await expect(approve(approving(ana, { actor: present }), browser)).rejects.toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
    await approve(approving(), browser);
    const { session } = await completeDeviceApproval(waiting(), browser.secret);
    const actor = await actorOf(waiting(), session.token);
    await expect(approve(waiting({ actor }), await ask())).rejects.toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
  });

  it.each(["admin", "helpdesk", "auditor"] as const)("for a role that is worth a trick: %s", async (role) => {
    const browser = await ask();
    const { actor } = await buildUser(t.db, { role }, testNow);
    const mighty = { ...actor, amr: ["hwk", "user", "mfa"], credentialId: ana.actor.credentialId };
    await expect(approve(t.context({ actor: mighty }), browser)).rejects.toMatchObject({
      code: "APPROVAL_NOT_ALLOWED",
    });
    expect(await stateOf(browser)).toBe("waiting");
    // What somebody was talked into can be called off by them all the same.
    await deny(t.context({ actor: mighty }), browser);
    expect(await stateOf(browser)).toBe("denied");
  });

  it("twice, also by somebody else, and after a no", async () => {
    const leo = await signUp(t.context(), { username: `${randomUUID()}@example.com` });
    const browser = await ask();
    await approve(approving(), browser);
    await expect(approve(approving(), browser)).rejects.toMatchObject(unknown);
    await expect(approve(approving(leo), browser)).rejects.toMatchObject(unknown);
    await expect(deny(approving(leo), browser)).rejects.toMatchObject(unknown);
    expect((await completeDeviceApproval(waiting(), browser.secret)).user.id).toBe(ana.user.id);

    const other = await ask();
    await deny(approving(), other);
    await expect(approve(approving(), other)).rejects.toMatchObject(unknown);
    await expect(completeDeviceApproval(waiting(), other.secret)).rejects.toMatchObject(refused);
  });

  it("after five minutes", async () => {
    const browser = await ask();
    const signedIn = await signIn(t.context({ now: later(299) }), ana.authenticator);
    const actor = await actorOf(t.context({ now: later(299) }), signedIn.session.token);
    await expect(approve(approving(ana, { actor, now: later(300) }), browser)).rejects.toMatchObject(unknown);
    await approve(approving(ana, { actor, now: later(299) }), browser);
    await expect(completeDeviceApproval(waiting({ now: later(300) }), browser.secret)).rejects.toMatchObject(
      refused,
    );
  });

  it("once an address or a session has tried too many codes", async () => {
    const limits = t.runtime({ RATE_LIMIT_ENABLED: "true", RATE_LIMIT_REQUESTS: "30" });
    const { request } = await ask();
    const guess = (ip: string, code: string, person = ana) =>
      describeDeviceApproval({ ...approving(person, { ip }), ...limits }, code);
    for (let n = 0; n < 3; n += 1)
      await expect(guess("192.0.2.50", "WDJB-MJHT-WDJB")).rejects.toMatchObject(unknown);
    const spent = { code: "RATE_LIMIT_EXCEEDED" };
    await expect(guess("192.0.2.50", request.code)).rejects.toMatchObject(spent);
    await expect(guess("192.0.2.51", request.code)).rejects.toMatchObject(spent);
    const leo = await signUp(t.context(), { username: `${randomUUID()}@example.com` });
    await expect(guess("192.0.2.50", request.code, leo)).rejects.toMatchObject(spent);
    await expect(guess("192.0.2.51", request.code, leo)).resolves.toHaveProperty("ip");
  });

  it("of 50 answers at once all but one", async () => {
    const browser = await ask();
    const answers = Array.from({ length: 50 }, (_, n) =>
      (n % 2 === 0 ? approve : deny)(approving(), browser).then(
        () => "taken",
        (error: { code: string }) => error.code,
      ),
    );
    const outcomes = await Promise.all(answers);
    expect(outcomes.filter((outcome) => outcome === "taken")).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(["taken", "APPROVAL_NOT_FOUND"]));
  });
});

describe("the waiting browser is refused", () => {
  it("until somebody has approved", async () => {
    const browser = await ask();
    await expect(completeDeviceApproval(waiting(), browser.secret)).rejects.toMatchObject({
      code: "APPROVAL_PENDING",
    });
    await approve(approving(), browser);
    await expect(completeDeviceApproval(waiting(), browser.secret)).resolves.toHaveProperty("session");
  });

  it("with the secret of another browser, and with the code that the QR code carries", async () => {
    const [one, other] = [await ask(), await ask()];
    await approve(approving(), one);
    await expect(completeDeviceApproval(waiting(), other.secret)).rejects.toMatchObject({
      code: "APPROVAL_PENDING",
    });
    for (const secret of [one.request.code, one.request.code.replaceAll("-", ""), "", "A".repeat(43)])
      await expect(completeDeviceApproval(waiting(), secret)).rejects.toMatchObject(refused);
    await expect(completeDeviceApproval(waiting(), one.secret)).resolves.toHaveProperty("session");
  });

  it("where another request's code was slipped in: each approval opens its own browser alone", async () => {
    const [attacker, victim] = [await ask(), await ask()];
    // The person was shown the attacker's code in place of the one on their screen.
    const question = await describeDeviceApproval(approving(), attacker.request.code);
    expect(question.comparisonCode).toBe(attacker.request.comparisonCode);
    await approve(approving(), attacker);
    expect(await stateOf(victim)).toBe("waiting");
    await expect(completeDeviceApproval(waiting(), victim.secret)).rejects.toMatchObject({
      code: "APPROVAL_PENDING",
    });
  });

  it("the second time", async () => {
    const browser = await ask();
    await approve(approving(), browser);
    await completeDeviceApproval(waiting(), browser.secret);
    await expect(completeDeviceApproval(waiting(), browser.secret)).rejects.toMatchObject(refused);
    expect(await lastEvent()).toMatchObject({
      action: "device_approval.refused",
      outcome: "failure",
      reason: "approval_unknown",
    });
  });

  it("of 100 tries at once 99 times", async () => {
    const browser = await ask();
    await approve(approving(), browser);
    const tries = Array.from({ length: 100 }, () =>
      completeDeviceApproval(waiting(), browser.secret).then(
        () => "let in",
        (error: { code: string }) => error.code,
      ),
    );
    const outcomes = await Promise.all(tries);
    expect(outcomes.filter((outcome) => outcome === "let in")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "APPROVAL_REFUSED")).toHaveLength(99);
    const opened = await t.db.select().from(sessions).where(eq(sessions.userId, ana.actor.userId));
    expect(opened.filter(({ method }) => method === "device_approval")).toHaveLength(1);
  });

  const meanwhile: readonly [string, string, () => Promise<unknown>][] = [
    [
      "was disabled",
      "user_disabled",
      () => disableUser(t.context({ actor: { type: "operator" } }), ana.actor.userId),
    ],
    ["has signed out where they approved", "session_ended", () => endSession(approving())],
    ["had the passkey revoked", "session_ended", () => revokeStolen(ana)],
    [
      "was made an administrator",
      "role",
      () => t.db.update(users).set({ role: "admin" }).where(eq(users.id, ana.actor.userId)),
    ],
  ];
  it.each(meanwhile)("where the person %s meanwhile, and the approval is spent", async (_, reason, act) => {
    const browser = await ask();
    await approve(approving(), browser);
    await act();
    await expect(completeDeviceApproval(waiting(), browser.secret)).rejects.toMatchObject(refused);
    expect(await lastEvent()).toMatchObject({
      action: "device_approval.refused",
      reason,
      subjectUserId: ana.user.id,
    });
    expect(await stateOf(browser)).toBe("over");
  });

  it("where the passkey alone was revoked, even if the session went on", async () => {
    const browser = await ask();
    await approve(approving(), browser);
    await t.sql`update credentials set revoked_at = now() where id = ${ana.actor.credentialId ?? ""}`;
    await expect(completeDeviceApproval(waiting(), browser.secret)).rejects.toMatchObject(refused);
    expect(await lastEvent()).toMatchObject({ reason: "passkey_revoked" });
  });

  it("where it is switched off", async () => {
    const off = { ...waiting(), ...t.runtime({ DEVICE_APPROVAL: "false" }) };
    await expect(requestDeviceApproval(off)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("what was let in", () => {
  it("ends with the passkey that let it in", async () => {
    const browser = await ask();
    await approve(approving(), browser);
    const { session } = await completeDeviceApproval(waiting(), browser.secret);
    await revokeStolen(ana);
    await expect(actorOf(waiting(), session.token)).rejects.toThrow();
  });

  it("gets a token of its own, whatever session the browser brought along", async () => {
    const browser = await ask();
    await approve(approving(), browser);
    const planted = await buildUser(t.db);
    const ctx = waiting({ actor: planted.actor });
    const { session } = await completeDeviceApproval(ctx, browser.secret);
    expect(session.token).not.toBe(planted.token);
    expect((await actorOf(ctx, session.token)).userId).toBe(ana.user.id);
    // The other account of the browser is as it was.
    expect((await actorOf(ctx, planted.token)).userId).toBe(planted.actor.userId);
  });
});

it("forgets browsers that have waited too long", async () => {
  await ask();
  expect(await deleteExpiredDeviceApprovals(t.db, later(299))).toBe(0);
  expect(await deleteExpiredDeviceApprovals(t.db, later(300))).toBe(1);
});
