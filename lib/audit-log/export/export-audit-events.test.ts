import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AuditEvent, appendAuditEvent, appendAuditEvents } from "#lib/audit/append-audit-event.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import { csvLine } from "#lib/csv/csv-line.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { exportQuerySchema } from "../schema.ts";
import { exportAuditEvents } from "./export-audit-events.ts";

let t: TestDatabase;
let auditor: UserActor;
beforeAll(async () => {
  t = await testDatabase();
  const { actor } = await buildUser(t.db, { role: "auditor", displayName: "Aud" });
  auditor = { ...actor, amr: ["hwk", "user", "mfa"] };
});
afterAll(() => t.close());

const as = (actor: Context["actor"]) => t.context({ actor, requestId: newId<string>() });
const happen = (event: AuditEvent, overrides: Partial<Context> = {}) =>
  appendAuditEvent(t.context(overrides), t.db, event);

async function read(ctx: Context, values: Record<string, unknown>) {
  const { pieces, ...file } = await exportAuditEvents(ctx, exportQuerySchema.parse(values));
  const all: string[] = [];
  for await (const piece of pieces) all.push(piece);
  return { ...file, text: all.join(""), pieces: all };
}

const eventsOf = (ctx: Context) =>
  t.sql`select action, outcome, reason, details from audit_events where request_id = ${ctx.requestId}`;

describe("who may export", () => {
  it("is an auditor or an administrator with a passkey of the last minutes; refusals leave a trace", async () => {
    const helpdesk = (await buildUser(t.db, { role: "helpdesk" })).actor;
    const stale = { ...auditor, authTime: new Date(testNow.getTime() - 601_000) };
    const refused = [
      [as({ ...helpdesk, amr: auditor.amr }), "FORBIDDEN"],
      [as({ ...auditor, role: "user" }), "FORBIDDEN"],
      [as({ type: "anonymous" }), "FORBIDDEN"],
      [as(stale), "STEP_UP_REQUIRED"],
    ] as const;
    for (const [ctx, code] of refused) {
      await expect(exportAuditEvents(ctx, { format: "csv" })).rejects.toMatchObject({ code });
      expect(await eventsOf(ctx)).toMatchObject([
        { action: "audit.exported", outcome: "failure", reason: code },
      ]);
    }
  });

  it("is written down, with what was asked for, before the first byte", async () => {
    const ctx = as(auditor);
    const { filename, mediaType } = await exportAuditEvents(ctx, { format: "jsonl", outcome: "failure" });
    expect({ filename, mediaType }).toEqual({
      filename: "id.example.com-audit-2026-06-01.jsonl",
      mediaType: "application/jsonl",
    });
    expect(await eventsOf(ctx)).toMatchObject([
      { action: "audit.exported", outcome: "success", details: { format: "jsonl", outcome: "failure" } },
    ]);
  });
});

describe("the file", () => {
  it("has what the filter finds, each once and the newest first, in pieces", async () => {
    const ip = "198.51.100.23";
    for (const minutes of [0, 1, 2])
      await appendAuditEvents(
        t.context({ ip, now: new Date(testNow.getTime() + minutes * 60_000) }),
        t.db,
        Array.from({ length: 900 }, () => ({ action: "mail.tested" as const, outcome: "success" as const })),
      );
    const { text, pieces } = await read(as(auditor), { format: "jsonl", ip });
    const events = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { id: string; at: string });
    expect(new Set(events.map(({ id }) => id)).size).toBe(2_700);
    expect(pieces).toHaveLength(3);
    const times = events.map(({ at }) => at);
    expect(times).toEqual(times.toSorted().reverse());
    const table = await read(as(auditor), { format: "csv", ip });
    expect(table.text.startsWith("\ufeffoccurred_at,action,outcome,")).toBe(true);
    expect(table.text.trimEnd().split("\r\n")).toHaveLength(2_701);
  });

  it("holds the event of its own taking", async () => {
    const ctx = as(auditor);
    const { text } = await read(ctx, { format: "jsonl", request: ctx.requestId });
    expect(text.split("\n").filter(Boolean)).toHaveLength(1);
    expect(JSON.parse(text)).toMatchObject({ action: "audit.exported", actor: { name: "Aud" } });
  });

  it("is empty, but a file, where nothing matches", async () => {
    expect((await read(as(auditor), { format: "jsonl", actor: "nobody@id.example" })).text).toBe("");
    const { text } = await read(as(auditor), { format: "csv", actor: "nobody@id.example" });
    expect(text.split("\r\n")).toHaveLength(2);
  });

  it("lets no browser's name become a formula or a line of its own", async () => {
    const ip = "198.51.100.66";
    const userAgent = '=HYPERLINK("https://evil.example","x")\r\n=1+1;=2+2\t@SUM(1)';
    await happen({ action: "sign_in.failed", outcome: "failure", reason: "-1+1" }, { ip, userAgent });
    const { text } = await read(as(auditor), { format: "csv", ip });
    expect(text).toContain(`"'=HYPERLINK(""https://evil.example"",""x"")\r\n'=1+1;'=2+2\t'@SUM(1)"`);
    expect(text).toContain(",'-1+1,");
    const lines = await read(as(auditor), { format: "jsonl", ip });
    expect(lines.text.split("\n")).toHaveLength(2);
    expect(JSON.parse(lines.text).userAgent).toBe(userAgent);
  });

  it("stops reading when nobody wants more", async () => {
    const { pieces } = await exportAuditEvents(as(auditor), { format: "csv" });
    await pieces.next();
    await pieces.return(undefined);
    expect(await pieces.next()).toEqual({ done: true, value: undefined });
  });
});

it.each([
  [["a", null, "b"], "a,,b"],
  [["=1"], "'=1"],
  [["+1", "-1", "@x", "\tx", "\rx"], `'+1,'-1,'@x,"'\tx","'\rx"`],
  [["1=2", "a-b"], "1=2,a-b"],
  [['say "hi"', "a,b", "a;b", "a\nb"], '"say ""hi""","a,b","a;b","a\nb"'],
  [["＝1"], "'＝1"],
  [["\t=1"], `"'\t'=1"`],
])("writes %j as %s", (cells, line) => {
  expect(csvLine(cells)).toBe(`${line}\r\n`);
});
