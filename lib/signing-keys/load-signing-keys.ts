/**
 * The issuer's keys in memory, of bounded age: no instance signs with, or publishes, what it has not compared with the
 * database within the last minute. The times before a key's first use and after its last one count on that.
 */
import type { KeyObject } from "node:crypto";
import { processWide } from "#lib/context/process-wide.ts";
import type { Database } from "#lib/db/client.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { type KeyTimes, keyTimes } from "./key-times.ts";
import { type KeyRuntime, openSigningKeySet, type SigningKeySet } from "./signing-key-set.ts";
import { listSigningKeys } from "./store.ts";

interface Reading {
  readonly keys: SigningKeySet;
  /** Before the database was asked. Two clocks: one stops while a machine sleeps, the other can be set. */
  readonly at: Moment;
}

interface Moment {
  readonly steadyMs: number;
  readonly wallMs: number;
}

interface Cell {
  times: KeyTimes;
  reading: Reading | undefined;
  underWay: Promise<SigningKeySet> | undefined;
  readonly opened: Map<string, KeyObject>;
}

const cells = () => processWide("signing-keys", () => new WeakMap<Database, Cell>());

function cellOf({ db, config }: KeyRuntime): Cell {
  const known = cells().get(db);
  if (known) return known;
  const cell = { times: keyTimes(config), reading: undefined, underWay: undefined, opened: new Map() };
  cells().set(db, cell);
  return cell;
}

/** The times that this instance goes by. */
export function keyTimesOf(runtime: KeyRuntime): KeyTimes {
  return cellOf(runtime).times;
}

/** Called once, at the start; without it the production times hold. */
export function setKeyTimes(runtime: KeyRuntime, times: KeyTimes): void {
  cellOf(runtime).times = times;
}

/**
 * From memory while that is fresh; looked up again beside the answer, or before it where memory is too old.
 * @throws DomainError SERVICE_UNAVAILABLE when they cannot be looked up in time, or what the database threw
 */
export function loadSigningKeys(runtime: KeyRuntime): Promise<SigningKeySet> {
  const cell = cellOf(runtime);
  const { reading, times } = cell;
  const ageMs = reading === undefined ? Number.POSITIVE_INFINITY : ageOf(reading.at);
  if (reading === undefined || ageMs >= times.staleAfterMs)
    return within(times.readWithinMs, readOnce(runtime, cell));
  // A failure here is no request's failure yet; it is when memory becomes too old.
  if (ageMs >= times.refreshAfterMs) readOnce(runtime, cell).catch(() => {});
  return Promise.resolve(reading.keys);
}

/**
 * Reads anew, for the schedule and after a change by this very process: a reading under way may be older than that. Who
 * signs meanwhile goes on with what is in memory.
 */
export function reloadSigningKeys(runtime: KeyRuntime): Promise<SigningKeySet> {
  const cell = cellOf(runtime);
  cell.underWay = undefined;
  return readOnce(runtime, cell);
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DomainError("SERVICE_UNAVAILABLE", { retryAfterSeconds: 1 })), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function readOnce(runtime: KeyRuntime, cell: Cell): Promise<SigningKeySet> {
  if (cell.underWay) return cell.underWay;
  const reading = read(runtime, cell).finally(() => {
    if (cell.underWay === reading) cell.underWay = undefined;
  });
  cell.underWay = reading;
  return reading;
}

async function read(runtime: KeyRuntime, cell: Cell): Promise<SigningKeySet> {
  const at = moment();
  const rows = await listSigningKeys(runtime.db);
  const keys = openSigningKeySet(runtime, rows, cell.opened);
  // A slow reading does not take the place of one that began later.
  if (cell.reading === undefined || cell.reading.at.steadyMs <= at.steadyMs) cell.reading = { keys, at };
  return keys;
}

function moment(): Moment {
  return { steadyMs: performance.now(), wallMs: Date.now() };
}

function ageOf(at: Moment): number {
  const now = moment();
  return Math.max(now.steadyMs - at.steadyMs, now.wallMs - at.wallMs);
}
