/** Rows of `sign_in_links`, and what ends with a person's access. */
import { and, eq, gt, inArray, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { signInLinks } from "#drizzle/schema/accounts.ts";
import { grants } from "#drizzle/schema/grants.ts";
import type { UserId } from "#drizzle/schema/ids.ts";
import { invitations, invitationUses } from "#drizzle/schema/invitations.ts";
import { accessTokens, authorizationCodes, deviceCodes, refreshTokens } from "#drizzle/schema/oidc.ts";
import { challenges } from "#drizzle/schema/passkeys.ts";
import { type UserRow, users } from "#drizzle/schema/users.ts";
import type { Db } from "#lib/db/client.ts";
import { DomainError } from "#lib/errors/domain-error.ts";

export async function insertSetUpLink(
  db: Db,
  row: { tokenHash: Uint8Array; createdAt: Date; expiresAt: Date },
): Promise<void> {
  await db.insert(signInLinks).values({ ...row, purpose: "set_up" });
}

/** Once an administrator exists no set-up link is worth anything. */
export async function deleteSetUpLinks(db: Db): Promise<void> {
  await db.delete(signInLinks).where(eq(signInLinks.purpose, "set_up"));
}

const openSetUpLink = (tokenHash: Uint8Array, now: Date) =>
  and(
    eq(signInLinks.tokenHash, tokenHash),
    eq(signInLinks.purpose, "set_up"),
    gt(signInLinks.expiresAt, now),
  );

export async function setUpLinkIsOpen(db: Db, tokenHash: Uint8Array, now: Date): Promise<boolean> {
  const rows = await db
    .select({ purpose: signInLinks.purpose })
    .from(signInLinks)
    .where(openSetUpLink(tokenHash, now));
  return rows.length === 1;
}

/** Removes the link. False when it is unknown, used or expired: of two callers at once, one gets true. */
export async function takeSetUpLink(db: Db, tokenHash: Uint8Array, now: Date): Promise<boolean> {
  const rows = await db
    .delete(signInLinks)
    .where(openSetUpLink(tokenHash, now))
    .returning({ purpose: signInLinks.purpose });
  return rows.length === 1;
}

export async function deleteLinksBefore(db: Db, now: Date): Promise<number> {
  const rows = await db
    .delete(signInLinks)
    .where(lte(signInLinks.expiresAt, now))
    .returning({ purpose: signInLinks.purpose });
  return rows.length;
}

/** Any constant will do; it only has to be the same in every instance. */
const setUpLock = 4_701_003;

/** Until the transaction ends, nobody else makes a set-up link or completes a set-up. */
export async function lockSetUp(db: Db): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${setUpLock})`);
}

/**
 * Holds the row as a plain update does: tokens that are being issued refer to it and must not wait, since they hold
 * what `endTokensOfUser` waits for. @throws DomainError USER_NOT_FOUND when the person was deleted meanwhile
 */
export async function holdUserForChange(db: Db, id: UserId): Promise<UserRow | undefined> {
  const [row] = await db.select().from(users).where(eq(users.id, id)).for("no key update");
  return row;
}

/** Holds the row in the same way. */
export async function setUserStatus(
  db: Db,
  id: UserId,
  status: UserRow["status"],
  now: Date,
): Promise<UserRow> {
  const [row] = await db.update(users).set({ status, updatedAt: now }).where(eq(users.id, id)).returning();
  if (!row) throw new DomainError("USER_NOT_FOUND");
  return row;
}

/**
 * Revokes every token of a person; how many. Gone through until a pass finds none: a rotation that a pass had to wait
 * for has left a successor. Rows are locked in one order, so that two of these at once cannot block each other.
 */
export async function endTokensOfUser(db: Db, userId: UserId, now: Date): Promise<number> {
  const refreshed = await untilNone(() =>
    db
      .update(refreshTokens)
      .set({ revokedAt: now, rotationAnswer: null })
      .where(inArray(refreshTokens.tokenHash, liveTokens(db, refreshTokens, userId, now)))
      .returning({ clientId: refreshTokens.clientId }),
  );
  const accessed = await untilNone(() =>
    db
      .update(accessTokens)
      .set({ revokedAt: now })
      .where(inArray(accessTokens.tokenHash, liveTokens(db, accessTokens, userId, now)))
      .returning({ clientId: accessTokens.clientId }),
  );
  return refreshed + accessed;
}

/**
 * What a person has begun: codes that an exchange may hold at this moment, challenges, and invitations that name them.
 * Before the row itself, so that nobody waits for somebody who waits for them.
 */
export async function deletePersonsRequests(db: Db, userId: UserId): Promise<void> {
  await db.delete(authorizationCodes).where(eq(authorizationCodes.userId, userId));
  await db.delete(deviceCodes).where(eq(deviceCodes.userId, userId));
  await db.delete(challenges).where(eq(challenges.userId, userId));
  const used = db
    .select({ id: invitationUses.invitationId })
    .from(invitationUses)
    .where(eq(invitationUses.userId, userId));
  await db.delete(invitations).where(and(inArray(invitations.id, used), isNotNull(invitations.email)));
}

/** The row, and by its references everything else that is kept of the person. */
export async function deletePerson(db: Db, userId: UserId): Promise<void> {
  await db.delete(users).where(eq(users.id, userId));
}

function liveTokens(db: Db, table: typeof refreshTokens | typeof accessTokens, userId: UserId, now: Date) {
  const owned = db.select({ id: grants.id }).from(grants).where(eq(grants.userId, userId));
  return db
    .select({ tokenHash: table.tokenHash })
    .from(table)
    .where(and(inArray(table.grantId, owned), isNull(table.revokedAt), gt(table.expiresAt, now)))
    .orderBy(table.tokenHash)
    .for("update");
}

async function untilNone(pass: () => PromiseLike<readonly unknown[]>): Promise<number> {
  for (let count = 0; ; ) {
    const { length } = await pass();
    if (length === 0) return count;
    count += length;
  }
}
