/** Invitations as administrators see them. */
import type { InvitationRow } from "#drizzle/schema/invitations.ts";
import type { Db } from "#lib/db/client.ts";
import type { Invitation } from "./schema.ts";
import { selectGroupsOf } from "./store.ts";

/** In the order of `rows`; one question for the groups of them all. */
export async function describeInvitations(
  db: Db,
  rows: readonly InvitationRow[],
  now: Date,
): Promise<Invitation[]> {
  const all =
    rows.length === 0
      ? []
      : await selectGroupsOf(
          db,
          rows.map(({ id }) => id),
        );
  return rows.map(({ tokenHash: _, ...row }) => ({
    ...row,
    state: stateOf(row, now),
    groups: all
      .filter(({ invitationId }) => invitationId === row.id)
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  }));
}

function stateOf(
  { revokedAt, remainingUses, expiresAt }: Pick<InvitationRow, "revokedAt" | "remainingUses" | "expiresAt">,
  now: Date,
): Invitation["state"] {
  if (revokedAt !== null) return "revoked";
  if (remainingUses === 0) return "used";
  return expiresAt.getTime() <= now.getTime() ? "expired" : "open";
}
