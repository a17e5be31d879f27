/** Counts answers by row, keeps what must not have happened, and prints both. */

export type Outcome = "refused" | "accepted" | "excused" | "violation";

interface Row {
  refused: number;
  accepted: number;
  excused: number;
  violation: number;
}

export interface Violation {
  readonly row: string;
  readonly why: string;
  readonly status: number;
  readonly answer: string;
  readonly body: string;
}

export interface Tally {
  readonly violations: readonly Violation[];
  readonly total: number;
  count(row: string, outcome: Exclude<Outcome, "violation">, detail?: string): void;
  violate(violation: Violation): void;
  /** How many answers there were of each kind: reasons of acceptance, codes of refusal. */
  details(): ReadonlyMap<string, number>;
  table(): string;
}

export function createTally(): Tally {
  const rows = new Map<string, Row>();
  const details = new Map<string, number>();
  const violations: Violation[] = [];
  let total = 0;
  const add = (name: string, outcome: Outcome) => {
    const row = rows.get(name) ?? { refused: 0, accepted: 0, excused: 0, violation: 0 };
    row[outcome] += 1;
    rows.set(name, row);
    total += 1;
  };
  return {
    violations,
    get total() {
      return total;
    },
    count: (row, outcome, detail) => {
      add(row, outcome);
      if (detail !== undefined) {
        const key = `${outcome}: ${detail}`;
        details.set(key, (details.get(key) ?? 0) + 1);
      }
    },
    violate: (violation) => {
      add(violation.row, "violation");
      violations.push(violation);
    },
    details: () => details,
    table: () => table(rows, details),
  };
}

function table(rows: ReadonlyMap<string, Row>, details: ReadonlyMap<string, number>): string {
  const columns = ["refused", "accepted", "excused", "violation"] as const;
  const width = Math.max(24, ...[...rows.keys()].map(({ length }) => length));
  const line = (name: string, values: readonly (string | number)[]) =>
    `${name.padEnd(width)}${values.map((value) => String(value).padStart(11)).join("")}`;
  const sorted = [...rows].sort(([left], [right]) => left.localeCompare(right, "en"));
  const sums = columns.map((column) => sorted.reduce((sum, [, row]) => sum + row[column], 0));
  return [
    line("", columns),
    ...sorted.map(([name, row]) =>
      line(
        name,
        columns.map((column) => row[column]),
      ),
    ),
    line("all", sums),
    "",
    ...[...details]
      .sort(([, left], [, right]) => right - left)
      .map(([name, count]) => `${String(count).padStart(9)}  ${name}`),
  ].join("\n");
}
