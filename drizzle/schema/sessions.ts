/** Signed-in browsers. The cookie carries an opaque token; only its SHA-256 is here. */
import { sql } from "drizzle-orm";
import { index, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns.ts";
import { credentials } from "./credentials.ts";
import type { CredentialRowId, SessionId, UserId } from "./ids.ts";
import { users } from "./users.ts";

/** How it began. All but the passkey are weaker, and the session says so in its `acr`. */
export const sessionMethod = pgEnum("session_method", [
  "passkey",
  "recovery_code",
  "recovery_link",
  "email_link",
  "device_approval",
]);

export const sessions = pgTable(
  "sessions",
  {
    id: uuid("id").$type<SessionId>().primaryKey(),
    tokenHash: bytea("token_hash").notNull(),
    userId: uuid("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    credentialId: uuid("credential_id")
      .$type<CredentialRowId>()
      .references(() => credentials.id, { onDelete: "cascade" }),
    method: sessionMethod("method").notNull(),
    acr: text("acr").notNull(),
    amr: text("amr").array().notNull(),
    authTime: instant("auth_time").notNull(),
    createdAt: instant("created_at").notNull(),
    lastActivityAt: instant("last_activity_at").notNull(),
    /**
     * Its whole hour, for the index alone and never shown. The last activity changes once a minute: in an index itself,
     * each of those writes would go into every index of the table.
     */
    lastActivityHour: instant("last_activity_hour")
      .notNull()
      .generatedAlwaysAs(sql`date_trunc('hour', last_activity_at at time zone 'UTC') at time zone 'UTC'`),
    expiresAt: instant("expires_at").notNull(),
    ip: text("ip").notNull(),
    userAgent: text("user_agent").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    uniqueIndex("sessions_token_hash_unique").on(t.tokenHash),
    index("sessions_user_id").on(t.userId),
    index("sessions_credential_id").on(t.credentialId),
    index("sessions_expires_at").on(t.expiresAt),
    // What administrators filter by.
    index("sessions_ip").on(t.ip, t.id),
    index("sessions_last_activity_hour").on(t.lastActivityHour),
    index("sessions_weaker").on(t.id).where(sql`method <> 'passkey'`),
  ],
);

export type SessionRow = Omit<typeof sessions.$inferSelect, "lastActivityHour">;
export type SessionMethod = SessionRow["method"];
