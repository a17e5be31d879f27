/** Invitations: links by which people open an account where sign-up is not open to everybody. */
import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns.ts";
import { groups } from "./groups.ts";
import type { GroupId, InvitationId, UserId } from "./ids.ts";
import { users } from "./users.ts";

export const invitations = pgTable(
  "invitations",
  {
    id: uuid("id").$type<InvitationId>().primaryKey(),
    tokenHash: bytea("token_hash").notNull().unique("invitations_token_hash_unique"),
    /** Null: the operator, on the command line, or an administrator who is gone. */
    createdBy: uuid("created_by")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
    uses: integer("uses").notNull(),
    remainingUses: integer("remaining_uses").notNull(),
    /** In lower case; only an account of this name can be made. Null: any. */
    email: text("email"),
    note: text("note"),
  },
  (t) => [
    index("invitations_expires_at").on(t.expiresAt),
    index("invitations_created_by").on(t.createdBy),
    check("invitations_remaining_uses", sql`${t.remainingUses} between 0 and ${t.uses}`),
  ],
);

/** The groups that whoever comes by the invitation is put into. */
export const invitationGroups = pgTable(
  "invitation_groups",
  {
    invitationId: uuid("invitation_id")
      .$type<InvitationId>()
      .notNull()
      .references(() => invitations.id, { onDelete: "cascade" }),
    groupId: uuid("group_id")
      .$type<GroupId>()
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
  },
  (t) => [
    primaryKey({ columns: [t.invitationId, t.groupId] }),
    index("invitation_groups_group_id").on(t.groupId),
  ],
);

/** Who came by which invitation. */
export const invitationUses = pgTable(
  "invitation_uses",
  {
    invitationId: uuid("invitation_id")
      .$type<InvitationId>()
      .notNull()
      .references(() => invitations.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    usedAt: instant("used_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.invitationId, t.userId] }), index("invitation_uses_user_id").on(t.userId)],
);

export type InvitationRow = typeof invitations.$inferSelect;
