import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { approvalParties } from "#lib/testing/approval-parties.ts";
import { actorOf, type Person, signIn, signUp } from "#lib/testing/authenticator/sign-up.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { completeDeviceApproval } from "./complete-device-approval.ts";
import { decideDeviceApproval } from "./decide-device-approval.ts";
import { describeDeviceApproval } from "./describe-device-approval.ts";

let t: TestDatabase;
let ana: Person;
let parties: ReturnType<typeof approvalParties>;
beforeAll(async () => {
  t = await testDatabase({ SIGN_UP: "open" });
  parties = approvalParties(t);
});
afterAll(() => t.close());
beforeEach(async () => {
  ana = await signUp(t.context(), { username: `${randomUUID()}@example.com`, displayName: "Ana" });
});

const later = (seconds: number) => new Date(testNow.getTime() + seconds * 1000);
const waiting = (overrides?: Partial<Context>) => parties.waiting(overrides);
const approving = (person = ana, overrides?: Partial<Context>) => parties.approving(person, overrides);
const unknown = { code: "APPROVAL_NOT_FOUND" };
const refused = { code: "APPROVAL_REFUSED" };

describe("approving is refused", () => {
  it("to nobody in particular, whether the code exists or not", async () => {
    const { request } = await parties.ask();
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
    const browser = await parties.ask({ now: later(5) });
    const before = approving(ana, { now: later(10) });
    await expect(parties.approve(before, browser)).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
    await expect(describeDeviceApproval(before, browser.request.code)).rejects.toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
    const again = await signIn(t.context({ now: later(20) }), ana.authenticator);
    const actor = await actorOf(t.context(), again.session.token);
    await parties.approve(approving(ana, { actor, now: later(30) }), browser);
  });

  it("to a passkey that only proved presence, and to a session that was itself let in", async () => {
    const browser = await parties.ask();
    const present = { ...ana.actor, amr: ["hwk", "user"] };
    await expect(parties.approve(approving(ana, { actor: present }), browser)).rejects.toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
    await parties.approve(approving(), browser);
    const { session } = await completeDeviceApproval(waiting(), browser.secret);
    const actor = await actorOf(waiting(), session.token);
    await expect(parties.approve(waiting({ actor }), await parties.ask())).rejects.toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
  });

  it.each(["admin", "helpdesk", "auditor"] as const)("for a role that is worth a trick: %s", async (role) => {
    const browser = await parties.ask();
    const { actor } = await buildUser(t.db, { role }, testNow);
    const mighty = { ...actor, amr: ["hwk", "user", "mfa"], credentialId: ana.actor.credentialId };
    await expect(parties.approve(t.context({ actor: mighty }), browser)).rejects.toMatchObject({
      code: "APPROVAL_NOT_ALLOWED",
    });
    expect(await parties.stateOf(browser)).toBe("waiting");
    // What somebody was talked into can be called off by them all the same.
    await parties.deny(t.context({ actor: mighty }), browser);
    expect(await parties.stateOf(browser)).toBe("denied");
  });

  it("twice, also by somebody else, and after a no", async () => {
    const leo = await signUp(t.context(), { username: `${randomUUID()}@example.com` });
    const browser = await parties.ask();
    await parties.approve(approving(), browser);
    await expect(parties.approve(approving(), browser)).rejects.toMatchObject(unknown);
    await expect(parties.approve(approving(leo), browser)).rejects.toMatchObject(unknown);
    await expect(parties.deny(approving(leo), browser)).rejects.toMatchObject(unknown);
    expect((await completeDeviceApproval(waiting(), browser.secret)).user.id).toBe(ana.user.id);

    const other = await parties.ask();
    await parties.deny(approving(), other);
    await expect(parties.approve(approving(), other)).rejects.toMatchObject(unknown);
    await expect(completeDeviceApproval(waiting(), other.secret)).rejects.toMatchObject(refused);
  });

  it("after five minutes", async () => {
    const browser = await parties.ask();
    const signedIn = await signIn(t.context({ now: later(299) }), ana.authenticator);
    const actor = await actorOf(t.context({ now: later(299) }), signedIn.session.token);
    await expect(parties.approve(approving(ana, { actor, now: later(300) }), browser)).rejects.toMatchObject(
      unknown,
    );
    await parties.approve(approving(ana, { actor, now: later(299) }), browser);
    await expect(completeDeviceApproval(waiting({ now: later(300) }), browser.secret)).rejects.toMatchObject(
      refused,
    );
  });

  it("once an address or a session has tried too many codes", async () => {
    const limits = t.runtime({ RATE_LIMIT_ENABLED: "true", RATE_LIMIT_REQUESTS: "30" });
    const { request } = await parties.ask();
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
    const browser = await parties.ask();
    const answers = Array.from({ length: 50 }, (_, n) =>
      (n % 2 === 0 ? parties.approve : parties.deny)(approving(), browser).then(
        () => "taken",
        (error: { code: string }) => error.code,
      ),
    );
    const outcomes = await Promise.all(answers);
    expect(outcomes.filter((outcome) => outcome === "taken")).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(["taken", "APPROVAL_NOT_FOUND"]));
  });
});
