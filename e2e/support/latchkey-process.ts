/** Runs the real server as its own process on a free port, with a data directory of its own. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const root = join(import.meta.dirname, "../..");

export interface LatchkeyProcess {
  readonly baseUrl: string;
  readonly dataDir: string;
  /** Of the process that runs now. */
  readonly pid: number;
  /** The first administrator's link, as the start-up message printed it; undefined once there is one. */
  readonly setUpLink: string | undefined;
  /** Everything that the process wrote to its output so far. */
  output(): string;
  /** Runs `latchkey …` against this instance and returns what it printed. */
  command(...args: string[]): Promise<string>;
  /** Stops with SIGTERM and starts again on the same port and data. */
  restart(): Promise<void>;
  /** Stops the process and removes its data. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Environment variables over the defaults of the tests: sign-up open, no rate limits. */
  readonly variables?: Record<string, string>;
  /** The script that starts the server. */
  readonly entry?: string;
  /** For Node itself, such as `--inspect=127.0.0.1:0`. */
  readonly nodeArguments?: readonly string[];
}

const startTimeoutMs = 180_000;

export async function startLatchkey(options: StartOptions = {}): Promise<LatchkeyProcess> {
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), "latchkey-e2e-"));
  chmodSync(dataDir, 0o755);
  const baseUrl = `http://localhost:${port}`;
  const variables: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    PORT: String(port),
    DATA_DIR: dataDir,
    SIGN_UP: "open",
    RATE_LIMIT_ENABLED: "false",
    LOG_LEVEL: "warn",
    LOG_FORMAT: "json",
    ...options.variables,
  };
  const script = [...(options.nodeArguments ?? []), options.entry ?? "server/start.ts"];
  let running = await launch(script, variables, baseUrl);
  return {
    baseUrl,
    dataDir,
    get pid() {
      return running.child.pid ?? 0;
    },
    get setUpLink() {
      return running.setUpLink;
    },
    output: () => running.output(),
    command: async (...args) => {
      const { stdout } = await promisify(execFile)(process.execPath, ["lib/cli/main.ts", ...args], {
        cwd: root,
        env: variables,
      });
      return stdout;
    },
    restart: async () => {
      await terminate(running.child);
      running = await launch(script, variables, baseUrl);
    },
    stop: async () => {
      await terminate(running.child);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A port that was free a moment ago, on the loopback address. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", resolve);
  await promise;
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}

async function launch(script: readonly string[], env: NodeJS.ProcessEnv, baseUrl: string) {
  const child = spawn(process.execPath, script, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  const deadline = Date.now() + startTimeoutMs;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${output}`);
    if (Date.now() > deadline) throw new Error(`the server did not start:\n${output}`);
    if (await answers(baseUrl)) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    child,
    output: () => output,
    setUpLink: output.match(/https?:\/\/\S+\/set-up\?token=[\w-]+/)?.[0],
  };
}

async function answers(baseUrl: string): Promise<boolean> {
  try {
    return (await fetch(`${baseUrl}/api/v1/health/live`)).ok;
  } catch {
    return false;
  }
}

async function terminate(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  child.once("exit", () => resolve());
  child.kill("SIGTERM");
  await promise;
}
