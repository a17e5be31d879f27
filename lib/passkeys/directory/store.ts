/** Reads of `credentials` across people, for lists. */
import { and, eq, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import { credentials, kindOfPasskey, lastUsed } from "#drizzle/schema/credentials.ts";
import type { CredentialRowId, UserId } from "#drizzle/schema/ids.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Db } from "#lib/db/client.ts";
import { type KeysetOrder, keysetPage, sortKeyOf } from "#lib/db/keyset.ts";
import { belongsToWords } from "#lib/users/search/store.ts";
import type { PasskeyQuery } from "./schema.ts";

type Filters = Pick<PasskeyQuery, "q" | "user" | "state" | "aaguid" | "kind" | "trust" | "format"> & {
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
  kind: kindOfPasskey(credentials),
  createdAt: credentials.createdAt,
  lastUsedAt: credentials.lastUsedAt,
  cloneSuspectedAt: credentials.cloneSuspectedAt,
  revokedAt: credentials.revokedAt,
  revokedReason: credentials.revokedReason,
  user: { id: users.id, username: users.username, displayName: users.displayName },
};

/** `many` match, as far as that is known: see `belongsToWords`. */
export function selectPasskeys(
  db: Db,
  { sort, after, before, limit }: PasskeyQuery,
  filters: Filters,
  many: boolean,
) {
  const order = orderOf(sort);
  return keysetPage(order, { after, before, limit }, (page) =>
    db
      .select({ ...columns, sortKey: sortKeyOf(order) })
      .from(credentials)
      .innerJoin(users, eq(users.id, credentials.userId))
      .where(and(matching(db, filters, many), page.where))
      .orderBy(...page.orderBy)
      .limit(page.limit),
  );
}

/** How many there are, counted no further than `most`. */
export async function countPasskeys(db: Db, filters: Filters, most: number): Promise<number> {
  const some = db
    .select({ id: credentials.id })
    .from(credentials)
    .where(matching(db, filters, false))
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

/**
 * The models that there are, by going from one to the next in the index instead of reading every passkey; anybody may
 * name a model that nobody knows, so no more than `most` of them.
 */
export async function selectModels(db: Db, most: number, countedTo: number) {
  const rows = await db.execute<{ aaguid: string; passkeys: number }>(sql`
    with recursive models as (
      (select aaguid from ${credentials} order by aaguid limit 1)
      union all
      select (select c.aaguid from ${credentials} c where c.aaguid > models.aaguid order by c.aaguid limit 1)
      from models where models.aaguid is not null
    )
    select models.aaguid, (
      select count(*)::int from (
        select 1 from ${credentials} c
        where c.aaguid = models.aaguid and c.revoked_at is null limit ${countedTo}
      ) found
    ) as passkeys
    from models where models.aaguid is not null limit ${most}`);
  return rows.filter(({ passkeys }) => passkeys > 0);
}

function matching(db: Db, filters: Filters, many: boolean): SQL | undefined {
  const { q, user, state, aaguid, kind, trust, format, now } = filters;
  return and(
    state === "revoked" ? isNotNull(credentials.revokedAt) : isNull(credentials.revokedAt),
    inState(state, now),
    belongsToWords(db, credentials.userId, q, many),
    user === undefined ? undefined : eq(credentials.userId, user as UserId),
    aaguid === undefined ? undefined : eq(credentials.aaguid, aaguid),
    kind === undefined ? undefined : sql`${kindOfPasskey(credentials)} = ${kind}`,
    trust === undefined ? undefined : eq(credentials.attestationTrust, trust),
    format === undefined ? undefined : eq(credentials.attestationFormat, format),
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
