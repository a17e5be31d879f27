import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { buildGroup } from "#lib/testing/build-group.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { claimList } from "./claim-list.ts";
import { claimRemove } from "./claim-remove.ts";
import { claimSet } from "./claim-set.ts";
import { UsageError } from "./usage-error.ts";

let t: TestDatabase;
let ctx: Context;
let user: string;

beforeAll(async () => {
  t = await testDatabase();
  ctx = t.context({ actor: { type: "operator" } });
  user = (await buildUser(t.db)).actor.username;
  await buildGroup(t.db, [], { name: "staff" });
});
afterAll(() => t.close());

describe("claim", () => {
  it.each([["user"], ["group"]])("set, list and remove work for a %s", async (kind) => {
    const owner = { [kind]: kind === "user" ? user : "Staff" };
    expect(await claimSet.run(ctx, { ...owner, name: "team", value: "5" })).toBe('team is "5" from now on.');
    expect(await claimSet.run(ctx, { ...owner, name: "team", json: '"5"' })).toBe(
      "It has this value already.",
    );
    expect(await claimSet.run(ctx, { ...owner, name: "roles", json: '["a","b"]' })).toContain('["a","b"]');
    expect(JSON.parse(await claimList.run(ctx, owner))).toEqual({ roles: ["a", "b"], team: "5" });
    expect(await claimRemove.run(ctx, { ...owner, name: "team" })).toBe("team is gone.");
    expect(await claimRemove.run(ctx, { ...owner, name: "team" })).toBe("There is no such claim.");
    expect(JSON.parse(await claimList.run(ctx, owner))).toEqual({ roles: ["a", "b"] });
  });

  it.each([
    [{}],
    [{ name: "a" }],
    [{ name: "a", value: "x" }],
    [{ value: "x", user: "a@example.com" }],
    [{ name: "a", value: "x", json: "1", user: "a@example.com" }],
    [{ name: "a", json: "{", user: "a@example.com" }],
    [{ name: "a", value: "x", user: "a@example.com", group: "staff" }],
  ])("set tells that %j leaves something out, or has it twice", async (values) => {
    await expect(claimSet.run(ctx, values)).rejects.toThrow(UsageError);
  });

  it("tells whom it does not know, and what cannot be a claim", async () => {
    for (const [values, code] of [
      [{ user: "x@example.com", name: "a", value: "x" }, "USER_NOT_FOUND"],
      [{ group: "x", name: "a", value: "x" }, "GROUP_NOT_FOUND"],
      [{ user, name: "sub", value: "x" }, "VALIDATION_ERROR"],
      [{ user, name: "a", json: "{}" }, "VALIDATION_ERROR"],
    ] as const)
      await expect(claimSet.run(ctx, values)).rejects.toMatchObject({ code });
    for (const command of [claimList, claimRemove])
      await expect(command.run(ctx, { name: "a" })).rejects.toThrow(UsageError);
  });
});
