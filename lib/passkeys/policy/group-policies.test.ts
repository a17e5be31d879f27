/** Policies of groups: who sets them, whom they hold for, and when they are asked. */
import { and, desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { groupMembers, groups } from "#drizzle/schema/groups.ts";
import type { GroupId, UserId } from "#drizzle/schema/ids.ts";
import { users } from "#drizzle/schema/users.ts";
import { finishRegistration } from "#lib/accounts/finish-registration.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import { actorOf, type Person, signIn, signUp } from "#lib/testing/authenticator/sign-up.ts";
import { createAuthenticator } from "#lib/testing/authenticator/software-authenticator.ts";
import { buildGroup } from "#lib/testing/build-group.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { beginAddingPasskey } from "../begin-adding-passkey.ts";
import { beginSignIn } from "../begin-sign-in.ts";
import { registrationResponseSchema } from "../schema.ts";
import { getGroupAttestationPolicy } from "./get-attestation-policy.ts";
import { listPoliciesFor } from "./load-policy.ts";
import type { AttestationPolicy } from "./schema.ts";
import { clearAttestationPolicy, setAttestationPolicy } from "./set-attestation-policy.ts";

const origin = "https://id.example.com";
const notAllowed = { code: "ATTESTATION_NOT_ALLOWED" };

let t: TestDatabase;
let ctx: Context;
let operator: Context;
let counter = 0;

beforeAll(async () => {
  t = await testDatabase();
  ctx = t.context();
  operator = t.context({ actor: { type: "operator" } });
});
afterAll(() => t.close());
beforeEach(async () => {
  await setAttestationPolicy(operator, {});
  await t.db.delete(groups);
});

/** Somebody with a passkey that is synced and attests nothing. */
function person(): Promise<Person> {
  counter += 1;
  const authenticator = { flags: { be: true, bs: true } };
  return signUp(ctx, { username: `person${counter}@example.com`, authenticator });
}

async function administrator(): Promise<UserActor> {
  const { actor, authenticator } = await person();
  await t.db.update(users).set({ role: "admin" }).where(eq(users.id, actor.userId));
  return await actorOf(ctx, (await signIn(ctx, authenticator)).session.token);
}

async function groupWith(policy: AttestationPolicy | undefined, ...members: UserId[]): Promise<GroupId> {
  const { id } = await buildGroup(t.db, members);
  if (policy) await setAttestationPolicy(operator, policy, { group: id });
  return id;
}

async function addPasskey(to: Person, authenticator: Parameters<typeof createAuthenticator>[0]) {
  const signedIn = t.context({ actor: to.actor });
  const options = await beginAddingPasskey(signedIn, {});
  const response = registrationResponseSchema.parse(createAuthenticator(authenticator).create(options));
  return { options, added: finishRegistration(signedIn, { response, deviceName: undefined }) };
}

describe("a group's policy", () => {
  it("holds for its members at sign-in, at once, and for nobody else", async () => {
    const [member, other] = [await person(), await person()];
    await groupWith({ deviceBoundOnly: true }, member.actor.userId);
    const refused = signIn(ctx, member.authenticator);
    await expect(refused).rejects.toMatchObject(notAllowed);
    await expect(refused).rejects.toThrow(/Use a security key/);
    await signIn(ctx, other.authenticator);
    const [event] = await t.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.action, "sign_in.failed"))
      .orderBy(desc(auditEvents.id))
      .limit(1);
    expect(event).toMatchObject({ reason: "attestation_policy", subjectUserId: member.actor.userId });
  });

  it("ends for those who leave, when it is cleared, and with the group", async () => {
    const member = await person();
    const groupIds = [
      await groupWith({ deviceBoundOnly: true }, member.actor.userId),
      await groupWith({ deviceBoundOnly: true }, member.actor.userId),
      await groupWith({ deviceBoundOnly: true }, member.actor.userId),
    ] as const;
    const attempt = () => signIn(ctx, member.authenticator);
    await t.db.delete(groupMembers).where(eq(groupMembers.groupId, groupIds[0]));
    await expect(attempt()).rejects.toMatchObject(notAllowed);
    await clearAttestationPolicy(operator, { group: groupIds[1] });
    await expect(attempt()).rejects.toMatchObject(notAllowed);
    await t.db.delete(groups).where(eq(groups.id, groupIds[2]));
    await attempt();
  });

  it("is asked besides the instance's and those of other groups, and takes nothing away from them", async () => {
    const member = await person();
    const { userId } = member.actor;
    await groupWith({ deviceBoundOnly: false, trustedOnly: false }, userId);
    await groupWith(undefined, userId);
    await signIn(ctx, member.authenticator);
    await setAttestationPolicy(operator, { deviceBoundOnly: true });
    await expect(signIn(ctx, member.authenticator)).rejects.toMatchObject(notAllowed);
    await setAttestationPolicy(operator, {});
    const strict = await groupWith({ formats: ["packed"] }, userId);
    await expect(signIn(ctx, member.authenticator)).rejects.toMatchObject(notAllowed);
    await clearAttestationPolicy(operator, { group: strict });
    await signIn(ctx, member.authenticator);
  });

  it("is asked when a member adds a passkey, and tells the browser what it needs", async () => {
    const member = await person();
    await groupWith({ formats: ["packed"] }, member.actor.userId);
    const refused = await addPasskey(member, { origin });
    expect(refused.options).toMatchObject({ attestation: "direct" });
    await expect(refused.added).rejects.toMatchObject(notAllowed);
    await (await addPasskey(member, { origin, attestation: "packed-self" })).added;
    const other = await addPasskey(await person(), { origin });
    expect(other.options).toMatchObject({ attestation: "none" });
    await other.added;
  });

  it("is not asked of a new account, which is in no group", async () => {
    await groupWith({ formats: ["packed"] });
    await person();
    expect(await listPoliciesFor(ctx, undefined)).toEqual([{}]);
  });

  it("raises no more than a hint at the start of a sign-in, alike for every name", async () => {
    const begin = (verification: string, username?: string) =>
      beginSignIn(t.context({ config: t.runtime({ USER_VERIFICATION: verification }).config }), { username });
    const member = await person();
    const { username } = member.actor;
    expect(await begin("discouraged", username)).toMatchObject({ userVerification: "discouraged" });
    await groupWith({ requireUserVerification: true }, member.actor.userId);
    for (const name of [undefined, username, "nobody@example.com"])
      expect(await begin("discouraged", name)).toMatchObject({ userVerification: "preferred" });
    expect(await begin("required", username)).toMatchObject({ userVerification: "required" });
    const relaxed = t.context({ config: t.runtime({ USER_VERIFICATION: "discouraged" }).config });
    const unverified = signIn(relaxed, member.authenticator, { deviation: { flags: { uv: false } } });
    await expect(unverified).rejects.toMatchObject(notAllowed);
    await signIn(relaxed, member.authenticator);
  });
});

