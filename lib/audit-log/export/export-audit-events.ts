/** The trail, filtered, as a file for spreadsheets or programs, however long it is. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { takePoint } from "#lib/rate-limit/rate-limit.ts";
import { describeEvents } from "../describe-events.ts";
import { resolveFilters } from "../resolve-filters.ts";
import type { AuditFilter, ExportFormat } from "../schema.ts";
import { type EventFilters, selectEvents } from "../store.ts";
import { csvHead, writeCsv } from "./write-csv.ts";

export interface AuditExport {
  readonly filename: string;
  readonly mediaType: string;
  readonly pieces: AsyncGenerator<string>;
}

/** Of events that are read, and held, at once. */
const pageSize = 1_000;

const mediaTypes = { csv: "text/csv; charset=utf-8", jsonl: "application/jsonl" } as const;

/**
 * Written down before the first byte leaves: whoever takes the trail along is in it. What happens while the file is
 * read is not in the file.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, RATE_LIMIT_EXCEEDED
 */
export async function exportAuditEvents(
  ctx: Context,
  { format, ...filter }: AuditFilter & { readonly format: ExportFormat },
): Promise<AuditExport> {
  await takePoint(ctx, "export");
  return await auditRefusal(ctx, "audit.exported", async () => {
    checkPermission(ctx, "audit.export");
    const filters = await resolveFilters(ctx.db, filter);
    await appendAuditEvent(ctx, ctx.db, {
      action: "audit.exported",
      outcome: "success",
      details: { format, ...given(filter) },
    });
    const day = ctx.now.toISOString().slice(0, 10);
    return {
      filename: `${ctx.config.rpId}-audit-${day}.${format}`,
      mediaType: mediaTypes[format],
      pieces: write(ctx, filters, format),
    };
  });
}

function given(filter: AuditFilter): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/**
 * Page by page along the index. One long query would hold a connection, and old rows, for as long as the slowest
 * reader likes.
 */
async function* write(
  { db }: Context,
  filters: EventFilters | undefined,
  format: ExportFormat,
): AsyncGenerator<string> {
  if (format === "csv") yield csvHead;
  let after: string | undefined;
  for (let more = filters !== undefined; more; more = after !== undefined) {
    const { rows, nextCursor } = await selectEvents(db, filters ?? {}, { after, limit: pageSize });
    const events = await describeEvents(db, rows);
    if (events.length > 0)
      yield format === "csv"
        ? writeCsv(events)
        : events.map((event) => `${JSON.stringify(event)}\n`).join("");
    after = nextCursor;
  }
}
