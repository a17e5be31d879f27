/** One server process under the hands of a test: started bare, watched, signalled. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openPool, type Pool } from "#lib/db/client.ts";

const root = join(import.meta.dirname, "../..");

export interface Instance {
  readonly child: ChildProcess;
  readonly baseUrl: string;
  readonly exited: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  /** Everything that it wrote so far. */
  output(): string;
  /** Waits until it serves. @throws Error with its output when it ends instead. */
  ready(): Promise<void>;
}

export interface Identity {
  readonly uid: number;
  readonly gid: number;
}

/** Starts `server/start.ts` on `port`, with nothing configured but what `variables` say. */
export function launch(port: number, variables: Record<string, string>, identity?: Identity): Instance {
  const child = spawn(process.execPath, ["server/start.ts"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      PORT: String(port),
      SIGN_UP: "open",
      RATE_LIMIT_ENABLED: "false",
      LOG_FORMAT: "json",
      LOG_LEVEL: "warn",
      ...variables,
    },
    ...identity,
  });
  let text = "";
  const collect = (chunk: Buffer) => {
    text += chunk.toString();
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  const exited = once(child, "close").then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
  }));
  const baseUrl = variables.BASE_URL ?? `http://localhost:${port}`;
  return {
    child,
    baseUrl,
    exited,
    output: () => text,
    ready: async () => {
      while (!(await serves(port))) {
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`the server ended with ${child.exitCode ?? child.signalCode}:\n${text}`);
        await sleep(30);
      }
    },
  };
}

/** Stops it in order, whatever state it is in. */
export async function terminate(instance: Instance): Promise<void> {
  instance.child.kill("SIGTERM");
  await instance.exited;
}

/** A new folder below the temporary one, which PostgreSQL's own user may pass through. */
export function newDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), "latchkey-operation-"));
  chmodSync(folder, 0o755);
  return folder;
}

/** A connection beside the server's, over the embedded database's socket. */
export function openBeside(dataDir: string): Pool {
  return openPool(
    { socketDirectory: join(dataDir, "run"), port: 5432, database: "latchkey", user: "latchkey" },
    { maxConnections: 1, statementTimeoutMs: 10_000, applicationName: "latchkey-test" },
  );
}

async function serves(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/api/v1/health/live`)).ok;
  } catch {
    return false;
  }
}
