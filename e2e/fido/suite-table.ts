/** Prints, at the end of a run, how many cases of each suite were accepted and refused as they must be. */
import type { Reporter, TestCase, TestModule } from "vitest/node";

interface Count {
  passed: number;
  all: number;
}

interface Row {
  readonly P: Count;
  readonly F: Count;
}

const newRow = (): Row => ({ P: { passed: 0, all: 0 }, F: { passed: 0, all: 0 } });

export default class SuiteTable implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const rows = new Map<string, Row>();
    const total = newRow();
    for (const test of modules.flatMap((module) => [...module.children.allTests()])) {
      const kind = kindOf(test);
      const suite = test.parent.type === "suite" ? test.parent.name : "";
      if (!kind || !suite.startsWith("Server-")) continue;
      const row = rows.get(suite) ?? newRow();
      rows.set(suite, row);
      for (const count of [row[kind], total[kind]]) {
        count.all += 1;
        if (test.result().state === "passed") count.passed += 1;
      }
    }
    print(rows, total);
  }
}

function kindOf({ name }: TestCase): "P" | "F" | undefined {
  if (name.startsWith("P-")) return "P";
  return name.startsWith("F-") ? "F" : undefined;
}

function print(rows: ReadonlyMap<string, Row>, total: Row): void {
  const width = Math.max(0, ...[...rows.keys()].map(({ length }) => length));
  const line = (name: string, { P, F }: Row) => `${name.padEnd(width)}  ${cell(P)}  ${cell(F)}`;
  console.log(
    [
      "",
      `${"suite".padEnd(width)}  positive  negative`,
      ...[...rows].map(([name, row]) => line(name, row)),
      line("total", total),
      `${"in the list".padEnd(width)}  ${"42".padStart(8)}  ${"126".padStart(8)}`,
      "",
    ].join("\n"),
  );
}

function cell({ passed, all }: Count): string {
  return (all === 0 ? "–" : `${passed}/${all}`).padStart(8);
}
