/** Reads what PostgreSQL says of a failed statement, so that stores can translate it. */

/** The SQLSTATE, or the driver's own code; undefined for errors of other making. */
export function sqlState(error: unknown): string | undefined {
  return textOf(error, "code");
}

/** The violated unique constraint or index, or undefined for any other error. */
export function uniqueViolation(error: unknown): string | undefined {
  return sqlState(error) === "23505" ? textOf(error, "constraint_name") : undefined;
}

/** Drizzle wraps what the driver throws. */
function textOf(error: unknown, name: string): string | undefined {
  const cause: unknown = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (typeof cause !== "object" || cause === null || !(name in cause)) return undefined;
  return String((cause as Record<string, unknown>)[name]);
}
