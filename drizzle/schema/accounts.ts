/** One-time links: the set-up link of a new instance. */
import { index, pgEnum, pgTable, uuid } from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns.ts";
import type { UserId } from "./ids.ts";
import { users } from "./users.ts";

export const signInLinkPurpose = pgEnum("sign_in_link_purpose", ["set_up"]);

export const signInLinks = pgTable(
  "sign_in_links",
  {
    tokenHash: bytea("token_hash").primaryKey(),
    purpose: signInLinkPurpose("purpose").notNull(),
    userId: uuid("user_id")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("sign_in_links_expires_at").on(t.expiresAt)],
);
