/** The columns of `users` that claims are made of. */
import { eq } from "drizzle-orm";
import type { UserId } from "#drizzle/schema/ids.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Db } from "#lib/db/client.ts";
import type { Person } from "./read-person-claims.ts";

export const personColumns = {
  id: users.id,
  username: users.username,
  displayName: users.displayName,
  givenName: users.givenName,
  familyName: users.familyName,
  picture: users.picture,
  locale: users.locale,
  emailVerifiedAt: users.emailVerifiedAt,
  updatedAt: users.updatedAt,
};

export async function findPerson(db: Db, userId: UserId): Promise<Person | undefined> {
  const [row] = await db.select(personColumns).from(users).where(eq(users.id, userId));
  return row;
}
