/** The people whom a search finds, as a file, however many they are. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import type { ExportFormat } from "#lib/csv/schema.ts";
import { mediaTypes, type TableColumn, writeTable } from "#lib/csv/write-table.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { takePoint } from "#lib/rate-limit/rate-limit.ts";
import { describeUser } from "#lib/users/describe-user.ts";
import type { ListedPerson, PersonFilters } from "./schema.ts";
import { selectPeople } from "./store.ts";

/** Of people who are read, and held, at once. */
const pageSize = 1_000;

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

export interface PeopleExport {
  readonly filename: string;
  readonly mediaType: string;
  readonly pieces: AsyncGenerator<string>;
}

/**
 * For whoever may see them page by page anyway; that all of them were taken along is written down before the first
 * byte leaves. @throws DomainError FORBIDDEN, RATE_LIMIT_EXCEEDED
 */
export async function exportPeople(
  ctx: Context,
  { format, ...filters }: PersonFilters & { readonly format: ExportFormat },
): Promise<PeopleExport> {
  await takePoint(ctx, "export");
  return await auditRefusal(ctx, "users.exported", async () => {
    checkPermission(ctx, "users.read");
    const given = Object.entries(filters).filter(([, value]) => value !== undefined);
    await appendAuditEvent(ctx, ctx.db, {
      action: "users.exported",
      outcome: "success",
      details: { format, ...Object.fromEntries(given) },
    });
    return {
      filename: `${ctx.config.rpId}-users-${ctx.now.toISOString().slice(0, 10)}.${format}`,
      mediaType: mediaTypes[format],
      pieces: writeTable(columns, pagesOf(ctx, filters), format),
    };
  });
}

async function* pagesOf({ db }: Context, filters: PersonFilters): AsyncGenerator<ListedPerson[]> {
  let after: string | undefined;
  do {
    const page = await selectPeople(db, { ...filters, sort: "created", after, limit: pageSize });
    yield page.rows.map(({ row, passkeys }) => ({ ...describeUser(row), passkeys }));
    after = page.nextCursor;
  } while (after !== undefined);
}
