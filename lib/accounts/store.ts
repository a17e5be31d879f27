/** Rows of `sign_in_links`. */
import { and, eq, gt, lte, sql } from "drizzle-orm";
import { signInLinks } from "#drizzle/schema/accounts.ts";
import type { Db } from "#lib/db/client.ts";

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
