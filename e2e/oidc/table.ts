/** Prints, at the end of a run, what of each RFC, plan, client and attack was passed: a row a file. */
import { relative } from "node:path";
import type { Reporter, TestModule } from "vitest/node";

const here = import.meta.dirname;

interface Row {
  readonly name: string;
  readonly passed: number;
  readonly all: number;
}

export default class Table implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const rows = modules
      .filter(({ moduleId }) => moduleId.startsWith(`${here}/`))
      .map(countOf)
      .sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
    if (rows.length === 0) return;
    const total = {
      name: "total",
      passed: rows.reduce((sum, { passed }) => sum + passed, 0),
      all: rows.reduce((sum, { all }) => sum + all, 0),
    };
    const width = Math.max(...rows.map(({ name }) => name.length));
    const line = ({ name, passed, all }: Row) =>
      `${passed === all && all > 0 ? "✓" : "✗"} ${name.padEnd(width)}  ${`${passed}/${all}`.padStart(9)}`;
    console.log(["", `  ${"file".padEnd(width)}     passed`, ...rows.map(line), line(total), ""].join("\n"));
  }
}

/** A file that does not load counts as one that failed: it has no tests to count. */
function countOf(module: TestModule): Row {
  const tests = [...module.children.allTests()];
  const passed = tests.filter((test) => test.result().state === "passed").length;
  return { name: relative(here, module.moduleId), passed, all: tests.length };
}
