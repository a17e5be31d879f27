/** Lines of a table for spreadsheets (RFC 4180), of which no cell is taken for a formula. */

type Cell = string | null;

/**
 * A cell is a formula to a spreadsheet when it begins with one of these. Programs that separate by semicolon or tab
 * begin a new cell there, quotes or not; so what follows one counts as a beginning, and so does a new line.
 */
const formula = /(?<=^|[;\t\r\n|])(?=[=+\-@\t\r＝＋－＠])/gu;

/** With its line end. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  const harmless = cell.replace(formula, "'");
  return /[",;\t\r\n|]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
