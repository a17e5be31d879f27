/** Starts what a bench measures: the built server as `npm start` does, or a script of the bench's own. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { inheritEnvironment } from "#lib/config/process-mode.ts";
import { buildApp } from "#server/build-app.ts";
import { isBuilt } from "#server/build-stamp.ts";

const root = join(import.meta.dirname, "..");

export interface ServerProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** The resident set of the Node process in MB; PostgreSQL's processes are not in it. */
  residentMb(): number;
  /** Processor time of the Node process and its threads so far, in milliseconds. */
  processorMs(): number;
  /** Keeps all of its threads on one core. PostgreSQL's processes stay where they are. */
  pinTo(core: number): void;
  stop(): Promise<void>;
}

/** A data directory for PostgreSQL's own user to pass through. */
export function makeDataDirectory(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "latchkey-bench-"));
  chmodSync(path, 0o755);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export async function ensureBuilt(say: (line: string) => void): Promise<void> {
  if (isBuilt()) return;
  say("building first");
  await buildApp({ show: false });
}

/** Not yet answering: wait with `untilOk`. */
export async function startServer(
  dataDir: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const port = await freePort();
  return launch(port, startArguments(), {
    NODE_ENV: "production",
    PORT: String(port),
    BASE_URL: `http://localhost:${port}`,
    DATA_DIR: dataDir,
    ...variables,
  });
}

/** A script beside this one that listens on the port of its first argument. */
export async function startScript(script: string, ...args: string[]): Promise<ServerProcess> {
  const port = await freePort();
  const own = ["--max-semi-space-size=4", join(import.meta.dirname, script), String(port), ...args];
  return launch(port, own, { NODE_ENV: "production" });
}

/** @throws Error when the process ended before it answered */
export async function untilOk({ child }: ServerProcess, url: string): Promise<void> {
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

function launch(port: number, args: readonly string[], variables: Record<string, string>): ServerProcess {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: inheritEnvironment(variables),
  });
  return {
    url: `http://localhost:${port}`,
    child,
    residentMb: () =>
      Number(execFileSync("ps", ["-o", "rss=", "-p", String(child.pid)], { encoding: "utf8" })) / 1024,
    processorMs: () => processorMs(child.pid ?? 0),
    pinTo: (core) => pin(child.pid ?? 0, core),
    stop: async () => {
      if (child.exitCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** This process, and what it will start, on another core than the servers that are pinned to core 0. */
export function pinLoad(): void {
  if (cpus().length > 1) pin(process.pid, 1);
}

/** Best effort: without `taskset` the figures are only noisier. */
function pin(pid: number, core: number): void {
  try {
    execFileSync("taskset", ["-a", "-c", "-p", String(core), String(pid)], { stdio: "ignore" });
  } catch {
    // Not Linux, or one core only.
  }
}

/** Nanoseconds on a processor, thread by thread, as Linux counts them; NaN elsewhere. */
function processorMs(pid: number): number {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const spent = threads.map((thread) => readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8"));
    return spent.reduce((sum, line) => sum + Number(line.split(" ")[0]) / 1e6, 0);
  } catch {
    return Number.NaN;
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

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}
