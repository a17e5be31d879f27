/** Metadata that is not taken: the rule goes to the trail and to the health row, the rest to the log. */
import type { MetadataProblem } from "./schema.ts";

export class MetadataRefusal extends Error {
  override readonly name = "MetadataRefusal";
  readonly problem: MetadataProblem;

  constructor(problem: MetadataProblem, cause?: unknown) {
    super(`metadata refused: ${problem}`, cause === undefined ? undefined : { cause });
    this.problem = problem;
  }
}
