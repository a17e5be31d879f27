/** Reads of `credentials` across people, for lists. */
import { and, eq, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import { credentials, lastUsed } from "#drizzle/schema/credentials.ts";
import type { CredentialRowId, UserId } from "#drizzle/schema/ids.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Db } from "#lib/db/client.ts";
import { type KeysetOrder, keysetPage, sortKeyOf } from "#lib/db/keyset.ts";
import type { PasskeyQuery } from "./schema.ts";

type Filters = Pick<PasskeyQuery, "state" | "aaguid" | "format"> & {
  readonly userId?: UserId | undefined;
  readonly now: Date;
};

const unusedForMs = 90 * 86_400_000;

function orderOf(sort: PasskeyQuery["sort"]): KeysetOrder {
  const descending = sort === undefined || sort.startsWith("-");
  const byUse = sort?.endsWith("used") === true;
  return byUse
    ? { by: lastUsed(credentials), type: "timestamptz", id: credentials.id, descending }
    : { by: credentials.id, type: "uuid", id: credentials.id, descending };
}

const columns = {
  id: credentials.id,
  name: credentials.name,
  aaguid: credentials.aaguid,
  attestationFormat: credentials.attestationFormat,
  attestationTrust: credentials.attestationTrust,
  deviceType: credentials.deviceType,
  backupState: credentials.backupState,
  createdAt: credentials.createdAt,
  lastUsedAt: credentials.lastUsedAt,
  cloneSuspectedAt: credentials.cloneSuspectedAt,
  revokedAt: credentials.revokedAt,
  revokedReason: credentials.revokedReason,
  user: { id: users.id, username: users.username, displayName: users.displayName },
};

export function selectPasskeys(db: Db, { sort, after, before, limit }: PasskeyQuery, filters: Filters) {
  const order = orderOf(sort);
  return keysetPage(order, { after, before, limit }, (page) =>
    db
      .select({ ...columns, sortKey: sortKeyOf(order) })
      .from(credentials)
      .innerJoin(users, eq(users.id, credentials.userId))
      .where(and(matching(filters), page.where))
      .orderBy(...page.orderBy)
      .limit(page.limit),
  );
}

/** How many there are, counted no further than `most`. */
export async function countPasskeys(db: Db, filters: Filters, most: number): Promise<number> {
  const some = db
    .select({ id: credentials.id })
    .from(credentials)
    .where(matching(filters))
    .limit(most)
    .as("some");
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(some);
  return row?.count ?? 0;
}

/** The working passkeys of a model, oldest first. */
export async function selectPasskeysOfModel(
  db: Db,
  aaguid: string,
  limit: number,
): Promise<CredentialRowId[]> {
  const rows = await db
    .select({ id: credentials.id })
    .from(credentials)
    .where(and(eq(credentials.aaguid, aaguid), isNull(credentials.revokedAt)))
    .orderBy(credentials.id)
    .limit(limit);
  return rows.map(({ id }) => id);
}

function matching({ state, aaguid, format, userId, now }: Filters): SQL | undefined {
  return and(
    state === "revoked" ? isNotNull(credentials.revokedAt) : isNull(credentials.revokedAt),
    inState(state, now),
    aaguid === undefined ? undefined : eq(credentials.aaguid, aaguid),
    format === undefined ? undefined : eq(credentials.attestationFormat, format),
    userId === undefined ? undefined : eq(credentials.userId, userId),
  );
}

function inState(state: Filters["state"], now: Date): SQL | undefined {
  switch (state) {
    case "never_used":
      return sql`${lastUsed(credentials)} = '-infinity'::timestamptz`;
    case "unused": {
      const since = new Date(now.getTime() - unusedForMs);
      // What was made since then was not neglected, only not needed yet.
      return and(
        sql`${lastUsed(credentials)} < ${since.toISOString()}::timestamptz`,
        lt(credentials.createdAt, since),
      );
    }
    case "clone_suspected":
      return isNotNull(credentials.cloneSuspectedAt);
    default:
      return undefined;
  }
}
