import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { groupMembers, groups } from "#drizzle/schema/groups.ts";
import type { GroupId, InvitationId } from "#drizzle/schema/ids.ts";
import { invitations, invitationUses } from "#drizzle/schema/invitations.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Context } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import { registrationResponseSchema } from "#lib/passkeys/schema.ts";
import { signUp } from "#lib/testing/authenticator/sign-up.ts";
import { createAuthenticator } from "#lib/testing/authenticator/software-authenticator.ts";
import { buildGroup } from "#lib/testing/build-group.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { beginAccount } from "../begin-account.ts";
import { finishRegistration } from "../finish-registration.ts";
import { deleteExpiredInvitations } from "./cleanup.ts";
import { createInvitation } from "./create-invitation.ts";
import { describeInvitation } from "./describe-invitation.ts";
import { listInvitations } from "./list-invitations.ts";
import { revokeInvitation } from "./revoke-invitation.ts";
import type { NewInvitation } from "./schema.ts";

let t: TestDatabase;
let operator: Context;
beforeAll(async () => {
  t = await testDatabase({ SIGN_UP: "invite" });
  operator = t.context({ actor: { type: "operator" } });
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.db.delete(invitations);
  await t.db.delete(groups);
});

const week = 7 * 86_400_000;
const later = (ms: number) => new Date(testNow.getTime() + ms);
const someName = () => `${randomUUID()}@example.com`;

async function invite(wishes: NewInvitation = {}) {
  const { link, invitation } = await createInvitation(operator, wishes);
  return { token: new URL(link).searchParams.get("invitation") ?? "", link, ...invitation };
}

const join = (invitation: string, username = someName(), ctx = t.context()) =>
  signUp(ctx, { username, invitation });

const dead = {
  code: "FORBIDDEN",
  publicMessage: expect.stringContaining("This invitation doesn’t work"),
};