describe("setting a group's policy", () => {
  it("is for operators and for administrators who have just confirmed", async () => {
    const admin = t.context({ actor: await administrator() });
    const group = await groupWith(undefined);
    expect(await getGroupAttestationPolicy(operator, group)).toBeNull();
    await setAttestationPolicy(admin, { deviceBoundOnly: true }, { group });
    expect(await getGroupAttestationPolicy(admin, group)).toEqual({ deviceBoundOnly: true });
    await clearAttestationPolicy(admin, { group });
    expect(await getGroupAttestationPolicy(admin, group)).toBeNull();
  });

  it.each<[string, (admin: UserActor) => Context["actor"], string]>([
    ["a stranger", () => ({ type: "anonymous" }), "FORBIDDEN"],
    ["a person without the role", (admin) => ({ ...admin, role: "user" }), "FORBIDDEN"],
    ["the program itself", () => ({ type: "system", name: "job" }), "FORBIDDEN"],
    [
      "an administrator who confirmed too long ago",
      (admin) => ({ ...admin, authTime: new Date(testNow.getTime() - 601_000) }),
      "STEP_UP_REQUIRED",
    ],
  ])("is not for %s, and leaves a trace", async (_, actorFor, code) => {
    const group = await groupWith({ deviceBoundOnly: true });
    const refused = t.context({ actor: actorFor(await administrator()) });
    for (const change of [
      () => setAttestationPolicy(refused, {}, { group }),
      () => clearAttestationPolicy(refused, { group }),
      () => clearAttestationPolicy(refused, {}),
    ])
      await expect(change()).rejects.toMatchObject({ code });
    expect(await getGroupAttestationPolicy(operator, group)).toEqual({ deviceBoundOnly: true });
    const trace = and(
      eq(auditEvents.requestId, refused.requestId),
      eq(auditEvents.action, "attestation_policy.changed"),
      eq(auditEvents.outcome, "failure"),
    );
    expect(await t.db.select().from(auditEvents).where(trace)).toHaveLength(3);
    if (code === "FORBIDDEN")
      await expect(getGroupAttestationPolicy(refused, group)).rejects.toMatchObject({ code });
  });

  it("refuses groups that there are not, and policies that are none", async () => {
    const group = newId<GroupId>();
    const missing = { code: "GROUP_NOT_FOUND" };
    await expect(setAttestationPolicy(operator, {}, { group })).rejects.toMatchObject(missing);
    await expect(clearAttestationPolicy(operator, { group })).rejects.toMatchObject(missing);
    await expect(getGroupAttestationPolicy(operator, group)).rejects.toMatchObject(missing);
    const there = await groupWith(undefined);
    for (const input of [{ formats: [] }, { trustedOnly: true }, { more: 1 }, null, []])
      await expect(setAttestationPolicy(operator, input, { group: there })).rejects.toMatchObject({
        code: "VALIDATION_ERROR",
      });
  });

  it("keeps administrators from shutting themselves out of a group that they are in", async () => {
    const actor = await administrator();
    const admin = t.context({ actor });
    const [mine, others] = [await groupWith(undefined, actor.userId), await groupWith(undefined)];
    const strict = { deviceBoundOnly: true };
    await expect(setAttestationPolicy(admin, strict, { group: mine })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect(await getGroupAttestationPolicy(admin, mine)).toBeNull();
    await setAttestationPolicy(admin, strict, { group: others });
    await setAttestationPolicy(operator, strict, { group: mine });
    await setAttestationPolicy(admin, {}, { group: mine });
  });

  it("writes to the trail whose policy it was, what was and what is", async () => {
    const { id, name } = await buildGroup(t.db);
    await setAttestationPolicy(operator, { deviceBoundOnly: true }, { group: id });
    await clearAttestationPolicy(operator, { group: id });
    const events = await t.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.action, "attestation_policy.changed"))
      .orderBy(desc(auditEvents.id))
      .limit(2);
    expect(events.map(({ details }) => details)).toEqual([
      { group: name, groupId: id, before: '{"deviceBoundOnly":true}', after: "null" },
      { group: name, groupId: id, before: "null", after: '{"deviceBoundOnly":true}' },
    ]);
  });
});
