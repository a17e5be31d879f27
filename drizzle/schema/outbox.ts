/** What leaves the house after a commit: written in the transaction of the act, delivered afterwards, with retries. */
import { sql } from "drizzle-orm";
import { index, integer, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns.ts";
import type { OutboxMessageId } from "./ids.ts";

export const outboxKind = pgEnum("outbox_kind", ["mail", "logout_token", "webhook"]);

export const outboxMessages = pgTable(
  "outbox_messages",
  {
    id: uuid("id").$type<OutboxMessageId>().primaryKey(),
    kind: outboxKind("kind").notNull(),
    /** Sealed JSON, with the id as associated data: mails hold names, addresses and one-time links. */
    payload: bytea("payload").notNull(),
    createdAt: instant("created_at").notNull(),
    /** When it may be tried (again); while an instance is at it, when others may take over. */
    availableAt: instant("available_at").notNull(),
    attempts: integer("attempts").notNull(),
    /** What the last attempt came to, for the health page; no addresses, no secrets. */
    lastError: text("last_error"),
    deliveredAt: instant("delivered_at"),
    /** Given up. */
    failedAt: instant("failed_at"),
  },
  (t) => [
    index("outbox_messages_due").on(t.availableAt).where(sql`delivered_at is null and failed_at is null`),
    index("outbox_messages_created_at").on(t.createdAt),
    index("outbox_messages_failed").on(t.kind, t.failedAt).where(sql`failed_at is not null`),
  ],
);

export type OutboxMessageRow = typeof outboxMessages.$inferSelect;
export type OutboxKind = OutboxMessageRow["kind"];
