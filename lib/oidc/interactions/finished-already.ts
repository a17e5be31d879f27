/** What whoever comes second is told: a stored request is answered once. */
import { PageError } from "../page-error.ts";

export function finishedAlready(): PageError {
  return new PageError(
    "interaction_finished",
    "This request has been finished already, or it took too long. Go back to the app and start again.",
  );
}
