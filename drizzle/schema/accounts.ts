/** Ways into an account besides a passkey, all of them used once, and addresses that wait for their proof. */
import { sql } from "drizzle-orm";
import { check, index, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns.ts";
import { credentials } from "./credentials.ts";
import type { CredentialRowId, DeviceApprovalId, SessionId, UserId } from "./ids.ts";
import { users } from "./users.ts";

/** `set_up` makes the first administrator; `recovery` is an administrator's link; `email` is asked for by the person. */
export const signInLinkPurpose = pgEnum("sign_in_link_purpose", ["set_up", "recovery", "email"]);

export const signInLinks = pgTable(
  "sign_in_links",
  {
    tokenHash: bytea("token_hash").primaryKey(),
    purpose: signInLinkPurpose("purpose").notNull(),
    userId: uuid("user_id")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "cascade" }),
    /** The administrator who made it; null for the operator, the program and the person. */
    createdBy: uuid("created_by")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [
    index("sign_in_links_expires_at").on(t.expiresAt),
    index("sign_in_links_user_id").on(t.userId),
    index("sign_in_links_created_by").on(t.createdBy),
    check("sign_in_links_person", sql`${t.purpose} = 'set_up' or ${t.userId} is not null`),
  ],
);

/** A set of ten, made and replaced as a whole. A used one stays, so that the person sees how many are left. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    codeHash: bytea("code_hash").primaryKey(),
    userId: uuid("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: instant("created_at").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [index("recovery_codes_user_id").on(t.userId)],
);

/** An address that somebody says is theirs; the link in the mail to it proves that. One at a time for each person. */
export const emailVerifications = pgTable(
  "email_verifications",
  {
    userId: uuid("user_id")
      .$type<UserId>()
      .primaryKey()
      .references(() => users.id, { onDelete: "cascade" }),
    tokenHash: bytea("token_hash").notNull().unique("email_verifications_token_hash_unique"),
    /** In lower case: the username from then on, or the one that the person has already. */
    email: text("email").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("email_verifications_expires_at").on(t.expiresAt)],
);

/** A browser without a passkey that waits for the person to say yes in one where they are signed in. */
export const deviceApprovals = pgTable(
  "device_approvals",
  {
    id: uuid("id").$type<DeviceApprovalId>().primaryKey(),
    /** SHA-256 of what the waiting browser alone holds. */
    secretHash: bytea("secret_hash").notNull().unique("device_approvals_secret_hash_unique"),
    /** SHA-256 of what the QR code carries to the approving browser. */
    approvalHash: bytea("approval_hash").notNull().unique("device_approvals_approval_hash_unique"),
    /** The letters that both screens show, for the person to compare. */
    comparisonCode: text("comparison_code").notNull(),
    ip: text("ip").notNull(),
    userAgent: text("user_agent").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    decidedAt: instant("decided_at"),
    /** Null after a decision: it was no. */
    approvedBy: uuid("approved_by")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "cascade" }),
    /** The session that approved, without a reference: it may end before the waiting browser asks. */
    approvedIn: uuid("approved_in").$type<SessionId>(),
    credentialId: uuid("credential_id")
      .$type<CredentialRowId>()
      .references(() => credentials.id, { onDelete: "cascade" }),
  },
  (t) => [
    index("device_approvals_expires_at").on(t.expiresAt),
    index("device_approvals_approved_by").on(t.approvedBy),
    index("device_approvals_credential_id").on(t.credentialId),
  ],
);

/** Where a person has signed in from before: a keyed hash of the browser's kind and the network, never the address. */
export const signInPlaces = pgTable(
  "sign_in_places",
  {
    userId: uuid("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    placeHash: bytea("place_hash").notNull(),
    firstSeenAt: instant("first_seen_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
  },
  (t) => [
    uniqueIndex("sign_in_places_unique").on(t.userId, t.placeHash),
    index("sign_in_places_last_seen_at").on(t.lastSeenAt),
  ],
);

/** What a person looks like, as we encoded it. `users.picture` is the address under which it is served. */
export const userPictures = pgTable("user_pictures", {
  userId: uuid("user_id")
    .$type<UserId>()
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  /** Part of the address: unguessable, and another one for every picture. */
  name: text("name").notNull().unique("user_pictures_name_unique"),
  bytes: bytea("bytes").notNull(),
  mediaType: text("media_type").notNull(),
  createdAt: instant("created_at").notNull(),
});

export type RecoveryCodeRow = typeof recoveryCodes.$inferSelect;
export type EmailVerificationRow = typeof emailVerifications.$inferSelect;
export type DeviceApprovalRow = typeof deviceApprovals.$inferSelect;
export type UserPictureRow = typeof userPictures.$inferSelect;
