/** Waits for an answer, and not for ever; blames nobody for what held this process up itself. */
import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";

/** Undefined when there was none in time. */
export async function answerInTime<T>(answer: Promise<T>, patienceMs: number): Promise<T | undefined> {
  return await Promise.race([answer, patienceEnds(patienceMs)]);
}

async function patienceEnds(patienceMs: number): Promise<undefined> {
  await sleep(patienceMs, undefined, { ref: false });
  // Where the process had no time for itself, the answer is here and only not read yet.
  await nextTurn();
  return undefined;
}
