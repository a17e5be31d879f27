/** Reads of `sessions` across people. */
import { isIP } from "node:net";
import { and, eq, exists, gt, gte, isNull, lt, lte, type SQL, sql } from "drizzle-orm";
import { credentials } from "#drizzle/schema/credentials.ts";
import type { ClientId, SessionId, UserId } from "#drizzle/schema/ids.ts";
import { sessionClients } from "#drizzle/schema/oidc.ts";
import { sessions } from "#drizzle/schema/sessions.ts";
import { users } from "#drizzle/schema/users.ts";
import { firstIdAt } from "#lib/crypto/random.ts";
import type { Db } from "#lib/db/client.ts";
import { type KeysetOrder, keysetPage, sortKeyOf } from "#lib/db/keyset.ts";
import { belongsToWords } from "#lib/users/search/store.ts";
import { toldOfSession } from "../store.ts";
import type { SessionQuery } from "./schema.ts";

export interface SessionTimes {
  readonly now: Date;
  /** What was not used since then lies idle. */
  readonly idleSince: Date;
}

/** Ids are in the order of time: the newest first. */
const order: KeysetOrder = { by: sessions.id, type: "uuid", id: sessions.id, descending: true };

/** `many` match, as far as that is known: see `belongsToWords`. */
export function searchRows(
  db: Db,
  { after, before, limit, ...filters }: SessionQuery,
  times: SessionTimes,
  many: boolean,
) {
  return keysetPage(order, { after, before, limit }, (page) =>
    db
      .select({
        id: sessions.id,
        sortKey: sortKeyOf(order),
        session: toldOfSession,
        passkey: { id: credentials.id, name: credentials.name },
        user: { id: users.id, username: users.username, displayName: users.displayName },
      })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .leftJoin(credentials, eq(credentials.id, sessions.credentialId))
      .where(and(matching(db, filters, times, many), page.where))
      .orderBy(...page.orderBy)
      .limit(page.limit),
  );
}

/** How many there are, counted no further than `most`. */
export async function countSessions(
  db: Db,
  filters: Filters,
  times: SessionTimes,
  most: number,
): Promise<number> {
  const some = db
    .select({ id: sessions.id })
    .from(sessions)
    .where(matching(db, filters, times, false))
    .limit(most)
    .as("some");
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(some);
  return row?.count ?? 0;
}

type Filters = Omit<SessionQuery, "after" | "before" | "limit">;

const hourMs = 3_600_000;
const dayMs = 86_400_000;
const ages = { day: dayMs, week: 7 * dayMs, month: 30 * dayMs } as const;

function matching(db: Db, filters: Filters, times: SessionTimes, many: boolean): SQL | undefined {
  const { q, user, client, ip, state, olderThan } = filters;
  const isAddress = q !== undefined && isIP(q) !== 0;
  return and(
    isNull(sessions.revokedAt),
    gt(sessions.expiresAt, times.now),
    isAddress ? undefined : belongsToWords(db, sessions.userId, q, many),
    isAddress ? eq(sessions.ip, q) : undefined,
    ip === undefined ? undefined : eq(sessions.ip, ip),
    user === undefined ? undefined : eq(sessions.userId, user as UserId),
    client === undefined ? undefined : signedInTo(db, client),
    inState(state, times),
    olderThan === undefined
      ? undefined
      : lt(sessions.id, firstIdAt<SessionId>(new Date(times.now.getTime() - ages[olderThan]))),
  );
}

function signedInTo(db: Db, client: string): SQL {
  return exists(
    db
      .select({ one: sql`1` })
      .from(sessionClients)
      .where(and(eq(sessionClients.sessionId, sessions.id), eq(sessionClients.clientId, client as ClientId))),
  );
}

function inState(state: Filters["state"], { idleSince }: SessionTimes): SQL | undefined {
  switch (state) {
    // The hour is what the index finds them by, the time what settles it.
    case "in_use":
      return and(gte(sessions.lastActivityHour, hourOf(idleSince)), gt(sessions.lastActivityAt, idleSince));
    case "idle":
      return and(lte(sessions.lastActivityHour, hourOf(idleSince)), lte(sessions.lastActivityAt, idleSince));
    case "weaker":
      // As the index says it, which a value sent apart would not be taken for.
      return sql`${sessions.method} <> 'passkey'`;
    default:
      return undefined;
  }
}

/** As the column has it: hours of UTC, which begin with the epoch. */
function hourOf(time: Date): Date {
  return new Date(Math.floor(time.getTime() / hourMs) * hourMs);
}
