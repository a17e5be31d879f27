import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { groups } from "#drizzle/schema/groups.ts";
import type { UserId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { findGroupNamesOf } from "#lib/groups/store.ts";
import { setAttestationPolicy } from "#lib/passkeys/policy/set-attestation-policy.ts";
import { buildGroup } from "#lib/testing/build-group.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { groupAdd } from "./group-add.ts";
import { groupAddMember } from "./group-add-member.ts";
import { groupList } from "./group-list.ts";
import { groupRemove } from "./group-remove.ts";
import { groupRemoveMember } from "./group-remove-member.ts";
import { UsageError } from "./usage-error.ts";

let t: TestDatabase;
let ctx: Context;
let user: UserId;
let email: string;

beforeAll(async () => {
  t = await testDatabase();
  ctx = t.context({ actor: { type: "operator" } });
  const { actor } = await buildUser(t.db);
  user = actor.userId;
  email = actor.username;
});
afterAll(() => t.close());

describe("group", () => {
  it("add makes one, list shows all, remove ends one", async () => {
    expect(await groupList.run(ctx, {})).toContain("There is no group yet");
    expect(await groupAdd.run(ctx, { name: "Staff" })).toBe("The group staff is there, without members.");
    await groupAdd.run(ctx, { name: "it", "display-name": "Keepers of the wires" });
    const { id } = await buildGroup(t.db, [], { name: "locked", displayName: "Locked" });
    await setAttestationPolicy(ctx, { deviceBoundOnly: true }, { group: id });
    expect(await groupList.run(ctx, {})).toBe(
      ["it      Keepers of the wires", "locked  Locked  (has a policy)", "staff   staff"].join("\n"),
    );
    const listed: { name: string }[] = JSON.parse(await groupList.run(ctx, { json: true }));
    expect(listed.map(({ name }) => name)).toEqual(["it", "locked", "staff"]);
    expect(await groupRemove.run(ctx, { name: "IT" })).toBe("The group it is gone.");
    await expect(groupRemove.run(ctx, { name: "it" })).rejects.toMatchObject({ code: "GROUP_NOT_FOUND" });
    await expect(groupAdd.run(ctx, { name: "staff" })).rejects.toMatchObject({ code: "GROUP_EXISTS" });
    await expect(groupAdd.run(ctx, { name: "a b" })).rejects.toMatchObject({ code: "VALIDATION_ERROR" });
  });

  it("add-member and remove-member say what was and what is", async () => {
    await buildGroup(t.db, [], { name: "club" });
    const values = { name: "Club", user: email.toUpperCase() };
    expect(await groupAddMember.run(ctx, values)).toBe(`${email} is now in club.`);
    expect(await groupAddMember.run(ctx, values)).toBe(`${email} is already in club.`);
    expect(await findGroupNamesOf(t.db, user)).toEqual(["club"]);
    expect(await groupRemoveMember.run(ctx, values)).toBe(`${email} is no longer in club.`);
    expect(await groupRemoveMember.run(ctx, values)).toBe(`${email} was not in club.`);
    for (const command of [groupAddMember, groupRemoveMember]) {
      await expect(command.run(ctx, { ...values, user: "x@example.com" })).rejects.toMatchObject({
        code: "USER_NOT_FOUND",
      });
      await expect(command.run(ctx, { ...values, name: "x" })).rejects.toMatchObject({
        code: "GROUP_NOT_FOUND",
      });
    }
  });

  it("list shows more than a page", async () => {
    await t.db.delete(groups);
    const names = Array.from({ length: 401 }, (_, index) => `g${String(index).padStart(3, "0")}`);
    for (const name of names) await buildGroup(t.db, [], { name });
    const listed: { name: string }[] = JSON.parse(await groupList.run(ctx, { json: true }));
    expect(listed.map(({ name }) => name)).toEqual(names);
  });

  it("tells calls that leave something out", async () => {
    for (const [command, values] of [
      [groupAdd, {}],
      [groupRemove, {}],
      [groupAddMember, { name: "staff" }],
      [groupAddMember, { user: email }],
      [groupRemoveMember, {}],
    ] as const)
      await expect(command.run(ctx, values)).rejects.toThrow(UsageError);
  });
});
