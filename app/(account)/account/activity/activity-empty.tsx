/** Why there is nothing to see: nothing has happened, or nothing of the kind that was asked for. */
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { Translate } from "#lib/i18n/translator.ts";

export function ActivityEmpty({ t, filtered }: { readonly t: Translate; readonly filtered: boolean }) {
  if (!filtered) return <EmptyState title={t("activity.empty")} body={t("activity.emptyBody")} />;
  return (
    <EmptyState title={t("activity.emptyKind")}>
      <a className="text-link" href="/account/activity">
        {t("activity.showAll")}
      </a>
    </EmptyState>
  );
}
