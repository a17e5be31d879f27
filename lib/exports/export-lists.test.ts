import { desc, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import type { Context } from "#lib/context/context.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { buildGroup } from "#lib/testing/build-group.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { exportClients } from "./export-clients.ts";
import { exportGroups } from "./export-groups.ts";
import type { ListFile } from "./export-list.ts";
import { exportPasskeys } from "./export-passkeys.ts";
import { exportSessions } from "./export-sessions.ts";

let t: TestDatabase;
let auditor: Context;
beforeAll(async () => {
  t = await testDatabase();
  const { actor } = await buildUser(t.db, { username: "ana@example.com", role: "auditor" });
  auditor = t.context({ actor });
  await buildClient(t.context(), { name: "=cmd()" });
  await buildGroup(t.db, [], { name: "crew", displayName: "Crew" });
  await t.db.execute(sql`
    insert into credentials (id, user_id, credential_id, public_key, algorithm, sign_count, aaguid, transports,
      device_type, backup_eligible, backup_state, user_verified, attestation_format, attestation_trust, name, created_at)
    select gen_random_uuid(), ${actor.userId}, sha256(n::text::bytea), sha256(n::text::bytea), -7, 0, gen_random_uuid(),
      '{}', 'multi_device', true, n > 1, true, 'none', 'none', 'Key ' || n, now()
    from generate_series(1, 2500) n`);
});
afterAll(() => t.close());

const text = async (file: Promise<ListFile>) => (await Array.fromAsync((await file).pieces)).join("");
const lines = async (file: Promise<ListFile>) => (await text(file)).trimEnd().split("\r\n");

describe("lists as files", () => {
  it("have every passkey once, over many pages", async () => {
    const [heading, ...rows] = await lines(exportPasskeys(auditor, { format: "csv" }));
    expect(heading).toMatch(/^\ufeffid,person_id,email,name,product,aaguid,kind,/);
    expect(rows).toHaveLength(2500);
    expect(new Set(rows.map((row) => row.split(",")[0])).size).toBe(2500);
  });

  it("have what the filters find alone", async () => {
    const rows = (await text(exportPasskeys(auditor, { format: "jsonl", kind: "not_backed_up" }))).trimEnd();
    expect(rows.split("\n").map((row) => JSON.parse(row) as object)).toMatchObject([
      { name: "Key 1", user: { username: "ana@example.com" } },
    ]);
  });

  it("tell of sessions, groups and apps, and hold no formula", async () => {
    const [, session] = await lines(exportSessions(auditor, { format: "csv" }));
    expect(session).toContain(",ana@example.com,passkey,,192.0.2.1,test,,");
    const [, group] = await lines(exportGroups(auditor, { format: "csv" }));
    expect(group).toContain(",crew,Crew,false,");
    const [, app] = await lines(exportClients(auditor, { format: "csv" }));
    expect(app).toContain(",'=cmd(),confidential,manual,false,,");
  });

  it.each([
    ["passkeys", exportPasskeys],
    ["sessions", exportSessions],
    ["groups", exportGroups],
    ["apps", exportClients],
  ] as const)(
    "of %s are in the trail before they leave, and refused to who may not see them",
    async (list, take) => {
      const file = await take(auditor, { format: "csv" });
      expect(file.filename).toMatch(new RegExp(`-${list}-\\d{4}-\\d\\d-\\d\\d\\.csv$`));
      const newest = () => t.db.select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(1);
      expect(await newest()).toMatchObject([
        { action: "list.exported", outcome: "success", details: { list, format: "csv" } },
      ]);
      const { actor } = await buildUser(t.db);
      await expect(take(t.context({ actor }), { format: "csv" })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
      expect(await newest()).toMatchObject([{ action: "list.exported", outcome: "failure" }]);
    },
  );
});
