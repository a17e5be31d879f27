/** Where an embedded installation keeps its cluster, socket and log. */
import { createHash } from "node:crypto";
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Config } from "#lib/config/load-config.ts";
import { StartupError } from "#lib/errors/startup-error.ts";
import { findBinaries } from "./binaries.ts";
import { canReach, chooseUser, type SystemUser } from "./unprivileged-user.ts";

export interface Layout {
  readonly dataDir: string;
  readonly clusterDir: string;
  readonly socketDir: string;
  readonly logFile: string;
  /** `bin`, `lib` and `share` of PostgreSQL, where the user can reach them. */
  readonly binariesDir: string;
  /** Undefined: PostgreSQL runs as the user of this process. */
  readonly user: SystemUser | undefined;
  /** Set when the default data directory could not be used: why it lies elsewhere. */
  readonly movedFrom: string | undefined;
}

/** sockaddr_un holds 104 bytes on macOS and 108 on Linux, with `/.s.PGSQL.5432` behind the folder. */
const longestSocketDir = 85;

/**
 * Decides the places and makes the folders.
 * @throws StartupError when a folder cannot be made or reached by the user that PostgreSQL runs as.
 */
export function prepareLayout(config: Pick<Config, "dataDir" | "dataDirIsDefault">): Layout {
  if (process.platform === "win32") {
    throw new StartupError("The embedded PostgreSQL runs on Linux and macOS only.", [
      "Set DATABASE_URL to a PostgreSQL server, version 15 or newer.",
    ]);
  }
  const user = chooseUser(join(config.dataDir, "postgres"));
  const dataDir = reachableDataDir(config, user);
  makeDirectory(dataDir, 0o755, undefined);
  const socketDir = socketDirectory(dataDir);
  makeDirectory(socketDir, 0o700, user);
  refuseForeignDirectory(socketDir, user);
  return {
    dataDir,
    clusterDir: join(dataDir, "postgres"),
    socketDir,
    logFile: join(dataDir, "postgres.log"),
    binariesDir: reachableBinaries(dataDir, user),
    user,
    movedFrom: dataDir === config.dataDir ? undefined : config.dataDir,
  };
}

/** root's own home is closed to everybody else, so a checkout in it cannot hold the cluster. */
function reachableDataDir(
  config: Pick<Config, "dataDir" | "dataDirIsDefault">,
  user: SystemUser | undefined,
): string {
  if (!user || canReach(user, config.dataDir)) return config.dataDir;
  if (!config.dataDirIsDefault) {
    throw new StartupError(
      `The user '${user.name}', as whom PostgreSQL runs, cannot reach DATA_DIR ${config.dataDir}.`,
      ["Choose a folder whose parents everybody may pass through, such as DATA_DIR=/var/lib/latchkey."],
    );
  }
  return join("/var/lib/latchkey", shortHash(config.dataDir));
}

function reachableBinaries(dataDir: string, user: SystemUser | undefined): string {
  const { directory, version } = findBinaries();
  if (!user || canReach(user, directory)) return directory;
  const copy = join(dataDir, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  cpSync(directory, unfinished, { recursive: true, verbatimSymlinks: true });
  chmodSync(unfinished, 0o755);
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

function socketDirectory(dataDir: string): string {
  const inside = join(dataDir, "run");
  return Buffer.byteLength(inside) <= longestSocketDir
    ? inside
    : join(tmpdir(), `latchkey-${shortHash(dataDir)}`);
}

function makeDirectory(path: string, mode: number, owner: SystemUser | undefined): void {
  try {
    if (existsSync(path)) return;
    mkdirSync(path, { recursive: true, mode });
    if (owner) chownSync(path, owner.uid, owner.gid);
  } catch (cause) {
    throw new StartupError(
      `The folder ${path} cannot be made: ${(cause as Error).message}`,
      ["Choose a folder that you may write to with DATA_DIR."],
      { cause },
    );
  }
}

/** A folder below the shared temporary one could have been put there by somebody else, to be talked to. */
function refuseForeignDirectory(path: string, user: SystemUser | undefined): void {
  const stat = lstatSync(path);
  const owner = user?.uid ?? process.getuid?.() ?? stat.uid;
  if (stat.isDirectory() && stat.uid === owner && (stat.mode & 0o077) === 0) return;
  throw new StartupError(`The folder ${path} is not the database's alone.`, [
    "Start as the user that started Latchkey here before.",
    "If nobody needs the folder, remove it and start again.",
  ]);
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
