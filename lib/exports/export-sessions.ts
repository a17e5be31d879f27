/** The sessions that a search finds, as a file, the newest first. */
import { readSessions } from "#lib/accounts/sessions/search/search-sessions.ts";
import type { Context } from "#lib/context/context.ts";
import type { TableColumn } from "#lib/csv/write-table.ts";
import type { PersonSession } from "#lib/sessions/schema.ts";
import { exportList, exportPageSize, type ListFile } from "./export-list.ts";
import type { SessionExport } from "./schema.ts";

const columns: readonly TableColumn<PersonSession>[] = [
  ["id", ({ id }) => id],
  ["person_id", ({ user }) => user.id],
  ["email", ({ user }) => user.username],
  ["method", ({ method }) => method],
  ["passkey", ({ passkey }) => passkey?.name ?? null],
  ["ip", ({ ip }) => ip],
  ["user_agent", ({ userAgent }) => userAgent],
  ["apps", ({ apps }) => apps.map(({ name }) => name).join(", ")],
  ["created_at", ({ createdAt }) => createdAt.toISOString()],
  ["authenticated_at", ({ authenticatedAt }) => authenticatedAt.toISOString()],
  ["last_activity_at", ({ lastActivityAt }) => lastActivityAt.toISOString()],
  ["expires_at", ({ expiresAt }) => expiresAt.toISOString()],
];

/** @throws DomainError FORBIDDEN, RATE_LIMIT_EXCEEDED */
export async function exportSessions(ctx: Context, { format, ...filters }: SessionExport): Promise<ListFile> {
  return await exportList(ctx, {
    list: "sessions",
    action: "list.exported",
    permission: "sessions.read",
    format,
    filters,
    columns,
    read: async (after) => {
      const { sessions, ...cursors } = await readSessions(ctx, { ...filters, after, limit: exportPageSize });
      return { rows: sessions, ...cursors };
    },
  });
}
