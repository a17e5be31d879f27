/** The hourly sums of sign-ins, and what of the trail is not summed up yet. */
import { desc, gte, lt, sql } from "drizzle-orm";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { signInHours } from "#drizzle/schema/figures.ts";
import type { Db } from "#lib/db/client.ts";

/** Sums of a day and of a reason; the empty reason is those who signed in. */
export interface SignInSum {
  readonly day: string;
  readonly reason: string;
  readonly count: number;
}

/** Undefined before the first hour was summed up. */
export async function findLastHour(db: Db): Promise<Date | undefined> {
  const [last] = await db
    .select({ hour: signInHours.hour })
    .from(signInHours)
    .orderBy(desc(signInHours.hour))
    .limit(1);
  return last?.hour;
}

const signIns = sql`((${auditEvents.action} = 'session.created' and ${auditEvents.outcome} = 'success')
  or (${auditEvents.action} = 'sign_in.failed' and ${auditEvents.outcome} = 'failure'))`;
const reason = sql`case when ${auditEvents.action} = 'session.created' then '' else coalesce(${auditEvents.reason}, 'unknown') end`;
const span = (from: Date, until: Date) =>
  sql`${auditEvents.occurredAt} >= ${from.toISOString()}::timestamptz and ${auditEvents.occurredAt} < ${until.toISOString()}::timestamptz`;

/** Whole hours; an hour in which nobody came has a row all the same. Returns how many rows that made. */
export async function insertHours(db: Db, from: Date, until: Date): Promise<number> {
  const rows = await db.execute(sql`
    with summed as (
      select date_trunc('hour', ${auditEvents.occurredAt}, 'UTC') as hour, ${reason} as reason, count(*)::int as count
      from ${auditEvents} where ${signIns} and ${span(from, until)} group by 1, 2
    )
    insert into ${signInHours} (hour, reason, count)
    select hours.hour, '', coalesce((select count from summed where summed.hour = hours.hour and reason = ''), 0)
    from generate_series(${from.toISOString()}::timestamptz, ${until.toISOString()}::timestamptz - interval '1 hour', interval '1 hour') as hours(hour)
    union all select hour, reason, count from summed where reason <> ''
    on conflict do nothing returning 1`);
  return rows.length;
}

export async function deleteHoursBefore(db: Db, moment: Date): Promise<number> {
  const rows = await db
    .delete(signInHours)
    .where(lt(signInHours.hour, moment))
    .returning({ hour: signInHours.hour });
  return rows.length;
}

const dayOf = (column: unknown) => sql<string>`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD')`;

export function selectSums(db: Db, from: Date): Promise<SignInSum[]> {
  const day = dayOf(signInHours.hour);
  return db
    .select({ day, reason: signInHours.reason, count: sql<number>`sum(${signInHours.count})::int` })
    .from(signInHours)
    .where(gte(signInHours.hour, from))
    .groupBy(sql`1`, signInHours.reason);
}

/** Of what came in since then; no more than `most` events are looked at. */
export async function sumLately(db: Db, from: Date, until: Date, most: number): Promise<SignInSum[]> {
  return await db.execute<{ day: string; reason: string; count: number }>(sql`
    select ${dayOf(sql`occurred_at`)} as day, reason, count(*)::int as count from (
      select ${auditEvents.occurredAt} as occurred_at, ${reason} as reason from ${auditEvents}
      where ${signIns} and ${span(from, until)} limit ${most}
    ) as lately group by 1, 2`);
}
