/**
 * `npm test`: format and lint, types, build, then every test on its own turn; two cores give no room for more. Goes on
 * after a failure, so that one run tells everything, and ends with one line of totals.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { inheritEnvironment } from "#lib/config/process-mode.ts";

interface Totals {
  passed: number;
  failed: number;
}

interface Step {
  readonly name: string;
  /** Packages' programs by their path, each run with this Node. */
  readonly command: readonly string[];
  /** Reads the counts from the report that the step wrote; absent, the step is one check. */
  readonly count?: (report: string) => Totals;
}

const root = join(import.meta.dirname, "..");
const reports = mkdtempSync(join(tmpdir(), "latchkey-reports-"));
const resolve = createRequire(import.meta.url).resolve;

/** The path of a package's program: packages export neither `bin` folders nor, always, their package.json. */
const program = (path: string) => join(root, "node_modules", path);

const vitest = (project: string, ...reporters: string[]): Step => ({
  name: `tests: ${project}`,
  command: [
    program("vitest/vitest.mjs"),
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    ...reporters.map((reporter) => `--reporter=${reporter}`),
    `--outputFile.json=${reportOf(`tests: ${project}`)}`,
  ],
  count: (report) => {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(report) as Record<
      string,
      number
    >;
    // A file that does not load fails without a test of its own.
    return { passed: numPassedTests ?? 0, failed: numFailedTests || numFailedTestSuites || 0 };
  },
});

const steps: readonly Step[] = [
  { name: "format and lint", command: [program("@biomejs/biome/bin/biome"), "check", "."] },
  { name: "routes' types", command: [resolve("next/dist/bin/next"), "typegen"] },
  { name: "types", command: [program("typescript/bin/tsc")] },
  { name: "build", command: [join(root, "server/build.ts")] },
  vitest("unit"),
  vitest("timing"),
  vitest("protocol", "./e2e/oidc/table.ts"),
  vitest("protocol-next", "./e2e/oidc/table.ts"),
  vitest("clients", "./e2e/oidc/table.ts"),
  vitest("fido", "./e2e/fido/suite-table.ts"),
  vitest("operation"),
  {
    name: "tests: browser",
    command: [
      program("@playwright/test/cli.js"),
      "test",
      "--config",
      "e2e/playwright.config.ts",
      "--reporter=list,json",
    ],
    count: (report) => {
      const { stats } = JSON.parse(report) as {
        stats: { expected: number; unexpected: number; flaky: number };
      };
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
    },
  },
];

function reportOf(name: string): string {
  return join(reports, `${name.replaceAll(/\W+/g, "-")}.json`);
}

async function run(step: Step): Promise<Totals> {
  const report = reportOf(step.name);
  const child = spawn(process.execPath, step.command, {
    cwd: root,
    stdio: "inherit",
    env: inheritEnvironment({ NEXT_TELEMETRY_DISABLED: "1", PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
  });
  const [code] = (await once(child, "close")) as [number | null];
  const succeeded = code === 0;
  if (!step.count || !existsSync(report)) return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1 };
  const { passed, failed } = step.count(readFileSync(report, "utf8"));
  return { passed, failed: succeeded ? failed : Math.max(failed, 1) };
}

/** What stands in the way of a step, or undefined. */
function obstacle(step: Step): string | undefined {
  const known = ["/usr/bin/chromium", "/usr/bin/chromium-browser", chromium.executablePath()];
  if (step.name !== "tests: browser" || known.some((path) => existsSync(path))) return undefined;
  return "There is no Chromium. Install one: apt-get install chromium, or npx playwright install chromium.";
}

const totals: Totals = { passed: 0, failed: 0 };
const summary: string[] = [];
for (const step of steps) {
  console.log(`\n── ${step.name}`);
  const startedAt = performance.now();
  const problem = obstacle(step);
  if (problem !== undefined) console.error(problem);
  const { passed, failed } = problem === undefined ? await run(step) : { passed: 0, failed: 1 };
  totals.passed += passed;
  totals.failed += failed;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  summary.push(
    `${failed === 0 ? "✓" : "✗"} ${step.name.padEnd(24)} ${passed} passed, ${failed} failed, ${seconds} s`,
  );
}
rmSync(reports, { recursive: true });
console.log(`\n${summary.join("\n")}\n`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;
