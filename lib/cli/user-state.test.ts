import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import { resolveSession } from "#lib/sessions/resolve-session.ts";
import { type BuiltUser, buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { UsageError } from "./usage-error.ts";
import { userDelete } from "./user-delete.ts";
import { userDisable, userEnable, userSignOut } from "./user-state.ts";

let t: TestDatabase;
let ctx: Context;
let username: string;
let person: BuiltUser;
beforeAll(async () => {
  t = await testDatabase();
  ctx = t.context({ actor: { type: "operator" } });
});
beforeEach(async () => {
  username = `${newId()}@example.com`;
  person = await buildUser(t.db, { username });
});
afterAll(() => t.close());

const isLive = async () => (await resolveSession(t.runtime(), person.token, testNow)) !== undefined;

describe("user", () => {
  it("disable shuts somebody out, and enable lets them in without their sessions", async () => {
    expect(await userDisable.run(ctx, { user: username })).toBe(
      `${username} is disabled. Sessions ended: 1.`,
    );
    expect(await isLive()).toBe(false);
    expect(await userEnable.run(ctx, { user: username })).toBe(`${username} can sign in.`);
    expect(await isLive()).toBe(false);
  });

  it("sign-out ends every session", async () => {
    expect(await userSignOut.run(ctx, { user: username })).toContain("Sessions ended: 1.");
    expect(await isLive()).toBe(false);
    expect(await userSignOut.run(ctx, { user: username })).toContain("Sessions ended: 0.");
  });

  it("delete wants to be told that it is meant, and then leaves nobody behind", async () => {
    await expect(userDelete.run(ctx, { user: username })).rejects.toThrow("--yes");
    expect(await isLive()).toBe(true);
    expect(await userDelete.run(ctx, { user: username, yes: true })).toBe(
      `${username} is deleted. Sessions ended: 1.`,
    );
    await expect(userDelete.run(ctx, { user: username, yes: true })).rejects.toThrow(UsageError);
  });

  it("says who is not there, and keeps the last administrator", async () => {
    for (const { run } of [userDisable, userEnable, userSignOut])
      await expect(run(ctx, { user: "nobody" })).rejects.toThrow(UsageError);
    await t.sql`update users set role = 'admin' where username = ${username}`;
    await expect(userDisable.run(ctx, { user: username })).rejects.toMatchObject({
      code: "LAST_ADMINISTRATOR",
    });
    const deletion = userDelete.run(ctx, { user: username, yes: true });
    await expect(deletion).rejects.toMatchObject({ code: "LAST_ADMINISTRATOR" });
    expect(await isLive()).toBe(true);
  });
});
