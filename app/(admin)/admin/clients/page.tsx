/** The apps that people sign in to through this instance. */
import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { PageHeading } from "#components/account/page-heading.tsx";
import { BulkBar } from "#components/admin/bulk-bar.tsx";
import type { BulkChange } from "#components/admin/bulk-choice.tsx";
import { type Column, DataTable } from "#components/admin/data-table.tsx";
import { listAddress, nextSort, sortDirection } from "#components/admin/list-address.ts";
import { ListFilters } from "#components/admin/list-filters.tsx";
import { Pager } from "#components/admin/pager.tsx";
import { AppTile } from "#components/ui/app-tile.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import { listClientLogos } from "#lib/clients/logos/list-client-logos.ts";
import {
  type ClientQuery,
  clientQuerySchema,
  clientSources,
  clientStates,
} from "#lib/clients/search/schema.ts";
import { type ListedClient, mostCounted, searchClients } from "#lib/clients/search/search-clients.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { hasPermission } from "#lib/permissions/check-permission.ts";
import { ceremonyWords } from "../../../(auth)/passkey-words.ts";
import { listQuery } from "../../../list-query.ts";
import { administrationPageContext, pageLanguage } from "../../../page-context.ts";
import type { SearchParams } from "../../../search-params.ts";
import { bulkBarWords } from "../bulk-bar-words.ts";
import { ListExport } from "../list-export.tsx";
import { allOf, countWords } from "../list-words.ts";
import { changeAppStates } from "./actions.ts";
import { clientHref } from "./client-href.ts";

const path = "/admin/clients";
const form = "apps";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageLanguage()).t("adminClients.title") };
}

export default async function ClientsPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await administrationPageContext("clients.read", path);
  const language = await pageLanguage();
  const { t, locale } = language;
  const mayChange = hasPermission(ctx, "clients.write");
  const query = await listQuery(clientQuerySchema, searchParams);
  const { clients, count, nextCursor, previousCursor } = await searchClients(ctx, query);
  const logos = await listClientLogos(
    ctx,
    clients.map(({ id }) => id),
  );
  const { q, state, source, sort } = query;
  const address = { q, state, source, sort };
  const isNarrowed = (q ?? state ?? source) !== undefined;
  const add = mayChange ? (
    <a href="/admin/clients/new" className="button">
      <Plus aria-hidden="true" size={16} />
      {t("adminClients.add")}
    </a>
  ) : undefined;
  return (
    <>
      <PageHeading title={t("adminClients.title")} lead={t("adminClients.lead")} action={add} />
      <ListFilters
        path={path}
        search={{ label: t("adminClients.searchLabel"), value: q }}
        filters={filtersOf(t, query)}
        keep={{ sort }}
        apply={t("admin.list.apply")}
        clear={
          isNarrowed ? { href: listAddress(path, {}, { sort }), label: t("admin.list.clear") } : undefined
        }
      />
      {clients.length > 0 ? (
        <div className="bulk-area">
          <DataTable
            caption={t("adminClients.title")}
            columns={columnsOf(t, locale, address, logos)}
            rows={clients}
            rowKey={({ id }) => id}
            select={
              mayChange
                ? {
                    form,
                    name: "ids",
                    label: ({ name }) => t("admin.list.selectOne", { name }),
                    heading: t("admin.list.select"),
                  }
                : undefined
            }
          />
          {mayChange ? (
            <BulkBar
              form={form}
              changes={changesOf(t)}
              ceremony={ceremonyWords(language, ctx.config)}
              words={bulkBarWords(t)}
            />
          ) : null}
        </div>
      ) : isNarrowed ? (
        <p className="py-8 text-center text-muted">{t("admin.list.noMatch")}</p>
      ) : (
        <EmptyState title={t("adminClients.empty")} body={t("adminClients.emptyBody")} />
      )}
      <Pager
        label={t("admin.list.pages")}
        count={countWords(t, count, mostCounted)}
        newerHref={previousCursor && listAddress(path, address, { before: previousCursor })}
        olderHref={nextCursor && listAddress(path, address, { after: nextCursor })}
        newer={t("admin.list.newer")}
        older={t("admin.list.older")}
      />
      {count === 0 ? null : (
        <ListExport
          language={language}
          config={ctx.config}
          path="/api/v1/admin/exports/apps"
          filters={{ q, state, source }}
        />
      )}
    </>
  );
}

function changesOf(t: Translate): BulkChange[] {
  return [
    {
      kind: "disable",
      label: t("adminBulk.disable"),
      action: changeAppStates,
      undo: "enable",
      question: t("adminBulk.disableApps"),
    },
    {
      kind: "enable",
      label: t("adminBulk.enable"),
      action: changeAppStates,
      undo: "disable",
      question: t("adminBulk.enableApps"),
    },
  ];
}

function filtersOf(t: Translate, { state, source }: ClientQuery) {
  return [
    {
      name: "state",
      label: t("adminClients.state"),
      value: state,
      options: [
        allOf(t("adminClients.anyState")),
        ...clientStates.map((value) => ({ value, label: t(`adminClients.states.${value}`) })),
      ],
    },
    {
      name: "source",
      label: t("adminClients.source"),
      value: source,
      options: [
        allOf(t("adminClients.anySource")),
        ...clientSources.map((value) => ({ value, label: t(`adminClients.sources.${value}`) })),
      ],
    },
  ];
}

type ListState = Readonly<Record<string, string | undefined>>;

function columnsOf(
  t: Translate,
  locale: string,
  state: ListState,
  logos: ReadonlyMap<string, string>,
): Column<ListedClient>[] {
  const sort = state.sort ?? "name";
  return [
    {
      key: "name",
      label: t("adminClients.name"),
      sortHref: listAddress(path, state, { sort: nextSort(sort, "name", "up") }),
      sorted: sortDirection(sort, "name"),
      cell: ({ id, name }) => (
        <span className="flex items-start gap-2.5">
          <AppTile name={name} logo={logos.get(id)} size="small" />
          <span className="min-w-0">
            <a href={clientHref(id)} className="text-link" dir="auto">
              {name}
            </a>
            <span className="mono block max-w-[36ch] truncate font-normal text-muted" dir="ltr">
              {id}
            </span>
          </span>
        </span>
      ),
    },
    { key: "kind", label: t("adminClients.kind"), cell: ({ kind }) => t(`adminClients.kinds.${kind}`) },
    {
      key: "groups",
      label: t("adminClients.groups"),
      cell: ({ groupNames }) =>
        groupNames.length === 0 ? (
          <span className="text-muted">{t("adminClients.everybody")}</span>
        ) : (
          <bdi>{new Intl.ListFormat(locale, { type: "unit" }).format(groupNames)}</bdi>
        ),
    },
    {
      key: "error",
      label: t("adminClients.lastError"),
      cell: ({ id, lastErrorAt }) =>
        lastErrorAt ? (
          <a href={clientHref(id, "errors")} className="text-link">
            <LocalTime value={lastErrorAt.toISOString()} locale={locale} detail="minute" />
          </a>
        ) : (
          <span className="text-muted">{t("adminClients.noError")}</span>
        ),
    },
    {
      key: "state",
      label: t("adminClients.state"),
      cell: ({ disabled, source }) => (
        <span className="inline-flex flex-wrap gap-1.5">
          <Badge tone={disabled ? "warn" : "ok"}>
            {t(`adminClients.states.${disabled ? "disabled" : "enabled"}`)}
          </Badge>
          {source === "manual" ? null : <Badge tone="neutral">{t(`adminClients.sources.${source}`)}</Badge>}
        </span>
      ),
    },
  ];
}
