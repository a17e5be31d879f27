/** Rows of `sign_in_links` that open an existing account. */
import { and, eq, gt } from "drizzle-orm";
import { signInLinks } from "#drizzle/schema/accounts.ts";
import type { UserId } from "#drizzle/schema/ids.ts";
import { type UserRow, users } from "#drizzle/schema/users.ts";
import type { Db } from "#lib/db/client.ts";

export type LinkPurpose = "recovery" | "email";

export interface NewLink {
  readonly tokenHash: Uint8Array;
  readonly purpose: LinkPurpose;
  readonly userId: UserId;
  readonly createdBy: UserId | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** The caller holds the person's row: the newest link is the only one of its purpose. How many it ended. */
export async function replaceLink(db: Db, link: NewLink): Promise<number> {
  const ended = await db
    .delete(signInLinks)
    .where(and(eq(signInLinks.userId, link.userId), eq(signInLinks.purpose, link.purpose)))
    .returning({ purpose: signInLinks.purpose });
  await db.insert(signInLinks).values(link);
  return ended.length;
}

export interface PresentedLink {
  readonly tokenHash: Uint8Array;
  readonly purpose: LinkPurpose;
  readonly now: Date;
}

const isOpen = ({ tokenHash, purpose, now }: PresentedLink) =>
  and(eq(signInLinks.tokenHash, tokenHash), eq(signInLinks.purpose, purpose), gt(signInLinks.expiresAt, now));

/** Looks only. */
export async function findLink(db: Db, link: PresentedLink) {
  const [row] = await db
    .select({ expiresAt: signInLinks.expiresAt, person: users })
    .from(signInLinks)
    .innerJoin(users, eq(users.id, signInLinks.userId))
    .where(isOpen(link));
  return row;
}

/**
 * The person whom the link would let in, their row held until the transaction ends. Whoever replaces or removes links
 * holds it too, before the links: taking them in another order, the two could wait for each other.
 */
export async function lockOwnerOfLink(db: Db, link: PresentedLink): Promise<UserRow | undefined> {
  const [row] = await db
    .select({ person: users })
    .from(users)
    .innerJoin(signInLinks, eq(signInLinks.userId, users.id))
    .where(isOpen(link))
    .for("update", { of: users });
  return row?.person;
}

/** Removes the link. False when it was gone already: of any number of callers at once, one gets true. */
export async function takeLink(db: Db, link: PresentedLink): Promise<boolean> {
  const rows = await db.delete(signInLinks).where(isOpen(link)).returning({ purpose: signInLinks.purpose });
  return rows.length === 1;
}

/** Whoever is shut out, or reached elsewhere from now on, has no link that waits. */
export async function deleteLinksOf(db: Db, userId: UserId): Promise<void> {
  await db.delete(signInLinks).where(eq(signInLinks.userId, userId));
}
