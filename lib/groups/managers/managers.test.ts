import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { groupMembers } from "#drizzle/schema/groups.ts";
import type { GroupId } from "#drizzle/schema/ids.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { buildGroup } from "#lib/testing/build-group.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { addGroupMember } from "../add-group-member.ts";
import { listGroupMembers } from "../list-group-members.ts";
import { removeGroupMember } from "../remove-group-member.ts";
import { addMemberByAddress } from "./add-member-by-address.ts";
import { addGroupManager, removeGroupManager } from "./change-managers.ts";
import { listManagedGroups } from "./list-managed-groups.ts";
import { listManagedMembers } from "./list-managed-members.ts";
import { listGroupManagers } from "./list-managers.ts";
import { removeManagedMember } from "./remove-managed-member.ts";

let t: TestDatabase;
let admin: UserActor;
let manager: UserActor;
let person: UserActor;
let group: GroupId;
let other: GroupId;
beforeAll(async () => {
  t = await testDatabase();
  admin = await someone("admin");
});
beforeEach(async () => {
  manager = await someone("user");
  person = await someone("user");
  group = (await buildGroup(t.db)).id;
  other = (await buildGroup(t.db)).id;
  await addGroupManager(as(admin), { group, user: manager.userId });
});
afterAll(() => t.close());

async function someone(role: "user" | "admin" | "helpdesk"): Promise<UserActor> {
  const { actor } = await buildUser(t.db, { role });
  return { ...actor, role, amr: ["hwk", "user", "mfa"] };
}

const as = (actor: UserActor): Context => t.context({ actor });
const membersOf = (id: GroupId) => t.db.select().from(groupMembers).where(eq(groupMembers.groupId, id));

describe("a manager of a group", () => {
  it("sees its members, puts people in by their address, and takes them out", async () => {
    expect(await listManagedGroups(as(manager))).toMatchObject([{ id: group, members: 0 }]);
    expect(await addMemberByAddress(as(manager), { group, email: person.username })).toBe(true);
    expect(await addMemberByAddress(as(manager), { group, email: person.username })).toBe(false);
    const { members } = await listManagedMembers(as(manager), { group, limit: 10 });
    expect(members).toMatchObject([{ id: person.userId, username: person.username }]);
    const [event] = await t.db.select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(1);
    expect(event).toMatchObject({
      action: "group.member_added",
      actorId: manager.userId,
      subjectUserId: person.userId,
    });
    expect(await removeManagedMember(as(manager), { group, user: person.userId })).toBe(true);
    expect(await membersOf(group)).toEqual([]);
  });

  it("has no say in other groups, nor about who manages", async () => {
    const ctx = as(manager);
    const there = { group: other, user: person.userId };
    for (const attempt of [
      () => addMemberByAddress(ctx, { group: other, email: person.username }),
      () => removeManagedMember(ctx, there),
      () => listManagedMembers(ctx, { group: other, limit: 10 }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: "GROUP_NOT_FOUND" });
    for (const attempt of [
      () => addGroupMember(ctx, there),
      () => removeGroupMember(ctx, there),
      () => addGroupManager(ctx, { group, user: person.userId }),
      () => removeGroupManager(ctx, { group, user: manager.userId }),
      () => listGroupManagers(ctx, group),
      () => listGroupMembers(ctx, { group, limit: 10 }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await membersOf(other)).toEqual([]);
  });

  it("confirms who they are first, and used a passkey", async () => {
    const stale = as({ ...manager, authTime: new Date(0) });
    const weak = as({ ...manager, method: "recovery_code" });
    const input = { group, email: person.username };
    await expect(addMemberByAddress(stale, input)).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
    await expect(addMemberByAddress(weak, input)).rejects.toMatchObject({ code: "GROUP_NOT_FOUND" });
    await expect(addGroupMember(weak, { group, user: person.userId })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await listManagedGroups(weak)).toEqual([]);
    expect(await membersOf(group)).toEqual([]);
  });

  it("learns nothing of addresses without a confirmation, and is slowed down with one", async () => {
    const stale = as({ ...manager, authTime: new Date(0) });
    const told = (email: string) =>
      addMemberByAddress(stale, { group, email }).catch((error: { code: string }) => error.code);
    expect(await told("nobody@example.com")).toBe(await told(person.username));
    const { config } = as(manager);
    const limited = { ...config, rateLimit: { ...config.rateLimit, enabled: true } };
    const codes = new Set<string>();
    for (let attempt = 0; attempt < 60 && !codes.has("RATE_LIMIT_EXCEEDED"); attempt++) {
      const ctx = { ...as(manager), config: limited, ip: `192.0.2.${attempt}` };
      const guess = { group, email: `guess${attempt}@example.com` };
      await addMemberByAddress(ctx, guess).catch(({ code }: { code: string }) => codes.add(code));
    }
    expect([...codes].sort()).toEqual(["RATE_LIMIT_EXCEEDED", "USER_NOT_FOUND"]);
  });

  it("is none any more from the moment that it is taken away", async () => {
    await removeGroupManager(as(admin), { group, user: manager.userId });
    expect(await removeGroupManager(as(admin), { group, user: manager.userId })).toBe(false);
    await expect(addMemberByAddress(as(manager), { group, email: person.username })).rejects.toMatchObject({
      code: "GROUP_NOT_FOUND",
    });
    expect(await listManagedGroups(as(manager))).toEqual([]);
  });
});

describe("who manages a group", () => {
  it("is said by administrators who confirmed it, for people and groups that there are", async () => {
    expect(await listGroupManagers(as(admin), group)).toMatchObject([{ id: manager.userId }]);
    expect(await addGroupManager(as(admin), { group, user: manager.userId })).toBe(false);
    const nobody = "00000000-0000-7000-8000-000000000000" as never;
    for (const [membership, code] of [
      [{ group: nobody, user: person.userId }, "GROUP_NOT_FOUND"],
      [{ group, user: nobody }, "USER_NOT_FOUND"],
    ] as const)
      await expect(addGroupManager(as(admin), membership)).rejects.toMatchObject({ code });
    const input = { group, user: person.userId };
    await expect(addGroupManager(as(await someone("helpdesk")), input)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(addGroupManager(as({ ...admin, authTime: new Date(0) }), input)).rejects.toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
  });
});
