/** How long a start takes with an existing embedded database, and what memory Node holds then. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { inheritEnvironment } from "#lib/config/process-mode.ts";
import { buildApp } from "#server/build-app.ts";
import { isBuilt } from "#server/build-stamp.ts";
import { type Bench, figure } from "./bench.ts";

const runs = 5;
const root = join(import.meta.dirname, "..");

interface Sample {
  readonly firstAnswerMs: number;
  readonly firstPageMs: number;
  readonly idleMb: number;
  readonly afterPagesMb: number;
}

export const startBench: Bench = {
  name: "start",
  summary: "cold start with an existing embedded database, and memory of Node",
  run: async (say) => {
    if (!isBuilt()) {
      say("building first");
      await buildApp({ show: false });
    }
    const dataDir = mkdtempSync(join(tmpdir(), "latchkey-bench-"));
    chmodSync(dataDir, 0o755);
    try {
      say("making the database");
      await sample(dataDir);
      const samples: Sample[] = [];
      for (let run = 1; run <= runs; run++) {
        say(`start ${run} of ${runs}`);
        samples.push(await sample(dataDir));
      }
      return [
        figure(
          "start to first 200 (health)",
          "ms",
          samples.map((one) => one.firstAnswerMs),
        ),
        figure(
          "start to first 200 (sign-in page)",
          "ms",
          samples.map((one) => one.firstPageMs),
        ),
        figure(
          "memory after the start",
          "MB",
          samples.map((one) => one.idleMb),
        ),
        figure(
          "memory after 200 pages",
          "MB",
          samples.map((one) => one.afterPagesMb),
        ),
      ];
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};

/** One start, from the moment of the spawn, and its stop. */
async function sample(dataDir: string): Promise<Sample> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const startedAt = performance.now();
  const child = spawn(process.execPath, startArguments(), {
    cwd: root,
    stdio: "ignore",
    env: inheritEnvironment({
      NODE_ENV: "production",
      PORT: String(port),
      BASE_URL: `http://localhost:${port}`,
      DATA_DIR: dataDir,
      LOG_LEVEL: "silent",
    }),
  });
  try {
    await untilOk(child, `${url}/api/v1/health`);
    const firstAnswerMs = performance.now() - startedAt;
    await untilOk(child, `${url}/sign-in`);
    const firstPageMs = performance.now() - startedAt;
    await sleep(1_000);
    const idleMb = residentMb(child);
    for (let page = 0; page < 200; page++) await (await fetch(`${url}/sign-in`)).text();
    await sleep(1_000);
    return { firstAnswerMs, firstPageMs, idleMb, afterPagesMb: residentMb(child) };
  } finally {
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
  }
}

/** What `npm start` gives to Node, its flags included. */
function startArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    scripts: { start: string };
  };
  const words = scripts.start.split(" ");
  return words.slice(words.indexOf("node") + 1);
}

async function untilOk(child: ChildProcess, url: string): Promise<void> {
  while (child.exitCode === null) {
    try {
      const response = await fetch(url);
      await response.text();
      if (response.ok) return;
    } catch {
      // Not listening yet.
    }
    await sleep(5);
  }
  throw new Error(`the server ended with ${child.exitCode}: start it by hand to see why`);
}

/** The resident set of the Node process; PostgreSQL's processes are not in it. */
function residentMb(child: ChildProcess): number {
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(child.pid)], { encoding: "utf8" })) / 1024;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}
