/** Reads which constraint a failed statement hit, so that stores can translate it. */

/** The violated unique constraint or index, or undefined for any other error. */
export function uniqueViolation(error: unknown): string | undefined {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (typeof cause !== "object" || cause === null || !("code" in cause) || cause.code !== "23505")
    return undefined;
  return "constraint_name" in cause ? String(cause.constraint_name) : undefined;
}
