/** What an act changed, field by field. */
import type { ReactNode } from "react";
import { type Column, DataTable } from "#components/admin/data-table.tsx";
import type { Change } from "#lib/audit-log/read-changes.ts";
import type { Translate } from "#lib/i18n/translator.ts";

interface EventChangesProps {
  readonly t: Translate;
  readonly changes: readonly Change[];
}

export function EventChanges({ t, changes }: EventChangesProps) {
  const value = (text: string | undefined, show: (text: string) => ReactNode) =>
    text === undefined || text === "" ? (
      <span className="text-muted">{t("adminAudit.detail.nothing")}</span>
    ) : (
      show(text)
    );
  const columns: Column<Change>[] = [
    {
      key: "field",
      label: t("adminAudit.detail.field"),
      cell: ({ field }) =>
        field === undefined ? (
          t("adminAudit.detail.whole")
        ) : (
          <span dir="ltr" className="mono">
            {field}
          </span>
        ),
    },
    {
      key: "before",
      label: t("adminAudit.detail.before"),
      cell: ({ before }) =>
        value(before, (text) => (
          <del dir="auto" className="change change-before">
            {text}
          </del>
        )),
    },
    {
      key: "after",
      label: t("adminAudit.detail.after"),
      cell: ({ after }) =>
        value(after, (text) => (
          <ins dir="auto" className="change change-after">
            {text}
          </ins>
        )),
    },
  ];
  return (
    <DataTable
      caption={t("adminAudit.detail.changes")}
      columns={columns}
      rows={changes}
      rowKey={({ field }) => field ?? ""}
    />
  );
}
