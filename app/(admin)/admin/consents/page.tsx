/** What people let apps have, and the way to take it back. */
import type { Metadata } from "next";
import { PageHeading } from "#components/account/page-heading.tsx";
import { ConfirmDialog } from "#components/admin/confirm-dialog.tsx";
import { type Column, DataTable } from "#components/admin/data-table.tsx";
import { listAddress } from "#components/admin/list-address.ts";
import { ListFilters } from "#components/admin/list-filters.tsx";
import { Pager } from "#components/admin/pager.tsx";
import { PersonCell } from "#components/admin/person-cell.tsx";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import { clientQuerySchema } from "#lib/clients/search/schema.ts";
import { searchClients } from "#lib/clients/search/search-clients.ts";
import { grantQuerySchema } from "#lib/grants/search/schema.ts";
import { type ListedGrant, mostCounted, searchGrants } from "#lib/grants/search/search-grants.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { hasPermission } from "#lib/permissions/check-permission.ts";
import { ceremonyWords } from "../../../(auth)/passkey-words.ts";
import { listQuery } from "../../../list-query.ts";
import { administrationPageContext, pageLanguage } from "../../../page-context.ts";
import type { SearchParams } from "../../../search-params.ts";
import { clientHref } from "../clients/client-href.ts";
import { allOf, countWords } from "../list-words.ts";
import { revokeConsent } from "../users/actions.ts";

const path = "/admin/consents";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageLanguage()).t("adminConsents.title") };
}

export default async function ConsentsPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await administrationPageContext("consents.read", path);
  const language = await pageLanguage();
  const { t, locale } = language;
  const query = await listQuery(grantQuerySchema, searchParams);
  const { client } = query;
  const [{ grants, count, nextCursor, previousCursor }, { clients }] = await Promise.all([
    searchGrants(ctx, query),
    searchClients(ctx, clientQuerySchema.parse({ limit: 200 })),
  ]);
  const named = clients.map(({ id, name }) => ({ value: id as string, label: name }));
  // One beyond those that fit in the list keeps its place while it is the one that is shown.
  if (client !== undefined && !named.some(({ value }) => value === client))
    named.push({ value: client, label: client });
  const ceremony = hasPermission(ctx, "consents.revoke") ? ceremonyWords(language, ctx.config) : undefined;
  return (
    <>
      <PageHeading title={t("adminConsents.title")} lead={t("adminConsents.lead")} />
      <ListFilters
        path={path}
        filters={[
          {
            name: "client",
            label: t("adminConsents.client"),
            value: client,
            options: [allOf(t("adminConsents.anyClient")), ...named],
          },
        ]}
        keep={{}}
        apply={t("admin.list.apply")}
        clear={client === undefined ? undefined : { href: path, label: t("admin.list.clear") }}
      />
      {grants.length > 0 ? (
        <DataTable
          caption={t("adminConsents.title")}
          columns={columnsOf(t, locale, ceremony)}
          rows={grants}
          rowKey={({ id }) => id}
        />
      ) : client === undefined ? (
        <EmptyState title={t("adminConsents.empty")} body={t("adminConsents.emptyBody")} />
      ) : (
        <p className="py-8 text-center text-muted">{t("admin.list.noMatch")}</p>
      )}
      <Pager
        label={t("admin.list.pages")}
        count={countWords(t, count, mostCounted)}
        newerHref={previousCursor && listAddress(path, { client }, { before: previousCursor })}
        olderHref={nextCursor && listAddress(path, { client }, { after: nextCursor })}
        newer={t("admin.list.newer")}
        older={t("admin.list.older")}
      />
    </>
  );
}

/** Without `ceremony` nothing can be taken back. */
function columnsOf(
  t: Translate,
  locale: string,
  ceremony: CeremonyLabels | undefined,
): Column<ListedGrant>[] {
  const columns: Column<ListedGrant>[] = [
    {
      key: "person",
      label: t("adminConsents.person"),
      cell: ({ userId, displayName, username }) => (
        <PersonCell href={`/admin/users/${userId}`} displayName={displayName} username={username} />
      ),
    },
    {
      key: "client",
      label: t("adminConsents.client"),
      cell: ({ clientId, clientName }) => (
        <a href={clientHref(clientId)} className="text-link" dir="auto">
          {clientName}
        </a>
      ),
    },
    {
      key: "scopes",
      label: t("adminConsents.scopes"),
      cell: ({ scopes, claims, resources }) => {
        const given = [...scopes, ...claims, ...resources];
        return given.length === 0 ? (
          <span className="text-muted">{t("adminConsents.nothing")}</span>
        ) : (
          <span className="mono break-words" dir="ltr">
            {given.join(" ")}
          </span>
        );
      },
    },
    {
      key: "given",
      label: t("adminConsents.given"),
      cell: ({ consentedAt }) => t(consentedAt ? "adminConsents.asked" : "adminConsents.firstParty"),
    },
    {
      key: "changed",
      label: t("adminConsents.changed"),
      cell: ({ updatedAt }) => <LocalTime value={updatedAt.toISOString()} locale={locale} detail="minute" />,
    },
  ];
  if (ceremony)
    columns.push({
      key: "revoke",
      label: t("adminConsents.revoke"),
      cell: (grant) => <Revoke t={t} ceremony={ceremony} grant={grant} />,
    });
  return columns;
}

interface RevokeProps {
  readonly t: Translate;
  readonly ceremony: CeremonyLabels;
  readonly grant: ListedGrant;
}

function Revoke({ t, ceremony, grant }: RevokeProps) {
  const names = { app: grant.clientName, person: grant.displayName };
  return (
    <ConfirmDialog
      action={revokeConsent}
      ceremony={ceremony}
      trigger={t("adminConsents.revoke")}
      triggerLabel={t("adminConsents.revokeOne", names)}
      title={t("adminConsents.revokeTitle", names)}
      body={t("adminConsents.revokeBody")}
      confirm={t("adminConsents.revoke")}
      cancel={t("admin.action.cancel")}
      done={t("admin.action.done")}
    >
      <input type="hidden" name="userId" value={grant.userId} />
      <input type="hidden" name="clientId" value={grant.clientId} />
    </ConfirmDialog>
  );
}
