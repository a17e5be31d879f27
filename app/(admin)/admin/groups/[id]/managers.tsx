/** Who may put people into a group and take them out without being an administrator. */
import { ActionForm } from "#components/admin/action-form.tsx";
import { ConfirmDialog } from "#components/admin/confirm-dialog.tsx";
import { FormField } from "#components/admin/form-field.tsx";
import { Panel } from "#components/admin/panel.tsx";
import { PersonCell } from "#components/admin/person-cell.tsx";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import type { GroupMember } from "#lib/groups/list-group-members.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { addManager, removeManager } from "../actions.ts";

interface ManagersProps {
  readonly group: string;
  readonly managers: readonly GroupMember[];
  readonly mayChange: boolean;
  readonly t: Translate;
  readonly ceremony: CeremonyLabels;
}

export function Managers({ group, managers, mayChange, t, ceremony }: ManagersProps) {
  const id = <input type="hidden" name="id" value={group} />;
  return (
    <Panel title={t("managedGroups.managers")} lead={t("managedGroups.managersLead")}>
      {managers.length === 0 ? (
        <p className="text-muted">{t("managedGroups.managersNone")}</p>
      ) : (
        <ul className="divide-y divide-border rounded-md border border-border">
          {managers.map(({ id: userId, displayName: name, username }) => (
            <li
              key={userId}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-3 py-2"
            >
              <span className="min-w-0 wrap-anywhere">
                <PersonCell href={`/admin/users/${userId}`} displayName={name} username={username} />
              </span>
              {mayChange ? (
                <ConfirmDialog
                  action={removeManager}
                  ceremony={ceremony}
                  trigger={t("managedGroups.removeManager")}
                  triggerLabel={t("managedGroups.removeManagerNamed", { name })}
                  title={t("managedGroups.removeManagerTitle", { name })}
                  body={t("managedGroups.removeManagerBody")}
                  confirm={t("managedGroups.removeManager")}
                  cancel={t("admin.action.cancel")}
                  done={t("admin.action.done")}
                >
                  {id}
                  <input type="hidden" name="userId" value={userId} />
                </ConfirmDialog>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {mayChange ? (
        <ActionForm
          action={addManager}
          ceremony={ceremony}
          submit={t("managedGroups.addManager")}
          done={t("admin.action.done")}
          tone="secondary"
          className="mt-4 max-w-96"
          resets
        >
          {id}
          <FormField name="email" type="email" label={t("managedGroups.email")} />
        </ActionForm>
      ) : null}
    </Panel>
  );
}
