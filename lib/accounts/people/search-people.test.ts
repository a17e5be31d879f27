import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { users } from "#drizzle/schema/users.ts";
import type { Context } from "#lib/context/context.ts";
import { signUp } from "#lib/testing/authenticator/sign-up.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { queryPlans } from "#lib/testing/query-plans.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { searchWords } from "#lib/users/search/store.ts";
import { personQuerySchema } from "./schema.ts";
import { searchPeople } from "./search-people.ts";

const names = ["Ana Ruiz", "Ben O’Neill", "Çelik Ada", "ana lund", "Ewa Nowak-Ruiz", "李 小龍"];

let t: TestDatabase;
let admin: Context;
beforeAll(async () => {
  t = await testDatabase();
  for (const [index, displayName] of names.entries())
    await buildUser(t.db, {
      displayName,
      username: `person${index}@example.com`,
      lastLoginAt: index === 3 ? null : new Date(Date.UTC(2026, 0, 10 + index)),
    });
  const { actor } = await buildUser(t.db, {
    role: "admin",
    displayName: "Root",
    username: "root@id.example",
  });
  admin = t.context({ actor });
});
afterAll(() => t.close());

const query = (values: Record<string, unknown> = {}) => personQuerySchema.parse(values);

async function found(values: Record<string, unknown>) {
  const { people } = await searchPeople(admin, query(values));
  return people.map(({ displayName }) => displayName);
}

/** Everybody in the list's order, page by page, and back again. */
async function walk(values: Record<string, unknown>) {
  const forth: string[] = [];
  let last: { after?: string } = {};
  let back: string | undefined;
  for (;;) {
    const page = await searchPeople(admin, query({ ...values, ...last, limit: 2 }));
    forth.push(...page.people.map(({ displayName }) => displayName));
    back = page.previousCursor;
    if (page.nextCursor === undefined) break;
    last = { after: page.nextCursor };
  }
  const way: string[] = [];
  while (back !== undefined) {
    const page = await searchPeople(admin, query({ ...values, before: back, limit: 2 }));
    way.unshift(...page.people.map(({ displayName }) => displayName));
    back = page.previousCursor;
  }
  return { forth, back: way };
}

