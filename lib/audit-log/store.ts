/** Reads the trail along its indexes, and the names of what its events name. */
import { and, eq, gte, inArray, lt, type SQL, sql } from "drizzle-orm";
import { apiKeys } from "#drizzle/schema/api-keys.ts";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { clients } from "#drizzle/schema/clients.ts";
import { credentials } from "#drizzle/schema/credentials.ts";
import { groups } from "#drizzle/schema/groups.ts";
import type {
  ApiKeyId,
  AuditEventId,
  ClientId,
  CredentialRowId,
  GroupId,
  UserId,
} from "#drizzle/schema/ids.ts";
import { users } from "#drizzle/schema/users.ts";
import type { AuditAction } from "#lib/audit/catalogue.ts";
import type { Db } from "#lib/db/client.ts";
import {
  type KeysetOrder,
  type KeysetPosition,
  type KeysetQuery,
  keysetPage,
  sortKeyOf,
} from "#lib/db/keyset.ts";

/** What is looked for, in the trail's own terms. */
export interface EventFilters {
  readonly actorId?: string | undefined;
  readonly personId?: UserId | undefined;
  /** One or several. */
  readonly actions?: readonly AuditAction[] | undefined;
  readonly clientIds?: readonly ClientId[] | undefined;
  readonly ip?: string | undefined;
  readonly outcome?: "success" | "failure" | undefined;
  readonly from?: Date | undefined;
  /** Before this moment. */
  readonly until?: Date | undefined;
  readonly requestId?: string | undefined;
}

const newestFirst: KeysetOrder = {
  by: auditEvents.occurredAt,
  type: "timestamptz",
  id: auditEvents.id,
  descending: true,
};

const row = { id: auditEvents.id, sortKey: sortKeyOf(newestFirst), event: auditEvents };

export function selectEvents(db: Db, filters: EventFilters, position: KeysetPosition) {
  return keysetPage(newestFirst, position, (page) =>
    db
      .select(row)
      .from(auditEvents)
      .where(and(matching(filters), amongActions(filters, page), page.where))
      .orderBy(...page.orderBy)
      .limit(page.limit),
  );
}

export type FoundEvent = Awaited<ReturnType<typeof selectEvents>>["rows"][number];

/** The same without the rows: for counting as far as the limit. */
export function selectEventIds(db: Db, filters: EventFilters, position: KeysetPosition) {
  return keysetPage(newestFirst, position, (page) =>
    db
      .select({ id: auditEvents.id, sortKey: row.sortKey })
      .from(auditEvents)
      .where(and(matching(filters), amongActions(filters, page), page.where))
      .orderBy(...page.orderBy)
      .limit(page.limit),
  );
}

export async function findEvent(db: Db, id: AuditEventId): Promise<FoundEvent | undefined> {
  const [found] = await db.select(row).from(auditEvents).where(eq(auditEvents.id, id));
  return found;
}

function matching(filters: EventFilters): SQL | undefined {
  const { actorId, personId, clientIds, ip, outcome, from, until, requestId } = filters;
  return and(
    actorId === undefined ? undefined : eq(auditEvents.actorId, actorId),
    personId === undefined ? undefined : eq(auditEvents.subjectUserId, personId),
    clientIds === undefined ? undefined : inArray(auditEvents.clientId, [...clientIds]),
    ip === undefined ? undefined : eq(auditEvents.ip, ip),
    outcome === undefined ? undefined : eq(auditEvents.outcome, outcome),
    from === undefined ? undefined : gte(auditEvents.occurredAt, from),
    until === undefined ? undefined : lt(auditEvents.occurredAt, until),
    requestId === undefined ? undefined : eq(auditEvents.requestId, requestId),
  );
}

/**
 * Of several actions: the newest of each, and of each outcome, by its own part of the index, and of those the newest.
 * Left to a list of actions, the planner guesses between sorting all of them and walking the whole trail, and either may
 * be a million.
 */
function amongActions(filters: EventFilters, page: KeysetQuery): SQL | undefined {
  const { actions, outcome } = filters;
  if (actions === undefined) return undefined;
  // What a person, an app or a machine did is far less than what was done of a kind.
  if (isOfFew(filters)) return inArray(auditEvents.action, [...actions]);
  const outcomes = outcome === undefined ? (["success", "failure"] as const) : [outcome];
  const wanted = sql.join(
    actions.flatMap((action) => outcomes.map((one) => sql`(${action}, ${one}::audit_outcome)`)),
    sql`, `,
  );
  const narrowed = and(matching({ ...filters, outcome: undefined }), page.where);
  return sql`${auditEvents.id} in (
    select newest.id from (values ${wanted}) as wanted(action, outcome) cross join lateral (
      select ${auditEvents.id} as id, ${auditEvents.occurredAt} as occurred_at from ${auditEvents}
      where ${auditEvents.action} = wanted.action and ${auditEvents.outcome} = wanted.outcome
        ${narrowed ? sql`and ${narrowed}` : sql``}
      order by ${sql.join([...page.orderBy], sql`, `)} limit ${page.limit}
    ) as newest)`;
}

function isOfFew({ actorId, personId, clientIds, ip, requestId }: EventFilters): boolean {
  return [actorId, personId, clientIds, ip, requestId].some((filter) => filter !== undefined);
}

/** What a page of events names, by kind. */
export interface NamedIds {
  readonly people: ReadonlySet<UserId>;
  readonly clients: ReadonlySet<ClientId>;
  readonly passkeys: ReadonlySet<CredentialRowId>;
  readonly apiKeys: ReadonlySet<ApiKeyId>;
  readonly groups: ReadonlySet<GroupId>;
}

export type NamedKind = keyof NamedIds;

/** What each is called now, in one query; who is gone is not among them. */
export async function selectNames(
  db: Db,
  ids: NamedIds,
): Promise<{ kind: NamedKind; id: string; name: string }[]> {
  const parts = [
    namesOf("people", ids.people, sql`${users.displayName} as name from ${users}`, users.id),
    namesOf("clients", ids.clients, sql`${clients.name} as name from ${clients}`, clients.id),
    namesOf("passkeys", ids.passkeys, sql`${credentials.name} as name from ${credentials}`, credentials.id),
    namesOf("apiKeys", ids.apiKeys, sql`${apiKeys.name} as name from ${apiKeys}`, apiKeys.id),
    namesOf("groups", ids.groups, sql`${groups.displayName} as name from ${groups}`, groups.id),
  ].filter((part) => part !== undefined);
  if (parts.length === 0) return [];
  return await db.execute<{ kind: NamedKind; id: string; name: string }>(sql.join(parts, sql` union all `));
}

function namesOf(
  kind: NamedKind,
  ids: ReadonlySet<string>,
  nameFrom: SQL,
  column: Parameters<typeof inArray>[0],
): SQL | undefined {
  if (ids.size === 0) return undefined;
  return sql`select ${kind} as kind, ${column}::text as id, ${nameFrom} where ${inArray(column, [...ids])}`;
}

export async function findPersonByAddress(db: Db, address: string): Promise<UserId | undefined> {
  const [found] = await db
    .select({ id: users.id })
    .from(users)
    .where(eq(sql`lower(${users.username})`, address.toLowerCase()));
  return found?.id;
}

/** Apps of this very name, whatever the case; the index of the list of apps finds them. */
export async function selectClientsByName(db: Db, name: string): Promise<ClientId[]> {
  const found = await db
    .select({ id: clients.id })
    .from(clients)
    .where(eq(sql`lower(${clients.name})`, name.toLowerCase()))
    .limit(20);
  return found.map(({ id }) => id);
}
