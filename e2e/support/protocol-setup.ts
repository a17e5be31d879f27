/** Starts the server that the protocol tests talk to: project `protocol-next` has no fast lane. */
import type { TestProject } from "vitest/node";
import { startLatchkey } from "./latchkey-process.ts";

declare module "vitest" {
  interface ProvidedContext {
    baseUrl: string;
    dataDir: string;
    /** The script that starts a server in this lane. */
    entry: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const entry =
    project.name === "protocol-next" ? "e2e/support/start-without-fast-lane.ts" : "server/start.ts";
  const latchkey = await startLatchkey({ entry });
  project.provide("baseUrl", latchkey.baseUrl);
  project.provide("dataDir", latchkey.dataDir);
  project.provide("entry", entry);
  return () => latchkey.stop();
}