describe("searching people", () => {
  it("finds by the beginnings of words, in names and addresses, whatever the case", async () => {
    expect((await found({ q: "ana", sort: "name" })).sort()).toEqual(["Ana Ruiz", "ana lund"]);
    expect((await found({ q: "RUI" })).sort()).toEqual(["Ana Ruiz", "Ewa Nowak-Ruiz"]);
    expect(await found({ q: "ruiz ana" })).toEqual(["Ana Ruiz"]);
    expect(await found({ q: "person4@example" })).toEqual(["Ewa Nowak-Ruiz"]);
    expect(await found({ q: "çel" })).toEqual(["Çelik Ada"]);
    expect(await found({ q: "李" })).toEqual(["李 小龍"]);
    expect(await found({ q: "nobody" })).toEqual([]);
  });

  it("takes whatever is typed for words, never for a query", async () => {
    for (const q of ["'", "a & | !", "ana:*)", "\\", "%", "((", ":*", "<->"])
      expect(await found({ q })).toBeDefined();
    expect(searchWords("a'b & !c:*")).toBe("a:* & b:* & c:*");
    expect(searchWords(" !? ")).toBeUndefined();
  });

  it("says how many working passkeys each has, and finds those without", async () => {
    const { actor } = await signUp(t.context(), { username: "key@example.com" });
    const { people } = await searchPeople(admin, query({ q: "key" }));
    expect(people).toMatchObject([{ id: actor.userId, passkeys: 1 }]);
    expect(await found({ q: "key", status: "no_passkey" })).toEqual([]);
    const { people: others } = await searchPeople(admin, query({ q: "root" }));
    expect(others).toMatchObject([{ passkeys: 0 }]);
    await t.db.delete(users).where(eq(users.id, actor.userId));
  });

  it("filters by state, role and group", async () => {
    expect(await found({ status: "never_seen", role: "user" })).toEqual(["ana lund"]);
    expect(await found({ role: "admin" })).toEqual(["Root"]);
    expect(await found({ role: "" })).toHaveLength(7);
    expect(await found({ status: "no_passkey" })).toHaveLength(7);
    await t.db.update(users).set({ status: "disabled" }).where(eq(users.displayName, "Ben O’Neill"));
    expect(await found({ status: "disabled" })).toEqual(["Ben O’Neill"]);
    expect(await found({ group: "00000000-0000-7000-8000-000000000000" })).toEqual([]);
  });

  it.each(["name", "-name", "seen", "-seen", "created", "-created"])(
    "sorts by %s, page by page, forth and back",
    async (sort) => {
      const all = await found({ sort });
      expect(all).toHaveLength(7);
      const { forth, back } = await walk({ sort });
      expect(forth).toEqual(all);
      expect(back).toEqual(all.slice(0, back.length));
      expect(back.length).toBeGreaterThanOrEqual(6);
      expect(await found({ sort: sort.replace(/^(-?)/, (sign) => (sign ? "" : "-")) })).toEqual(
        all.toReversed(),
      );
    },
  );

  it("counts no further than it must", async () => {
    expect((await searchPeople(admin, query())).count).toBe(7);
  });

  it("refuses cursors that no page gave out", async () => {
    const forged = (place: unknown) => Buffer.from(JSON.stringify(place)).toString("base64url");
    const id = "00000000-0000-7000-8000-000000000000";
    for (const after of [
      "x",
      "",
      forged([1, 2]),
      forged(["x", id]),
      forged(["2026-02-30 00:00:00+00", id]),
      forged([id]),
    ])
      await expect(searchPeople(admin, query({ sort: "seen", after })), after).rejects.toMatchObject({
        code: "VALIDATION_ERROR",
      });
    expect(await found({ sort: "seen", after: forged(["infinity", id]) })).toEqual([]);
  });

  it("is for those who may see people", async () => {
    const { actor } = await buildUser(t.db, { username: "nosy@example.com" });
    await expect(searchPeople(t.context({ actor }), query())).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(searchPeople(t.context(), query())).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("with many people", () => {
  beforeAll(async () => {
    await t.db.execute(sql`
      insert into users (id, username, display_name, webauthn_handle, role, status, created_at, updated_at, last_login_at)
      select gen_random_uuid(), 'many' || n || '@example.com', 'Many ' || md5(n::text), sha512(n::text::bytea),
        'user', 'active', now(), now(), now() - n * interval '1 minute'
      from generate_series(1, 20000) n`);
    await t.db.execute(sql`
      insert into credentials (id, user_id, credential_id, public_key, algorithm, sign_count, aaguid, transports, device_type,
        backup_eligible, backup_state, user_verified, attestation_format, attestation_trust, name, created_at)
      select gen_random_uuid(), id, decode(md5(id::text || k), 'hex'), decode(repeat(md5(id::text), 16), 'hex'), -7, 0, gen_random_uuid(), '{}', 'multi_device',
        true, true, true, 'none', 'none', 'Key', now()
      from users cross join generate_series(1, 2) k
      where display_name like 'Many %' and username not in ('many7@example.com', 'many8@example.com')`);
    await t.sql`delete from credentials where id in (
      select max(c.id::text)::uuid from credentials c join users u on u.id = c.user_id where u.username = 'many9@example.com')`;
    await t.sql`vacuum analyze users, credentials`;
  });

  it.each([
    ["the list", {}],
    ["by name", { sort: "name" }],
    ["by the last sign-in", { sort: "-seen" }],
    ["a search", { q: "abcd" }],
    ["the disabled", { status: "disabled" }],
    ["a role", { role: "auditor" }],
  ])("reads %s from an index, not the whole table", async (_, values) => {
    const plans = await queryPlans(t, (db) => searchPeople({ ...admin, db }, query(values)));
    expect(plans).toHaveLength(2);
    const [page, count] = plans;
    expect(page).not.toMatch(/Seq Scan on users/);
    // Counting stops at its limit, in whatever order the rows come.
    expect(count).toMatch(/Limit/);
  });

  it.each([
    ["none", "no_passkey", ["many7@example.com", "many8@example.com"]],
    ["one", "one_passkey", ["many9@example.com"]],
  ])("finds who has %s of the passkeys by the indexes alone", async (_, status, names) => {
    const { people, count } = await searchPeople(admin, query({ q: "many", status, sort: "created" }));
    expect(people.map(({ username }) => username).sort()).toEqual(names);
    expect(count).toBe(names.length);
    for (const plan of await queryPlans(t, (db) => searchPeople({ ...admin, db }, query({ status })))) {
      expect(plan).toMatch(/Index Only Scan using credentials_user_id/);
      expect(plan).not.toMatch(/Seq Scan/);
    }
  });
});
