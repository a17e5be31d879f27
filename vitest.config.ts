import { defineConfig } from "vitest/config";
import { isApacheInstalled } from "./e2e/oidc/clients/support/is-apache-installed.ts";
import { SlowFirst } from "./e2e/support/slow-first.ts";

export default defineConfig({
  test: {
    // Two cores: more workers only make each test slower.
    maxWorkers: 2,
    sequence: { sequencer: SlowFirst },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{lib,server,app,components,drizzle}/**/*.test.{ts,tsx}", "*.test.ts"],
          exclude: ["**/*.timing.test.ts"],
          globalSetup: ["lib/testing/global-setup.ts"],
          // Loading the modules anew for each file took as long as half of the tests.
          isolate: false,
          setupFiles: ["lib/testing/fresh-process.ts"],
        },
      },
      {
        // Comparisons of times, with nothing else running beside them.
        extends: true,
        test: {
          name: "timing",
          include: ["lib/**/*.timing.test.ts"],
          globalSetup: ["lib/testing/global-setup.ts"],
          testTimeout: 120_000,
          fileParallelism: false,
          // What a neighbour on the machine did is not there the second time; a leak is.
          retry: 2,
        },
      },
      // The running server over HTTP: once by the fast lane, once by Next's own handling of the same modules.
      ...["protocol", "protocol-next"].map((name) => ({
        extends: true as const,
        test: {
          name,
          include: ["e2e/oidc/**/*.test.ts", "e2e/webauthn/**/*.test.ts", "e2e/http/**/*.test.ts"],
          // The certification's modules wait for minutes, and every one is gone through elsewhere in both lanes. What a
          // response is altered in is read behind the lanes.
          exclude: [
            "e2e/oidc/clients/**",
            ...(name === "protocol" ? [] : ["e2e/oidc/certification/**", "e2e/webauthn/fuzz.test.ts"]),
          ],
          globalSetup: ["e2e/support/protocol-setup.ts"],
          testTimeout: 120_000,
        },
      })),
      {
        // Libraries and servers of relying apps, on https through a proxy.
        extends: true,
        test: {
          name: "clients",
          include: ["e2e/oidc/clients/**/*.test.ts"],
          exclude: isApacheInstalled() ? [] : ["e2e/oidc/clients/mod-auth-openidc.test.ts"],
          globalSetup: ["e2e/oidc/clients/support/setup.ts"],
          testTimeout: 120_000,
        },
      },
      {
        // The FIDO Alliance's cases, on one server that the file starts.
        extends: true,
        test: {
          name: "fido",
          include: ["e2e/fido/**/*.test.ts"],
          testTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        // Whole processes: start, stop, kill.
        extends: true,
        test: {
          name: "operation",
          include: ["e2e/operation/**/*.test.ts", "e2e/permissions/**/*.test.ts"],
          testTimeout: 180_000,
        },
      },
    ],
  },
});
