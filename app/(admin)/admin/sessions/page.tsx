/** Who is signed in where, across people; one session or many are ended from here. */
import type { Metadata } from "next";
import { PageHeading } from "#components/account/page-heading.tsx";
import { BulkDialog } from "#components/admin/bulk-dialog.tsx";
import { DataTable } from "#components/admin/data-table.tsx";
import { listAddress } from "#components/admin/list-address.ts";
import { ListFilters } from "#components/admin/list-filters.tsx";
import { Pager } from "#components/admin/pager.tsx";
import { sessionQuerySchema } from "#lib/accounts/sessions/search/schema.ts";
import { mostCounted, searchSessions } from "#lib/accounts/sessions/search/search-sessions.ts";
import { hasPermission } from "#lib/permissions/check-permission.ts";
import { findPlaces } from "#lib/places/find-places.ts";
import type { PersonSession } from "#lib/sessions/schema.ts";
import { ceremonyWords } from "../../../(auth)/passkey-words.ts";
import { listQuery } from "../../../list-query.ts";
import { administrationPageContext, pageLanguage } from "../../../page-context.ts";
import type { SearchParams } from "../../../search-params.ts";
import { allMatching } from "../all-matching.ts";
import { bulkWords } from "../bulk-words.ts";
import { ListExport } from "../list-export.tsx";
import { countWords } from "../list-words.ts";
import { endManySessions, matchingSessions } from "./actions.ts";
import { deviceName, sessionColumns } from "./columns.tsx";
import { clientChoices, sessionFilters } from "./filters.ts";

const path = "/admin/sessions";
const form = "end-sessions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageLanguage()).t("adminSessions.title") };
}

export default async function SessionsPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await administrationPageContext("sessions.read", path);
  const language = await pageLanguage();
  const { t, locale } = language;
  const query = await listQuery(sessionQuerySchema, searchParams);
  const [{ sessions, count, nextCursor, previousCursor }, clients, placeOf] = await Promise.all([
    searchSessions(ctx, query),
    clientChoices(ctx, query.client),
    findPlaces(ctx),
  ]);
  const { q, user, client, ip, state, olderThan } = query;
  const shown = { q, user, client, ip, state, olderThan };
  const isNarrowed = Object.values(shown).some((value) => value !== undefined);
  const nameOf = (session: PersonSession) =>
    t("adminSessions.onDevice", { person: session.user.displayName, device: deviceName(t, session) });
  const mayEnd = hasPermission(ctx, "sessions.end");
  return (
    <>
      <PageHeading title={t("adminSessions.title")} lead={t("adminSessions.lead")} />
      <ListFilters
        path={path}
        search={{ label: t("adminSessions.searchLabel"), value: q ?? ip }}
        filters={sessionFilters(t, query, clients)}
        keep={{ user }}
        apply={t("admin.list.apply")}
        clear={isNarrowed ? { href: path, label: t("admin.list.clear") } : undefined}
      />
      <div className="bulk-area">
        {sessions.length === 0 ? (
          <p className="py-8 text-center text-muted">{t("admin.list.noMatch")}</p>
        ) : (
          <DataTable
            caption={t("adminSessions.title")}
            columns={sessionColumns({ t, locale, path, placeOf, own: ctx.actor.sessionId })}
            rows={sessions}
            rowKey={({ id }) => id}
            select={
              mayEnd
                ? {
                    form,
                    name: "ids",
                    label: (session) => t("admin.list.selectOne", { name: nameOf(session) }),
                    heading: t("admin.list.select"),
                  }
                : undefined
            }
          />
        )}
        {mayEnd ? (
          <div className="bulk-bar">
            <BulkDialog
              action={endManySessions}
              ceremony={ceremonyWords(language, ctx.config)}
              form={form}
              field="ids"
              matching={allMatching(t, {
                count,
                shown: sessions.length,
                filters: shown,
                action: matchingSessions,
              })}
              names={Object.fromEntries(sessions.map((session) => [session.id, nameOf(session)]))}
              trigger={t("adminSessions.endSelected")}
              triggerTone="danger"
              title={t("adminSessions.endTitle")}
              body={t("adminSessions.endBody")}
              confirm={t("adminSessions.end")}
              words={bulkWords(t)}
            />
          </div>
        ) : null}
      </div>
      <Pager
        label={t("admin.list.pages")}
        count={countWords(t, count, mostCounted)}
        newerHref={previousCursor && listAddress(path, shown, { before: previousCursor })}
        olderHref={nextCursor && listAddress(path, shown, { after: nextCursor })}
        newer={t("admin.list.newer")}
        older={t("admin.list.older")}
      />
      {count === 0 ? null : (
        <ListExport
          language={language}
          config={ctx.config}
          path="/api/v1/admin/exports/sessions"
          filters={shown}
        />
      )}
    </>
  );
}
