/** One instance's hold on the embedded database: lock, supervision, orderly end. */
import type { ChildProcess } from "node:child_process";
import postgres, { type Sql } from "postgres";
import type { Config } from "#lib/config/load-config.ts";
import { StartupError } from "#lib/errors/startup-error.ts";
import type { OpenedDatabase } from "../opened-database.ts";
import { clusterAddress, initialiseCluster, isListening, startCluster, stopCluster } from "./cluster.ts";
import { type Layout, prepareLayout } from "./layout.ts";

/** Any constant will do; held by whoever runs the cluster, released by PostgreSQL when that process dies. */
const instanceLock = 4_701_002;

const restartPauseMs = 1_000;
const retakePauseMs = 100;

/**
 * Starts the cluster for this process, after stopping one that a killed predecessor left running.
 * @throws StartupError when a living instance holds the data directory.
 */
export async function openEmbedded(config: Config): Promise<OpenedDatabase> {
  const layout = prepareLayout(config);
  if (await isListening(layout)) {
    const lock = await takeInstanceLock(layout);
    await lock.end({ timeout: 1 });
    await stopCluster(layout);
  }
  await initialiseCluster(layout);
  let child = await startCluster(layout);
  let lock = await takeInstanceLock(layout);
  let closing = false;

  const restart = async () => {
    if (closing) return;
    try {
      await lock.end({ timeout: 0 }).catch(() => undefined);
      child = await startCluster(layout);
      lock = await takeInstanceLock(layout);
      supervise(child);
    } catch {
      // A full disk, for instance; its own log tells. Health is unhealthy until a later try succeeds.
      setTimeout(restart, restartPauseMs).unref();
    }
  };
  const supervise = (started: ChildProcess) => {
    started.once("exit", () => setTimeout(restart, restartPauseMs).unref());
  };
  supervise(child);

  return {
    address: clusterAddress(layout),
    dataDir: layout.dataDir,
    notices: noticesOf(layout),
    embedded: true,
    close: async () => {
      closing = true;
      await lock.end({ timeout: 1 });
      await stopCluster(layout);
    },
  };
}

/** For the command line: joins the cluster of a running server, or runs it for the length of the command. */
export async function attachEmbedded(config: Config): Promise<OpenedDatabase> {
  const layout = prepareLayout(config);
  if (!(await isListening(layout))) return await openEmbedded(config);
  return {
    address: clusterAddress(layout),
    dataDir: layout.dataDir,
    notices: [],
    embedded: true,
    close: async () => {},
  };
}

async function takeInstanceLock(layout: Layout): Promise<Sql> {
  const address = clusterAddress(layout);
  if ("url" in address) throw new Error("the embedded cluster is reached by its socket");
  const sql = postgres({
    host: address.socketDirectory,
    port: address.port,
    database: "postgres",
    username: address.user,
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    onnotice: () => {},
    // A backend that crashes takes every connection with it, and the lock; the cluster goes on, and so must the lock.
    onclose: () => void retake(),
    connection: { application_name: "latchkey-instance" },
  });
  let held = false;
  const retake = async (): Promise<void> => {
    if (!held) return;
    try {
      await sql`select pg_advisory_lock(${instanceLock})`;
    } catch (error) {
      // Ended by us; everything else is a cluster that recovers.
      if ((error as { code?: unknown }).code === "CONNECTION_ENDED") return;
      setTimeout(retake, retakePauseMs).unref();
    }
  };
  const [row] = await sql<{ taken: boolean }[]>`select pg_try_advisory_lock(${instanceLock}) as taken`;
  if (row?.taken) {
    held = true;
    return sql;
  }
  await sql.end({ timeout: 1 });
  throw new StartupError(`Another instance of Latchkey is using the data directory ${layout.dataDir}.`, [
    "Stop the other one first, or give this one a folder of its own with DATA_DIR.",
    "To run several instances together, let them share a PostgreSQL server with DATABASE_URL.",
  ]);
}

function noticesOf(layout: Layout): string[] {
  const notices: string[] = [];
  if (layout.user)
    notices.push(
      `PostgreSQL runs as the system user '${layout.user.name}', because it refuses to run as root.`,
    );
  if (layout.movedFrom) {
    notices.push(`The data lies in ${layout.dataDir}, because that user cannot reach ${layout.movedFrom}.`);
  }
  return notices;
}
