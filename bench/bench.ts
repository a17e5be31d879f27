/** What every bench hands back: named figures with their unit, already reduced to a median. */

export interface Figure {
  readonly name: string;
  readonly unit: "ms" | "MB";
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
  readonly runs: number;
}

export interface Bench {
  readonly name: string;
  readonly summary: string;
  readonly run: (say: (line: string) => void) => Promise<readonly Figure[]>;
}

export function figure(name: string, unit: Figure["unit"], samples: readonly number[]): Figure {
  const sorted = samples.toSorted((left, right) => left - right);
  const at = (index: number) => Math.round((sorted[index] ?? Number.NaN) * 10) / 10;
  return {
    name,
    unit,
    median: at(Math.floor(sorted.length / 2)),
    lowest: at(0),
    highest: at(sorted.length - 1),
    runs: sorted.length,
  };
}

export function table(figures: readonly Figure[]): string {
  const width = Math.max(...figures.map(({ name }) => name.length));
  const cell = (text: string | number) => String(text).padStart(10);
  const head = `${"".padEnd(width)} ${["median", "lowest", "highest", "runs"].map(cell).join("")}`;
  const rows = figures.map(
    ({ name, unit, median, lowest, highest, runs }) =>
      `${name.padEnd(width)} ${[`${median} ${unit}`, lowest, highest, runs].map(cell).join("")}`,
  );
  return [head, ...rows].join("\n");
}
