/** Makes, starts and stops the private PostgreSQL below the data directory. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { StartupError } from "#lib/errors/startup-error.ts";
import { type Address, openPool } from "../client.ts";
import type { Layout } from "./layout.ts";

const port = 5432;
const superuser = "latchkey";
const databaseName = "latchkey";
const startTimeoutMs = 60_000;
const stopTimeoutMs = 8_000;
const predecessorPatienceMs = 10_000;
const largestLogBytes = 10_000_000;

export function clusterAddress(layout: Layout, database = databaseName): Address {
  return { socketDirectory: layout.socketDir, port, database, user: superuser };
}

/** Whether something answers on the socket. */
export function isListening(layout: Layout): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect(join(layout.socketDir, `.s.PGSQL.${port}`));
  socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
  return promise.finally(() => socket.destroy());
}

/** Runs initdb once, into a folder that gets its name only when it is whole: a kill leaves no half cluster. */
export async function initialiseCluster(layout: Layout): Promise<void> {
  if (existsSync(layout.clusterDir)) return;
  const unfinished = `${layout.clusterDir}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  if (layout.user) chownSync(unfinished, layout.user.uid, layout.user.gid);
  const flags = [
    "-U",
    superuser,
    "--auth-local=trust",
    "--auth-host=reject",
    "--encoding=UTF8",
    "--no-instructions",
  ];
  const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  try {
    await promisify(execFile)(
      join(layout.binariesDir, "bin/initdb"),
      ["-D", unfinished, ...flags, ...locale],
      {
        ...spawnIdentity(layout),
        cwd: unfinished,
      },
    );
  } catch (cause) {
    throw new StartupError(
      "The embedded database could not be made.",
      [String((cause as { stderr?: unknown }).stderr ?? cause).trim()],
      { cause },
    );
  }
  renameSync(unfinished, layout.clusterDir);
}

/** Starts the server process and waits until it takes connections. */
export async function startCluster(layout: Layout): Promise<ChildProcess> {
  await awaitPredecessor(layout);
  rotateLog(layout.logFile);
  const log = openSync(layout.logFile, "a", 0o600);
  const settings = {
    listen_addresses: "",
    unix_socket_permissions: "0700",
    max_connections: "60",
    cluster_name: "latchkey",
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(
    join(layout.binariesDir, "bin/postgres"),
    ["-D", layout.clusterDir, "-k", layout.socketDir, "-p", String(port), ...flags],
    // A session of its own: Ctrl-C at the terminal must reach PostgreSQL only after the server has drained.
    { ...spawnIdentity(layout), cwd: layout.clusterDir, detached: true, stdio: ["ignore", log, log] },
  );
  child.unref();
  const deadline = Date.now() + startTimeoutMs;
  while (!(await isReady(layout))) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline) {
      throw new StartupError("The embedded database did not start.", [
        `Its log is ${layout.logFile}. The last lines:`,
        ...readFileSync(layout.logFile, "utf8").trim().split("\n").slice(-5),
      ]);
    }
    await sleep(15);
  }
  await createDatabase(layout);
  return child;
}

/** Fast shutdown: connections are closed, what was committed is checkpointed. */
export async function stopCluster(layout: Layout): Promise<void> {
  const pid = runningPid(layout);
  if (pid === undefined) return;
  signal(pid, "SIGINT");
  const deadline = Date.now() + stopTimeoutMs;
  while (runningPid(layout) === pid && isAlive(pid) && Date.now() < deadline) await sleep(10);
  // Immediate shutdown loses nothing either: the write-ahead log is replayed at the next start.
  if (isAlive(pid) && runningPid(layout) === pid) signal(pid, "SIGQUIT");
}

async function isReady(layout: Layout): Promise<boolean> {
  if (!(await isListening(layout))) return false;
  const pool = openPool(clusterAddress(layout, "postgres"), {
    maxConnections: 1,
    statementTimeoutMs: 0,
    applicationName: "latchkey-start",
  });
  try {
    await pool.sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await pool.close();
  }
}

async function createDatabase(layout: Layout): Promise<void> {
  const pool = openPool(clusterAddress(layout, "postgres"), {
    maxConnections: 1,
    statementTimeoutMs: 0,
    applicationName: "latchkey-start",
  });
  try {
    const [existing] = await pool.sql`select 1 from pg_database where datname = ${databaseName}`;
    if (!existing) await pool.sql.unsafe(`create database ${databaseName}`);
  } finally {
    await pool.close();
  }
}

/**
 * A killed server's process may be there a moment longer than its socket, until it is reaped; PostgreSQL would take
 * it for a living one and refuse to start beside it.
 */
async function awaitPredecessor(layout: Layout): Promise<void> {
  const deadline = Date.now() + predecessorPatienceMs;
  for (let pid = runningPid(layout); pid !== undefined && Date.now() < deadline; pid = runningPid(layout)) {
    if (!isAlive(pid) || !isPostgres(pid)) return;
    await sleep(20);
  }
}

/** False for another program that got the number since. Without /proc nobody can tell. */
function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/stat`, "latin1").includes("(postgres)");
  } catch {
    return process.platform !== "linux";
  }
}

/** The first line of postmaster.pid; the file goes away with a clean stop. */
function runningPid(layout: Layout): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(join(layout.clusterDir, "postmaster.pid"), "utf8"), 10);
    return Number.isInteger(pid) && pid > 1 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function signal(pid: number, name: "SIGINT" | "SIGQUIT"): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function spawnIdentity(layout: Layout) {
  return {
    // Nothing of ours is inherited: neither secrets nor PG* variables.
    env: { LC_ALL: "C", TZ: "UTC", PATH: "/usr/bin:/bin", NODE_ENV: "production" as const },
    ...(layout.user ? { uid: layout.user.uid, gid: layout.user.gid } : {}),
  };
}

function rotateLog(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestLogBytes) renameSync(file, `${file}.1`);
}
