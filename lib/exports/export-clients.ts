/** The apps that a search finds, as a file, by name. */
import { type ListedClient, readClients } from "#lib/clients/search/search-clients.ts";
import type { Context } from "#lib/context/context.ts";
import type { TableColumn } from "#lib/csv/write-table.ts";
import { exportList, exportPageSize, type ListFile } from "./export-list.ts";
import type { ClientExport } from "./schema.ts";

const columns: readonly TableColumn<ListedClient>[] = [
  ["client_id", ({ id }) => id],
  ["name", ({ name }) => name],
  ["kind", ({ kind }) => kind],
  ["source", ({ source }) => source],
  ["disabled", ({ disabled }) => String(disabled)],
  ["groups", ({ groupNames }) => groupNames.join(", ")],
  ["last_error_at", ({ lastErrorAt }) => lastErrorAt?.toISOString() ?? null],
];

/** @throws DomainError FORBIDDEN, RATE_LIMIT_EXCEEDED */
export async function exportClients(ctx: Context, { format, ...filters }: ClientExport): Promise<ListFile> {
  return await exportList(ctx, {
    list: "apps",
    action: "list.exported",
    permission: "clients.read",
    format,
    filters,
    columns,
    read: async (after) => {
      const { clients, ...cursors } = await readClients(ctx, { ...filters, after, limit: exportPageSize });
      return { rows: clients, ...cursors };
    },
  });
}
