import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeEach, expect, it } from "vitest";
import { withBuildLock } from "./build-lock.ts";

const folder = mkdtempSync(join(tmpdir(), "latchkey-lock-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let file: string;
let atIt: number;
let most: number;
beforeEach(() => {
  file = join(mkdtempSync(join(folder, "each-")), "cache/build.lock");
  [atIt, most] = [0, 0];
});

async function build(): Promise<void> {
  atIt += 1;
  most = Math.max(most, atIt);
  await sleep(5);
  atIt -= 1;
}

function leaveBehind(ageMs: number): void {
  const left = new Date(Date.now() - ageMs);
  writeFileSync(file, "somebody");
  utimesSync(file, left, left);
}

it("lets one at a time, tells the others that they waited, and leaves nothing", async () => {
  let told = 0;
  const onWait = () => {
    told += 1;
  };
  const run = () =>
    withBuildLock({ file, onWait }, async (waited) => {
      await build();
      return waited;
    });
  const waited = await Promise.all([run(), run(), run()]);
  expect(most).toBe(1);
  expect(waited.filter(Boolean)).toHaveLength(2);
  expect(told).toBe(2);
  expect(readdirSync(join(file, ".."))).toEqual([]);
});

it("goes on after one that failed", async () => {
  const failed = withBuildLock({ file }, () => Promise.reject(new Error("no")));
  await expect(failed).rejects.toThrow("no");
  expect(await withBuildLock({ file }, async (waited) => waited)).toBe(false);
});

it("takes over from one that died, once, however many wait for it", async () => {
  await withBuildLock({ file }, build);
  leaveBehind(10_000);
  const waiting = Array.from({ length: 20 }, () => withBuildLock({ file, staleMs: 2_000 }, build));
  await Promise.all(waiting);
  expect(most).toBe(1);
});

it("does not take over from one that is slow", async () => {
  const options = { file, staleMs: 1_000 };
  const slow = withBuildLock(options, async () => {
    atIt += 1;
    await sleep(2_500);
    atIt -= 1;
  });
  await sleep(20);
  await withBuildLock(options, async () => expect(atIt).toBe(0));
  await slow;
});

it("gives up waiting where the start is given up", async () => {
  await withBuildLock({ file }, build);
  leaveBehind(0);
  const signal = AbortSignal.timeout(50);
  await expect(withBuildLock({ file, signal }, build)).rejects.toMatchObject({ name: "AbortError" });
  expect(most).toBe(1);
});
