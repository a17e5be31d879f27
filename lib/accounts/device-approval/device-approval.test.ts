import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deviceApprovals } from "#drizzle/schema/accounts.ts";
import { auditEvents } from "#drizzle/schema/audit.ts";
import type { Context } from "#lib/context/context.ts";
import { beginAddingPasskey } from "#lib/passkeys/begin-adding-passkey.ts";
import { renamePasskey } from "#lib/passkeys/managing/rename-passkey.ts";
import { checkStepUp } from "#lib/sessions/check-step-up.ts";
import { approvalParties } from "#lib/testing/approval-parties.ts";
import { actorOf, type Person, signUp } from "#lib/testing/authenticator/sign-up.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { queuedMails } from "#lib/testing/queued-mails.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { deleteExpiredDeviceApprovals } from "./cleanup.ts";
import { completeDeviceApproval } from "./complete-device-approval.ts";
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

describe("a browser without a passkey", () => {
  it("is let in by the person who approves, with less than a passkey is worth", async () => {
    const browser = await parties.ask();
    expect(browser.request).toMatchObject({
      url: `https://id.example.com/approve?code=${browser.request.code}`,
      code: expect.stringMatching(/^[B-Z]{4}-[B-Z]{4}-[B-Z]{4}$/),
      comparisonCode: expect.stringMatching(/^[B-Z]{4}$/),
      expiresAt: later(300),
    });
    expect(await parties.stateOf(browser)).toBe("waiting");
    await parties.approve(approving(), browser);
    expect(await parties.stateOf(browser)).toBe("approved");
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
    expect(await parties.stateOf(browser)).toBe("over");
  });

  it("may add one passkey within ten minutes, and ends within the hour if it does not", async () => {
    const browser = await parties.ask();
    await parties.approve(approving(), browser);
    const { session } = await completeDeviceApproval(waiting(), browser.secret);
    expect(session.expiresAt).toEqual(later(3600));
    const actor = await actorOf(waiting(), session.token);
    await expect(beginAddingPasskey(waiting({ actor }), {})).resolves.toHaveProperty("challenge");
    await expect(beginAddingPasskey(waiting({ actor, now: later(600) }), {})).rejects.toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
    await expect(
      renamePasskey(waiting({ actor }), { id: ana.passkey.id, name: "Mine" }),
    ).rejects.toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
  });

  it("leaves a trail of who asked, who approved and who was let in", async () => {
    const browser = await parties.ask();
    expect(await parties.lastEvent()).toMatchObject({
      action: "device_approval.requested",
      actorType: "anonymous",
      ip: "198.51.100.9",
    });
    await parties.approve(approving(), browser);
    expect(await parties.lastEvent()).toMatchObject({
      action: "device_approval.approved",
      outcome: "success",
      subjectUserId: ana.user.id,
      credentialId: ana.actor.credentialId,
      details: { askedFrom: "198.51.100.9", askedWith: "Waiting browser", sameNetwork: false },
    });
    const { session } = await completeDeviceApproval(waiting(), browser.secret);
    expect(await parties.lastEvent()).toMatchObject({
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

  it("is told to the person by mail", async () => {
    const { config } = t.runtime({ SMTP_URL: "smtp://localhost:2525", MAIL_FROM: "id@example.com" });
    const browser = await parties.ask();
    await parties.approve(approving(), browser);
    await completeDeviceApproval(waiting({ config }), browser.secret);
    expect((await queuedMails(t)).at(-1)).toMatchObject({
      to: ana.user.username,
      subjectUserId: ana.user.id,
      message: {
        template: "recovery_used",
        props: { way: "device_approval", occasion: { ip: "198.51.100.9" } },
      },
    });
  });

  it("keeps neither secret nor code in the clear", async () => {
    const { secret, request } = await parties.ask();
    const rows = JSON.stringify(await t.db.select().from(deviceApprovals));
    expect(rows).not.toContain(secret);
    expect(rows).not.toContain(request.code.replaceAll("-", ""));
  });

  it("is told apart by its address, its browser and the letters that both screens show", async () => {
    const { request } = await parties.ask();
    const asked = { ip: "198.51.100.9", userAgent: "Waiting browser", askedAt: testNow };
    expect(await describeDeviceApproval(approving(), request.code)).toEqual({
      ...asked,
      comparisonCode: request.comparisonCode,
      expiresAt: later(300),
      sameNetwork: false,
    });
    const near = approving(ana, { ip: "198.51.100.9" });
    expect(await describeDeviceApproval(near, request.code)).toMatchObject({
      sameNetwork: true,
      place: "This network",
    });
  });

  it("takes the code however it is typed", async () => {
    const { request } = await parties.ask();
    const typed = request.code.toLowerCase().replaceAll("-", " ");
    expect(await describeDeviceApproval(approving(), typed)).toHaveProperty("comparisonCode");
  });
});

describe("what was let in", () => {
  it("ends with the passkey that let it in", async () => {
    const browser = await parties.ask();
    await parties.approve(approving(), browser);
    const { session } = await completeDeviceApproval(waiting(), browser.secret);
    await parties.revokeStolen(ana);
    await expect(actorOf(waiting(), session.token)).rejects.toThrow();
  });

  it("gets a token of its own, whatever session the browser brought along", async () => {
    const browser = await parties.ask();
    await parties.approve(approving(), browser);
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
  await t.db.delete(deviceApprovals);
  await parties.ask();
  expect(await deleteExpiredDeviceApprovals(t.db, later(299))).toBe(0);
  expect(await deleteExpiredDeviceApprovals(t.db, later(300))).toBe(1);
});
