/** Whether nobody could administer the installation without whoever asks. */
import type { Context } from "#lib/context/context.ts";
import { administratorWithPasskeyExists } from "#lib/credentials/store.ts";

/** For pages: the operations that would leave nobody ask again, under a lock. */
export async function isOnlyAdministrator({ actor, db }: Pick<Context, "actor" | "db">): Promise<boolean> {
  if (actor.type !== "user" || actor.role !== "admin") return false;
  return !(await administratorWithPasskeyExists(db, actor.userId));
}
