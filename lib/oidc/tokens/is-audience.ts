/** Whether a token is meant for a service (RFC 8707 section 2). */
import type { ClientRow } from "#drizzle/schema/clients.ts";

/** A service is named by its own client id, or by one of the resources that are registered for it. */
export function isAudience(
  { id, resources }: Pick<ClientRow, "id" | "resources">,
  audience: readonly string[],
): boolean {
  return audience.some((value) => value === id || resources.includes(value));
}
