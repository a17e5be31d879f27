/** Rows of `claims`: what administrators add to people and to groups. */
import { and, asc, count, eq, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { claims, groupMembers, groups } from "#drizzle/schema/groups.ts";
import type { ClaimId, GroupId, UserId } from "#drizzle/schema/ids.ts";
import type { Database, Db } from "#lib/db/client.ts";
import { prepared } from "#lib/db/prepared.ts";
import { type ClaimValue, claimValueSchema } from "./schema.ts";

/** Whose claim it is. */
export type ClaimOwner = { readonly user: UserId } | { readonly group: GroupId };

/** Drizzle would take the text "5" out of JSON for the number: values are read as JSON text and parsed once, here. */
const valueText = sql<string>`${claims.value}::text`;

function parseValue(text: string): ClaimValue {
  return claimValueSchema.parse(JSON.parse(text));
}

function isOf(owner: ClaimOwner) {
  return "user" in owner ? eq(claims.userId, owner.user) : eq(claims.groupId, owner.group);
}

export interface CustomClaim {
  readonly name: string;
  readonly value: ClaimValue;
  readonly updatedAt: Date;
}

/** By name. */
export async function selectClaims(db: Db, owner: ClaimOwner): Promise<CustomClaim[]> {
  const rows = await db
    .select({ name: claims.name, value: valueText, updatedAt: claims.updatedAt })
    .from(claims)
    .where(isOf(owner))
    .orderBy(asc(sql`${claims.name} collate "C"`));
  return rows.map((row) => ({ ...row, value: parseValue(row.value) }));
}

export async function findClaim(db: Db, owner: ClaimOwner, name: string): Promise<ClaimValue | undefined> {
  const [row] = await db
    .select({ value: valueText })
    .from(claims)
    .where(and(isOf(owner), eq(claims.name, name)));
  return row && parseValue(row.value);
}

export async function countClaims(db: Db, owner: ClaimOwner): Promise<number> {
  const [row] = await db.select({ value: count() }).from(claims).where(isOf(owner));
  return row?.value ?? 0;
}

export async function insertClaim(
  db: Db,
  owner: ClaimOwner,
  row: { readonly id: ClaimId; readonly name: string; readonly value: ClaimValue; readonly now: Date },
): Promise<void> {
  const { id, name, value, now } = row;
  await db.insert(claims).values({
    ...("user" in owner ? { userId: owner.user } : { groupId: owner.group }),
    ...{ id, name, value, createdAt: now, updatedAt: now },
  });
}

export async function updateClaim(
  db: Db,
  owner: ClaimOwner,
  { name, value, now }: { readonly name: string; readonly value: ClaimValue; readonly now: Date },
): Promise<void> {
  await db
    .update(claims)
    .set({ value, updatedAt: now })
    .where(and(isOf(owner), eq(claims.name, name)));
}

export async function deleteClaim(db: Db, owner: ClaimOwner, name: string): Promise<void> {
  await db.delete(claims).where(and(isOf(owner), eq(claims.name, name)));
}

/** The group's name; empty for the person's own claims, and so before every group's. */
const ofPerson = sql<string>`''`.as("source");

const selectClaimsFor = prepared((db) =>
  unionAll(
    db
      .select({ name: claims.name, value: valueText.as("value"), source: ofPerson })
      .from(claims)
      .where(eq(claims.userId, sql.placeholder("userId"))),
    db
      .select({
        name: claims.name,
        value: valueText.as("value"),
        source: sql<string>`${groups.name}`.as("source"),
      })
      .from(groupMembers)
      .innerJoin(groups, eq(groups.id, groupMembers.groupId))
      .innerJoin(claims, eq(claims.groupId, groups.id))
      .where(eq(groupMembers.userId, sql.placeholder("userId"))),
  ).prepare("select_claims_for"),
);

/**
 * The custom claims that apps may learn of a person: their own, and those of their groups. The person's own wins over a
 * group's, and of two groups the one whose name comes first (in ASCII).
 */
export async function findCustomClaimsOf(
  db: Database,
  userId: UserId,
): Promise<Readonly<Record<string, ClaimValue>>> {
  const rows = await selectClaimsFor(db).execute({ userId });
  // The last entry of a name stays.
  const weakestFirst = rows.sort((a, b) => (a.source < b.source ? 1 : -1));
  return Object.fromEntries(weakestFirst.map(({ name, value }) => [name, parseValue(value)]));
}
