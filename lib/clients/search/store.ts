/** Reads of `clients` for lists and searches. */
import { and, eq, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { clientErrors, clientGroups, clients } from "#drizzle/schema/clients.ts";
import { groups } from "#drizzle/schema/groups.ts";
import type { Db } from "#lib/db/client.ts";
import { type KeysetOrder, keysetPage, sortKeyOf } from "#lib/db/keyset.ts";
import type { ClientQuery } from "./schema.ts";

type Filters = Pick<ClientQuery, "q" | "state" | "source">;

function orderOf(sort: ClientQuery["sort"]): KeysetOrder {
  return {
    by: sql`lower(${clients.name})`,
    type: "text",
    id: clients.id,
    idType: "text",
    descending: sort === "-name",
  };
}

const column = (of: { readonly name: string }) => sql.identifier(of.name);

/** Both sides are named in full: a select from one table leaves its name out, and "id" would be the other's. */
const groupNames = sql<string[]>`array(
  select ${groups}.${column(groups.displayName)} from ${clientGroups}
  join ${groups} on ${groups}.${column(groups.id)} = ${clientGroups}.${column(clientGroups.groupId)}
  where ${clientGroups}.${column(clientGroups.clientId)} = ${clients}.${column(clients.id)}
  order by lower(${groups}.${column(groups.displayName)}))`;

/** Errors have ids in the order of time; read as text, since no column decodes it. */
const lastErrorAt = sql<string | null>`(
  select to_char(${clientErrors}.${column(clientErrors.occurredAt)} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
  from ${clientErrors}
  where ${clientErrors}.${column(clientErrors.clientId)} = ${clients}.${column(clients.id)}
  order by ${clientErrors}.${column(clientErrors.id)} desc limit 1)`;

export function selectListedClients(db: Db, { sort, after, before, limit, ...filters }: ClientQuery) {
  const order = orderOf(sort);
  return keysetPage(order, { after, before, limit }, (page) =>
    db
      .select({
        id: clients.id,
        name: clients.name,
        source: clients.source,
        grantTypes: clients.grantTypes,
        tokenEndpointAuthMethod: clients.tokenEndpointAuthMethod,
        disabledAt: clients.disabledAt,
        groupNames,
        lastErrorAt,
        sortKey: sortKeyOf(order),
      })
      .from(clients)
      .where(and(matching(filters), page.where))
      .orderBy(...page.orderBy)
      .limit(page.limit),
  );
}

/** How many there are, counted no further than `most`. */
export async function countListedClients(db: Db, filters: Filters, most: number): Promise<number> {
  const some = db.select({ id: clients.id }).from(clients).where(matching(filters)).limit(most).as("some");
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(some);
  return row?.count ?? 0;
}

function matching({ q, state, source }: Filters): SQL | undefined {
  const part = q?.toLowerCase();
  return and(
    part === undefined
      ? undefined
      : or(
          sql`position(${part}::text in lower(${clients.name})) > 0`,
          sql`position(${part}::text in lower(${clients.id})) > 0`,
        ),
    state === undefined
      ? undefined
      : state === "enabled"
        ? isNull(clients.disabledAt)
        : isNotNull(clients.disabledAt),
    source === undefined ? undefined : eq(clients.source, source),
  );
}
