/** One kind of events or all: links, which work without JavaScript. */
import { type ActivityKind, activityKinds } from "#lib/audit/activity/schema.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { activityHref } from "./activity-href.ts";

interface ActivityFilterProps {
  readonly t: Translate;
  readonly current: ActivityKind | undefined;
}

export function ActivityFilter({ t, current }: ActivityFilterProps) {
  const choices = [
    { kind: undefined, label: t("activity.all") },
    ...activityKinds.map((kind) => ({ kind, label: t(`activity.kinds.${kind}`) })),
  ];
  return (
    <nav aria-label={t("activity.filter")} className="mt-6 mb-5">
      <ul className="flex flex-wrap gap-2">
        {choices.map(({ kind, label }) => (
          <li key={label}>
            <a
              href={activityHref({ kind })}
              aria-current={kind === current ? "true" : undefined}
              className="inline-flex min-h-9 items-center rounded-full border border-border bg-surface px-3.5 text-sm text-muted hover:text-fg aria-[current]:border-transparent aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-accent-soft-fg"
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
