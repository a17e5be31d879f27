/** Runs the demo app, as `npm run demo` does, against an instance of the tests. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { freePort, type LatchkeyProcess } from "./latchkey-process.ts";

export interface DemoProcess {
  readonly address: string;
  stop(): Promise<void>;
}

const startTimeoutMs = 30_000;

export async function startDemo(latchkey: LatchkeyProcess): Promise<DemoProcess> {
  const port = await freePort();
  const env = { ...process.env, BASE_URL: latchkey.baseUrl, DATA_DIR: latchkey.dataDir };
  const child = spawn(process.execPath, ["e2e/relying-app/start.ts", "--port", String(port)], {
    cwd: join(import.meta.dirname, "../.."),
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  const deadline = Date.now() + startTimeoutMs;
  while (!output.includes("The demo app is at")) {
    if (child.exitCode !== null || Date.now() > deadline)
      throw new Error(`the demo did not start:\n${output}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    address: `http://localhost:${port}`,
    stop: async () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      child.once("exit", () => resolve());
      child.kill("SIGTERM");
      await promise;
    },
  };
}
