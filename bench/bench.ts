/** What every bench hands back: named figures with their unit, already reduced to a median. */

/** `×` is a ratio, taken in one run on one machine. */
export type Unit = "ms" | "µs" | "MB" | "KB" | "/s" | "×";

export interface Figure {
  readonly name: string;
  readonly unit: Unit;
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
  /** Where a bench is about what people wait for. */
  readonly p95?: number;
  readonly runs: number;
}

export interface Bench {
  readonly name: string;
  readonly summary: string;
  /** `scale`: the share of the rows that are filled in, where a bench fills in any. */
  readonly run: (say: (line: string) => void, scale: number) => Promise<readonly Figure[]>;
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

/** The value that so large a share of the samples do not exceed. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((left, right) => left - right);
  const at = Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1);
  return Math.round((sorted[at] ?? Number.NaN) * 10) / 10;
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
  const withP95 = figures.some(({ p95 }) => p95 !== undefined);
  const titles = ["median", "lowest", "highest", ...(withP95 ? ["p95"] : []), "runs"];
  const head = `${"".padEnd(width)} ${titles.map(cell).join("")}`;
  const rows = figures.map(({ name, unit, median, lowest, highest, p95 = "", runs }) => {
    const values = [`${median} ${unit}`, lowest, highest, ...(withP95 ? [p95] : []), runs];
    return `${name.padEnd(width)} ${values.map(cell).join("")}`;
  });
  return [head, ...rows].join("\n");
}
