/** Puts the program together: port → build → database → keys → lanes → jobs, and takes it apart again. */
import type { Config } from "#lib/config/load-config.ts";
import type { Runtime } from "#lib/context/context.ts";
import { localContext } from "#lib/context/local-context.ts";
import { setRuntime } from "#lib/context/runtime.ts";
import { openPool } from "#lib/db/client.ts";
import { migrateDatabase } from "#lib/db/migrate.ts";
import { openDatabase } from "#lib/db/open.ts";
import type { OpenedDatabase } from "#lib/db/opened-database.ts";
import { speakPseudoEnglish } from "#lib/i18n/pseudo-english.ts";
import { scheduledJobs } from "#lib/jobs/scheduled-jobs.ts";
import { startJobs } from "#lib/jobs/start-jobs.ts";
import type { Logger } from "#lib/log/logger.ts";
import { ensureSubjectSalt } from "#lib/oidc/subjects/subject-salt.ts";
import { loadMetadataAtStart } from "#lib/passkeys/metadata/load-metadata-at-start.ts";
import { openPlaceReader } from "#lib/places/open-place-reader.ts";
import { openKeyring } from "#lib/settings/open-keyring.ts";
import { withSettings } from "#lib/settings/run-time/refresh-settings.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import { type FastLane, indexFastLane } from "./answer-fast-lane.ts";
import { buildApp } from "./build-app.ts";
import { closedPaths } from "./closed-paths.ts";
import { openHttpServer } from "./http-server.ts";
import { openNextLane } from "./next-lane.ts";

export interface StartOptions {
  readonly config: Config;
  readonly log: Logger<"security">;
  /** Next's development server instead of the built app. */
  readonly development: boolean;
  /** Whether the built app is there and of these sources. */
  readonly built: boolean;
  /** The endpoints that are answered without Next; empty, and Next answers all of them. */
  readonly fastLane: FastLane;
  /** Runs when all is ready and nobody has been let in yet. */
  readonly beforeOpening: (runtime: Runtime, database: OpenedDatabase) => Promise<void>;
  /** Tells the terminal what takes long. */
  readonly say: (line: string) => void;
  /** Aborted: the start is given up between two steps. */
  readonly signal: AbortSignal;
}

export interface RunningServer {
  /** Lets requests under way finish, then closes everything, the database last. */
  stop(): Promise<void>;
}

/** Of the ten seconds that a stop may take, the rest is for the database's checkpoint. */
const drainMs = 7_500;
const statementTimeoutMs = 15_000;

/**
 * Starts everything; on failure what had been started is closed again.
 * @throws StartupError for what the operator can mend.
 */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const { config, log, development, signal } = options;
  // The port comes first: it costs nothing, and whoever asks before all is ready is told so.
  const http = await openHttpServer(config, log, development);
  const resources = new AsyncDisposableStack();
  try {
    if (!development && !options.built) await build(options);
    signal.throwIfAborted();
    const nextLane = openNextLane(config, { dev: development, httpServer: http.server });
    resources.defer(async () => (await nextLane).close());
    const { runtime, database } = await openRuntime(options, resources);
    const jobs = startJobs(runtime, scheduledJobs);
    resources.defer(() => jobs.stop());
    const next = await nextLane;
    await options.beforeOpening(runtime, database);
    signal.throwIfAborted();
    http.open({
      fast: indexFastLane(options.fastLane, closedPaths(config)),
      next,
    });
    return {
      stop: async () => {
        await http.stop(drainMs);
        await resources.disposeAsync();
      },
    };
  } catch (error) {
    await http.stop(0);
    await resources.disposeAsync();
    throw error;
  }
}

async function build({ say, signal }: StartOptions): Promise<void> {
  say("Building the interface. This happens once after an update and takes a moment.");
  const onWait = () => say("Another start is at it already: waiting for that.");
  await buildApp({ show: false, signal, onWait });
}

async function openRuntime(
  { config, log, signal }: StartOptions,
  resources: AsyncDisposableStack,
): Promise<{ runtime: Runtime; database: OpenedDatabase }> {
  const database = await openDatabase(config, "serve");
  resources.defer(() => database.close());
  signal.throwIfAborted();
  await migrateDatabase(database.address);
  const pool = openPool(database.address, {
    maxConnections: config.databaseMaxConnections,
    statementTimeoutMs,
    applicationName: "latchkey",
  });
  resources.defer(() => pool.close());
  const keyring = await openKeyring(pool.db, config, database.dataDir);
  const runtime = await withSettings({
    db: pool.db,
    config: Object.freeze({ ...config, dataDir: database.dataDir }),
    keyring,
    log,
  });
  await ensureSigningKeys(runtime);
  await ensureSubjectSalt(runtime);
  const starting = localContext(runtime, { type: "system", name: "start" });
  await loadMetadataAtStart(starting);
  await openPlaceReader(starting);
  if (runtime.config.pseudoEnglish) speakPseudoEnglish();
  setRuntime(runtime);
  return { runtime, database };
}
