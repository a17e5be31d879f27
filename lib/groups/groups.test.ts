import { and, desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { claims, groupMembers, groups } from "#drizzle/schema/groups.ts";
import type { GroupId, UserId } from "#drizzle/schema/ids.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import { setAttestationPolicy } from "#lib/passkeys/policy/set-attestation-policy.ts";
import { actorOf, signUp } from "#lib/testing/authenticator/sign-up.ts";
import { buildGroup } from "#lib/testing/build-group.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { addGroupMember } from "./add-group-member.ts";
import { createGroup } from "./create-group.ts";
import { deleteGroup } from "./delete-group.ts";
import { getGroup } from "./get-group.ts";
import { listGroupMembers } from "./list-group-members.ts";
import { listGroups } from "./list-groups.ts";
import { removeGroupMember } from "./remove-group-member.ts";
import { findGroupNamesOf } from "./store.ts";
import { updateGroup } from "./update-group.ts";

let t: TestDatabase;
let operator: Context;
let admin: UserActor;
let someone: UserId;

beforeAll(async () => {
  t = await testDatabase();
  operator = t.context({ actor: { type: "operator" } });
  const signedUp = await signUp(t.context(), {
    username: "admin@example.com",
    authenticator: { flags: { be: true, bs: true } },
  });
  await t.db.update(users).set({ role: "admin" }).where(eq(users.id, signedUp.actor.userId));
  admin = await actorOf(t.context(), signedUp.token);
  someone = (await buildUser(t.db)).actor.userId;
});
afterAll(() => t.close());
beforeEach(() => t.db.delete(groups));

const asAdmin = (overrides: Partial<Context> = {}) => t.context({ actor: admin, ...overrides });
const group = (name = "staff") => createGroup(operator, { name });
const eventsOf = (action: string, ctx: Context = operator) =>
  t.db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.action, action), eq(auditEvents.requestId, ctx.requestId)))
    .orderBy(desc(auditEvents.id));
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => error.code as string,
  );

describe("who may", () => {
  const changes: [string, string, (ctx: Context, id: GroupId) => Promise<unknown>][] = [
    ["create", "group.created", (ctx) => createGroup(ctx, { name: "other" })],
    ["update", "group.changed", (ctx, id) => updateGroup(ctx, { id, displayName: "Other" })],
    ["delete", "group.deleted", (ctx, id) => deleteGroup(ctx, id)],
    ["add to", "group.member_added", (ctx, id) => addGroupMember(ctx, { group: id, user: someone })],
    [
      "remove from",
      "group.member_removed",
      (ctx, id) => removeGroupMember(ctx, { group: id, user: someone }),
    ],
  ];
  const reads: [string, (ctx: Context, id: GroupId) => Promise<unknown>][] = [
    ["list", (ctx) => listGroups(ctx, { limit: 1 })],
    ["read", (ctx, id) => getGroup(ctx, { id })],
    ["list the members of", (ctx, id) => listGroupMembers(ctx, { group: id, limit: 1 })],
  ];
  const strangers = (): [Context["actor"], string][] => [
    [{ type: "anonymous" }, "FORBIDDEN"],
    [{ ...admin, role: "user" }, "FORBIDDEN"],
    [{ ...admin, role: "user" }, "FORBIDDEN"],
    [{ type: "system", name: "job" }, "FORBIDDEN"],
  ];
  const tooLate = () => ({ ...admin, authTime: new Date(testNow.getTime() - 601_000) });

  it.each(changes)("%s a group is not for strangers, nor without a step-up", async (_, action, change) => {
    const { id } = await group();
    for (const [actor, code] of [...strangers(), [tooLate(), "STEP_UP_REQUIRED"] as const]) {
      const ctx = t.context({ actor });
      expect(await codeOf(change(ctx, id))).toBe(code);
      expect(await eventsOf(action, ctx)).toMatchObject([{ outcome: "failure", reason: code }]);
    }
    expect(await t.db.select().from(groups)).toMatchObject([{ name: "staff", displayName: "staff" }]);
    expect(await t.db.select().from(groupMembers)).toEqual([]);
    expect(await codeOf(change(asAdmin(), id))).toBe("done");
  });

  it.each(reads)("%s groups is not for strangers, and needs no step-up", async (_, read) => {
    const { id } = await group();
    for (const [actor, code] of strangers()) expect(await codeOf(read(t.context({ actor }), id))).toBe(code);
    expect(await codeOf(read(asAdmin({ actor: tooLate() }), id))).toBe("done");
  });

  it.each([...changes.slice(1).map(([name, , work]) => [name, work] as const), ...reads.slice(1)])(
    "%s a group says when there is none",
    async (_, work) => {
      expect(await codeOf(work(operator, newId<GroupId>()))).toBe("GROUP_NOT_FOUND");
    },
  );
});

