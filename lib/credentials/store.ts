/** Rows of `credentials`. A revoked row stays for the audit trail and is live to nobody. */
import { and, asc, count, eq, isNull, ne, sql } from "drizzle-orm";
import { type CredentialRow, credentials } from "#drizzle/schema/credentials.ts";
import type { CredentialRowId, UserId } from "#drizzle/schema/ids.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Database, Db } from "#lib/db/client.ts";
import { prepared } from "#lib/db/prepared.ts";
import { uniqueViolation } from "#lib/db/violation.ts";
import { DomainError } from "#lib/errors/domain-error.ts";

/** @throws DomainError DUPLICATE_CREDENTIAL when anybody, live or revoked, has this credential id. */
export async function insertCredential(db: Db, row: typeof credentials.$inferInsert): Promise<void> {
  try {
    await db.insert(credentials).values(row);
  } catch (error) {
    if (uniqueViolation(error) === "credentials_credential_id_unique")
      throw new DomainError("DUPLICATE_CREDENTIAL", { cause: error });
    throw error;
  }
}

const selectCredentialWithOwner = prepared((db) =>
  db
    .select({
      id: credentials.id,
      userId: credentials.userId,
      credentialId: credentials.credentialId,
      publicKey: credentials.publicKey,
      algorithm: credentials.algorithm,
      signCount: credentials.signCount,
      aaguid: credentials.aaguid,
      transports: credentials.transports,
      attestationFormat: credentials.attestationFormat,
      attestationTrust: credentials.attestationTrust,
      deviceType: credentials.deviceType,
      backupEligible: credentials.backupEligible,
      attestationJudgedBy: credentials.attestationJudgedBy,
      createdAt: credentials.createdAt,
      cloneSuspectedAt: credentials.cloneSuspectedAt,
      name: credentials.name,
      revokedAt: credentials.revokedAt,
      username: users.username,
      displayName: users.displayName,
      locale: users.locale,
      webauthnHandle: users.webauthnHandle,
      status: users.status,
    })
    .from(credentials)
    .innerJoin(users, eq(users.id, credentials.userId))
    .where(eq(credentials.credentialId, sql.placeholder("credentialId")))
    .prepare("select_credential_with_owner"),
);

/** The credential with that id and whom it belongs to, revoked or not; never from a cache. */
export async function findCredentialWithOwner(db: Database, credentialId: Uint8Array) {
  const [row] = await selectCredentialWithOwner(db).execute({ credentialId });
  return row;
}

/** Whether anybody has a credential of that id, or had one that was revoked. */
export async function credentialIdExists(db: Database, credentialId: Uint8Array): Promise<boolean> {
  const rows = await db
    .select({ id: credentials.id })
    .from(credentials)
    .where(eq(credentials.credentialId, credentialId));
  return rows.length > 0;
}

const selectAttestationObject = prepared((db) =>
  db
    .select({ attestationObject: credentials.attestationObject })
    .from(credentials)
    .where(eq(credentials.id, sql.placeholder("id")))
    .prepare("select_attestation_object"),
);

/** The kept attestation, sealed; undefined where none was kept. Kilobytes, so asked for only when it is needed. */
export async function findAttestationObject(
  db: Database,
  id: CredentialRowId,
): Promise<Uint8Array | undefined> {
  const [row] = await selectAttestationObject(db).execute({ id });
  return row?.attestationObject ?? undefined;
}

export type CredentialWithOwner = NonNullable<Awaited<ReturnType<typeof findCredentialWithOwner>>>;

const username = sql.placeholder("username");
const idOfName = sql`select named.id from ${users} named where lower(named.username) = ${username}`;
const idOfAnybody = sql`select other.user_id from ${credentials} other where other.revoked_at is null order by other.credential_id limit 1`;

/**
 * For a name that nobody has, somebody else's rows: they are read and thrown away, so that it takes as long. The array
 * has both looked up each time, where coalesce would stop at the first.
 */
