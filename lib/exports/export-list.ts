/** A list as a file, however long it is: for whoever may see it page by page, and never without a trace. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { AuditAction } from "#lib/audit/catalogue.ts";
import type { Context } from "#lib/context/context.ts";
import type { ExportFormat } from "#lib/csv/schema.ts";
import { mediaTypes, type TableColumn, writeTable } from "#lib/csv/write-table.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import type { Permission } from "#lib/permissions/schema.ts";
import { takePoint } from "#lib/rate-limit/rate-limit.ts";
import type { ExportedList } from "./schema.ts";

/** Of rows that are read, and held, at once. */
export const exportPageSize = 1_000;

export interface ListFile {
  readonly filename: string;
  readonly mediaType: string;
  readonly pieces: AsyncGenerator<string>;
}

interface ExportPage<Row> {
  readonly rows: readonly Row[];
  readonly nextCursor?: string;
}

interface ListExport<Row> {
  readonly list: ExportedList;
  readonly action: Extract<AuditAction, "users.exported" | "list.exported">;
  readonly permission: Permission;
  readonly format: ExportFormat;
  /** What the list is narrowed by; told in the trail. */
  readonly filters: Readonly<Record<string, string | undefined>>;
  readonly columns: readonly TableColumn<Row>[];
  /** A page of `exportPageSize` rows, from the beginning or from a cursor on. */
  readonly read: (after: string | undefined) => Promise<ExportPage<Row>>;
}

/** The event is written before the first byte leaves. @throws DomainError FORBIDDEN, RATE_LIMIT_EXCEEDED */
export async function exportList<Row>(ctx: Context, asked: ListExport<Row>): Promise<ListFile> {
  const { list, action, permission, format, filters, columns, read } = asked;
  await takePoint(ctx, "export");
  return await auditRefusal(ctx, action, async () => {
    checkPermission(ctx, permission);
    const given = Object.entries(filters).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    );
    const named = action === "list.exported" ? { list } : {};
    await appendAuditEvent(ctx, ctx.db, {
      action,
      outcome: "success",
      details: { ...named, format, ...Object.fromEntries(given) },
    });
    return {
      filename: `${ctx.config.rpId}-${list}-${ctx.now.toISOString().slice(0, 10)}.${format}`,
      mediaType: mediaTypes[format],
      pieces: writeTable(columns, pagesOf(read), format),
    };
  });
}

async function* pagesOf<Row>(read: ListExport<Row>["read"]): AsyncGenerator<readonly Row[]> {
  let after: string | undefined;
  do {
    const page = await read(after);
    yield page.rows;
    after = page.nextCursor;
  } while (after !== undefined);
}
