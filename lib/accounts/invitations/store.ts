/** Rows of `invitations`, `invitation_groups` and `invitation_uses`. */
import { and, asc, desc, eq, gt, inArray, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { groups } from "#drizzle/schema/groups.ts";
import type { GroupId, InvitationId, UserId } from "#drizzle/schema/ids.ts";
import {
  type InvitationRow,
  invitationGroups,
  invitations,
  invitationUses,
} from "#drizzle/schema/invitations.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Db } from "#lib/db/client.ts";

/** The groups must be held. */
export async function insertInvitation(
  db: Db,
  row: InvitationRow,
  groupIds: readonly GroupId[],
): Promise<void> {
  await db.insert(invitations).values(row);
  if (groupIds.length > 0)
    await db.insert(invitationGroups).values(groupIds.map((groupId) => ({ invitationId: row.id, groupId })));
}

/** The latest first, those before `before`. */
export function selectInvitations(
  db: Db,
  before: InvitationId | undefined,
  limit: number,
): Promise<InvitationRow[]> {
  return db
    .select()
    .from(invitations)
    .where(before === undefined ? undefined : lt(invitations.id, before))
    .orderBy(desc(invitations.id))
    .limit(limit);
}

/** By the group's id, so that whoever locks several does it in one order. */
export function selectGroupsOf(db: Db, ids: readonly InvitationId[]) {
  return db
    .select({ invitationId: invitationGroups.invitationId, id: groups.id, name: groups.name })
    .from(invitationGroups)
    .innerJoin(groups, eq(groups.id, invitationGroups.groupId))
    .where(inArray(invitationGroups.invitationId, [...ids]))
    .orderBy(asc(groups.id));
}

const isOpen = (tokenHash: Uint8Array, now: Date): SQL | undefined =>
  and(
    eq(invitations.tokenHash, tokenHash),
    gt(invitations.expiresAt, now),
    gt(invitations.remainingUses, 0),
    isNull(invitations.revokedAt),
  );

/** `createdBy` is the display name of an administrator who is still there. */
export async function findOpenInvitation(db: Db, tokenHash: Uint8Array, now: Date) {
  const [row] = await db
    .select({
      id: invitations.id,
      email: invitations.email,
      expiresAt: invitations.expiresAt,
      createdBy: users.displayName,
    })
    .from(invitations)
    .leftJoin(users, eq(users.id, invitations.createdBy))
    .where(isOpen(tokenHash, now));
  return row;
}

/** One use less. Undefined when there was none left for this name: of two callers at once for the last, one gets it. */
export async function takeInvitation(
  db: Db,
  tokenHash: Uint8Array,
  username: string,
  now: Date,
): Promise<Pick<InvitationRow, "id" | "remainingUses"> | undefined> {
  const [row] = await db
    .update(invitations)
    .set({ remainingUses: sql`${invitations.remainingUses} - 1` })
    .where(
      and(
        isOpen(tokenHash, now),
        or(isNull(invitations.email), eq(invitations.email, username.toLowerCase())),
      ),
    )
    .returning({ id: invitations.id, remainingUses: invitations.remainingUses });
  return row;
}

export async function insertInvitationUse(
  db: Db,
  row: { readonly invitationId: InvitationId; readonly userId: UserId; readonly usedAt: Date },
): Promise<void> {
  await db.insert(invitationUses).values(row);
}

/** False when there is none, or it was revoked before. */
export async function setInvitationRevoked(db: Db, id: InvitationId, now: Date): Promise<boolean> {
  const rows = await db
    .update(invitations)
    .set({ revokedAt: now })
    .where(and(eq(invitations.id, id), isNull(invitations.revokedAt)))
    .returning({ id: invitations.id });
  return rows.length === 1;
}

export async function deleteInvitationsExpiredBefore(db: Db, instant: Date): Promise<number> {
  const rows = await db
    .delete(invitations)
    .where(lte(invitations.expiresAt, instant))
    .returning({ id: invitations.id });
  return rows.length;
}
