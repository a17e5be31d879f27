/** An administrator ends anybody's passkey. */
import type { CredentialRowId, UserId } from "#drizzle/schema/ids.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import {
  administratorWithPasskeyExists,
  findLiveCredential,
  listDescriptors,
  lockRevocations,
} from "#lib/credentials/store.ts";
import type { Db } from "#lib/db/client.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkStepUp } from "#lib/sessions/check-step-up.ts";
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
 * @throws DomainError UNAUTHENTICATED, FORBIDDEN, STEP_UP_REQUIRED, CREDENTIAL_NOT_FOUND, LAST_CREDENTIAL
 */
export async function revokePasskey(ctx: Context, { id, reason }: Revocation): Promise<RevokedPasskey> {
  const { actor } = ctx;
  if (actor.type !== "user") throw new DomainError("UNAUTHENTICATED");
  return await auditRefusal(ctx, "passkey.revoked", async () => {
    if (actor.role !== "admin") throw new DomainError("FORBIDDEN");
    checkStepUp(ctx);
    return await ctx.db.transaction(async (tx) => {
      await lockRevocations(tx);
      const found = await findLiveCredential(tx, id as CredentialRowId);
      if (!found) throw new DomainError("CREDENTIAL_NOT_FOUND");
      await lockUser(tx, found.userId);
      await checkSomebodyStays(tx, actor, found);
      const sessions = await endPasskey(ctx, tx, {
        passkey: found,
        userId: found.userId,
        by: actor.userId,
        action: "passkey.revoked",
        reason,
      });
      return {
        id: found.id,
        userId: found.userId,
        revokedAt: ctx.now,
        reason,
        sessionsEnded: sessions.length,
        signedOut: sessions.includes(actor.sessionId),
      };
    });
  });
}

/** No administrator locks themselves out, and an instance keeps one who can sign in. */
async function checkSomebodyStays(
  tx: Db,
  actor: UserActor,
  owner: { readonly userId: UserId; readonly role: UserActor["role"] },
): Promise<void> {
  if ((await listDescriptors(tx, owner.userId)).length > 1) return;
  if (owner.userId === actor.userId) throw new DomainError("LAST_CREDENTIAL");
  if (owner.role === "admin" && !(await administratorWithPasskeyExists(tx, owner.userId)))
    throw new DomainError("LAST_CREDENTIAL", {
      message: "This is the last administrator's only passkey. Let another administrator add one first.",
    });
}
