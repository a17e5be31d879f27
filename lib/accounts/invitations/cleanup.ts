/** Removes invitations that have long expired; who came by them stays in the audit trail. */
import type { Db } from "#lib/db/client.ts";
import { deleteInvitationsExpiredBefore } from "./store.ts";

/** For that long administrators still see them in the list. */
const keptMs = 90 * 86_400_000;

/** The number of rows removed. */
export function deleteExpiredInvitations(db: Db, now: Date): Promise<number> {
  return deleteInvitationsExpiredBefore(db, new Date(now.getTime() - keptMs));
}