const selectDescriptorsByUsername = prepared((db) =>
  db
    .select({
      userId: credentials.userId,
      credentialId: credentials.credentialId,
      transports: credentials.transports,
      isNamed: sql<boolean>`lower(${users.username}) = ${username}`,
    })
    .from(credentials)
    .innerJoin(users, eq(users.id, credentials.userId))
    .where(
      and(
        sql`${credentials.userId} = (array_remove(array[(${idOfName}), (${idOfAnybody})], null))[1]`,
        isNull(credentials.revokedAt),
      ),
    )
    .orderBy(asc(credentials.createdAt), asc(credentials.id))
    .prepare("select_descriptors_by_username"),
);

/** Live credentials of the account with that name (in lower case); empty for an unknown name. */
export async function listDescriptorsByUsername(db: Database, name: string) {
  const rows = await selectDescriptorsByUsername(db).execute({ username: name });
  return rows.filter(({ isNamed }) => isNamed);
}

const selectDescriptors = prepared((db) =>
  db
    .select({ credentialId: credentials.credentialId, transports: credentials.transports })
    .from(credentials)
    .where(and(eq(credentials.userId, sql.placeholder("userId")), isNull(credentials.revokedAt)))
    .orderBy(asc(credentials.createdAt), asc(credentials.id))
    .prepare("select_descriptors"),
);

/** The person's live credentials, oldest first. */
export async function listDescriptors(db: Db, userId: UserId) {
  return await selectDescriptors(db).execute({ userId });
}

/** Everything about the person's live credentials that may be shown to them, oldest first. */
export function listCredentials(db: Db, userId: UserId) {
  return db
    .select({
      id: credentials.id,
      name: credentials.name,
      aaguid: credentials.aaguid,
      transports: credentials.transports,
      deviceType: credentials.deviceType,
      backupEligible: credentials.backupEligible,
      backupState: credentials.backupState,
      createdAt: credentials.createdAt,
      lastUsedAt: credentials.lastUsedAt,
      lastUsedIp: credentials.lastUsedIp,
      lastUsedUserAgent: credentials.lastUsedUserAgent,
      cloneSuspectedAt: credentials.cloneSuspectedAt,
    })
    .from(credentials)
    .where(and(eq(credentials.userId, userId), isNull(credentials.revokedAt)))
    .orderBy(asc(credentials.createdAt), asc(credentials.id));
}

/** Names that the person's live credentials have: how many there are, and which are taken. */
export async function listCredentialNames(db: Db, userId: UserId): Promise<string[]> {
  const rows = await db
    .select({ name: credentials.name })
    .from(credentials)
    .where(and(eq(credentials.userId, userId), isNull(credentials.revokedAt)));
  return rows.map((row) => row.name);
}

/** Whether any active administrator, or any but one, could still sign in. */
export async function administratorWithPasskeyExists(db: Db, besides?: UserId): Promise<boolean> {
  const [row] = await db
    .select({ value: count() })
    .from(users)
    .innerJoin(credentials, eq(credentials.userId, users.id))
    .where(
      and(
        eq(users.role, "admin"),
        eq(users.status, "active"),
        isNull(credentials.revokedAt),
        besides === undefined ? undefined : ne(users.id, besides),
      ),
    );
  return (row?.value ?? 0) > 0;
}

/** A live credential and whose it is. */
export async function findLiveCredential(db: Db, id: CredentialRowId) {
  const [row] = await db
    .select({ id: credentials.id, name: credentials.name, userId: credentials.userId, role: users.role })
    .from(credentials)
    .innerJoin(users, eq(users.id, credentials.userId))
    .where(and(eq(credentials.id, id), isNull(credentials.revokedAt)));
  return row;
}

/** The caller holds the person's row and has seen that the credential is theirs. */
export async function updateCredentialName(db: Db, id: CredentialRowId, name: string): Promise<void> {
  await db.update(credentials).set({ name }).where(eq(credentials.id, id));
}

/** Ends a live credential; the row stays. False when it had ended already. */
export async function markCredentialRevoked(
  db: Db,
  id: CredentialRowId,
  values: { readonly revokedAt: Date; readonly revokedBy: UserId | null; readonly revokedReason: string },
): Promise<boolean> {
  const rows = await db
    .update(credentials)
    .set(values)
    .where(and(eq(credentials.id, id), isNull(credentials.revokedAt)))
    .returning({ id: credentials.id });
  return rows.length === 1;
}

