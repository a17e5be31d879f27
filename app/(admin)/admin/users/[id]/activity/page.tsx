/** What happened to a person and what they did themselves: the audit log, narrowed to them. */
import { listAddress } from "#components/admin/list-address.ts";
import { Pager } from "#components/admin/pager.tsx";
import { ZoneSwitch } from "#components/admin/zone-switch.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { auditQuerySchema } from "#lib/audit-log/schema.ts";
import { searchAuditEvents } from "#lib/audit-log/search-audit-events.ts";
import { listQuery } from "../../../../../list-query.ts";
import { administrationPageContext, pageLanguage } from "../../../../../page-context.ts";
import type { SearchParams } from "../../../../../search-params.ts";
import { auditHref } from "../../../audit/audit-href.ts";
import { EventList } from "../../../audit/event-list.tsx";
import { type PersonParams, personPage } from "../person.ts";

interface PersonActivityPageProps {
  readonly params: PersonParams;
  readonly searchParams: SearchParams;
}

const pageSchema = auditQuerySchema.pick({ after: true, before: true, limit: true });

export default async function PersonActivityPage({ params, searchParams }: PersonActivityPageProps) {
  const { ctx, id } = await personPage((await params).id);
  const path = `/admin/users/${id}/activity` as const;
  await administrationPageContext("audit.read", path);
  const language = await pageLanguage();
  const { t } = language;
  const filter = { person: id };
  const place = await listQuery(pageSchema, searchParams);
  const { events, nextCursor, previousCursor } = await searchAuditEvents(ctx, { ...filter, ...place });
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          <a href={auditHref(filter)} className="text-link">
            {t("adminPerson.aboutThem")}
          </a>
          <a href={auditHref({ actor: id })} className="text-link">
            {t("adminPerson.byThem")}
          </a>
        </p>
        <ZoneSwitch
          label={t("adminAudit.zone.label")}
          words={{ local: t("adminAudit.zone.local"), utc: t("adminAudit.zone.utc") }}
        />
      </div>
      {events.length === 0 ? (
        <EmptyState title={t("adminAudit.empty")} />
      ) : (
        <EventList language={language} events={events} filter={filter} />
      )}
      <Pager
        label={t("admin.list.pages")}
        count={events.length === 0 ? "" : t("adminAudit.newestFirst")}
        newerHref={previousCursor && listAddress(path, {}, { before: previousCursor })}
        olderHref={nextCursor && listAddress(path, {}, { after: nextCursor })}
        newer={t("admin.list.newer")}
        older={t("admin.list.older")}
      />
    </>
  );
}
