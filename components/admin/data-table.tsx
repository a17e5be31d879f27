/**
 * A table made on the server: sorted by links, selected by checkboxes of a form around it. On a phone each row is a
 * card; the roles are written out, because a table that is displayed as blocks loses its own.
 */
import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  /** Where a click on the heading leads. */
  readonly sortHref?: string;
  readonly sorted?: "ascending" | "descending" | undefined;
  /** Figures stand at the end of their column. */
  readonly numeric?: boolean;
}

interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** A checkbox in front of each row, as a field of the form `form`. */
  readonly select?:
    | {
        readonly form: string;
        readonly name: string;
        readonly label: (row: Row) => string;
        readonly heading: string;
      }
    | undefined;
}

export function DataTable<Row>({ caption, columns, rows, rowKey, select }: DataTableProps<Row>) {
  return (
    <div className="data-table-frame">
      <table role="table" className="data-table">
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {select ? (
              <th role="columnheader" scope="col" className="data-table-select">
                <span className="sr-only">{select.heading}</span>
              </th>
            ) : null}
            {columns.map((column) => (
              <Heading key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr role="row" key={rowKey(row)} data-row>
              {select ? (
                <td role="cell" className="data-table-select">
                  <input
                    type="checkbox"
                    form={select.form}
                    name={select.name}
                    value={rowKey(row)}
                    aria-label={select.label(row)}
                  />
                </td>
              ) : null}
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} role="rowheader" scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={column.key}
                    role="cell"
                    data-label={column.label}
                    className={column.numeric ? "text-end tabular-nums" : undefined}
                  >
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Heading<Row>({ column }: { readonly column: Column<Row> }) {
  const { label, sortHref, sorted, numeric } = column;
  const Arrow = sorted === "descending" ? ArrowDown : ArrowUp;
  return (
    <th role="columnheader" scope="col" aria-sort={sorted} className={numeric ? "text-end" : undefined}>
      {sortHref === undefined ? (
        label
      ) : (
        <a href={sortHref} className="data-table-sort">
          {label}
          <Arrow aria-hidden="true" size={14} className={sorted ? "" : "invisible"} />
        </a>
      )}
    </th>
  );
}
