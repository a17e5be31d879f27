import { desc } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import type { Context } from "#lib/context/context.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { exportPeople } from "./export-people.ts";

let t: TestDatabase;
let auditor: Context;
beforeAll(async () => {
  t = await testDatabase();
  await buildUser(t.db, { displayName: "=HYPERLINK(1)", username: "formula@example.com" });
  await buildUser(t.db, { displayName: "Ana, Ruiz", status: "disabled" });
  const { actor } = await buildUser(t.db, { role: "auditor", displayName: "Aud" });
  auditor = t.context({ actor: { ...actor, role: "auditor" } });
});
afterAll(() => t.close());

async function read(filters: Record<string, never> | { status: "disabled" }, format: "csv" | "jsonl") {
  const { pieces } = await exportPeople(auditor, { ...filters, format });
  return (await Array.fromAsync(pieces)).join("");
}

describe("the list of people as a file", () => {
  it("is a table of which no cell is a formula", async () => {
    const text = await read({}, "csv");
    expect(text.startsWith("\ufeffid,email,name,status,role,passkeys,created_at,last_sign_in_at\r\n")).toBe(
      true,
    );
    expect(text.split("\r\n")).toHaveLength(5);
    expect(text).toContain(",'=HYPERLINK(1),");
    expect(text).toContain(',"Ana, Ruiz",disabled,');
  });

  it("is a line of JSON for each whom the filter finds", async () => {
    const lines = (await read({ status: "disabled" }, "jsonl")).trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([{ displayName: "Ana, Ruiz" }]);
  });

  it("is in the trail before it leaves, and refused to who may not see people", async () => {
    await exportPeople(auditor, { status: "disabled", format: "csv" });
    const [event] = await t.db.select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(1);
    expect(event).toMatchObject({
      action: "users.exported",
      details: { format: "csv", status: "disabled" },
    });
    const { actor } = await buildUser(t.db);
    await expect(exportPeople(t.context({ actor }), { format: "csv" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});
