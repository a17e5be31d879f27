import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import type { UserId } from "#drizzle/schema/ids.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import { signUp } from "#lib/testing/authenticator/sign-up.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { setUserRole } from "./set-user-role.ts";

let t: TestDatabase;
let operator: Context;
beforeAll(async () => {
  t = await testDatabase();
  operator = t.context({ actor: { type: "operator" } });
});
afterAll(() => t.close());

let counter = 0;
async function newPerson(role: UserActor["role"] = "user"): Promise<UserActor> {
  counter += 1;
  const { actor } = await signUp(t.context(), { username: `person${counter}@example.com` });
  await t.db.update(users).set({ role }).where(eq(users.id, actor.userId));
  return { ...actor, role };
}

const roleOf = async (id: UserId) => (await t.db.select().from(users).where(eq(users.id, id)))[0]?.role;

describe("a role", () => {
  it("is given by an administrator who has just confirmed, and the trail says which it was", async () => {
    const admin = await newPerson("admin");
    const { userId: id } = await newPerson();
    const ctx = t.context({ actor: admin });
    expect(await setUserRole(ctx, { id, role: "helpdesk" })).toMatchObject({ role: "helpdesk" });
    const [event] = await t.db.select().from(auditEvents).where(eq(auditEvents.requestId, ctx.requestId));
    expect(event).toMatchObject({
      action: "user.role_changed",
      actorId: admin.userId,
      subjectUserId: id,
      details: { before: "user", after: "helpdesk" },
    });
    const stale = t.context({ actor: admin, now: new Date(ctx.now.getTime() + 601_000) });
    await expect(setUserRole(stale, { id, role: "admin" })).rejects.toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
  });

  it.each(["user", "auditor", "helpdesk"] as const)("is given by no %s, not even their own", async (role) => {
    const actor = await newPerson(role);
    const ctx = t.context({ actor });
    for (const id of [actor.userId, (await newPerson()).userId])
      await expect(setUserRole(ctx, { id, role: "admin" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await roleOf(actor.userId)).toBe(role);
  });

  it("is not given to somebody who does not exist", async () => {
    await expect(setUserRole(operator, { id: newId<UserId>(), role: "admin" })).rejects.toMatchObject({
      code: "USER_NOT_FOUND",
    });
  });

  it("stays with the last administrator who has a passkey, also when two demote each other at once", async () => {
    await t.db.update(users).set({ role: "user" });
    const [ana, leo] = [await newPerson("admin"), await newPerson("admin")];
    // One without a passkey cannot administer.
    await buildUser(t.db, { role: "admin", username: "nokey@example.com" });
    const ends = await Promise.allSettled([
      setUserRole(t.context({ actor: ana }), { id: leo.userId, role: "user" }),
      setUserRole(t.context({ actor: leo }), { id: ana.userId, role: "user" }),
    ]);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const last = (await roleOf(ana.userId)) === "admin" ? ana : leo;
    for (const ctx of [operator, t.context({ actor: last })])
      await expect(setUserRole(ctx, { id: last.userId, role: "auditor" })).rejects.toMatchObject({
        code: "LAST_ADMINISTRATOR",
      });
  });
});
