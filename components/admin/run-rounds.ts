/** Does something to many things in several calls, until all is done, the server refuses, or somebody stops it. */
import type { Outcome } from "./use-confirmed-action.ts";

/** Of things in one call: as many as the server takes, and few enough that it shows how far it has come. */
const batchSize = 50;

export interface Progress {
  /** Of how many it is known what came of them. */
  readonly past: number;
  readonly total: number;
}

/** What is to be done, and how what came of it is counted. */
export interface Rounds<Result, Tally> {
  /** Before the first call. */
  readonly tally: Tally;
  /** The next call; undefined when there is none. `last` is what the call before it came to. */
  readonly next: (tally: Tally, last: Result | undefined) => FormData | undefined;
  readonly add: (tally: Tally, result: Result) => Tally;
}

interface Conduct<Result, Tally> {
  /** Undefined when nothing came about. */
  readonly act: (form: FormData) => Promise<Outcome<Result> | undefined>;
  /** Asked before each call: one that is under way is not taken back. */
  readonly isStopped: () => boolean;
  /** After each call. */
  readonly tell: (tally: Tally) => void;
}

/** What came of it, as far as it came. */
export async function runRounds<Result, Tally>(
  { tally: start, next, add }: Rounds<Result, Tally>,
  { act, isStopped, tell }: Conduct<Result, Tally>,
): Promise<Tally> {
  let tally = start;
  let last: Result | undefined;
  while (!isStopped()) {
    const form = next(tally, last);
    const answer = form && (await act(form));
    if (answer?.status !== "done") break;
    last = answer.result;
    tally = add(tally, last);
    tell(tally);
  }
  return tally;
}

/** The ids that come next. */
export function nextBatch(ids: readonly string[], { past }: Progress): readonly string[] {
  return ids.slice(past, past + batchSize);
}

/** How far it is once they are done. */
export function pastBatch({ past, total }: Progress): number {
  return Math.min(past + batchSize, total);
}
