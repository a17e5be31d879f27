/** Pages of a long list by the place of the last row, not by counting: as quick at the end as at the beginning. */
import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import { DomainError } from "#lib/errors/domain-error.ts";

export interface KeysetOrder {
  /** Not null, and with `id` the leading columns of an index. */
  readonly by: SQL | AnyColumn;
  readonly type: "text" | "timestamptz" | "uuid";
  readonly id: AnyColumn;
  /** A uuid where absent. */
  readonly idType?: "uuid" | "text";
  readonly descending: boolean;
}

export interface KeysetPosition {
  /** A `nextCursor`: the page begins behind it. */
  readonly after?: string | undefined;
  /** A `previousCursor`: the page ends before it. */
  readonly before?: string | undefined;
  readonly limit: number;
}

export interface KeysetPage<Row> {
  readonly rows: readonly Row[];
  readonly nextCursor?: string;
  readonly previousCursor?: string;
}

export interface KeysetQuery {
  readonly where: SQL | undefined;
  readonly orderBy: readonly SQL[];
  /** The direction of `orderBy`: the list's own, or turned round for a page that ends before something. */
  readonly descending: boolean;
  readonly limit: number;
}

/** What the query must select as `sortKey` beside `id`: the text that a cursor is made of. */
export function sortKeyOf({ by }: KeysetOrder): SQL<string> {
  return sql<string>`${by}::text`;
}

/**
 * One page. `select` gets the condition, order and number of rows to read.
 * @throws DomainError VALIDATION_ERROR for a cursor that no page gave out
 */
export async function keysetPage<Row extends { readonly id: string; readonly sortKey: string }>(
  order: KeysetOrder,
  { after, before, limit }: KeysetPosition,
  select: (query: KeysetQuery) => PromiseLike<Row[]>,
): Promise<KeysetPage<Row>> {
  const backwards = after === undefined && before !== undefined;
  const cursor = after ?? before;
  const down = order.descending !== backwards;
  const found = await select({
    where: cursor === undefined ? undefined : beyond(order, readCursor(order, cursor, backwards), down),
    orderBy: down
      ? [sql`${order.by} desc`, sql`${order.id} desc`]
      : [sql`${order.by} asc`, sql`${order.id} asc`],
    descending: down,
    limit: limit + 1,
  });
  const rows = found.slice(0, limit);
  if (backwards) rows.reverse();
  const more = found.length > limit;
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    rows,
    ...(last && (backwards || more) ? { nextCursor: cursorOf(last) } : {}),
    ...(first && (backwards ? more : after !== undefined) ? { previousCursor: cursorOf(first) } : {}),
  };
}

interface Place {
  readonly id: string;
  readonly sortKey: string;
}

/** A comparison of rows, which an index over both columns answers by itself. */
function beyond({ by, id, type, idType = "uuid" }: KeysetOrder, place: Place, down: boolean): SQL {
  const value = sql`(${place.sortKey}::${sql.raw(type)}, ${place.id}::${sql.raw(idType)})`;
  return down ? sql`(${by}, ${id}) < ${value}` : sql`(${by}, ${id}) > ${value}`;
}

/** The cursor of a row that is shown, for who wants what lies beyond it. */
export function cursorOf({ id, sortKey }: Place): string {
  return Buffer.from(JSON.stringify([sortKey, id])).toString("base64url");
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What PostgreSQL would refuse to read is refused here. */
const readable: Readonly<Record<KeysetOrder["type"], RegExp>> = {
  text: /^[^\0]{0,512}$/su,
  timestamptz: /^(-?infinity|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?)$/,
  uuid,
};

function readCursor({ type, idType = "uuid" }: KeysetOrder, cursor: string, backwards: boolean): Place {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(place)) {
      const [sortKey, id] = place as unknown[];
      if (typeof sortKey === "string" && typeof id === "string" && place.length === 2)
        if (readable[type].test(sortKey) && readable[idType].test(id) && isDate(type, sortKey))
          return { sortKey, id };
    }
  } catch {
    // Not JSON: said below like everything else that is no cursor.
  }
  throw new DomainError("VALIDATION_ERROR", {
    fields: [
      { path: backwards ? "before" : "after", message: "must be a cursor of an earlier page of this list" },
    ],
  });
}

/** The thirtieth of February has the right shape. */
function isDate(type: KeysetOrder["type"], text: string): boolean {
  if (type !== "timestamptz" || text.endsWith("infinity")) return true;
  const [date = "", time = ""] = text.split(" ");
  const parsed = new Date(`${date}T${time.slice(0, 8)}Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(`${date}T${time.slice(0, 8)}`);
}
