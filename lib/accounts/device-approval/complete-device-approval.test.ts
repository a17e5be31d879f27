import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sessions } from "#drizzle/schema/sessions.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Context } from "#lib/context/context.ts";
import { endSession } from "#lib/sessions/end-session.ts";
import { approvalParties } from "#lib/testing/approval-parties.ts";
import { type Person, signUp } from "#lib/testing/authenticator/sign-up.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { disableUser } from "../disable-user.ts";
import { completeDeviceApproval } from "./complete-device-approval.ts";
import { describeDeviceApproval } from "./describe-device-approval.ts";
import { requestDeviceApproval } from "./request-device-approval.ts";

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

const waiting = (overrides?: Partial<Context>) => parties.waiting(overrides);
const approving = (person = ana, overrides?: Partial<Context>) => parties.approving(person, overrides);
const refused = { code: "APPROVAL_REFUSED" };

describe("the waiting browser is refused", () => {
  it("until somebody has approved", async () => {
    const browser = await parties.ask();
    await expect(completeDeviceApproval(waiting(), browser.secret)).rejects.toMatchObject({
      code: "APPROVAL_PENDING",
    });
    await parties.approve(approving(), browser);
    await expect(completeDeviceApproval(waiting(), browser.secret)).resolves.toHaveProperty("session");
  });

  it("with the secret of another browser, and with the code that the QR code carries", async () => {
    const [one, other] = [await parties.ask(), await parties.ask()];
    await parties.approve(approving(), one);
    await expect(completeDeviceApproval(waiting(), other.secret)).rejects.toMatchObject({
      code: "APPROVAL_PENDING",
    });
    for (const secret of [one.request.code, one.request.code.replaceAll("-", ""), "", "A".repeat(43)])
      await expect(completeDeviceApproval(waiting(), secret)).rejects.toMatchObject(refused);
    await expect(completeDeviceApproval(waiting(), one.secret)).resolves.toHaveProperty("session");
  });

  it("where another request's code was slipped in: each approval opens its own browser alone", async () => {
    const [attacker, victim] = [await parties.ask(), await parties.ask()];
    // The person was shown the attacker's code in place of the one on their screen.
    const question = await describeDeviceApproval(approving(), attacker.request.code);
    expect(question.comparisonCode).toBe(attacker.request.comparisonCode);
    await parties.approve(approving(), attacker);
    expect(await parties.stateOf(victim)).toBe("waiting");
    await expect(completeDeviceApproval(waiting(), victim.secret)).rejects.toMatchObject({
      code: "APPROVAL_PENDING",
    });
  });

  it("the second time", async () => {
    const browser = await parties.ask();
    await parties.approve(approving(), browser);
    await completeDeviceApproval(waiting(), browser.secret);
    await expect(completeDeviceApproval(waiting(), browser.secret)).rejects.toMatchObject(refused);
    expect(await parties.lastEvent()).toMatchObject({
      action: "device_approval.refused",
      outcome: "failure",
      reason: "approval_unknown",
    });
  });

  it("of 100 tries at once 99 times", async () => {
    const browser = await parties.ask();
    await parties.approve(approving(), browser);
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
    ["had the passkey revoked", "session_ended", () => parties.revokeStolen(ana)],
    [
      "was made an administrator",
      "role",
      () => t.db.update(users).set({ role: "admin" }).where(eq(users.id, ana.actor.userId)),
    ],
  ];
  it.each(meanwhile)("where the person %s meanwhile, and the approval is spent", async (_, reason, act) => {
    const browser = await parties.ask();
    await parties.approve(approving(), browser);
    await act();
    await expect(completeDeviceApproval(waiting(), browser.secret)).rejects.toMatchObject(refused);
    expect(await parties.lastEvent()).toMatchObject({
      action: "device_approval.refused",
      reason,
      subjectUserId: ana.user.id,
    });
    expect(await parties.stateOf(browser)).toBe("over");
  });

  it("where the passkey alone was revoked, even if the session went on", async () => {
    const browser = await parties.ask();
    await parties.approve(approving(), browser);
    await t.sql`update credentials set revoked_at = now() where id = ${ana.actor.credentialId ?? ""}`;
    await expect(completeDeviceApproval(waiting(), browser.secret)).rejects.toMatchObject(refused);
    expect(await parties.lastEvent()).toMatchObject({ reason: "passkey_revoked" });
  });

  it("where it is switched off", async () => {
    const off = { ...waiting(), ...t.runtime({ DEVICE_APPROVAL: "false" }) };
    await expect(requestDeviceApproval(off)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