describe("an invitation is refused", () => {
  it.each([
    ["unknown", "A".repeat(43)],
    ["malformed", "short"],
    ["hostile", "'; drop table users; --"],
  ])("when it is %s", async (_, token) => {
    await invite();
    expect(await describeInvitation(t.context(), token)).toBeUndefined();
    await expect(join(token)).rejects.toMatchObject(dead);
  });

  it("when it has expired", async () => {
    const { token, expiresAt } = await invite();
    expect(expiresAt).toEqual(later(week));
    const after = t.context({ now: expiresAt });
    expect(await describeInvitation(after, token)).toBeUndefined();
    await expect(join(token, someName(), after)).rejects.toMatchObject(dead);
  });

  it("when it was used", async () => {
    const { token } = await invite();
    await join(token);
    expect(await describeInvitation(t.context(), token)).toBeUndefined();
    await expect(join(token)).rejects.toMatchObject(dead);
  });

  it("when it was revoked, also half-way through a registration", async () => {
    const { token, id } = await invite();
    const response = await begin(token);
    await revokeInvitation(operator, id as InvitationId);
    expect(await describeInvitation(t.context(), token)).toBeUndefined();
    await expect(join(token)).rejects.toMatchObject(dead);
    await expect(finishRegistration(t.context(), response)).rejects.toMatchObject(dead);
  });

  it("for another name than it is bound to, with the same words", async () => {
    const { token } = await invite({ email: "Ana@Example.com" });
    await expect(join(token, "leo@example.com")).rejects.toMatchObject(dead);
    expect(await describeInvitation(t.context(), token)).toMatchObject({ email: "ana@example.com" });
    expect((await join(token, "ANA@example.com")).user.username).toBe("ANA@example.com");
  });

  it("where sign-up is closed, and none is made there", async () => {
    const { token } = await invite();
    const closed = { config: t.runtime({ SIGN_UP: "closed" }).config };
    expect(await describeInvitation(t.context(closed), token)).toBeUndefined();
    const response = await begin(token);
    await expect(join(token, someName(), t.context(closed))).rejects.toMatchObject({
      code: "SIGN_UP_CLOSED",
    });
    await expect(finishRegistration(t.context(closed), response)).rejects.toMatchObject({
      code: "SIGN_UP_CLOSED",
    });
    await expect(createInvitation({ ...operator, ...closed }, {})).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  it("in the trail, with its rule", async () => {
    await expect(join("A".repeat(43))).rejects.toMatchObject(dead);
    const events = await t.db.select().from(auditEvents).where(eq(auditEvents.reason, "invitation"));
    expect(events[0]).toMatchObject({ action: "passkey.registration_failed", outcome: "failure" });
  });
});

describe("an invitation may be made, listed and revoked", () => {
  it.each(["user", "auditor"] as const)("by no %s", async (role) => {
    const { id } = await invite();
    const { actor } = await buildUser(t.db, { role });
    const ctx = t.context({ actor });
    for (const attempt of [
      () => createInvitation(ctx, {}),
      () => revokeInvitation(ctx, id as InvitationId),
      ...(role === "user" ? [() => listInvitations(ctx, { limit: 5 })] : []),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(createInvitation(t.context(), {})).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("by the helpdesk, but not into groups", async () => {
    const { actor } = await buildUser(t.db, { role: "helpdesk" });
    const ctx = t.context({ actor: { ...actor, amr: ["hwk", "user", "mfa"] } });
    const { invitation } = await createInvitation(ctx, {});
    await revokeInvitation(ctx, invitation.id as InvitationId);
    await expect(createInvitation(ctx, { groups: [randomUUID()] })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("by an administrator who has just confirmed", async () => {
    const built = await buildUser(t.db, { role: "admin" });
    const actor = { ...built.actor, amr: ["hwk", "user", "mfa"] };
    const { invitation, link } = await createInvitation(t.context({ actor }), { note: " For Leo " });
    expect(invitation).toMatchObject({ createdBy: actor.userId, note: "For Leo", uses: 1, state: "open" });
    const token = new URL(link).searchParams.get("invitation") ?? "";
    expect(await describeInvitation(t.context(), token)).toEqual({
      invitedBy: "Ana Ruiz",
      expiresAt: later(week),
    });
    const stale = t.context({ actor, now: later(1_200_000) });
    const id = invitation.id as InvitationId;
    for (const attempt of [() => createInvitation(stale, {}), () => revokeInvitation(stale, id)])
      await expect(attempt()).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
    expect((await listInvitations(stale, { limit: 5 })).invitations).toEqual([invitation]);
  });

  it.each([
    [{ uses: 0 }],
    [{ uses: 1001 }],
    [{ uses: 1.5 }],
    [{ expiresInSeconds: 90 * 86_400 + 1 }],
    [{ expiresInSeconds: 1 }],
    [{ email: "nobody" }],
    [{ note: "a\u0000b" }],
    [{ groups: ["staff"] }],
    [{ locale: "tlh" as never }],
  ])("but not with %j", async (wishes) => {
    await expect(createInvitation(operator, wishes)).rejects.toMatchObject({ code: "VALIDATION_ERROR" });
  });

  it("only for groups that are there", async () => {
    await expect(createInvitation(operator, { groups: [newId<GroupId>()] })).rejects.toMatchObject({
      code: "GROUP_NOT_FOUND",
    });
    expect((await listInvitations(operator, { limit: 5 })).invitations).toEqual([]);
  });

  it("and the link stands nowhere afterwards", async () => {
    const { token, link } = await invite();
    expect(link).toBe(`https://id.example.com/sign-up?invitation=${token}`);
    const rows = [await t.db.select().from(invitations), await t.db.select().from(auditEvents)];
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(await listInvitations(operator, { limit: 5 }))).not.toContain(token);
  });

  it("page by page, the latest first, each with what became of it", async () => {
    const [used, revoked, expired] = [await invite(), await invite(), await invite({ expiresInSeconds: 60 })];
    const open = await invite({ uses: 3 });
    await join(used.token);
    await revokeInvitation(operator, revoked.id as InvitationId);
    const ctx = { ...operator, now: later(60_000) };
    const first = await listInvitations(ctx, { limit: 2 });
    expect(first.invitations.map(({ id, state }) => [id, state])).toEqual([
      [open.id, "open"],
      [expired.id, "expired"],
    ]);
    const second = await listInvitations(ctx, { limit: 2, cursor: first.nextCursor as InvitationId });
    expect(second.invitations.map(({ state }) => state)).toEqual(["revoked", "used"]);
    expect(second.nextCursor).toBeUndefined();
  });

  it("once: revoking again, or what is not there, is told", async () => {
    const { id } = await invite();
    await revokeInvitation(operator, id as InvitationId);
    for (const unknown of [id as InvitationId, newId<InvitationId>()])
      await expect(revokeInvitation(operator, unknown)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("who is invited", () => {
  it("gets an account that is nothing more than a person's", async () => {
    const { token, id } = await invite();
    const person = await join(token);
    expect(person.actor.role).toBe("user");
    const [row] = await t.db.select().from(users).where(eq(users.id, person.actor.userId));
    expect(row?.emailVerifiedAt).toBeNull();
    expect(await t.db.select().from(invitationUses)).toMatchObject([
      { invitationId: id, userId: person.actor.userId },
    ]);
    const events = await t.db.select().from(auditEvents).where(eq(auditEvents.actorId, person.user.id));
    expect(events.map(({ action }) => action)).toContain("invitation.used");
    expect(events.find(({ action }) => action === "user.created")?.details).toMatchObject({
      via: "invitation",
    });
  });

  it("uses nothing up by looking, by a ceremony that fails, or with a name that is taken", async () => {
    const { token } = await invite();
    const taken = someName();
    await join((await invite()).token, taken);
    const response = await begin(token);
    const broken = { ...response, response: { ...response.response, id: "AAAA", rawId: "AAAA" } };
    await expect(finishRegistration(t.context(), broken)).rejects.toMatchObject({
      code: "INVALID_ATTESTATION",
    });
    await expect(join(token, taken.toUpperCase())).rejects.toMatchObject({ code: "USER_EXISTS" });
    expect(await describeInvitation(t.context(), token)).toBeDefined();
    await join(token);
  });

  it.each(["invite", "open"])("is put into its groups where sign-up is %s", async (SIGN_UP) => {
    const [staff, gone] = [await buildGroup(t.db), await buildGroup(t.db)];
    const { token } = await invite({ groups: [staff.id, gone.id, staff.id] });
    await t.db.delete(groups).where(eq(groups.id, gone.id));
    const ctx = t.context({ config: t.runtime({ SIGN_UP }).config });
    const person = await join(token, someName(), ctx);
    const memberships = await t.db
      .select()
      .from(groupMembers)
      .where(eq(groupMembers.userId, person.actor.userId));
    expect(memberships.map(({ groupId }) => groupId)).toEqual([staff.id]);
  });

  it("needs a passkey that the policies of those groups allow", async () => {
    const strict = await buildGroup(t.db, [], { attestationPolicy: { deviceBoundOnly: true } });
    const { token } = await invite({ groups: [strict.id] });
    const synced = { flags: { be: true, bs: true } };
    const username = someName();
    await expect(
      signUp(t.context(), { username, invitation: token, authenticator: synced }),
    ).rejects.toMatchObject({ code: "ATTESTATION_NOT_ALLOWED" });
    const bound = { flags: { be: false, bs: false } };
    await signUp(t.context(), { username, invitation: token, authenticator: bound });
  });

  it("may be many, but never more than it says: one of a hundred at once", async () => {
    const { token } = await invite();
    const ends = [];
    for (let n = 0; n < 100; n += 1) ends.push(await begin(token));
    const outcomes = await Promise.allSettled(ends.map((end) => finishRegistration(t.context(), end)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject(dead);
    expect(await t.db.select().from(invitationUses)).toHaveLength(1);
  });

  it("may be as many as it says", async () => {
    const { token } = await invite({ uses: 3 });
    const ends = [];
    for (let n = 0; n < 5; n += 1) ends.push(await begin(token));
    const outcomes = await Promise.allSettled(ends.map((end) => finishRegistration(t.context(), end)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
  });
});

describe("invitations that have expired", () => {
  it("are removed ninety days later; who came stays", async () => {
    const { token, expiresAt } = await invite();
    const person = await join(token);
    const end = expiresAt.getTime() + 90 * 86_400_000;
    expect(await deleteExpiredInvitations(t.db, new Date(end - 1))).toBe(0);
    expect(await deleteExpiredInvitations(t.db, new Date(end))).toBe(1);
    expect(await t.db.select().from(users).where(eq(users.id, person.actor.userId))).toHaveLength(1);
  });
});

/** Up to where the browser has made the passkey. */
async function begin(invitation: string) {
  const authenticator = createAuthenticator({ origin: "https://id.example.com" });
  const username = someName();
  const options = await beginAccount(t.context(), {
    username,
    displayName: undefined,
    setUpToken: undefined,
    invitation,
    wishes: {},
  });
  return { response: registrationResponseSchema.parse(authenticator.create(options)), deviceName: undefined };
}
