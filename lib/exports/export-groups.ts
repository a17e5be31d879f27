/** The groups, as a file, by name. */
import type { Context } from "#lib/context/context.ts";
import type { TableColumn } from "#lib/csv/write-table.ts";
import type { Group } from "#lib/groups/describe-group.ts";
import { listGroups } from "#lib/groups/list-groups.ts";
import { exportList, exportPageSize, type ListFile } from "./export-list.ts";
import type { GroupExport } from "./schema.ts";

const columns: readonly TableColumn<Group>[] = [
  ["id", ({ id }) => id],
  ["name", ({ name }) => name],
  ["display_name", ({ displayName }) => displayName],
  ["has_attestation_policy", ({ hasAttestationPolicy }) => String(hasAttestationPolicy)],
  ["created_at", ({ createdAt }) => createdAt.toISOString()],
  ["updated_at", ({ updatedAt }) => updatedAt.toISOString()],
];

/** @throws DomainError FORBIDDEN, RATE_LIMIT_EXCEEDED */
export async function exportGroups(ctx: Context, { format }: GroupExport): Promise<ListFile> {
  return await exportList(ctx, {
    list: "groups",
    action: "list.exported",
    permission: "groups.read",
    format,
    filters: {},
    columns,
    read: async (cursor) => {
      const { groups, ...cursors } = await listGroups(ctx, { cursor, limit: exportPageSize });
      return { rows: groups, ...cursors };
    },
  });
}
