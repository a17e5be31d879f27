/** What each app would learn of a person, claim by claim with where it comes from. */
import { ListFilters } from "#components/admin/list-filters.tsx";
import { clientQuerySchema } from "#lib/clients/search/schema.ts";
import { searchClients } from "#lib/clients/search/search-clients.ts";
import { previewClaims } from "#lib/oidc/claims/preview-claims.ts";
import { listQuery } from "../../../../../list-query.ts";
import { administrationPageContext, pageLanguage } from "../../../../../page-context.ts";
import type { SearchParams } from "../../../../../search-params.ts";
import { ClaimsTable } from "../../../clients/[id]/claims-table.tsx";
import { clientHref } from "../../../clients/client-href.ts";
import { type PersonParams, personPage } from "../person.ts";

interface PersonClaimsPageProps {
  readonly params: PersonParams;
  readonly searchParams: SearchParams;
}

const mostShown = 12;

export default async function PersonClaimsPage({ params, searchParams }: PersonClaimsPageProps) {
  const { ctx, id } = await personPage((await params).id);
  const path = `/admin/users/${id}/claims` as const;
  await administrationPageContext("clients.read", path);
  const { t } = await pageLanguage();
  const { q } = await listQuery(clientQuerySchema.pick({ q: true }), searchParams);
  const query = clientQuerySchema.parse({ q, sort: "name", limit: mostShown });
  const { clients } = await searchClients(ctx, query);
  const { app } = await searchParams;
  const chosen = clients.find((client) => client.id === app) ?? clients[0];
  return (
    <>
      <p className="max-w-[65ch] text-muted">{t("adminPerson.claimsLead")}</p>
      <ListFilters
        path={path}
        search={{ label: t("adminPerson.findApp"), value: q }}
        filters={[]}
        keep={{}}
        apply={t("adminClient.find")}
      />
      {chosen === undefined ? (
        <p className="py-8 text-center text-muted">
          {q === undefined ? t("admin.list.none") : t("admin.list.noMatch")}
        </p>
      ) : (
        <>
          <ul className="mb-4 flex flex-wrap gap-2">
            {clients.map((client) => (
              <li key={client.id} className="max-w-full">
                <a
                  href={`${path}?${new URLSearchParams({ ...(q ? { q } : {}), app: client.id })}`}
                  aria-current={client.id === chosen.id ? "true" : undefined}
                  className="inline-flex min-h-9 max-w-full items-center rounded-full border border-border bg-surface px-3.5 text-muted hover:text-fg aria-[current]:border-transparent aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-accent-soft-fg"
                >
                  <bdi className="truncate">{client.name}</bdi>
                </a>
              </li>
            ))}
          </ul>
          <h2 className="mb-2 text-base font-semibold">
            {t.rich("adminPerson.learns", {
              app: () => (
                <a href={clientHref(chosen.id)} className="text-link">
                  <bdi>{chosen.name}</bdi>
                </a>
              ),
            })}
          </h2>
          <ClaimsTable t={t} claims={await previewClaims(ctx, { clientId: chosen.id, userId: id })} />
        </>
      )}
    </>
  );
}
