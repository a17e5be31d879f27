/** `npm run screenshots`: the same browser as the journeys, one picture after the other. */
import { defineConfig } from "@playwright/test";
import journeys from "../playwright.config.ts";

export default defineConfig({
  ...journeys,
  testDir: ".",
  outputDir: "../../test-results",
  workers: 1,
  retries: 0,
  timeout: 600_000,
  use: { ...journeys.use, timezoneId: "Europe/Madrid", trace: "off" },
});
