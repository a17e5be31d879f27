/** Groups of people, and the claims that an administrator adds to people and groups. */
import { sql } from "drizzle-orm";
import { check, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";
import type { ClaimId, GroupId, UserId } from "./ids.ts";
import { users } from "./users.ts";

export const groups = pgTable(
  "groups",
  {
    id: uuid("id").$type<GroupId>().primaryKey(),
    /** What apps see in the `groups` claim. */
    name: text("name").notNull(),
    displayName: text("display_name").notNull(),
    /** Which authenticators the members may use; parsed by lib/passkeys/policy/schema.ts. Null: the instance's rule. */
    attestationPolicy: jsonb("attestation_policy"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [uniqueIndex("groups_name_unique").on(sql`lower(${t.name})`)],
);

export const groupMembers = pgTable(
  "group_members",
  {
    groupId: uuid("group_id")
      .$type<GroupId>()
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    addedAt: instant("added_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.userId] }),
    index("group_members_user_id").on(t.userId, t.groupId),
  ],
);

/** Who may put people into a group and take them out, without being an administrator. */
export const groupManagers = pgTable(
  "group_managers",
  {
    groupId: uuid("group_id")
      .$type<GroupId>()
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    addedAt: instant("added_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.userId] }),
    index("group_managers_user_id").on(t.userId, t.groupId),
  ],
);

/** A custom claim belongs to one person or to one group. */
export const claims = pgTable(
  "claims",
  {
    id: uuid("id").$type<ClaimId>().primaryKey(),
    userId: uuid("user_id")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "cascade" }),
    groupId: uuid("group_id")
      .$type<GroupId>()
      .references(() => groups.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    value: jsonb("value").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    uniqueIndex("claims_user_name_unique").on(t.userId, t.name),
    uniqueIndex("claims_group_name_unique").on(t.groupId, t.name),
    check("claims_one_owner", sql`num_nonnulls(${t.userId}, ${t.groupId}) = 1`),
  ],
);

export type GroupRow = typeof groups.$inferSelect;
export type ClaimRow = typeof claims.$inferSelect;
