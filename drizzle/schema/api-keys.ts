/** Keys by which programs use the administrators' API, and the answers that a repeated call gets again. */
import { index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns.ts";
import type { ApiKeyId, UserId } from "./ids.ts";
import { users } from "./users.ts";

export const apiKeys = pgTable(
  "api_keys",
  {
    id: uuid("id").$type<ApiKeyId>().primaryKey(),
    name: text("name").notNull(),
    keyHash: bytea("key_hash").notNull().unique("api_keys_key_hash_unique"),
    /** The beginning of the key, by which people recognise it. */
    hint: text("hint").notNull(),
    /** Names from lib/permissions. */
    scopes: text("scopes").array().notNull(),
    /** Whose authority it has: it ends with the person. */
    createdBy: uuid("created_by")
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    lastUsedAt: instant("last_used_at"),
    lastUsedIp: text("last_used_ip"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [index("api_keys_created_by").on(t.createdBy), index("api_keys_expires_at").on(t.expiresAt)],
);

/** What a call under an `Idempotency-Key` was and what it answered. */
export const idempotentCalls = pgTable(
  "idempotent_calls",
  {
    /** SHA-256 over who calls and the key. */
    callHash: bytea("call_hash").primaryKey(),
    /** SHA-256 over method, address and body: the same key with another request is a mistake. */
    requestHash: bytea("request_hash").notNull(),
    /** Null while the first call is under way. */
    status: integer("status"),
    /** The sealed answer: it may hold a secret that is shown once. */
    answer: bytea("answer"),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("idempotent_calls_expires_at").on(t.expiresAt)],
);

export type ApiKeyRow = typeof apiKeys.$inferSelect;
export type IdempotentCallRow = typeof idempotentCalls.$inferSelect;
