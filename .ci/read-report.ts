/** Reads from the JSON reports of Vitest and Playwright how many tests passed, and which did not. */

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** Each with its file, as the runner names it. */
  readonly failures: readonly string[];
  /** Those that passed in the second try only. */
  readonly secondTries: readonly string[];
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** A file that does not load fails without a test of its own. */
export function readVitestReport(report: string): Outcome {
  const { numPassedTests, testResults } = JSON.parse(report) as VitestReport;
  const failures = testResults.flatMap(({ name, status, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed");
    if (failed.length === 0 && status === "failed") return [name];
    return failed.map(({ fullName }) => `${name} › ${fullName}`);
  });
  return { passed: numPassedTests, failed: failures.length, failures, secondTries: [] };
}

interface Spec {
  readonly title: string;
  readonly file: string;
  readonly tests: readonly { readonly status: "expected" | "unexpected" | "flaky" | "skipped" }[];
}

interface Suite {
  readonly specs: readonly Spec[];
  readonly suites?: readonly Suite[];
}

const specsOf = (suite: Suite): readonly Spec[] => [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];

/** A test that passes in a second try counts as passed and is named: a browser on a busy machine is not all ours. */
export function readPlaywrightReport(report: string): Outcome {
  const { stats, suites } = JSON.parse(report) as {
    readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
    readonly suites: readonly Suite[];
  };
  const named = (status: Spec["tests"][number]["status"]) =>
    suites
      .flatMap(specsOf)
      .filter(({ tests }) => tests.some((test) => test.status === status))
      .map(({ file, title }) => `${file} › ${title}`);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    failures: named("unexpected"),
    secondTries: named("flaky"),
  };
}
