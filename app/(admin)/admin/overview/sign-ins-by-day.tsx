/** Sign-ins of the last thirty days: a column for each, what failed on top of what went well. */

import { ChartPanel } from "#components/admin/chart-panel.tsx";
import { type Column, DataTable } from "#components/admin/data-table.tsx";
import { UtcDay } from "#components/ui/utc-day.tsx";
import type { SignInFigures } from "#lib/overview/schema.ts";
import type { PageLanguage } from "../../../page-context.ts";
import { auditHref } from "../audit/audit-href.ts";

type Day = SignInFigures["days"][number];

interface SignInsByDayProps {
  readonly language: PageLanguage;
  readonly days: readonly Day[];
}

export function SignInsByDay({ language: { t, format, locale }, days }: SignInsByDayProps) {
  const total = (of: "succeeded" | "failed") => days.reduce((sum, day) => sum + day[of], 0);
  const dayWords = (day: string) => format.dateTime(new Date(day), { day: "numeric", month: "short" });
  const busiest = days.toSorted((a, b) => b.succeeded + b.failed - (a.succeeded + a.failed))[0];
  const columns: Column<Day>[] = [
    {
      key: "day",
      label: t("adminOverview.signIns.day"),
      cell: ({ day }) => <UtcDay value={day} locale={locale} detail="full" />,
    },
    ...(["succeeded", "failed"] as const).map((which) => ({
      key: which,
      label: t(`adminOverview.signIns.${which}`),
      numeric: true,
      cell: (day: Day) => format.number(day[which]),
    })),
  ];
  const [first, last] = [days[0]?.day ?? "", days.at(-1)?.day ?? ""];
  return (
    <ChartPanel
      title={t("adminOverview.signIns.title")}
      summary={t("adminOverview.signIns.summary", {
        succeeded: total("succeeded"),
        failed: total("failed"),
      })}
      tableLabel={t("adminOverview.asTable")}
      table={
        <DataTable
          caption={t("adminOverview.signIns.title")}
          columns={columns}
          rows={days.toReversed()}
          rowKey={({ day }) => day}
        />
      }
      links={[
        { href: auditHref({ event: "session.created", from: first }), label: t("adminOverview.signIns.all") },
        {
          href: auditHref({ event: "sign_in.failed", from: first }),
          label: t("adminOverview.signIns.allFailed"),
        },
      ]}
    >
      <Columns
        days={days}
        highest={busiest ? busiest.succeeded + busiest.failed : 0}
        label={t("adminOverview.signIns.picture", {
          day: busiest ? dayWords(busiest.day) : "",
          count: busiest ? busiest.succeeded + busiest.failed : 0,
        })}
        title={({ day, succeeded, failed }) =>
          t("adminOverview.signIns.column", { day: dayWords(day), succeeded, failed })
        }
        highestWords={format.number(busiest ? busiest.succeeded + busiest.failed : 0)}
      />
      <p className="mt-1 flex justify-between text-xs text-muted" dir="ltr">
        <UtcDay value={first} locale={locale} detail="short" />
        <UtcDay value={last} locale={locale} detail="short" />
      </p>
      <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
        {(["succeeded", "failed"] as const).map((which) => (
          <li key={which} className="flex items-center gap-1.5">
            <svg aria-hidden="true" width="10" height="10">
              <rect width="10" height="10" rx="2" className={`chart-${which}`} />
            </svg>
            {t(`adminOverview.signIns.${which}`)}
          </li>
        ))}
        <li>{t("adminOverview.signIns.utc")}</li>
      </ul>
    </ChartPanel>
  );
}

interface ColumnsProps {
  readonly days: readonly Day[];
  readonly highest: number;
  readonly label: string;
  readonly title: (day: Day) => string;
  readonly highestWords: string;
}

const height = 100;
const step = 20;
const width = 14;

/** Time goes from left to right in every language, as on a clock's dial. */
function Columns({ days, highest, label, title, highestWords }: ColumnsProps) {
  const scale = height / Math.max(highest, 1);
  // A single event must not vanish beside a thousand.
  const tall = (count: number) => (count === 0 ? 0 : Math.max(1.5, count * scale));
  return (
    <div dir="ltr" className="relative">
      <span aria-hidden="true" className="absolute start-0 -top-3 bg-surface pe-1 text-xs text-muted">
        {highestWords}
      </span>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${days.length * step} ${height}`}
        preserveAspectRatio="none"
        className="chart-columns"
      >
        {[0, 0.5, 1].map((part) => (
          <line
            key={part}
            x1="0"
            x2={days.length * step}
            y1={height * part}
            y2={height * part}
            className="chart-line"
          />
        ))}
        {days.map((day, index) => {
          const good = tall(day.succeeded);
          const bad = tall(day.failed);
          const x = index * step + (step - width) / 2;
          return (
            <g key={day.day} className="chart-column">
              <title>{title(day)}</title>
              <rect x={index * step} width={step} height={height} className="chart-hit" />
              <rect x={x} y={height - good} width={width} height={good} className="chart-succeeded" />
              <rect
                x={x}
                y={Math.max(0, height - good - bad)}
                width={width}
                height={bad}
                className="chart-failed"
              />
            </g>
          );
        })}
      </svg>
    </div>
  );
}
