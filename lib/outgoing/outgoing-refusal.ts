/** Why a request to the outside came to nothing. */

/**
 * `not_allowed`: the address is no https one, or leads inside. `unreachable`: no connection, no trust, no whole answer.
 * `timed_out`: also when the caller gave up. `too_large`: more bytes than the caller takes.
 */
export type OutgoingProblem = "not_allowed" | "unreachable" | "timed_out" | "too_large";

export class OutgoingRefusal extends Error {
  override readonly name = "OutgoingRefusal";
  readonly problem: OutgoingProblem;

  /** `message` is for logs: it may name the host. */
  constructor(problem: OutgoingProblem, message: string, cause?: unknown) {
    super(message, { cause });
    this.problem = problem;
  }
}
