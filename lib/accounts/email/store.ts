/** Rows of `email_verifications`. */
import { and, eq, gt, sql } from "drizzle-orm";
import { type EmailVerificationRow, emailVerifications } from "#drizzle/schema/accounts.ts";
import type { UserId } from "#drizzle/schema/ids.ts";
import type { Db } from "#lib/db/client.ts";

/** In place of the one that the person asked for before: its link is dead. */
export async function putVerification(db: Db, row: EmailVerificationRow): Promise<void> {
  await db
    .insert(emailVerifications)
    .values(row)
    .onConflictDoUpdate({
      target: emailVerifications.userId,
      set: {
        tokenHash: sql`excluded.token_hash`,
        email: sql`excluded.email`,
        createdAt: sql`excluded.created_at`,
        expiresAt: sql`excluded.expires_at`,
      },
    });
}

export async function findOpenVerification(
  db: Db,
  userId: UserId,
  now: Date,
): Promise<EmailVerificationRow | undefined> {
  const [row] = await db
    .select()
    .from(emailVerifications)
    .where(and(eq(emailVerifications.userId, userId), gt(emailVerifications.expiresAt, now)));
  return row;
}

/** Of whoever asked for it. */
export async function findVerificationByToken(
  db: Db,
  tokenHash: Uint8Array,
  now: Date,
): Promise<Pick<EmailVerificationRow, "userId" | "email"> | undefined> {
  const [row] = await db
    .select({ userId: emailVerifications.userId, email: emailVerifications.email })
    .from(emailVerifications)
    .where(and(eq(emailVerifications.tokenHash, tokenHash), gt(emailVerifications.expiresAt, now)));
  return row;
}

/** The address that is proven by it. Undefined for anybody else's, and for what was used, replaced or has expired. */
export async function takeVerification(
  db: Db,
  { tokenHash, userId, now }: { readonly tokenHash: Uint8Array; readonly userId: UserId; readonly now: Date },
): Promise<string | undefined> {
  const [row] = await db
    .delete(emailVerifications)
    .where(
      and(
        eq(emailVerifications.tokenHash, tokenHash),
        eq(emailVerifications.userId, userId),
        gt(emailVerifications.expiresAt, now),
      ),
    )
    .returning({ email: emailVerifications.email });
  return row?.email;
}

/** False when nothing waited. */
export async function deleteVerification(db: Db, userId: UserId): Promise<boolean> {
  const rows = await db
    .delete(emailVerifications)
    .where(eq(emailVerifications.userId, userId))
    .returning({ userId: emailVerifications.userId });
  return rows.length === 1;
}

/** Any constant will do; it only has to be the same in every instance. */
const changeLock = 4_701_021;

/** Until the transaction ends, nobody else confirms an address: two people who swap theirs would block each other. */
export async function lockEmailChanges(db: Db): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${changeLock})`);
}