describe("a group", () => {
  it("has a name in lower case, and a name for people that is the same unless given", async () => {
    const created = await createGroup(operator, { name: "Family.2026:North_1-a" });
    expect(created).toMatchObject({
      name: "family.2026:north_1-a",
      displayName: "family.2026:north_1-a",
      hasAttestationPolicy: false,
    });
    expect(await getGroup(operator, { name: "FAMILY.2026:NORTH_1-A" })).toEqual(created);
    expect(await createGroup(operator, { name: "b", displayName: "The Büro" })).toMatchObject({
      displayName: "The Büro",
    });
  });

  it.each(["", " ", "a b", "ä", "a/b", "x".repeat(65), "a\u0000", "\u212a", "a\n", "a@b"])(
    "is not called %j",
    async (name) => {
      expect(await codeOf(createGroup(operator, { name }))).toBe("VALIDATION_ERROR");
      expect(await codeOf(getGroup(operator, { name }))).toBe("GROUP_NOT_FOUND");
    },
  );

  it.each(["", "x".repeat(65), "a\u0000b", "a\u202eb", "\ud800"])(
    "is not shown as %j",
    async (displayName) => {
      const { id } = await group();
      expect(await codeOf(createGroup(operator, { name: "other", displayName }))).toBe("VALIDATION_ERROR");
      expect(await codeOf(updateGroup(operator, { id, displayName }))).toBe("VALIDATION_ERROR");
    },
  );

  it("is the only one of its name, whatever the case, also among many at once", async () => {
    await group("staff");
    expect(await codeOf(group("STAFF"))).toBe("GROUP_EXISTS");
    const codes = await Promise.all(Array.from({ length: 100 }, () => codeOf(group("Team"))));
    expect(codes.filter((code) => code === "done")).toHaveLength(1);
    expect(codes.filter((code) => code === "GROUP_EXISTS")).toHaveLength(99);
  });

  it("is shown under another name from now on, and the trail says so once", async () => {
    const { id } = await group();
    const ctx = t.context({ actor: { type: "operator" }, now: new Date(testNow.getTime() + 1000) });
    const changed = await updateGroup(ctx, { id, displayName: "Everybody" });
    expect(changed).toMatchObject({ id, name: "staff", displayName: "Everybody", updatedAt: ctx.now });
    expect(await updateGroup(ctx, { id, displayName: "Everybody" })).toEqual(changed);
    expect(await getGroup(ctx, { id })).toEqual(changed);
    expect(await eventsOf("group.changed", ctx)).toMatchObject([
      { details: { groupId: id, name: "staff", before: "staff", after: "Everybody" } },
    ]);
  });

  it("goes with its members' membership and its claims, and leaves the people", async () => {
    const { id } = await group();
    await addGroupMember(operator, { group: id, user: someone });
    await deleteGroup(operator, id);
    expect(await t.db.select().from(groupMembers)).toEqual([]);
    expect(await t.db.select().from(claims)).toEqual([]);
    expect(await t.db.select().from(users).where(eq(users.id, someone))).toHaveLength(1);
    const [event] = await eventsOf("group.deleted");
    expect(event).toMatchObject({ outcome: "success", details: { name: "staff", members: 1 } });
    expect(await codeOf(deleteGroup(operator, id))).toBe("GROUP_NOT_FOUND");
  });

  it("is deleted once by many at once", async () => {
    const { id } = await group();
    const codes = await Promise.all(Array.from({ length: 20 }, () => codeOf(deleteGroup(operator, id))));
    expect(codes.filter((code) => code === "done")).toHaveLength(1);
    expect(codes.filter((code) => code === "GROUP_NOT_FOUND")).toHaveLength(19);
  });
});

