/** The passkeys that a search finds, as a file, the newest first. */
import type { Context } from "#lib/context/context.ts";
import type { TableColumn } from "#lib/csv/write-table.ts";
import type { ListedPasskey } from "#lib/passkeys/directory/schema.ts";
import { readPasskeys } from "#lib/passkeys/directory/search-passkeys.ts";
import { exportList, exportPageSize, type ListFile } from "./export-list.ts";
import type { PasskeyExport } from "./schema.ts";

const columns: readonly TableColumn<ListedPasskey>[] = [
  ["id", ({ id }) => id],
  ["person_id", ({ user }) => user.id],
  ["email", ({ user }) => user.username],
  ["name", ({ name }) => name],
  ["product", ({ product }) => product ?? null],
  ["aaguid", ({ aaguid }) => aaguid],
  ["kind", ({ kind }) => kind],
  ["attestation_format", ({ attestationFormat }) => attestationFormat],
  ["attestation_trust", ({ attestationTrust }) => attestationTrust],
  ["created_at", ({ createdAt }) => createdAt.toISOString()],
  ["last_used_at", ({ lastUsedAt }) => lastUsedAt?.toISOString() ?? null],
  ["clone_suspected_at", ({ cloneSuspectedAt }) => cloneSuspectedAt?.toISOString() ?? null],
  ["revoked_at", ({ revokedAt }) => revokedAt?.toISOString() ?? null],
  ["revoked_reason", ({ revokedReason }) => revokedReason],
];

/** @throws DomainError FORBIDDEN, RATE_LIMIT_EXCEEDED */
export async function exportPasskeys(ctx: Context, { format, ...filters }: PasskeyExport): Promise<ListFile> {
  return await exportList(ctx, {
    list: "passkeys",
    action: "list.exported",
    permission: "credentials.read",
    format,
    filters,
    columns,
    read: async (after) => {
      const { passkeys, ...cursors } = await readPasskeys(ctx, { ...filters, after, limit: exportPageSize });
      return { rows: passkeys, ...cursors };
    },
  });
}
