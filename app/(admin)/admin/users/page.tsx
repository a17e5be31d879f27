/** Everybody who has an account here. */
import type { Metadata } from "next";
import { PageHeading } from "#components/account/page-heading.tsx";
import { BulkBar } from "#components/admin/bulk-bar.tsx";
import { type Column, DataTable } from "#components/admin/data-table.tsx";
import { listAddress, nextSort, sortDirection } from "#components/admin/list-address.ts";
import { ListFilters } from "#components/admin/list-filters.tsx";
import { Pager } from "#components/admin/pager.tsx";
import { PersonCell } from "#components/admin/person-cell.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import {
  type ListedPerson,
  type PersonQuery,
  personQuerySchema,
  personStates,
} from "#lib/accounts/people/schema.ts";
import { mostCounted, searchPeople } from "#lib/accounts/people/search-people.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { ceremonyWords } from "../../../(auth)/passkey-words.ts";
import { listQuery } from "../../../list-query.ts";
import { administrationPageContext, pageLanguage } from "../../../page-context.ts";
import type { SearchParams } from "../../../search-params.ts";
import { allMatching } from "../all-matching.ts";
import { bulkBarWords } from "../bulk-bar-words.ts";
import { ListExport } from "../list-export.tsx";
import { allOf, countWords } from "../list-words.ts";
import { matchingPeople } from "./actions.ts";
import { bulkChanges } from "./bulk-changes.ts";

const path = "/admin/users";
const form = "people";
const roles = ["user", "auditor", "helpdesk", "admin"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageLanguage()).t("adminUsers.title") };
}

export default async function UsersPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await administrationPageContext("users.read", path);
  const language = await pageLanguage();
  const { t, locale } = language;
  const query = await listQuery(personQuerySchema, searchParams);
  const [{ people, count, nextCursor, previousCursor }, changes] = await Promise.all([
    searchPeople(ctx, query),
    bulkChanges(ctx, t),
  ]);
  const { q, status, role, sort } = query;
  const state = { q, status, role, sort };
  const isNarrowed = (q ?? status ?? role) !== undefined;
  return (
    <>
      <PageHeading title={t("adminUsers.title")} lead={t("adminUsers.lead")} />
      <ListFilters
        path={path}
        search={{ label: t("adminUsers.searchLabel"), value: q }}
        filters={filtersOf(t, query)}
        keep={{ sort }}
        apply={t("admin.list.apply")}
        clear={
          isNarrowed ? { href: listAddress(path, {}, { sort }), label: t("admin.list.clear") } : undefined
        }
      />
      {people.length === 0 ? (
        <p className="py-8 text-center text-muted">{t("admin.list.noMatch")}</p>
      ) : (
        <div className="bulk-area">
          <DataTable
            caption={t("adminUsers.caption")}
            columns={columnsOf(t, locale, state)}
            rows={people}
            rowKey={({ id }) => id}
            select={
              changes.length === 0
                ? undefined
                : {
                    form,
                    name: "ids",
                    label: ({ displayName }) => t("admin.list.selectOne", { name: displayName }),
                    heading: t("admin.list.select"),
                  }
            }
          />
          {changes.length === 0 ? null : (
            <BulkBar
              form={form}
              changes={changes}
              ceremony={ceremonyWords(language, ctx.config)}
              matching={allMatching(t, {
                count,
                shown: people.length,
                filters: { q, status, role, group: query.group },
                action: matchingPeople,
              })}
              words={bulkBarWords(t)}
            />
          )}
        </div>
      )}
      <Pager
        label={t("admin.list.pages")}
        count={countWords(t, count, mostCounted)}
        newerHref={previousCursor && listAddress(path, state, { before: previousCursor })}
        olderHref={nextCursor && listAddress(path, state, { after: nextCursor })}
        newer={t("admin.list.newer")}
        older={t("admin.list.older")}
      />
      {count === 0 ? null : (
        <ListExport
          language={language}
          config={ctx.config}
          path="/api/v1/admin/users/export"
          filters={{ q, status, role }}
        />
      )}
    </>
  );
}

function filtersOf(t: Translate, { status, role }: PersonQuery) {
  return [
    {
      name: "status",
      label: t("adminUsers.status"),
      value: status,
      options: [
        allOf(t("adminUsers.anyStatus")),
        ...personStates.map((value) => ({ value, label: t(`adminUsers.states.${value}`) })),
      ],
    },
    {
      name: "role",
      label: t("adminUsers.role"),
      value: role,
      options: [
        allOf(t("adminUsers.anyRole")),
        ...roles.map((value) => ({ value, label: t(`adminUsers.roles.${value}`) })),
      ],
    },
  ];
}

type ListState = Readonly<Record<string, string | undefined>>;

function columnsOf(t: Translate, locale: string, state: ListState): Column<ListedPerson>[] {
  const sorted = (column: "name" | "seen" | "created", first: "up" | "down") => ({
    sortHref: listAddress(path, state, { sort: nextSort(state.sort ?? "-created", column, first) }),
    sorted: sortDirection(state.sort ?? "-created", column),
  });
  return [
    {
      key: "name",
      label: t("adminUsers.name"),
      ...sorted("name", "up"),
      cell: ({ id, displayName, username }) => (
        <PersonCell href={`${path}/${id}`} displayName={displayName} username={username} />
      ),
    },
    {
      key: "status",
      label: t("adminUsers.status"),
      cell: ({ status }) => (
        <Badge tone={status === "active" ? "ok" : "warn"}>{t(`adminUsers.states.${status}`)}</Badge>
      ),
    },
    { key: "role", label: t("adminUsers.role"), cell: ({ role }) => t(`adminUsers.roles.${role}`) },
    { key: "passkeys", label: t("adminUsers.passkeys"), numeric: true, cell: ({ passkeys }) => passkeys },
    {
      key: "seen",
      label: t("adminUsers.seen"),
      ...sorted("seen", "down"),
      cell: ({ lastLoginAt }) =>
        lastLoginAt ? (
          <LocalTime value={lastLoginAt.toISOString()} locale={locale} detail="minute" />
        ) : (
          t("admin.list.never")
        ),
    },
    {
      key: "created",
      label: t("adminUsers.created"),
      ...sorted("created", "down"),
      cell: ({ createdAt }) => <LocalTime value={createdAt.toISOString()} locale={locale} detail="day" />,
    },
  ];
}
