/** The people of this installation: searched, filtered, sorted, page by page. */
import type { Context } from "#lib/context/context.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { describeUser } from "#lib/users/describe-user.ts";
import type { ListedPerson, PersonQuery } from "./schema.ts";
import { countPeople, selectPeople } from "./store.ts";

/** A count is exact up to here, and "more than" beyond. */
export const mostCounted = 10_000;

export interface PeoplePage {
  readonly people: readonly ListedPerson[];
  readonly nextCursor?: string;
  readonly previousCursor?: string;
  /** At most `mostCounted` + 1. */
  readonly count: number;
}

/** @throws DomainError FORBIDDEN, VALIDATION_ERROR for a cursor of another list */
export async function searchPeople(ctx: Context, query: PersonQuery): Promise<PeoplePage> {
  checkPermission(ctx, "users.read");
  const [{ rows, ...cursors }, count] = await Promise.all([
    selectPeople(ctx.db, query),
    countPeople(ctx.db, query, mostCounted + 1),
  ]);
  return {
    people: rows.map(({ row, passkeys }) => ({ ...describeUser(row), passkeys })),
    ...cursors,
    count,
  };
}
