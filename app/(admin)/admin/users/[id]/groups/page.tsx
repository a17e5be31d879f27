/** The groups that a person is in, for who administers. */
import { ActionForm } from "#components/admin/action-form.tsx";
import { ConfirmDialog } from "#components/admin/confirm-dialog.tsx";
import { type Column, DataTable } from "#components/admin/data-table.tsx";
import { Panel } from "#components/admin/panel.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import { listGroups } from "#lib/groups/list-groups.ts";
import { listGroupsOfPerson, type Membership } from "#lib/groups/list-groups-of-person.ts";
import { hasPermission } from "#lib/permissions/check-permission.ts";
import { ceremonyWords } from "../../../../../(auth)/passkey-words.ts";
import { pageLanguage } from "../../../../../page-context.ts";
import { addToGroup, removeFromGroup } from "../../actions.ts";
import { type PersonParams, personPage } from "../person.ts";

export default async function PersonGroupsPage({ params }: { params: PersonParams }) {
  const { ctx, id } = await personPage((await params).id);
  const language = await pageLanguage();
  const { t, locale } = language;
  const [memberships, { groups }] = await Promise.all([
    listGroupsOfPerson(ctx, id),
    listGroups(ctx, { limit: 200 }),
  ]);
  const ceremony = ceremonyWords(language, ctx.config);
  const mayChange = hasPermission(ctx, "groups.members");
  const others = groups.filter((group) => !memberships.some((one) => one.id === group.id));
  const columns: Column<Membership>[] = [
    {
      key: "group",
      label: t("adminPerson.group"),
      cell: ({ displayName, name }) => (
        <>
          <bdi>{displayName}</bdi>
          <span className="mono block font-normal text-muted" dir="ltr">
            {name}
          </span>
        </>
      ),
    },
    {
      key: "added",
      label: t("adminPerson.addedAt"),
      cell: ({ addedAt }) => <LocalTime value={addedAt.toISOString()} locale={locale} detail="day" />,
    },
  ];
  if (mayChange)
    columns.push({
      key: "remove",
      label: t("adminPerson.remove"),
      cell: ({ id: groupId, displayName: name }) => (
        <ConfirmDialog
          action={removeFromGroup}
          ceremony={ceremony}
          trigger={t("adminPerson.remove")}
          triggerLabel={t("adminPerson.removeNamed", { name })}
          title={t("adminPerson.removeTitle", { name })}
          body={t("adminPerson.removeBody")}
          confirm={t("adminPerson.remove")}
          cancel={t("admin.action.cancel")}
          done={t("admin.action.done")}
        >
          <input type="hidden" name="userId" value={id} />
          <input type="hidden" name="groupId" value={groupId} />
        </ConfirmDialog>
      ),
    });
  return (
    <div className="grid gap-5">
      {memberships.length === 0 ? (
        <p className="py-4 text-muted">{t("adminPerson.groupsNone")}</p>
      ) : (
        <DataTable
          caption={t("adminPerson.tab.groups")}
          columns={columns}
          rows={memberships}
          rowKey={(group) => group.id}
        />
      )}
      {mayChange && others.length > 0 ? (
        <Panel title={t("adminPerson.add")}>
          <ActionForm
            action={addToGroup}
            ceremony={ceremony}
            submit={t("adminPerson.add")}
            done={t("admin.action.done")}
            tone="secondary"
          >
            <input type="hidden" name="userId" value={id} />
            <label className="block max-w-80 font-medium">
              {t("adminPerson.chooseGroup")}
              <select name="groupId" className="field-input mt-1.5 font-normal">
                {others.map((group) => (
                  <option key={group.id} value={group.id}>
                    {group.displayName}
                  </option>
                ))}
              </select>
            </label>
          </ActionForm>
        </Panel>
      ) : null}
    </div>
  );
}
