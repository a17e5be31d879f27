/** Holds the person or group that has claims, so that parallel changes count each other. */

import type { AuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Db } from "#lib/db/client.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { findUser, lockUser } from "#lib/users/store.ts";
import { findGroup, lockGroup } from "../store.ts";
import type { ClaimOwner } from "./store.ts";

/** What an event about the owner's claims says of the owner. */
export type OwnerFacts = Pick<AuditEvent, "subjectUserId"> & { readonly details: Record<string, string> };

/** Until the transaction ends. @throws DomainError USER_NOT_FOUND, GROUP_NOT_FOUND */
export async function lockClaimOwner(tx: Db, owner: ClaimOwner): Promise<OwnerFacts> {
  if ("user" in owner) {
    if (!(await lockUser(tx, owner.user))) throw new DomainError("USER_NOT_FOUND");
    return { subjectUserId: owner.user, details: {} };
  }
  const group = await lockGroup(tx, owner.group, "update");
  if (!group) throw new DomainError("GROUP_NOT_FOUND");
  return { details: { groupId: group.id, group: group.name } };
}

/** @throws DomainError USER_NOT_FOUND, GROUP_NOT_FOUND */
export async function checkClaimOwner(db: Db, owner: ClaimOwner): Promise<void> {
  if ("user" in owner) {
    if (!(await findUser(db, owner.user))) throw new DomainError("USER_NOT_FOUND");
  } else if (!(await findGroup(db, owner.group))) throw new DomainError("GROUP_NOT_FOUND");
}
