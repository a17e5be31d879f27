import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { queryPlans } from "#lib/testing/query-plans.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { rememberConsent } from "../remember-consent.ts";
import { grantQuerySchema } from "./schema.ts";
import { searchGrants } from "./search-grants.ts";

let t: TestDatabase;
let admin: Context;
let apps: ClientRow[];
let people: UserActor[];
beforeAll(async () => {
  t = await testDatabase();
  admin = t.context({ actor: (await buildUser(t.db, { role: "admin" })).actor });
  apps = [(await buildClient(t.context())).client, (await buildClient(t.context())).client];
  people = [(await buildUser(t.db)).actor, (await buildUser(t.db)).actor];
  for (const { userId } of people)
    for (const { id } of apps)
      await rememberConsent(t.context(), t.db, {
        userId,
        clientId: id,
        scopes: ["openid", "email"],
        claims: [],
        resources: [],
      });
});
afterAll(() => t.close());

const query = (values: Record<string, unknown> = {}) => grantQuerySchema.parse(values);

describe("consents across people", () => {
  it("tell who let which app have what", async () => {
    const { grants, count } = await searchGrants(admin, query());
    expect(count).toBe(4);
    expect(grants[0]).toMatchObject({ userId: people[1]?.userId, scopes: ["openid", "email"] });
    expect(JSON.stringify(grants)).not.toContain("sortKey");
  });

  it("are filtered by app, and come page by page", async () => {
    const client = apps[0]?.id;
    const first = await searchGrants(admin, query({ client, limit: 1 }));
    expect(first).toMatchObject({ count: 2, grants: [{ clientId: client }] });
    const second = await searchGrants(admin, query({ client, limit: 1, after: first.nextCursor }));
    expect(second.grants).toMatchObject([{ clientId: client, userId: people[0]?.userId }]);
    expect(second.nextCursor).toBeUndefined();
    expect((await searchGrants(admin, query({ client: "nobody" }))).grants).toEqual([]);
  });

  it("are for those who may see them", async () => {
    for (const role of ["user", "helpdesk"] as const) {
      const { actor } = await buildUser(t.db, { role });
      await expect(searchGrants(t.context({ actor }), query())).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });

  it("are read from indexes, however many there are", async () => {
    await t.db.execute(sql`
      insert into users (id, username, display_name, webauthn_handle, role, status, created_at, updated_at)
      select gen_random_uuid(), 'many' || n || '@example.com', 'Many', sha512(n::text::bytea), 'user', 'active',
        now(), now() from generate_series(1, 20000) n`);
    await t.db.execute(sql`
      insert into grants (id, user_id, client_id, scopes, created_at, updated_at)
      select gen_random_uuid(), id, ${apps[0]?.id}, '{openid}', now(), now() from users
      where username like 'many%'`);
    await t.db.execute(sql`analyze grants`);
    await t.db.execute(sql`analyze users`);
    for (const values of [{}, { client: apps[0]?.id }, { client: apps[1]?.id }]) {
      const plans = await queryPlans(t, (db) => searchGrants({ ...admin, db }, query(values)));
      const page = plans.find((plan) => plan.includes("users"));
      expect(page).toBeDefined();
      expect(page).not.toMatch(/Seq Scan on (grants|users)/);
    }
  });
});
