/** Holds a change to the version that its author saw (RFC 9110 sections 8.8.3 and 13.1.1). */
import { DomainError } from "#lib/errors/domain-error.ts";
import type { Context } from "./context.ts";

/** The entity tag of what was changed last at `updatedAt`. */
export function versionTag(updatedAt: Date): string {
  return `"${updatedAt.getTime().toString(36)}"`;
}

/**
 * Called with the row's time, once the row is locked: between the look and the change nobody comes in between.
 * @throws DomainError PRECONDITION_FAILED when the caller named another version
 */
export function checkUnchanged({ ifMatch }: Pick<Context, "ifMatch">, updatedAt: Date): void {
  if (ifMatch === undefined || ifMatch.trim() === "*") return;
  // Only strong tags count; a weak one never matches here (RFC 9110 section 8.8.3.2).
  const named = ifMatch.split(",").map((tag) => tag.trim());
  if (!named.includes(versionTag(updatedAt))) throw new DomainError("PRECONDITION_FAILED");
}
