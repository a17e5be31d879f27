/** What can be done to many people, as far as whoever looks at the list may do it. */
import type { BulkChange } from "#components/admin/bulk-choice.tsx";
import { listGroups } from "#lib/groups/list-groups.ts";
import type { SignedInContext } from "#lib/http/define-route.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { hasPermission } from "#lib/permissions/check-permission.ts";
import { changeMemberships, changeStates, endSessionsOfMany } from "./actions.ts";

const mostGroups = 200;

export async function bulkChanges(ctx: SignedInContext, t: Translate): Promise<BulkChange[]> {
  const changes: BulkChange[] = [];
  if (hasPermission(ctx, "users.write"))
    changes.push(
      {
        kind: "disable",
        label: t("adminBulk.disable"),
        action: changeStates,
        undo: "enable",
        question: t("adminBulk.disableBody"),
      },
      {
        kind: "enable",
        label: t("adminBulk.enable"),
        action: changeStates,
        undo: "disable",
        question: t("adminBulk.enableBody"),
      },
    );
  if (hasPermission(ctx, "sessions.end"))
    changes.push({
      kind: "end_sessions",
      label: t("adminBulk.endSessions"),
      action: endSessionsOfMany,
      question: t("adminBulk.endSessionsBody"),
    });
  if (!hasPermission(ctx, "groups.members") || !hasPermission(ctx, "groups.read")) return changes;
  const { groups } = await listGroups(ctx, { limit: mostGroups });
  if (groups.length === 0) return changes;
  const choice = {
    name: "groupId",
    label: t("adminBulk.group"),
    options: groups.map(({ id, displayName }) => ({ value: id, label: displayName })),
  };
  const shared = { action: changeMemberships, choice, question: t("adminBulk.groupBody") };
  return [
    ...changes,
    { kind: "add_to_group", label: t("adminBulk.addToGroup"), undo: "remove_from_group", ...shared },
    { kind: "remove_from_group", label: t("adminBulk.removeFromGroup"), undo: "add_to_group", ...shared },
  ];
}
