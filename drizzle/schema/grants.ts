/** Consents: what a person let an app have; every code and token hangs on one. */
import { sql } from "drizzle-orm";
import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { clients } from "./clients.ts";
import { instant } from "./columns.ts";
import type { ClientId, GrantId, UserId } from "./ids.ts";
import { users } from "./users.ts";

export const grants = pgTable(
  "grants",
  {
    id: uuid("id").$type<GrantId>().primaryKey(),
    userId: uuid("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    clientId: text("client_id")
      .$type<ClientId>()
      .notNull()
      .references(() => clients.id, { onDelete: "cascade" }),
    scopes: text("scopes").array().notNull(),
    /** Claims asked for by name, beyond those of the scopes. */
    claims: text("claims").array().notNull().default(sql`'{}'::text[]`),
    /** Resource indicators (RFC 8707). */
    resources: text("resources").array().notNull().default(sql`'{}'::text[]`),
    /** When the person last said yes; an app that asked for nothing else is remembered by this alone. Null: never asked. */
    consentedAt: instant("consented_at"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    uniqueIndex("grants_user_client_unique").on(t.userId, t.clientId),
    index("grants_client_id").on(t.clientId),
  ],
);

export type GrantRow = typeof grants.$inferSelect;
