/** The whole program with its endpoints: what the bundle is made of, and what runs from the sources without one. */
import { fastLane } from "./fast-lane.ts";
import { type RunOptions, run } from "./run.ts";

export function runProgram(options: Omit<RunOptions, "fastLane">): Promise<void> {
  return run({ ...options, fastLane });
}
