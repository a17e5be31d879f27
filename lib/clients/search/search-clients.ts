/** The relying apps: searched, filtered, page by page. */
import type { ClientId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { clientKind } from "../client-kind.ts";
import type { ClientKind, ClientQuery } from "./schema.ts";
import { countListedClients, selectListedClients } from "./store.ts";

/** A count is exact up to here, and "more than" beyond. */
export const mostCounted = 10_000;

export interface ListedClient {
  readonly id: ClientId;
  readonly name: string;
  readonly source: "manual" | "dynamic" | "metadata_document";
  readonly kind: ClientKind;
  /** Of those that may use it; empty: everybody may. */
  readonly groupNames: readonly string[];
  readonly lastErrorAt: Date | null;
  readonly disabled: boolean;
}

export interface ClientsPage {
  readonly clients: readonly ListedClient[];
  readonly nextCursor?: string;
  readonly previousCursor?: string;
  /** At most `mostCounted` + 1. */
  readonly count: number;
}

/** @throws DomainError FORBIDDEN, VALIDATION_ERROR for a cursor of another list */
export async function searchClients(ctx: Context, query: ClientQuery): Promise<ClientsPage> {
  checkPermission(ctx, "clients.read");
  const [page, count] = await Promise.all([
    readClients(ctx, query),
    countListedClients(ctx.db, query, mostCounted + 1),
  ]);
  return { ...page, count };
}

/** A page by itself, for who reads all of them. @throws DomainError FORBIDDEN, VALIDATION_ERROR */
export async function readClients(ctx: Context, query: ClientQuery): Promise<Omit<ClientsPage, "count">> {
  checkPermission(ctx, "clients.read");
  const { rows, ...cursors } = await selectListedClients(ctx.db, query);
  return {
    clients: rows.map(({ id, name, source, groupNames, lastErrorAt, disabledAt, ...row }) => ({
      id,
      name,
      source,
      groupNames,
      kind: clientKind(row),
      lastErrorAt: lastErrorAt === null ? null : new Date(lastErrorAt),
      disabled: disabledAt !== null,
    })),
    ...cursors,
  };
}
