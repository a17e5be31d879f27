import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { sessions } from "#drizzle/schema/sessions.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { signUp } from "#lib/testing/authenticator/sign-up.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { buildGroup } from "#lib/testing/build-group.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { listMatchingPeople } from "../people/list-matching-people.ts";
import { changeClients } from "./change-clients.ts";
import { changePeople } from "./change-people.ts";
import { mostAtOnce } from "./schema.ts";

let t: TestDatabase;
let admin: UserActor;
beforeAll(async () => {
  t = await testDatabase();
  const { actor } = await signUp(t.context(), { username: "root@example.com" });
  await t.db.update(users).set({ role: "admin" }).where(eq(users.id, actor.userId));
  admin = { ...actor, role: "admin", amr: ["hwk", "user", "mfa"] };
});
afterAll(() => t.close());

const asAdmin = (): Context => t.context({ actor: admin });
const people = (count: number) =>
  Promise.all(Array.from({ length: count }, async () => (await buildUser(t.db)).actor.userId));
const statusOf = async (id: string) =>
  (await t.db.select().from(users)).find((user) => user.id === id)?.status;

describe("a change to many people", () => {
  it("is made to each, and what was so already is told apart: that is what an undo leaves alone", async () => {
    const [one = "", two = ""] = await people(2);
    await changePeople(asAdmin(), { ids: [two], change: { kind: "disable" } });
    const outcome = await changePeople(asAdmin(), { ids: [one, two, one], change: { kind: "disable" } });
    expect(outcome).toEqual({ changed: [one], unchanged: 1, refused: [] });
    const undone = await changePeople(asAdmin(), { ids: outcome.changed, change: { kind: "enable" } });
    expect(undone.changed).toEqual([one]);
    expect(await statusOf(one)).toBe("active");
    expect(await statusOf(two)).toBe("disabled");
  });

  it("is refused for one without keeping the others from it, oneself last", async () => {
    const [other = ""] = await people(1);
    const outcome = await changePeople(asAdmin(), {
      ids: [admin.userId, other],
      change: { kind: "disable" },
    });
    expect(outcome.changed).toEqual([other]);
    expect(outcome.refused).toMatchObject([{ id: admin.userId, name: admin.displayName }]);
    expect(outcome.refused[0]?.message).toMatch(/administrator/i);
  });

  it("leaves a trace for each", async () => {
    const ids = await people(3);
    await changePeople(asAdmin(), { ids, change: { kind: "end_sessions" } });
    const events = await t.db.select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(3);
    expect(events.map(({ subjectUserId }) => subjectUserId).sort()).toEqual(ids.toSorted());
    const left = await t.db
      .select()
      .from(sessions)
      .where(eq(sessions.userId, ids[0] ?? admin.userId));
    expect(left.every(({ revokedAt }) => revokedAt !== null)).toBe(true);
  });

  it("puts into a group and takes out of it", async () => {
    const { id: groupId } = await buildGroup(t.db);
    const ids = await people(2);
    const add = { ids, change: { kind: "add_to_group", groupId } } as const;
    expect((await changePeople(asAdmin(), add)).changed).toHaveLength(2);
    expect(await changePeople(asAdmin(), add)).toMatchObject({ changed: [], unchanged: 2 });
    const remove = { ids, change: { kind: "remove_from_group", groupId } } as const;
    expect((await changePeople(asAdmin(), remove)).changed).toHaveLength(2);
  });

  it("keeps the helpdesk from those above it, person by person", async () => {
    const { actor } = await buildUser(t.db, { role: "helpdesk" });
    const helpdesk = t.context({ actor: { ...actor, role: "helpdesk", amr: ["user", "mfa"] } });
    const [one = ""] = await people(1);
    const outcome = await changePeople(helpdesk, {
      ids: [one, admin.userId],
      change: { kind: "end_sessions" },
    });
    expect(outcome.changed).toEqual([one]);
    expect(outcome.refused.map(({ id }) => id)).toEqual([admin.userId]);
    await expect(changePeople(helpdesk, { ids: [one], change: { kind: "disable" } })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("waits for a confirmation, and takes no more than fit into one call", async () => {
    const stale = t.context({ actor: { ...admin, authTime: new Date(0) } });
    const [one = ""] = await people(1);
    await expect(changePeople(stale, { ids: [one], change: { kind: "disable" } })).rejects.toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
    expect(await statusOf(one)).toBe("active");
    const ids = await people(mostAtOnce + 1);
    await expect(changePeople(asAdmin(), { ids, change: { kind: "enable" } })).rejects.toMatchObject({
      code: "INVALID_REQUEST",
    });
  });

  it("is about those whom a search finds, as far as they may be meant together", async () => {
    await buildUser(t.db, { displayName: "Zora Quist" });
    expect(await listMatchingPeople(asAdmin(), { q: "quist" }, 10)).toHaveLength(1);
    expect(await listMatchingPeople(asAdmin(), {}, 3)).toHaveLength(3);
    await expect(listMatchingPeople(t.context(), {}, 3)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("a change to many apps", () => {
  it("shuts out those that are in, and lets them in again", async () => {
    const one = (await buildClient(t.context())).client.id;
    const two = (await buildClient(t.context())).client.id;
    await changeClients(asAdmin(), { ids: [two], kind: "disable" });
    expect(await changeClients(asAdmin(), { ids: [one, two, "gone"], kind: "disable" })).toEqual({
      changed: [one],
      unchanged: 1,
      refused: [],
    });
    expect((await changeClients(asAdmin(), { ids: [one], kind: "enable" })).changed).toEqual([one]);
    await expect(changeClients(t.context(), { ids: [one], kind: "enable" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});
