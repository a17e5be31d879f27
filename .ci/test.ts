/**
 * `npm test`: format and lint, types, build, then every test on its own turn; two cores give no room for more. Goes on
 * after a failure, so that one run tells everything, and ends with what failed and one line of totals.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { inheritEnvironment } from "#lib/config/process-mode.ts";
import { type Outcome, readPlaywrightReport, readVitestReport } from "./read-report.ts";

interface Step {
  readonly name: string;
  /** Packages' programs by their path, each run with this Node. */
  readonly command: readonly string[];
  /** Reads the report that the step wrote; absent, the step is one check. */
  readonly read?: (report: string) => Outcome;
}

const nothing: Outcome = { passed: 0, failed: 0, failures: [], secondTries: [] };
/** A step that is one check, or that left no word of what in it failed. */
const failedWhole: Outcome = { ...nothing, failed: 1 };

const root = join(import.meta.dirname, "..");
const reports = mkdtempSync(join(tmpdir(), "latchkey-reports-"));
const resolve = createRequire(import.meta.url).resolve;

/** The path of a package's program: packages export neither `bin` folders nor, always, their package.json. */
const program = (path: string) => join(root, "node_modules", path);

const oidcTable = "--reporter=./e2e/oidc/table.ts";

const vitest = (project: string, ...options: string[]): Step => ({
  name: `tests: ${project}`,
  command: [
    program("vitest/vitest.mjs"),
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    ...options,
    `--outputFile.json=${reportOf(`tests: ${project}`)}`,
  ],
  read: readVitestReport,
});

const steps: readonly Step[] = [
  { name: "format and lint", command: [program("@biomejs/biome/bin/biome"), "check", "."] },
  { name: "routes' types", command: [resolve("next/dist/bin/next"), "typegen"] },
  { name: "types", command: [program("typescript/bin/tsc")] },
  { name: "build", command: [join(root, "server/build.ts")] },
  vitest("unit"),
  vitest("timing"),
  // The certification's modules wait for half a minute at a time: others go on meanwhile.
  vitest("protocol", oidcTable, "--maxWorkers=3"),
  vitest("protocol-next", oidcTable),
  vitest("clients", oidcTable),
  vitest("fido", "--reporter=./e2e/fido/suite-table.ts"),
  // Processes that start, wait and stop.
  vitest("operation", "--maxWorkers=3"),
  {
    name: "tests: browser",
    command: [
      program("@playwright/test/cli.js"),
      "test",
      "--config",
      "e2e/playwright.config.ts",
      "--reporter=list,json",
    ],
    read: readPlaywrightReport,
  },
];

function reportOf(name: string): string {
  return join(reports, `${name.replaceAll(/\W+/g, "-")}.json`);
}

async function run(step: Step): Promise<Outcome> {
  const report = reportOf(step.name);
  const child = spawn(process.execPath, step.command, {
    cwd: root,
    stdio: "inherit",
    env: inheritEnvironment({ NEXT_TELEMETRY_DISABLED: "1", PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
  });
  const [code] = (await once(child, "close")) as [number | null];
  if (!step.read || !existsSync(report)) return code === 0 ? { ...nothing, passed: 1 } : failedWhole;
  const outcome = step.read(readFileSync(report, "utf8"));
  return code === 0 || outcome.failed > 0 ? outcome : { ...failedWhole, passed: outcome.passed };
}

/** What stands in the way of a step, or undefined. */
function obstacle(step: Step): string | undefined {
  const known = ["/usr/bin/chromium", "/usr/bin/chromium-browser", chromium.executablePath()];
  if (step.name !== "tests: browser" || known.some((path) => existsSync(path))) return undefined;
  return "There is no Chromium. Install one: apt-get install chromium, or npx playwright install chromium.";
}

const totals = { passed: 0, failed: 0 };
const failures: string[] = [];
const secondTries: string[] = [];
const summary: string[] = [];
for (const step of steps) {
  console.log(`\n── ${step.name}`);
  const startedAt = performance.now();
  const problem = obstacle(step);
  if (problem !== undefined) console.error(problem);
  const outcome = problem === undefined ? await run(step) : failedWhole;
  totals.passed += outcome.passed;
  totals.failed += outcome.failed;
  failures.push(...outcome.failures.map((failure) => `✗ ${failure.replace(`${root}/`, "")}`));
  secondTries.push(...outcome.secondTries.map((test) => `~ ${test} (in the second try)`));
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  summary.push(
    `${outcome.failed === 0 ? "✓" : "✗"} ${step.name.padEnd(24)} ${outcome.passed} passed, ${outcome.failed} failed, ${seconds} s`,
  );
}
rmSync(reports, { recursive: true });
const named = [...secondTries, ...failures];
console.log(["", ...summary, "", ...(named.length > 0 ? [...named, ""] : [])].join("\n"));
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;
