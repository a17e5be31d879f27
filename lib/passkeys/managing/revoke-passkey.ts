/** An administrator ends anybody's passkey. */
import type { CredentialRowId, UserId } from "#drizzle/schema/ids.ts";
import type { UserRole } from "#drizzle/schema/users.ts";
import type { Actor, Context } from "#lib/context/context.ts";
import {
  administratorWithPasskeyExists,
  findLiveCredential,
  listDescriptors,
  lockRevocations,
} from "#lib/credentials/store.ts";
import type { Db } from "#lib/db/client.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { lockUser } from "#lib/users/store.ts";
import { auditRefusal } from "../audit-refusal.ts";
import { endPasskey } from "./end-passkey.ts";

export interface RevokedPasskey {
  readonly id: CredentialRowId;
  readonly userId: UserId;
  readonly revokedAt: Date;
  readonly reason: string;
  readonly sessionsEnded: number;
  /** The administrator's own session hung on this passkey and has ended with it. */
  readonly signedOut: boolean;
}

export interface Revocation {
  readonly id: string;
  readonly reason: string;
}

/**
 * Ends the passkey and its sessions, at once for every instance: nobody keeps either in memory.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, CREDENTIAL_NOT_FOUND, LAST_CREDENTIAL
 */
export async function revokePasskey(ctx: Context, { id, reason }: Revocation): Promise<RevokedPasskey> {
  return await auditRefusal(ctx, "passkey.revoked", async () => {
    checkPermission(ctx, "credentials.revoke");
    return await ctx.db.transaction(async (tx) => {
      await lockRevocations(tx);
      const found = await findLiveCredential(tx, id as CredentialRowId);
      if (!found) throw new DomainError("CREDENTIAL_NOT_FOUND");
      const owner = await lockUser(tx, found.userId);
      if (!owner) throw new DomainError("CREDENTIAL_NOT_FOUND");
      await checkSomebodyStays(tx, ctx.actor, found);
      const sessions = await endPasskey(ctx, tx, {
        passkey: found,
        owner,
        by: ctx.actor.type === "user" ? ctx.actor.userId : null,
        action: "passkey.revoked",
        reason,
      });
      return {
        id: found.id,
        userId: found.userId,
        revokedAt: ctx.now,
        reason,
        sessionsEnded: sessions.length,
        signedOut: ctx.actor.type === "user" && sessions.includes(ctx.actor.sessionId),
      };
    });
  });
}

/** No administrator locks themselves out, and an instance keeps one who can sign in. */
async function checkSomebodyStays(
  tx: Db,
  actor: Actor,
  owner: { readonly userId: UserId; readonly role: UserRole },
): Promise<void> {
  if ((await listDescriptors(tx, owner.userId)).length > 1) return;
  if (actor.type === "user" && owner.userId === actor.userId) throw new DomainError("LAST_CREDENTIAL");
  if (owner.role === "admin" && !(await administratorWithPasskeyExists(tx, owner.userId)))
    throw new DomainError("LAST_CREDENTIAL", {
      words: { key: "lastAdministratorsPasskey" },
    });
}
