/** Whether a token is meant for a service (RFC 8707 section 2). */
import type { ClientRow } from "#drizzle/schema/clients.ts";

/**
 * A service is named by its own client id, or by one of the resources that an administrator registered for it. An app that
 * registered itself may name resources, and is none.
 */
export function isAudience(
  { id, resources, source }: Pick<ClientRow, "id" | "resources" | "source">,
  audience: readonly string[],
): boolean {
  return audience.some((value) => value === id || (source === "manual" && resources.includes(value)));
}
