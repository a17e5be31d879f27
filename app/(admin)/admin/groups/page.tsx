/** The groups of people. */
import type { Metadata } from "next";
import { PageHeading } from "#components/account/page-heading.tsx";
import { ActionForm } from "#components/admin/action-form.tsx";
import { type Column, DataTable } from "#components/admin/data-table.tsx";
import { FormField } from "#components/admin/form-field.tsx";
import { listAddress } from "#components/admin/list-address.ts";
import { Pager } from "#components/admin/pager.tsx";
import { Panel } from "#components/admin/panel.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { Group } from "#lib/groups/describe-group.ts";
import { listGroups } from "#lib/groups/list-groups.ts";
import { groupPageSchema } from "#lib/groups/schema.ts";
import { hasPermission } from "#lib/permissions/check-permission.ts";
import { ceremonyWords } from "../../../(auth)/passkey-words.ts";
import { listQuery } from "../../../list-query.ts";
import { administrationPageContext, pageLanguage } from "../../../page-context.ts";
import type { SearchParams } from "../../../search-params.ts";
import { ListExport } from "../list-export.tsx";
import { createGroup } from "./actions.ts";

const path = "/admin/groups";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageLanguage()).t("adminGroups.title") };
}

export default async function GroupsPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await administrationPageContext("groups.read", path);
  const language = await pageLanguage();
  const { t, locale } = language;
  const { after, limit } = await listQuery(groupPageSchema, searchParams);
  const { groups, nextCursor } = await listGroups(ctx, { cursor: after, limit });
  const columns: Column<Group>[] = [
    {
      key: "name",
      label: t("adminGroups.name"),
      cell: ({ id, name, displayName }) => (
        <>
          <a href={`${path}/${id}`} className="text-link" dir="auto">
            {displayName}
          </a>
          <span className="mono block font-normal text-muted" dir="ltr">
            {name}
          </span>
        </>
      ),
    },
    {
      key: "policy",
      label: t("adminGroups.policy"),
      cell: ({ hasAttestationPolicy }) =>
        hasAttestationPolicy ? <Badge tone="accent">{t("adminGroups.hasPolicy")}</Badge> : "—",
    },
    {
      key: "created",
      label: t("adminGroups.created"),
      cell: ({ createdAt }) => <LocalTime value={createdAt.toISOString()} locale={locale} detail="day" />,
    },
  ];
  return (
    <>
      <PageHeading title={t("adminGroups.title")} lead={t("adminGroups.lead")} />
      <div className="mt-5 grid gap-5">
        {groups.length === 0 ? (
          <p className="py-4 text-muted">{t("adminGroups.none")}</p>
        ) : (
          <div>
            <DataTable
              caption={t("adminGroups.title")}
              columns={columns}
              rows={groups}
              rowKey={({ id }) => id}
            />
            <Pager
              label={t("admin.list.pages")}
              count=""
              newerHref={undefined}
              olderHref={nextCursor && listAddress(path, {}, { after: nextCursor })}
              newer={t("admin.list.newer")}
              older={t("admin.list.older")}
            />
            <ListExport language={language} config={ctx.config} path="/api/v1/admin/exports/groups" />
          </div>
        )}
        {hasPermission(ctx, "groups.write") ? (
          <Panel title={t("adminGroups.create")}>
            <ActionForm
              action={createGroup}
              ceremony={ceremonyWords(language, ctx.config)}
              submit={t("adminGroups.create")}
              done={t("admin.action.done")}
              resets
            >
              <div className="grid gap-4 sm:grid-cols-2">
                <FormField
                  name="name"
                  label={t("adminGroups.name")}
                  hint={t("adminGroups.nameHint")}
                  dir="ltr"
                />
                <FormField name="displayName" label={t("adminGroups.displayName")} />
              </div>
            </ActionForm>
          </Panel>
        ) : null}
      </div>
    </>
  );
}
