/** `npm run screenshots`: the same browser as the journeys, one picture after the other. */
import { defineConfig } from "@playwright/test";
import journeys from "../playwright.config.ts";

export default defineConfig({
  ...journeys,
  testDir: ".",
  outputDir: "../../test-results",
  timeout: 600_000,
});
