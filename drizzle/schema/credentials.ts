/** Passkeys: one row per registered credential, kept after revocation for the audit trail. */
import { type SQL, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns.ts";
import type { CredentialRowId, UserId } from "./ids.ts";
import { users } from "./users.ts";

export const deviceType = pgEnum("credential_device_type", ["single_device", "multi_device"]);
/** `unverified`: a statement whose trust was not checked against metadata. Never to be shown as trusted. */
export const attestationTrust = pgEnum("attestation_trust", ["none", "self", "unverified", "trusted"]);

/** What was never used comes before everything else. A query must order by this very expression. */
export function lastUsed(t: { readonly lastUsedAt: AnyPgColumn }): SQL {
  return sql`coalesce(${t.lastUsedAt}, '-infinity'::timestamptz)`;
}

/**
 * What kind of thing holds it, as far as it can be told (WebAuthn Level 3 section 6.1.3). A query must compare this very
 * expression for the index to serve it.
 */
export function kindOfPasskey(t: {
  readonly backupEligible: AnyPgColumn;
  readonly backupState: AnyPgColumn;
  readonly transports: AnyPgColumn;
}): SQL<"synced" | "not_backed_up" | "security_key" | "device_bound"> {
  return sql`(case when ${t.backupState} then 'synced' when ${t.backupEligible} then 'not_backed_up' when ${t.transports} && '{usb,nfc,ble,smart-card}'::text[] and not ${t.transports} @> '{internal}'::text[] then 'security_key' else 'device_bound' end)`;
}

export const credentials = pgTable(
  "credentials",
  {
    id: uuid("id").$type<CredentialRowId>().primaryKey(),
    userId: uuid("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    credentialId: bytea("credential_id").notNull(),
    /** COSE_Key, sealed with user id and credential id as associated data. */
    publicKey: bytea("public_key").notNull(),
    algorithm: integer("algorithm").notNull(),
    signCount: bigint("sign_count", { mode: "number" }).notNull(),
    aaguid: uuid("aaguid").notNull(),
    transports: text("transports").array().notNull(),
    deviceType: deviceType("device_type").notNull(),
    backupEligible: boolean("backup_eligible").notNull(),
    backupState: boolean("backup_state").notNull(),
    userVerified: boolean("user_verified").notNull(),
    attestationFormat: text("attestation_format").notNull(),
    attestationTrust: attestationTrust("attestation_trust").notNull(),
    /** As the browser sent it (CBOR), sealed: its certificates are judged again when metadata or roots change. */
    attestationObject: bytea("attestation_object"),
    /** MAC over what is claimed here and the metadata that `attestationTrust` was found by; null: without certificates. */
    attestationJudgedBy: bytea("attestation_judged_by"),
    name: text("name").notNull(),
    createdAt: instant("created_at").notNull(),
    lastUsedAt: instant("last_used_at"),
    lastUsedIp: text("last_used_ip"),
    lastUsedUserAgent: text("last_used_user_agent"),
    cloneSuspectedAt: instant("clone_suspected_at"),
    revokedAt: instant("revoked_at"),
    revokedBy: uuid("revoked_by").$type<UserId>(),
    revokedReason: text("revoked_reason"),
  },
  (t) => [
    uniqueIndex("credentials_credential_id_unique").on(t.credentialId),
    // With the end of each, so that those that work are counted without reading the passkeys.
    index("credentials_user_id").on(t.userId, t.revokedAt),
    // What administrators list and filter by.
    index("credentials_aaguid").on(t.aaguid, t.id, t.revokedAt),
    index("credentials_format").on(t.attestationFormat, t.id),
    index("credentials_trust").on(t.attestationTrust, t.id),
    index("credentials_kind").on(kindOfPasskey(t), t.id),
    index("credentials_last_used").on(lastUsed(t), t.id),
    index("credentials_clone_suspected").on(t.id).where(sql`clone_suspected_at is not null`),
    index("credentials_revoked").on(t.id).where(sql`revoked_at is not null`),
    check("credentials_credential_id_length", sql`octet_length(${t.credentialId}) between 1 and 1023`),
    check("credentials_backup_flags", sql`${t.backupEligible} or not ${t.backupState}`),
  ],
);

export type CredentialRow = typeof credentials.$inferSelect;
