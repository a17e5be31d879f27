/** Playwright's `test` with a running Latchkey, and a page on which nothing may go wrong unnoticed. */
import { test as base, expect, type Page } from "@playwright/test";
import { waitUntilAlive } from "./alive.ts";
import { type LatchkeyProcess, startLatchkey } from "./latchkey-process.ts";

interface WorkerFixtures {
  readonly latchkey: LatchkeyProcess;
}

export const test = base.extend<object, WorkerFixtures>({
  latchkey: [
    // Playwright reads the fixture's dependencies from this pattern and insists on one.
    async ({ browserName: _browserName }, use) => {
      const latchkey = await startLatchkey();
      await use(latchkey);
      await latchkey.stop();
    },
    { scope: "worker", timeout: 240_000 },
  ],
  page: async ({ page }, use) => {
    const problems = watch(page);
    waitWhereItOpens(page);
    await use(page);
    expect(problems, "console errors, page errors and CSP violations").toEqual([]);
  },
});

export { expect };

/** What is opened answers from then on: a press that comes before React is there would be lost now and then. */
function waitWhereItOpens(page: Page): void {
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  const root = page.locator(":root");
  page.goto = async (...target) => {
    const response = await goto(...target);
    await waitUntilAlive(root);
    return response;
  };
  page.reload = async (options) => {
    const response = await reload(options);
    await waitUntilAlive(root);
    return response;
  };
}

/** Collects everything that must not happen on a page: console errors, uncaught errors, CSP violations. */
export function watch(page: Page): string[] {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    // A refused call is shown to the person; the browser's own line about the status is not an error of ours.
    if (/^Failed to load resource: the server responded with a status of 4\d\d/.test(message.text())) return;
    problems.push(`console: ${message.text()}`);
  });
  void page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      console.error(`securitypolicyviolation: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return problems;
}