/** Any constant will do; it only has to be the same in every instance. */
const revocationLock = 4_701_004;

/** Until the transaction ends nobody else revokes: two administrators who revoke each other must not both succeed. */
export async function lockRevocations(db: Db): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${revocationLock})`);
}

export interface CredentialUse {
  readonly signCount: number;
  readonly backupState: boolean;
  readonly now: Date;
  readonly ip: string;
  readonly userAgent: string;
  /** The trust in the attestation, where it was found anew. */
  readonly judgement?: Pick<CredentialRow, "attestationTrust" | "attestationJudgedBy"> | undefined;
}

const updateUse = prepared((db) => {
  const signCount = sql`${sql.placeholder("signCount")}::bigint`;
  const trust = sql`${sql.placeholder("trust")}::attestation_trust`;
  const held = db
    .select({ id: credentials.id, storedCount: sql<string>`${credentials.signCount}`.as("stored_count") })
    .from(credentials)
    .where(and(eq(credentials.id, sql.placeholder("id")), isNull(credentials.revokedAt)))
    .for("no key update")
    .as("held");
  // Both zero: an authenticator without a counter, as synced passkeys are (WebAuthn Level 3 section 6.1.1).
  const regressed = sql`(${signCount} > 0 or ${held.storedCount} > 0) and ${signCount} <= ${held.storedCount}`;
  return db
    .update(credentials)
    .set({
      signCount: sql`greatest(${held.storedCount}, ${signCount})`,
      backupState: sql`${sql.placeholder("backupState")}`,
      lastUsedAt: sql`${sql.placeholder("now")}`,
      lastUsedIp: sql`${sql.placeholder("ip")}`,
      lastUsedUserAgent: sql`${sql.placeholder("userAgent")}`,
      attestationTrust: sql`coalesce(${trust}, ${credentials.attestationTrust})`,
      attestationJudgedBy: sql`case when ${trust} is null then ${credentials.attestationJudgedBy} else ${sql.placeholder("judgedBy")} end`,
      cloneSuspectedAt: sql`case when ${regressed} then ${sql.placeholder("now")}::timestamptz else ${credentials.cloneSuspectedAt} end`,
    })
    .from(held)
    .where(eq(credentials.id, held.id))
    .returning({ storedCount: held.storedCount, counterRegressed: sql<boolean>`${regressed}` })
    .prepare("update_credential_use");
});

/**
 * Notes a verified use, comparing the counter under the row's lock so that two uses at once cannot both be "greater".
 * Undefined when the credential was revoked meanwhile: the caller must refuse.
 */
export async function recordCredentialUse(
  db: Db,
  id: CredentialRowId,
  use: CredentialUse,
): Promise<{ counterRegressed: boolean; storedCount: number } | undefined> {
  const [row] = await updateUse(db).execute({
    id,
    signCount: use.signCount,
    backupState: use.backupState,
    now: use.now.toISOString(),
    ip: use.ip === "" ? null : use.ip,
    userAgent: use.userAgent === "" ? null : use.userAgent.slice(0, 512),
    trust: use.judgement?.attestationTrust ?? null,
    judgedBy: use.judgement?.attestationJudgedBy ?? null,
  });
  return row && { counterRegressed: row.counterRegressed, storedCount: Number(row.storedCount) };
}

/** What an attestation policy asks of a live credential. */
export async function findCredentialFacts(db: Db, id: CredentialRowId) {
  const [row] = await db
    .select({
      aaguid: credentials.aaguid,
      attestationFormat: credentials.attestationFormat,
      attestationTrust: credentials.attestationTrust,
      deviceType: credentials.deviceType,
    })
    .from(credentials)
    .where(and(eq(credentials.id, id), isNull(credentials.revokedAt)));
  return row;
}

/** Marks a credential whose use was refused because its counter did not grow. */
export async function markCloneSuspected(db: Db, id: CredentialRowId, now: Date): Promise<void> {
  await db.update(credentials).set({ cloneSuspectedAt: now }).where(eq(credentials.id, id));
}
