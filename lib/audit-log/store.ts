/** Reads the trail along its indexes, and the names of what its events name. */
import { and, eq, gte, inArray, lt, type SQL, sql } from "drizzle-orm";
import { apiKeys } from "#drizzle/schema/api-keys.ts";
import { auditEvents, auditOutcome } from "#drizzle/schema/audit.ts";
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
      .where(wanted(filters, page))
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
      .where(wanted(filters, page))
      .orderBy(...page.orderBy)
      .limit(page.limit),
  );
}

export async function findEvent(db: Db, id: AuditEventId): Promise<FoundEvent | undefined> {
  const [found] = await db.select(row).from(auditEvents).where(eq(auditEvents.id, id));
  return found;
}

function wanted(filters: EventFilters, page: KeysetQuery): SQL | undefined {
  const { actions, outcome, clientIds, ...others } = filters;
  // Of a person, or of a request, there are few.
  if (others.personId !== undefined || others.requestId !== undefined)
    return and(
      matching(others),
      outcome === undefined ? undefined : eq(auditEvents.outcome, outcome),
      actions === undefined ? undefined : inArray(auditEvents.action, [...actions]),
      clientIds === undefined ? undefined : inArray(auditEvents.clientId, [...clientIds]),
      page.where,
    );
  if ([actions, clientIds, others.actorId, others.ip].some((filter) => filter !== undefined))
    return amongKinds(filters, page);
  return and(
    matching(others),
    outcome === undefined ? undefined : eq(auditEvents.outcome, outcome),
    page.where,
  );
}

function matching({ actorId, personId, ip, from, until, requestId }: EventFilters): SQL | undefined {
  return and(
    actorId === undefined ? undefined : eq(auditEvents.actorId, actorId),
    personId === undefined ? undefined : eq(auditEvents.subjectUserId, personId),
    ip === undefined ? undefined : eq(auditEvents.ip, ip),
    from === undefined ? undefined : gte(auditEvents.occurredAt, from),
    until === undefined ? undefined : lt(auditEvents.occurredAt, until),
    requestId === undefined ? undefined : eq(auditEvents.requestId, requestId),
  );
}

/**
 * The newest of each kind, by its own part of an index, and of those the newest. Left to a list of actions, the planner
 * guesses between sorting all of them and walking the trail, or what one app did, until enough is found; where nothing
 * is, either reads up to a million.
 */
function amongKinds(filters: EventFilters, page: KeysetQuery): SQL {
  const { actions, outcome, clientIds, ...others } = filters;
  const narrowed = and(
    sql`${auditEvents.action} = kinds.action and ${auditEvents.outcome} = kinds.outcome`,
    clientIds && sql`${auditEvents.clientId} = apps.id`,
    matching(others),
    page.where,
  );
  const direction = page.descending ? sql`desc` : sql`asc`;
  return sql`${auditEvents.id} in (
    ${actions ? listedKinds(actions) : presentKinds}
    select newest.id from kinds ${clientIds ? sql`cross join ${appsOf(clientIds)}` : sql``} cross join lateral (
      select ${auditEvents.id} as id, ${auditEvents.occurredAt} as occurred_at from ${auditEvents}
      where ${narrowed} order by ${sql.join([...page.orderBy], sql`, `)} limit ${page.limit}
    ) as newest
    ${outcome === undefined ? sql`` : sql`where kinds.outcome = ${outcome}`}
    order by newest.occurred_at ${direction}, newest.id ${direction} limit ${page.limit})`;
}

function listedKinds(actions: readonly AuditAction[]): SQL {
  const kinds = actions.flatMap((action) =>
    auditOutcome.enumValues.map((outcome) => sql`(${action}, ${outcome}::audit_outcome)`),
  );
  return sql`with kinds (action, outcome) as (values ${sql.join(kinds, sql`, `)})`;
}

/**
 * Those that there are, by going from one to the next in the index: not those of the catalogue, so that an event of
 * another version of this program is not hidden.
 */
const presentKinds = sql`with recursive kinds as (
    (select action, outcome from ${auditEvents} order by action, outcome limit 1)
    union all
    select next.action, next.outcome from kinds cross join lateral (
      select e.action, e.outcome from ${auditEvents} e where (e.action, e.outcome) > (kinds.action, kinds.outcome)
      order by e.action, e.outcome limit 1
    ) as next
  )`;

function appsOf(ids: readonly ClientId[]): SQL {
  return sql`(values ${sql.join(
    ids.map((id) => sql`(${id})`),
    sql`, `,
  )}) as apps (id)`;
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
