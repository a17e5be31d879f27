/** Why bytes did not become a picture. */

/**
 * `unknown_format`: nothing that is taken, whatever its name says. `too_many_pixels`: more than are decoded.
 * `unreadable`: begun as a picture, and broken. `too_slow`: no end within the time.
 */
export type ImageProblem = "unknown_format" | "too_many_pixels" | "unreadable" | "too_slow";

export class ImageRefusal extends Error {
  override readonly name = "ImageRefusal";
  readonly problem: ImageProblem;

  constructor(problem: ImageProblem, cause?: unknown) {
    super(problem, cause === undefined ? undefined : { cause });
    this.problem = problem;
  }
}
