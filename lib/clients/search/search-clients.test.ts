import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { buildGroup } from "#lib/testing/build-group.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { queryPlans } from "#lib/testing/query-plans.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { disableClient } from "../disable-client.ts";
import { recordClientError } from "../errors/record-client-error.ts";
import { setClientGroups } from "../set-client-groups.ts";
import { clientQuerySchema } from "./schema.ts";
import { searchClients } from "./search-clients.ts";

let t: TestDatabase;
let admin: Context;
beforeAll(async () => {
  t = await testDatabase();
  const { actor } = await buildUser(t.db, { role: "admin" });
  admin = t.context({ actor });
  const operator = t.context({ actor: { type: "operator" } });
  const { client } = await buildClient(operator, { id: "grafana", name: "Grafana" });
  await buildClient(operator, { id: "notes", name: "notes", tokenEndpointAuthMethod: "none" });
  await buildClient(operator, {
    id: "backup",
    name: "Nightly 100% backup",
    grantTypes: ["client_credentials"],
    redirectUris: [],
  });
  const { client: old } = await buildClient(operator, { id: "old", name: "Old" });
  const group = await buildGroup(t.db, [], { displayName: "Operations" });
  await setClientGroups(operator, { clientId: client.id, groupIds: [group.id] });
  await recordClientError(t.context(), { client, endpoint: "/oauth/token", code: "x", explanation: "y" });
  await disableClient(operator, old.id);
});
afterAll(() => t.close());

const query = (values: Record<string, unknown> = {}) => clientQuerySchema.parse(values);
const found = async (values: Record<string, unknown>) =>
  (await searchClients(admin, query(values))).clients.map(({ id }) => id);

describe("searching apps", () => {
  it("tells what each is, who may use it, and when it last failed", async () => {
    const { clients, count } = await searchClients(admin, query());
    expect(count).toBe(4);
    expect(clients).toMatchObject([
      { id: "grafana", kind: "confidential", groupNames: ["Operations"], lastErrorAt: t.context().now },
      { id: "backup", kind: "service", groupNames: [], lastErrorAt: null, disabled: false },
      { id: "notes", kind: "public" },
      { id: "old", disabled: true },
    ]);
  });

  it("finds by any part of name or id, and takes nothing typed for a pattern", async () => {
    expect(await found({ q: "RAFA" })).toEqual(["grafana"]);
    expect(await found({ q: "ckup" })).toEqual(["backup"]);
    expect(await found({ q: "100%" })).toEqual(["backup"]);
    expect(await found({ q: "_" })).toEqual([]);
    expect(await found({ q: "'" })).toEqual([]);
  });

  it("filters by state and source", async () => {
    expect(await found({ state: "disabled" })).toEqual(["old"]);
    expect(await found({ state: "enabled" })).toHaveLength(3);
    expect(await found({ source: "dynamic" })).toEqual([]);
    expect(await found({ source: "manual", state: "" })).toHaveLength(4);
  });

  it.each(["name", "-name"])("goes by %s page by page, forth and back", async (sort) => {
    const all = await found({ sort });
    const first = await searchClients(admin, query({ sort, limit: 3 }));
    const second = await searchClients(admin, query({ sort, limit: 3, after: first.nextCursor }));
    expect([...first.clients, ...second.clients].map(({ id }) => id)).toEqual(all);
    expect(await found({ sort, limit: 3, before: second.previousCursor })).toEqual(all.slice(0, 3));
  });

  it("is for those who may see apps", async () => {
    const { actor } = await buildUser(t.db);
    await expect(searchClients(t.context({ actor }), query())).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(searchClients(t.context(), query())).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("reads many from the index", async () => {
    await t.db.execute(sql`
      insert into clients (id, name, redirect_uris, post_logout_redirect_uris, token_endpoint_auth_method,
        first_party, require_pkce, created_at, updated_at)
      select 'many' || n, md5(n::text), '{}', '{}', 'none', false, true, now(), now()
      from generate_series(1, 20000) n`);
    await t.db.execute(sql`analyze clients`);
    const plans = await queryPlans(t, (db) => searchClients({ ...admin, db }, query()));
    const page = plans.find((plan) => plan.includes("clients_name"));
    expect(page).toBeDefined();
    expect(page).not.toMatch(/Seq Scan on clients/);
  });
});
