/** The groups that somebody manages, for themselves. */
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import type { ManagedGroup } from "./schema.ts";
import { selectManagedGroups } from "./store.ts";

/** None for who came back without a passkey: nothing beyond the own account is theirs until one was used. @throws DomainError UNAUTHENTICATED */
export async function listManagedGroups({ db, actor }: Context): Promise<ManagedGroup[]> {
  if (actor.type !== "user") throw new DomainError("UNAUTHENTICATED");
  return actor.method === "passkey" ? await selectManagedGroups(db, actor.userId) : [];
}
