/** What was typed cannot be understood: told with a pointer to the help, exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
