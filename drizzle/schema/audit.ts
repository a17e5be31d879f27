/** The audit trail. Rows are only ever inserted; a trigger refuses update, delete and truncate. */
import { sql } from "drizzle-orm";
import { customType, index, jsonb, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";
import type { AuditEventId, ClientId, CredentialRowId, SessionId, UserId } from "./ids.ts";

export const auditOutcome = pgEnum("audit_outcome", ["success", "failure"]);
export const auditActorType = pgEnum("audit_actor_type", [
  "anonymous",
  "user",
  "client",
  "api_key",
  "operator",
  "system",
]);

/** A full transaction id (64 bits, never reused): what the sealer compares with the snapshot horizon. */
const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });

/** No foreign keys: an event outlives everything that it names. */
export const auditEvents = pgTable(
  "audit_events",
  {
    id: uuid("id").$type<AuditEventId>().primaryKey(),
    transactionId: xid8("transaction_id").notNull().default(sql`pg_current_xact_id()`),
    occurredAt: instant("occurred_at").notNull(),
    action: text("action").notNull(),
    outcome: auditOutcome("outcome").notNull(),
    /** A code from the catalogue that says why, on failures. */
    reason: text("reason"),
    actorType: auditActorType("actor_type").notNull(),
    actorId: text("actor_id"),
    /** The person whom the event is about: the one whose personal data it holds. */
    subjectUserId: uuid("subject_user_id").$type<UserId>(),
    clientId: text("client_id").$type<ClientId>(),
    credentialId: uuid("credential_id").$type<CredentialRowId>(),
    sessionId: uuid("session_id").$type<SessionId>(),
    ip: text("ip"),
    userAgent: text("user_agent"),
    requestId: text("request_id").notNull(),
    details: jsonb("details").notNull(),
  },
  (t) => [
    index("audit_events_sealing_order").on(t.transactionId, t.id),
    index("audit_events_occurred_at").on(t.occurredAt, t.id),
    index("audit_events_subject").on(t.subjectUserId, t.occurredAt),
    // What the log is filtered by. Partial where most rows have no value: every index costs each sign-in a write.
    // With the outcome in front of the time: refused acts of a frequent kind are found without reading those that were not.
    index("audit_events_action").on(t.action, t.outcome, t.occurredAt, t.id),
    // The same within what one actor, app or address did: any of them may be behind half of everything.
    index("audit_events_actor")
      .on(t.actorId, t.action, t.outcome, t.occurredAt, t.id)
      .where(sql`actor_id is not null`),
    index("audit_events_client")
      .on(t.clientId, t.action, t.outcome, t.occurredAt, t.id)
      .where(sql`client_id is not null`),
    index("audit_events_ip").on(t.ip, t.action, t.outcome, t.occurredAt, t.id).where(sql`ip is not null`),
    index("audit_events_request").on(t.requestId),
    index("audit_events_failures").on(t.occurredAt, t.id).where(sql`outcome = 'failure'`),
  ],
);

export type AuditEventRow = typeof auditEvents.$inferSelect;
