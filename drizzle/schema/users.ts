/** People who can sign in. */
import { type SQL, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  index,
  jsonb,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns.ts";
import type { UserId } from "./ids.ts";

export const userRole = pgEnum("user_role", ["user", "auditor", "helpdesk", "admin"]);
export const userStatus = pgEnum("user_status", ["active", "disabled"]);

/**
 * What a search for people looks through: the words of the names and of the address. A query must use this very
 * expression for the index to serve it.
 */
export function userSearchDocument(t: {
  readonly username: AnyPgColumn;
  readonly displayName: AnyPgColumn;
  readonly givenName: AnyPgColumn;
  readonly familyName: AnyPgColumn;
}): SQL {
  return sql`to_tsvector('simple'::regconfig, translate(${t.username}, '@.-_+', '     ') || ' ' || ${t.displayName} || ' ' || coalesce(${t.givenName}, '') || ' ' || coalesce(${t.familyName}, ''))`;
}

/** Who was never here comes before everybody else. A query must order by this very expression. */
export function lastSeen(t: { readonly lastLoginAt: AnyPgColumn }): SQL {
  return sql`coalesce(${t.lastLoginAt}, '-infinity'::timestamptz)`;
}

export const users = pgTable(
  "users",
  {
    id: uuid("id").$type<UserId>().primaryKey(),
    username: text("username").notNull(),
    displayName: text("display_name").notNull(),
    givenName: text("given_name"),
    familyName: text("family_name"),
    middleName: text("middle_name"),
    nickname: text("nickname"),
    picture: text("picture"),
    profile: text("profile"),
    website: text("website"),
    gender: text("gender"),
    /** YYYY-MM-DD, 0000-MM-DD or YYYY (OIDC Core section 5.1). */
    birthdate: text("birthdate"),
    zoneinfo: text("zoneinfo"),
    locale: text("locale"),
    /** The members of OIDC Core section 5.1.1; parsed by lib/users/schema.ts. */
    address: jsonb("address"),
    phoneNumber: text("phone_number"),
    phoneNumberVerifiedAt: instant("phone_number_verified_at"),
    emailVerifiedAt: instant("email_verified_at"),
    webauthnHandle: bytea("webauthn_handle").notNull(),
    role: userRole("role").notNull(),
    status: userStatus("status").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    lastLoginAt: instant("last_login_at"),
  },
  (t) => [
    uniqueIndex("users_username_unique").on(sql`lower(${t.username})`),
    uniqueIndex("users_webauthn_handle_unique").on(t.webauthnHandle),
    index("users_search").using("gin", userSearchDocument(t)),
    index("users_display_name").on(sql`lower(${t.displayName})`, t.id),
    index("users_last_login").on(lastSeen(t), t.id),
    index("users_roles").on(t.role, t.id).where(sql`role <> 'user'`),
    index("users_disabled").on(t.id).where(sql`status = 'disabled'`),
    index("users_active_admins").on(t.id).where(sql`role = 'admin' and status = 'active'`),
    check("users_webauthn_handle_length", sql`octet_length(${t.webauthnHandle}) = 64`),
  ],
);

export type UserRow = typeof users.$inferSelect;
export type UserRole = UserRow["role"];