describe("members", () => {
  it("are added and removed, and saying it again changes nothing", async () => {
    const { id } = await group();
    const member = { group: id, user: someone };
    const ctx = t.context({ actor: { type: "operator" } });
    expect([await addGroupMember(ctx, member), await addGroupMember(ctx, member)]).toEqual([true, false]);
    expect((await listGroupMembers(ctx, { group: id, limit: 5 })).members).toMatchObject([
      { id: someone, username: `${someone}@example.com`, displayName: "Ana Ruiz", addedAt: testNow },
    ]);
    expect([await removeGroupMember(ctx, member), await removeGroupMember(ctx, member)]).toEqual([
      true,
      false,
    ]);
    for (const action of ["group.member_added", "group.member_removed"])
      expect(await eventsOf(action, ctx)).toMatchObject([
        { outcome: "success", subjectUserId: someone, details: { groupId: id, name: "staff" } },
      ]);
  });

  it("must exist", async () => {
    const { id } = await group();
    expect(await codeOf(addGroupMember(operator, { group: id, user: newId<UserId>() }))).toBe(
      "USER_NOT_FOUND",
    );
    expect(await removeGroupMember(operator, { group: id, user: newId<UserId>() })).toBe(false);
  });

  it("are added once by many at once", async () => {
    const { id } = await group();
    const added = await Promise.all(
      Array.from({ length: 50 }, () => addGroupMember(operator, { group: id, user: someone })),
    );
    expect(added.filter(Boolean)).toHaveLength(1);
  });

  it("are never left behind when group or person are deleted meanwhile", async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        const { id } = await group(`g${index}`);
        const { userId } = (await buildUser(t.db)).actor;
        const [added] = await Promise.all([
          codeOf(addGroupMember(operator, { group: id, user: userId })),
          index % 2 === 0 ? deleteGroup(operator, id) : t.db.delete(users).where(eq(users.id, userId)),
        ]);
        return added;
      }),
    );
    for (const code of outcomes) expect(["done", "GROUP_NOT_FOUND", "USER_NOT_FOUND"]).toContain(code);
    expect(await t.db.select().from(groupMembers)).toEqual([]);
  });
});

describe("an administrator who joins a group", () => {
  const strict = { deviceBoundOnly: true };

  it("is refused where its policy shuts out the passkey of the session, and nothing changes", async () => {
    const { id } = await group();
    const join = () => addGroupMember(asAdmin(), { group: id, user: admin.userId });
    await setAttestationPolicy(operator, strict, { group: id });
    expect(await codeOf(join())).toBe("CONFLICT");
    expect(await t.db.select().from(groupMembers)).toEqual([]);
    expect(await codeOf(addGroupMember(asAdmin(), { group: id, user: someone }))).toBe("done");
    await setAttestationPolicy(operator, { formats: ["none"] }, { group: id });
    expect(await codeOf(join())).toBe("done");
  });

  it("can be put there by an operator", async () => {
    const { id } = await group();
    await setAttestationPolicy(operator, strict, { group: id });
    expect(await addGroupMember(operator, { group: id, user: admin.userId })).toBe(true);
  });

  it("cannot get round it by doing both at the same time", async () => {
    const rounds = Array.from({ length: 25 }, async (_, index) => {
      const { id } = await group(`round${index}`);
      const both = await Promise.all([
        codeOf(addGroupMember(asAdmin(), { group: id, user: admin.userId })),
        codeOf(setAttestationPolicy(asAdmin(), strict, { group: id })),
      ]);
      return both.sort();
    });
    for (const outcome of await Promise.all(rounds)) expect(outcome).toEqual(["CONFLICT", "done"]);
  });
});

describe("lists", () => {
  it("give all groups in pages by name", async () => {
    for (const name of ["delta", "alpha", "echo", "bravo", "charlie"]) await group(name);
    const names: string[] = [];
    let cursor: string | undefined;
    const sizes: number[] = [];
    do {
      const page = await listGroups(operator, { cursor, limit: 2 });
      names.push(...page.groups.map(({ name }) => name));
      sizes.push(page.groups.length);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(names).toEqual(["alpha", "bravo", "charlie", "delta", "echo"]);
    expect(sizes).toEqual([2, 2, 1]);
    expect(await listGroups(operator, { limit: 5 })).not.toHaveProperty("nextCursor");
    expect((await listGroups(operator, { cursor: "bz", limit: 1 })).groups).toMatchObject([
      { name: "charlie" },
    ]);
  });

  it("give all members in pages", async () => {
    const built = await Promise.all(Array.from({ length: 5 }, () => buildUser(t.db)));
    const { id } = await buildGroup(
      t.db,
      built.map(({ actor }) => actor.userId),
    );
    const seen: UserId[] = [];
    let cursor: UserId | undefined;
    do {
      const page = await listGroupMembers(operator, { group: id, cursor, limit: 2 });
      seen.push(...page.members.map((member) => member.id));
      cursor = page.nextCursor as UserId | undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(built.map(({ actor }) => actor.userId).sort());
  });

  it("give a person's groups by name", async () => {
    for (const name of ["b-team", "a:1", "a.1", "c9"])
      await addGroupMember(operator, { group: (await group(name)).id, user: someone });
    expect(await findGroupNamesOf(t.db, someone)).toEqual(["a.1", "a:1", "b-team", "c9"]);
    expect(await findGroupNamesOf(t.db, admin.userId)).toEqual([]);
  });
});
