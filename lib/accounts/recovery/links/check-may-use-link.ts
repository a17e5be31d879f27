/** Whose account a link may open: asked when it is made, shown and used, since people change in between. */
import type { UserRow } from "#drizzle/schema/users.ts";
import type { LinkPurpose } from "./store.ts";

type LinkedPerson = Pick<UserRow, "status" | "role" | "emailVerifiedAt">;

/** Why there is no link by mail for somebody; for the trail. */
export type LinkObjection = "user_disabled" | "role" | "email_unverified";

/**
 * A mailbox is enough for nobody who can see or change what is other people's. Nor is an address that nobody has
 * proven: it may be mistyped, or another person's, entered to lie in wait for them.
 */
export function objectionToLink(person: LinkedPerson, purpose: LinkPurpose): LinkObjection | undefined {
  if (person.status !== "active") return "user_disabled";
  if (purpose === "recovery") return undefined;
  if (person.role !== "user") return "role";
  return person.emailVerifiedAt === null ? "email_unverified" : undefined;
}
