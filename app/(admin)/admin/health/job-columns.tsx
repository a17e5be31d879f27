/** Scheduled work: how often, when last, and how that went. */
import type { Column } from "#components/admin/data-table.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import type { JobRun } from "#lib/jobs/schema.ts";

const tones = { well: "ok", failing: "warn", waiting: "neutral" } as const;

export function jobColumns(t: Translate, locale: Locale): Column<JobRun>[] {
  const at = (date: Date) => <LocalTime value={date.toISOString()} locale={locale} detail="minute" />;
  return [
    {
      key: "name",
      label: t("adminHealth.job"),
      cell: ({ name, everywhere }) => (
        <>
          <span className="mono" dir="ltr">
            {name}
          </span>
          {everywhere ? (
            <span className="block text-xs font-normal text-muted">{t("adminHealth.everywhere")}</span>
          ) : null}
        </>
      ),
    },
    {
      key: "every",
      label: t("adminHealth.every"),
      cell: ({ everySeconds }) => interval(locale, everySeconds),
    },
    {
      key: "last",
      label: t("adminHealth.last"),
      cell: ({ ranAt }) => (ranAt ? at(ranAt) : <span className="text-muted">—</span>),
    },
    {
      key: "took",
      label: t("adminHealth.took"),
      numeric: true,
      cell: ({ tookMs }) => (tookMs === null ? "—" : unit(locale, "millisecond", tookMs)),
    },
    { key: "rows", label: t("adminHealth.rows"), numeric: true, cell: ({ rows }) => rows ?? "—" },
    {
      key: "status",
      label: t("adminHealth.jobStatus"),
      cell: ({ status, failedAt, error }) => (
        <span>
          <Badge tone={tones[status]}>{t(`adminHealth.jobStatuses.${status}`)}</Badge>
          {failedAt ? (
            <span className="mt-1 block text-xs text-muted">
              {t("adminHealth.failedAt")} {at(failedAt)}{" "}
              <span className="mono" dir="ltr">
                {error}
              </span>
            </span>
          ) : null}
        </span>
      ),
    },
  ];
}

function interval(locale: Locale, seconds: number): string {
  if (seconds % 3600 === 0) return unit(locale, "hour", seconds / 3600);
  return seconds % 60 === 0 ? unit(locale, "minute", seconds / 60) : unit(locale, "second", seconds);
}

function unit(locale: Locale, of: "millisecond" | "second" | "minute" | "hour", count: number): string {
  return new Intl.NumberFormat(locale, { style: "unit", unit: of, unitDisplay: "short" }).format(count);
}
