/** The audit log: everything that happened, filtered, the newest first. */
import type { Metadata } from "next";
import { PageHeading } from "#components/account/page-heading.tsx";
import { ExportLinks } from "#components/admin/export-links.tsx";
import { listAddress } from "#components/admin/list-address.ts";
import { NewerEvents } from "#components/admin/newer-events.tsx";
import { Pager } from "#components/admin/pager.tsx";
import { ZoneSwitch } from "#components/admin/zone-switch.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { type AuditEventRecord, type AuditFilter, auditQuerySchema } from "#lib/audit-log/schema.ts";
import { searchAuditEvents } from "#lib/audit-log/search-audit-events.ts";
import { hasPermission } from "#lib/permissions/check-permission.ts";
import { ceremonyWords } from "../../../(auth)/passkey-words.ts";
import { listQuery } from "../../../list-query.ts";
import { administrationPageContext, type PageLanguage, pageLanguage } from "../../../page-context.ts";
import type { SearchParams } from "../../../search-params.ts";
import { AuditFilters, FilterChips } from "./audit-filters.tsx";
import { auditHref, auditPath } from "./audit-href.ts";
import { EventList } from "./event-list.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageLanguage()).t("adminAudit.title") };
}

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await administrationPageContext("audit.read", auditPath);
  const language = await pageLanguage();
  const { t, locale } = language;
  const { after, before, limit, ...filter } = await listQuery(auditQuerySchema, searchParams);
  const { events, nextCursor, previousCursor, newestCursor } = await searchAuditEvents(ctx, {
    ...filter,
    after,
    before,
    limit,
  });
  const ceremony = ceremonyWords(language, ctx.config);
  return (
    <>
      <PageHeading
        title={t("adminAudit.title")}
        lead={t("adminAudit.lead")}
        action={
          hasPermission(ctx, "audit.export") ? (
            <ExportLinks {...exportProps(language, filter)} ceremony={ceremony} />
          ) : undefined
        }
      />
      <AuditFilters t={t} filter={filter} />
      <FilterChips t={t} filter={filter} names={namesIn(events)} />
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        {after === undefined && before === undefined ? (
          <NewerEvents
            question={listAddress("admin/audit/newer", filter, { since: newestCursor })}
            href={auditHref(filter)}
            label={t("adminAudit.newer", { count: "{count}" })}
            locale={locale}
          />
        ) : (
          <span className="min-h-9" />
        )}
        <ZoneSwitch
          label={t("adminAudit.zone.label")}
          words={{ local: t("adminAudit.zone.local"), utc: t("adminAudit.zone.utc") }}
        />
      </div>
      {events.length === 0 ? (
        <EmptyState
          title={isNarrowed(filter) ? t("adminAudit.noMatch") : t("adminAudit.empty")}
          body={isNarrowed(filter) ? t("adminAudit.noMatchBody") : undefined}
        />
      ) : (
        <EventList language={language} events={events} filter={filter} />
      )}
      <Pager
        label={t("admin.list.pages")}
        count={events.length === 0 ? "" : t("adminAudit.newestFirst")}
        newerHref={previousCursor && auditHref(filter, { before: previousCursor })}
        olderHref={nextCursor && auditHref(filter, { after: nextCursor })}
        newer={t("admin.list.newer")}
        older={t("admin.list.older")}
      />
    </>
  );
}

function isNarrowed(filter: AuditFilter): boolean {
  return Object.values(filter).some((value) => value !== undefined);
}

/** Chips say who is meant where the page knows it anyway. */
function namesIn(events: readonly AuditEventRecord[]): ReadonlyMap<string, string> {
  const named = events.flatMap(({ actor, person, app }) => [actor, person, app]);
  return new Map(named.flatMap((one) => (one?.id && one.name !== null ? [[one.id, one.name] as const] : [])));
}

function exportProps({ t, locale }: PageLanguage, filter: AuditFilter) {
  return {
    files: (["csv", "jsonl"] as const).map((format) => ({
      href: listAddress("/api/v1/admin/audit/export", filter, { format }),
      short: t(`adminAudit.export.${format}`),
      label: t(`adminAudit.export.${format}Label`),
    })),
    words: {
      title: t("adminAudit.export.title"),
      running: t("adminAudit.export.running", { count: "{count}", size: "{size}" }),
      done: t("adminAudit.export.done", { count: "{count}", size: "{size}" }),
      stop: t("adminAudit.export.stop"),
      stopped: t("adminAudit.export.stopped"),
      failed: t("adminAudit.export.failed"),
    },
    locale,
  };
}
