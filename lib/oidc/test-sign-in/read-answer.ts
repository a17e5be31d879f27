/** What comes back to the address of test sign-ins. */
import { PageError } from "../page-error.ts";
import { checkParameters, readParameters } from "../parameters.ts";

const limits = { state: 43, code: 43, iss: 2048, error: 64, error_description: 1024 } as const;

export type TestAnswer =
  | { readonly state: string; readonly issuer: string | undefined; readonly code: string }
  | { readonly state: string; readonly error: string; readonly description: string };

/** @throws PageError, OAuthError for what no answer of ours looks like */
export function readTestAnswer(entries: Iterable<readonly [string, string]>): TestAnswer {
  const parameters = readParameters(entries, limits);
  checkParameters(parameters);
  const { state, code, iss, error, error_description: description = "" } = parameters.values;
  if (state !== undefined && code !== undefined && error === undefined) return { state, issuer: iss, code };
  if (state !== undefined && error !== undefined) return { state, error, description };
  throw unknownTest();
}

export function unknownTest(): PageError {
  return new PageError(
    "test_sign_in_unknown",
    "This is no answer to a test that this browser session began and that is still under way.",
  );
}
