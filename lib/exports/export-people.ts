/** The people whom a search finds, as a file: those who came first first. */
import type { ListedPerson, PersonFilters } from "#lib/accounts/people/schema.ts";
import { selectPeople } from "#lib/accounts/people/store.ts";
import type { Context } from "#lib/context/context.ts";
import type { ExportFormat } from "#lib/csv/schema.ts";
import type { TableColumn } from "#lib/csv/write-table.ts";
import { describeUser } from "#lib/users/describe-user.ts";
import { exportList, exportPageSize, type ListFile } from "./export-list.ts";

const columns: readonly TableColumn<ListedPerson>[] = [
  ["id", ({ id }) => id],
  ["email", ({ username }) => username],
  ["name", ({ displayName }) => displayName],
  ["status", ({ status }) => status],
  ["role", ({ role }) => role],
  ["passkeys", ({ passkeys }) => String(passkeys)],
  ["created_at", ({ createdAt }) => createdAt.toISOString()],
  ["last_sign_in_at", ({ lastLoginAt }) => lastLoginAt?.toISOString() ?? null],
];

/** @throws DomainError FORBIDDEN, RATE_LIMIT_EXCEEDED */
export async function exportPeople(
  ctx: Context,
  { format, ...filters }: PersonFilters & { readonly format: ExportFormat },
): Promise<ListFile> {
  return await exportList(ctx, {
    list: "users",
    action: "users.exported",
    permission: "users.read",
    format,
    filters,
    columns,
    read: async (after) => {
      const query = { ...filters, sort: "created", after, limit: exportPageSize } as const;
      const { rows, ...cursors } = await selectPeople(ctx.db, query);
      return { rows: rows.map(({ row, passkeys }) => ({ ...describeUser(row), passkeys })), ...cursors };
    },
  });
}
