/** The apps that a person let see something, for who administers. */
import { ConfirmDialog } from "#components/admin/confirm-dialog.tsx";
import { type Column, DataTable } from "#components/admin/data-table.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import { type GrantedApp, listGrantsOfPerson } from "#lib/grants/list-grants.ts";
import { hasPermission } from "#lib/permissions/check-permission.ts";
import { ceremonyWords } from "../../../../../(auth)/passkey-words.ts";
import { administrationPageContext, pageLanguage } from "../../../../../page-context.ts";
import { revokeConsent } from "../../actions.ts";
import { type PersonParams, personPage } from "../person.ts";

export default async function PersonAppsPage({ params }: { params: PersonParams }) {
  const { ctx, id } = await personPage((await params).id);
  await administrationPageContext("consents.read", `/admin/users/${id}/apps`);
  const language = await pageLanguage();
  const { t, locale } = language;
  const apps = await listGrantsOfPerson(ctx, id);
  if (apps.length === 0) return <p className="py-8 text-muted">{t("adminPerson.appsNone")}</p>;
  const ceremony = ceremonyWords(language, ctx.config);
  const columns: Column<GrantedApp>[] = [
    { key: "app", label: t("adminPerson.app"), cell: ({ name }) => <bdi>{name}</bdi> },
    {
      key: "scopes",
      label: t("adminPerson.scopes"),
      cell: ({ scopes, claims }) => (
        <span className="mono" dir="ltr">
          {[...scopes, ...claims].join(" ") || "—"}
        </span>
      ),
    },
    {
      key: "first",
      label: t("adminPerson.firstUsed"),
      cell: ({ createdAt }) => <LocalTime value={createdAt.toISOString()} locale={locale} detail="day" />,
    },
  ];
  if (hasPermission(ctx, "consents.revoke"))
    columns.push({
      key: "revoke",
      label: t("adminPerson.revoke"),
      cell: ({ clientId, name }) => (
        <ConfirmDialog
          action={revokeConsent}
          ceremony={ceremony}
          trigger={t("adminPerson.revoke")}
          triggerLabel={t("adminPerson.revokeNamed", { name })}
          title={t("adminPerson.revokeAppTitle", { app: name })}
          body={t("adminPerson.revokeAppBody")}
          confirm={t("adminPerson.revoke")}
          cancel={t("admin.action.cancel")}
          done={t("admin.action.done")}
        >
          <input type="hidden" name="userId" value={id} />
          <input type="hidden" name="clientId" value={clientId} />
        </ConfirmDialog>
      ),
    });
  return (
    <DataTable
      caption={t("adminPerson.tab.apps")}
      columns={columns}
      rows={apps}
      rowKey={({ clientId }) => clientId}
    />
  );
}
