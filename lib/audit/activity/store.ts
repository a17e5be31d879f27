/** Reads a person's part of the trail, along the index by person and time. */
import { and, asc, desc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { clients } from "#drizzle/schema/clients.ts";
import { credentials } from "#drizzle/schema/credentials.ts";
import type { UserId } from "#drizzle/schema/ids.ts";
import type { Db } from "#lib/db/client.ts";
import type { AuditAction } from "../catalogue.ts";

/** Times are the same to the millisecond often enough: the id tells such events apart. */
export interface EventPlace {
  readonly at: Date;
  readonly id: string;
}

export interface EventQuery {
  readonly userId: UserId;
  readonly succeeded: readonly AuditAction[];
  readonly failed: readonly AuditAction[];
  readonly before?: EventPlace | undefined;
  /** Turns the order: the oldest of the newer ones first. */
  readonly after?: EventPlace | undefined;
  readonly limit: number;
}

export function selectEventsAbout(db: Db, query: EventQuery) {
  const { after } = query;
  const order = after ? asc : desc;
  return db
    .select({
      event: auditEvents,
      appName: clients.name,
      passkeyName: credentials.name,
    })
    .from(auditEvents)
    .leftJoin(clients, eq(clients.id, auditEvents.clientId))
    .leftJoin(
      credentials,
      and(eq(credentials.id, auditEvents.credentialId), eq(credentials.userId, query.userId)),
    )
    .where(
      and(
        eq(auditEvents.subjectUserId, query.userId),
        or(isTold("success", query.succeeded), isTold("failure", query.failed)),
        // An app that looks whether the person is still signed in does so every few minutes.
        sql`not (${auditEvents.action} = 'authorization.issued' and ${auditEvents.details} @> '{"silent":true}')`,
        isBeyond(query),
      ),
    )
    .orderBy(order(auditEvents.occurredAt), order(auditEvents.id))
    .limit(query.limit);
}

export type FoundEvent = Awaited<ReturnType<typeof selectEventsAbout>>[number];

function isTold(outcome: "success" | "failure", actions: readonly AuditAction[]): SQL | undefined {
  return and(eq(auditEvents.outcome, outcome), inArray(auditEvents.action, [...actions]));
}

function isBeyond({ before, after }: EventQuery): SQL | undefined {
  const place = sql`(${auditEvents.occurredAt}, ${auditEvents.id})`;
  const row = ({ at, id }: EventPlace) => sql`(${at.toISOString()}::timestamptz, ${id}::uuid)`;
  if (after) return sql`${place} > ${row(after)}`;
  return before && sql`${place} < ${row(before)}`;
}
