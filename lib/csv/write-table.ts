/** A list as a file, piece by piece: lines for spreadsheets, or JSON Lines for programs. */
import { csvLine } from "./csv-line.ts";
import type { ExportFormat } from "./schema.ts";

/** The name of a column, and what stands in it. */
export type TableColumn<Row> = readonly [name: string, read: (row: Row) => string | null];

export const mediaTypes = { csv: "text/csv; charset=utf-8", jsonl: "application/jsonl" } as const;

/** Spreadsheets read UTF-8 only where this stands in front. */
const byteOrderMark = "\ufeff";

/** `pages` are read one at a time: a slow reader holds neither a connection nor a snapshot. */
export async function* writeTable<Row>(
  columns: readonly TableColumn<Row>[],
  pages: AsyncIterable<readonly Row[]>,
  format: ExportFormat,
): AsyncGenerator<string> {
  if (format === "csv") yield byteOrderMark + csvLine(columns.map(([name]) => name));
  for await (const rows of pages) {
    if (rows.length === 0) continue;
    yield rows
      .map((row) =>
        format === "csv" ? csvLine(columns.map(([, read]) => read(row))) : `${JSON.stringify(row)}\n`,
      )
      .join("");
  }
}
