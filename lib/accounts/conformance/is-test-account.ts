/** Which accounts the conformance interface may touch: those that it made, and never a person's. */
import type { UserRow } from "#drizzle/schema/users.ts";

/** Nobody signs in here, while whoever signs up, signs in by that. An account with a role is somebody's in any case. */
export function isTestAccount({ role, lastLoginAt }: Pick<UserRow, "role" | "lastLoginAt">): boolean {
  return role === "user" && lastLoginAt === null;
}
