/** Reads the query of an address into plain values, before a schema sees them. */
import { DomainError } from "#lib/errors/domain-error.ts";

/**
 * Each name once, as text.
 * @throws DomainError INVALID_REQUEST for a repeated name, or a NUL, which PostgreSQL cannot store
 */
export function readQuery(url: string): Record<string, string> {
  const entries = new Map<string, string>();
  for (const [name, value] of new URL(url).searchParams) {
    if (entries.has(name) || name.includes("\0") || value.includes("\0"))
      throw new DomainError("INVALID_REQUEST", {
        message: "The query repeats a name, or holds a NUL character.",
      });
    entries.set(name, value);
  }
  return Object.fromEntries(entries);
}
