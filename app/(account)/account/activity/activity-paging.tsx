/** The way to the neighbouring pages, where there are any. */
import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ActivityKind } from "#lib/audit/activity/schema.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { activityHref } from "./activity-href.ts";

interface ActivityPagingProps {
  readonly t: Translate;
  readonly kind: ActivityKind | undefined;
  readonly newer: string | undefined;
  readonly older: string | undefined;
}

export function ActivityPaging({ t, kind, newer, older }: ActivityPagingProps) {
  if (newer === undefined && older === undefined) return null;
  return (
    <nav aria-label={t("activity.pages")} className="mt-6 flex gap-3">
      {newer === undefined ? null : (
        <a
          className="button button-secondary button-small"
          rel="prev"
          href={activityHref({ kind, after: newer })}
        >
          <ChevronLeft aria-hidden="true" size={16} className="rtl:rotate-180" />
          {t("activity.newer")}
        </a>
      )}
      {older === undefined ? null : (
        <a
          className="button button-secondary button-small ms-auto"
          rel="next"
          href={activityHref({ kind, before: older })}
        >
          {t("activity.older")}
          <ChevronRight aria-hidden="true" size={16} className="rtl:rotate-180" />
        </a>
      )}
    </nav>
  );
}
