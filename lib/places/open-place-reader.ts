/** The operator's file of places, in memory: looked at again twice a minute, and read again when it has changed. */
import { readFile, stat } from "node:fs/promises";
import { type Response as MmdbRecord, Reader } from "mmdb-lib";
import type { Context } from "#lib/context/context.ts";
import { processWide } from "#lib/context/process-wide.ts";

export type PlaceReader = Pick<Reader<MmdbRecord>, "get">;

interface Loaded {
  /** Tells one state of the file from another; undefined: there was none. */
  readonly stamp: string | undefined;
  readonly reader: PlaceReader | undefined;
}

interface Cell {
  lookedAt: number;
  loaded: Promise<Loaded>;
}

const cells = () => processWide("places", () => new Map<string, Cell>());
const pauseMs = 30_000;

/** Undefined without GEOIP_DATABASE, and while the file is away or was never readable. */
export async function openPlaceReader(
  ctx: Pick<Context, "config" | "log" | "now">,
): Promise<PlaceReader | undefined> {
  const file = ctx.config.geoipDatabase;
  if (file === undefined) return undefined;
  const now = ctx.now.getTime();
  const known = cells().get(file);
  if (known && Math.abs(now - known.lookedAt) < pauseMs) return (await known.loaded).reader;
  const before = known?.loaded ?? Promise.resolve({ stamp: "", reader: undefined });
  const loaded = before.then((last) => look(ctx, file, last));
  cells().set(file, { lookedAt: now, loaded });
  return (await loaded).reader;
}

/** Never throws: places are for display alone. Says once what is wrong with a file, and goes on with the last good one. */
async function look({ log }: Pick<Context, "log">, file: string, last: Loaded): Promise<Loaded> {
  const stamp = await stampOf(file);
  if (stamp === last.stamp) return last;
  if (stamp === undefined) {
    log.warn({ file }, "GEOIP_DATABASE names a file that is not there; addresses are shown without places");
    return { stamp, reader: undefined };
  }
  try {
    const reader = new Reader<MmdbRecord>(await readFile(file));
    log.info(
      { file, type: reader.metadata.databaseType, built: reader.metadata.buildEpoch },
      "places loaded",
    );
    return { stamp, reader };
  } catch (error) {
    log.warn({ file, err: error }, "the file that GEOIP_DATABASE names cannot be used");
    return { stamp, reader: last.reader };
  }
}

async function stampOf(file: string): Promise<string | undefined> {
  try {
    const { mtimeMs, size, ino } = await stat(file);
    return `${mtimeMs}/${size}/${ino}`;
  } catch {
    return undefined;
  }
}
