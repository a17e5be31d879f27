/** Somebody in a group, and the way out of it. */
import { ConfirmDialog } from "#components/admin/confirm-dialog.tsx";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { GroupMember } from "#lib/groups/list-group-members.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { dropManagedMember } from "../actions.ts";

interface MemberRowProps {
  readonly group: string;
  readonly member: GroupMember;
  readonly t: Translate;
  readonly locale: string;
  readonly ceremony: CeremonyLabels;
}

export function MemberRow({ group, member, t, locale, ceremony }: MemberRowProps) {
  const { id, displayName: name, username, addedAt } = member;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 p-4">
      <div className="min-w-0">
        <p className="truncate font-medium" dir="auto">
          {name}
        </p>
        <p className="truncate text-sm text-muted" dir="auto">
          {username}
        </p>
        <p className="text-sm text-muted">
          {t("managedGroups.since")} <LocalTime value={addedAt.toISOString()} locale={locale} detail="day" />
        </p>
      </div>
      <ConfirmDialog
        action={dropManagedMember}
        ceremony={ceremony}
        trigger={t("managedGroups.remove")}
        triggerLabel={t("managedGroups.removeNamed", { name })}
        title={t("managedGroups.removeTitle", { name })}
        body={t("managedGroups.removeBody")}
        confirm={t("managedGroups.remove")}
        cancel={t("admin.action.cancel")}
        done={t("managedGroups.removed")}
      >
        <input type="hidden" name="id" value={group} />
        <input type="hidden" name="userId" value={id} />
      </ConfirmDialog>
    </li>
  );
}
