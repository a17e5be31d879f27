/** A passkey of one's own is given up. */
import type { Context } from "#lib/context/context.ts";
import { listCredentials } from "#lib/credentials/store.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { endPasskey } from "#lib/passkeys/managing/end-passkey.ts";
import { type Signals, signalsOf } from "#lib/passkeys/signals.ts";
import { checkStepUp } from "#lib/sessions/check-step-up.ts";
import { lockUser } from "#lib/users/store.ts";
import { hasWayWithoutPasskey } from "./recovery/has-way-without-passkey.ts";

export interface RemovedPasskey {
  /** The passkey had opened or last confirmed the very session that asked, which has ended with it. */
  readonly signedOut: boolean;
  readonly signals: Signals;
}

/**
 * The last one goes only where a recovery code is left that lets its person in.
 * @throws DomainError UNAUTHENTICATED, STEP_UP_REQUIRED, LAST_CREDENTIAL, CREDENTIAL_NOT_FOUND also for another person's
 */
export async function removePasskey(ctx: Context, id: string): Promise<RemovedPasskey> {
  const actor = checkStepUp(ctx);
  return await auditRefusal(ctx, "passkey.removed", () =>
    ctx.db.transaction(async (tx) => {
      // The lock makes parallel removals count each other.
      const user = await lockUser(tx, actor.userId);
      const live = await listCredentials(tx, actor.userId);
      const passkey = live.find((own) => own.id === id);
      if (!user || !passkey) throw new DomainError("CREDENTIAL_NOT_FOUND");
      if (live.length === 1 && !(await hasWayWithoutPasskey(tx, user)))
        throw new DomainError("LAST_CREDENTIAL");
      const sessions = await endPasskey(ctx, tx, {
        passkey,
        owner: user,
        by: actor.userId,
        action: "passkey.removed",
        reason: "removed by owner",
      });
      const signals = await signalsOf(ctx, tx, { ...user, userId: user.id });
      return { signedOut: sessions.includes(actor.sessionId), signals };
    }),
  );
}
