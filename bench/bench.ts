/** What every bench hands back: named figures with their unit, already reduced to a median. */

/** `×` is a ratio, taken in one run on one machine. */
export type Unit = "ms" | "µs" | "MB" | "KB" | "/s" | "×";

export interface Figure {
  readonly name: string;
  readonly unit: Unit;
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
  const precision = unit === "×" ? 100 : 10;
  const at = (index: number) => Math.round((sorted[index] ?? Number.NaN) * precision) / precision;
  return {
    name,
    unit,
    median: Math.round(median(samples) * precision) / precision,
    lowest: at(0),
    highest: at(sorted.length - 1),
    runs: sorted.length,
  };
}

export function median(samples: readonly number[]): number {
  const sorted = samples.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = low] =
    sorted.length % 2 === 1 ? sorted.slice(middle, middle + 1) : sorted.slice(middle - 1, middle + 1);
  return (low + high) / 2;
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
