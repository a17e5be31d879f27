import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

/** Debian's Chromium where it is installed; otherwise the one that Playwright manages. */
const systemChromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) => existsSync(path));

export default defineConfig({
  testDir: "flows",
  outputDir: "../test-results",
  fullyParallel: false,
  // A browser waits for the server half the time: two files at once fill two cores.
  workers: 2,
  // `npm test` names those that needed it.
  retries: 1,
  // Long journeys on a slow machine; a hung one is told all the same.
  timeout: 180_000,
  // A busy machine is slower than a person; only a failure waits this long.
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    // Without these, what never comes is waited for until the whole journey is over its time.
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    // Recording costs a tenth of the time; a failure is tried again, and that try is recorded.
    trace: "on-first-retry",
    launchOptions: {
      ...(systemChromium === undefined ? {} : { executablePath: systemChromium }),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
