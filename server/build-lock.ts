/**
 * Lets one process at a time build in this folder. A file says that somebody is at it, and is touched as long as they
 * are: a process id would be taken for a living builder's after a restart of the machine, or in every container.
 */
import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export interface BuildLockOptions {
  readonly file: string;
  readonly signal?: AbortSignal | undefined;
  /** Called once, when somebody else is at it. */
  readonly onWait?: (() => void) | undefined;
  /** How long after its last touch a file is that of a builder who died. */
  readonly staleMs?: number;
}

/** Runs `work` when nobody else is at it, after whoever was. `waited`: somebody was. @throws what `signal` aborts with */
export async function withBuildLock<T>(
  { file, signal, onWait, staleMs = 15_000 }: BuildLockOptions,
  work: (waited: boolean) => Promise<T>,
): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  const own = randomUUID();
  let waited = false;
  while (!take(file, own)) {
    if (removeStale(file, staleMs)) continue;
    if (!waited) onWait?.();
    waited = true;
    await sleep(Math.min(250, staleMs / 10), undefined, signal ? { signal } : {});
  }
  const touch = setInterval(() => touchOwn(file, own), staleMs / 10);
  try {
    return await work(waited);
  } finally {
    clearInterval(touch);
    if (holder(file) === own) rmSync(file, { force: true });
  }
}

function take(file: string, own: string): boolean {
  try {
    writeFileSync(file, own, { flag: "wx" });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

function touchOwn(file: string, own: string): void {
  const now = new Date();
  if (holder(file) === own) utimesSync(file, now, now);
}

/**
 * Whoever gets the link named after the dead builder is the only one to remove its file: without it two who wait could
 * both find it stale, and the slower one remove what the faster one has already put there.
 */
function removeStale(file: string, staleMs: number): boolean {
  const dead = holder(file);
  if (dead === undefined) return true;
  if (!isStale(file, staleMs)) return false;
  const claim = `${file}.${dead.replaceAll(/[^\w-]/g, "")}`;
  try {
    linkSync(file, claim);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return true;
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
  if (holder(claim) === dead && isStale(claim, staleMs)) rmSync(file, { force: true });
  rmSync(claim, { force: true });
  return true;
}

function holder(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function isStale(file: string, staleMs: number): boolean {
  try {
    return Date.now() - statSync(file).mtimeMs > staleMs;
  } catch {
    return false;
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
