import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserId } from "#drizzle/schema/ids.ts";
import { newId } from "#lib/crypto/random.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { appendAuditEvent } from "./append-audit-event.ts";

describe("appendAuditEvent", () => {
  let t: TestDatabase;
  beforeAll(async () => {
    t = await testDatabase();
  });
  afterAll(() => t.close());

  it("writes who did what to whom, with the request id and the transaction's number", async () => {
    const ctx = t.context();
    const subjectUserId = newId<UserId>();
    await appendAuditEvent(ctx, t.db, {
      action: "sign_in.failed",
      outcome: "failure",
      reason: "INVALID_SIGNATURE",
      subjectUserId,
      details: { attempt: 1 },
    });
    const [row] =
      await t.sql`select *, transaction_id::text as xid from audit_events where request_id = ${ctx.requestId}`;
    expect(row).toMatchObject({
      action: "sign_in.failed",
      outcome: "failure",
      reason: "INVALID_SIGNATURE",
      actor_type: "anonymous",
      subject_user_id: subjectUserId,
      ip: ctx.ip,
      details: { attempt: 1 },
    });
    expect(row?.xid).toMatch(/^\d+$/);
    expect(new Date(row?.occurred_at)).toEqual(testNow);
  });

  it("leaves nothing behind when the transaction of the act is rolled back", async () => {
    const ctx = t.context();
    const act = t.db.transaction(async (tx) => {
      await appendAuditEvent(ctx, tx, { action: "session.ended", outcome: "success" });
      throw new Error("the act failed");
    });
    await expect(act).rejects.toThrow("the act failed");
    expect(await t.sql`select 1 from audit_events where request_id = ${ctx.requestId}`).toHaveLength(0);
  });

  it.each(["update audit_events set reason = 'x'", "delete from audit_events", "truncate audit_events"])(
    "refuses to %s",
    async (statement) => {
      await appendAuditEvent(t.context(), t.db, { action: "session.ended", outcome: "success" });
      await expect(t.sql.unsafe(statement)).rejects.toThrow("audit events are append-only");
    },
  );

  it("lets the retention job delete, and only in its own transaction", async () => {
    const ctx = t.context();
    await appendAuditEvent(ctx, t.db, { action: "session.ended", outcome: "success" });
    await t.sql.begin(async (tx) => {
      await tx`set local latchkey.audit_retention = 'on'`;
      await tx`delete from audit_events where request_id = ${ctx.requestId}`;
    });
    expect(await t.sql`select 1 from audit_events where request_id = ${ctx.requestId}`).toHaveLength(0);
    await expect(t.sql`delete from audit_events`).rejects.toThrow("append-only");
  });
});
