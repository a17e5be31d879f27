/** Does a transaction again that PostgreSQL ended because it and another waited for each other. */
import { setTimeout as sleep } from "node:timers/promises";
import { sqlState } from "./violation.ts";

const mostTries = 4;

/**
 * Operations take rows in one order where they can, but a deleted row takes those that hang on it along in an order of
 * PostgreSQL's own. Of two in a circle one is ended with nothing done, which is why it may simply be done again
 * (PostgreSQL manual, section 13.3.4); the pause keeps two from meeting a second time.
 */
export async function againAfterDeadlock<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (sqlState(error) !== "40P01" || tries === mostTries) throw error;
    }
    await sleep(Math.random() * 50 * tries);
  }
}
