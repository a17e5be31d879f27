import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { buildGroup } from "#lib/testing/build-group.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { queryPlans } from "#lib/testing/query-plans.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { findTargets } from "./find-targets.ts";

let t: TestDatabase;
let helpdesk: Context;
beforeAll(async () => {
  t = await testDatabase();
  await buildUser(t.db, { displayName: "Graziella Moretti", username: "graz@example.com" });
  await buildGroup(t.db, [], { name: "grafana-editors", displayName: "Editors" });
  await buildClient(t.context(), { name: "Grafana" });
  const { actor } = await buildUser(t.db, { role: "helpdesk" });
  helpdesk = t.context({ actor: { ...actor, role: "helpdesk" } });
});
afterAll(() => t.close());

const named = async (q: string) => (await findTargets(helpdesk, q)).map(({ kind, name }) => [kind, name]);

describe("jumping to something by its name", () => {
  it("finds people by the beginnings of words, groups and apps by any part", async () => {
    expect(await named("gra")).toEqual([
      ["people", "Graziella Moretti"],
      ["groups", "Editors"],
      ["apps", "Grafana"],
    ]);
    expect(await named("moretti gr")).toEqual([["people", "Graziella Moretti"]]);
    expect(await named("FANA")).toEqual([
      ["groups", "Editors"],
      ["apps", "Grafana"],
    ]);
  });

  it("takes marks for marks", async () => {
    for (const q of ["%", "_", "'; --", "\\", "!!"]) expect(await named(q)).toEqual([]);
  });

  it("is for whoever may see people", async () => {
    const { actor } = await buildUser(t.db);
    await expect(findTargets(t.context({ actor }), "gra")).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(findTargets(t.context(), "gra")).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("shows eight of each, from an index however many there are", async () => {
    await t.db.execute(sql`
      insert into users (id, username, display_name, webauthn_handle, role, status, created_at, updated_at)
      select gen_random_uuid(), 'many' || n || '@example.com', 'Many ' || md5(n::text), sha512(n::text::bytea),
        'user', 'active', now(), now() from generate_series(1, 20000) n`);
    await t.db.execute(sql`analyze users`);
    expect(await named("many")).toHaveLength(8);
    const [people] = await queryPlans(t, (db) => findTargets({ ...helpdesk, db }, "abc"));
    expect(people).not.toMatch(/Seq Scan on users/);
  });
});
