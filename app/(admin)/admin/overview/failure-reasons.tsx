/** Why sign-ins failed in the last thirty days. */

import { BarList } from "#components/admin/bar-list.tsx";
import { ChartPanel } from "#components/admin/chart-panel.tsx";
import { type Column, DataTable } from "#components/admin/data-table.tsx";
import type { SignInFigures } from "#lib/overview/schema.ts";
import type { PageLanguage } from "../../../page-context.ts";
import { auditHref } from "../audit/audit-href.ts";

type Reason = SignInFigures["reasons"][number];

interface FailureReasonsProps extends SignInFigures {
  readonly language: PageLanguage;
}

export function FailureReasons({ language: { t, format }, days, reasons }: FailureReasonsProps) {
  const [most] = reasons;
  const wordsOf = ({ reason }: Reason) => {
    const key = `adminOverview.reasons.known.${reason}` as "adminOverview.reasons.known.signature";
    return t.has(key) ? (
      t(key)
    ) : (
      <span dir="ltr" className="mono">
        {reason}
      </span>
    );
  };
  const columns: Column<Reason>[] = [
    { key: "reason", label: t("adminOverview.reasons.reason"), cell: wordsOf },
    {
      key: "count",
      label: t("adminOverview.reasons.count"),
      numeric: true,
      cell: ({ count }) => format.number(count),
    },
  ];
  return (
    <ChartPanel
      title={t("adminOverview.reasons.title")}
      summary={
        most
          ? t.rich("adminOverview.reasons.summary", {
              reason: () => <span className="font-medium text-fg">{wordsOf(most)}</span>,
              count: most.count,
            })
          : t("adminOverview.reasons.none")
      }
      tableLabel={t("adminOverview.asTable")}
      table={
        most && (
          <DataTable
            caption={t("adminOverview.reasons.title")}
            columns={columns}
            rows={reasons}
            rowKey={({ reason }) => reason}
          />
        )
      }
      links={
        most
          ? [
              {
                href: auditHref({ event: "sign_in.failed", from: days[0]?.day }),
                label: t("adminOverview.signIns.allFailed"),
              },
            ]
          : []
      }
    >
      {most && (
        <BarList
          colour={2}
          bars={reasons.map((one) => ({
            key: one.reason,
            label: wordsOf(one),
            value: one.count,
            words: format.number(one.count),
          }))}
        />
      )}
    </ChartPanel>
  );
}
