/** Runs the program in this process: reads the configuration, starts, says so, and stops on a signal. */

import { createSetUpLink } from "#lib/accounts/create-set-up-link.ts";
import { loadConfig, readEnvironment } from "#lib/config/load-config.ts";
import { setProcessMode } from "#lib/config/process-mode.ts";
import type { Runtime } from "#lib/context/context.ts";
import { localContext } from "#lib/context/local-context.ts";
import type { OpenedDatabase } from "#lib/db/opened-database.ts";
import { StartupError } from "#lib/errors/startup-error.ts";
import { createLogger, type Logger } from "#lib/log/logger.ts";
import { isMailConfigured } from "#lib/mail/is-mail-configured.ts";
import type { FastLane } from "./answer-fast-lane.ts";
import { type RunningServer, startServer } from "./start-server.ts";
import { formatStartupError, formatWelcome } from "./startup-screen.ts";

export interface RunOptions {
  readonly fastLane: FastLane;
  readonly development: boolean;
  /** The build is of these very sources (build-stamp.ts); where not, the start builds first. */
  readonly built: boolean;
}

/** Longer than everything that a stop waits for; whoever supervises us must not have to kill us. */
const stopLimitMs = 9_800;

/** Ctrl+C arrives twice below npm: from the terminal, and passed on by npm. A person's second one comes later. */
const sameSignalMs = 500;

/** Returns when the program runs, or has told why it does not; the process ends by a signal. */
export async function run(options: RunOptions): Promise<void> {
  const startedAt = performance.now();
  setProcessMode(options.development ? "development" : "production");
  const stopping = new AbortController();
  let server: RunningServer | undefined;
  let log: Logger<"security"> | undefined;
  let firstSignalAt = 0;
  const stop = () => {
    if (stopping.signal.aborted) {
      if (performance.now() - firstSignalAt > sameSignalMs) process.exit(1);
      return;
    }
    firstSignalAt = performance.now();
    stopping.abort();
    if (server && log) void shutDown(server, log);
  };
  process.on("SIGTERM", stop).on("SIGINT", stop);
  try {
    const config = loadConfig(readEnvironment());
    log = createLogger(config.log);
    watchForBugs(log, stop);
    if (config.fidoConformanceApi)
      log.warn("the FIDO conformance interface is open: anybody can make accounts");
    if (!isMailConfigured(config)) log.info("no mail server is configured: nobody is written to");
    const say = (line: string) => void process.stdout.write(`  ${line}\n`);
    server = await startServer({
      ...options,
      config,
      log,
      say,
      beforeOpening: welcome,
      signal: stopping.signal,
    });
    log.info({ address: config.baseUrl, ms: Math.round(performance.now() - startedAt) }, "started");
  } catch (error) {
    if (stopping.signal.aborted && !(error instanceof StartupError)) process.exit(0);
    if (!(error instanceof StartupError)) throw error;
    process.stderr.write(formatStartupError(error));
    process.exit(1);
  }
}

async function shutDown(server: RunningServer, log: Logger<"security">): Promise<void> {
  log.info("stopping");
  setTimeout(() => process.exit(1), stopLimitMs).unref();
  try {
    await server.stop();
  } catch (error) {
    log.error({ err: error }, "stopping failed");
    process.exit(1);
  }
  log.info("stopped");
  process.exit(process.exitCode ?? 0);
}

/** An exception that nobody caught leaves the process in an unknown state: it stops, and is started anew. */
function watchForBugs(log: Logger<"security">, stop: () => void): void {
  process.on("uncaughtException", (error) => {
    log.fatal({ err: error }, "uncaught exception");
    process.exitCode = 1;
    stop();
  });
  process.on("unhandledRejection", (error) => log.error({ err: error }, "unhandled rejection"));
}

async function welcome(runtime: Runtime, database: OpenedDatabase): Promise<void> {
  const screen = formatWelcome({
    baseUrl: runtime.config.baseUrl,
    dataDir: database.embedded ? database.dataDir : undefined,
    notices: database.notices,
    setUp: await createSetUpLink(localContext(runtime, { type: "system", name: "start" })),
  });
  process.stdout.write(screen);
}
