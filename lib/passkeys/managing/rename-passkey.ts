/** A passkey of one's own gets another name. */
import type { CredentialRowId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { describePasskey, type Passkey } from "#lib/credentials/list-passkeys.ts";
import { listCredentials, updateCredentialName } from "#lib/credentials/store.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkStepUp } from "#lib/sessions/check-step-up.ts";
import { lockUser } from "#lib/users/store.ts";
import { auditRefusal } from "../audit-refusal.ts";
import { type Signals, signalsOf } from "../signals.ts";

export interface RenamedPasskey {
  readonly passkey: Passkey;
  readonly signals: Signals;
}

/** @throws DomainError UNAUTHENTICATED, STEP_UP_REQUIRED, CREDENTIAL_NOT_FOUND also for another person's passkey */
export async function renamePasskey(
  ctx: Context,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<RenamedPasskey> {
  const actor = checkStepUp(ctx);
  return await auditRefusal(ctx, "passkey.renamed", () =>
    ctx.db.transaction(async (tx) => {
      const user = await lockUser(tx, actor.userId);
      const row = (await listCredentials(tx, actor.userId)).find((own) => own.id === id);
      if (!user || !row) throw new DomainError("CREDENTIAL_NOT_FOUND");
      const signals = await signalsOf(ctx, tx, { ...user, userId: user.id });
      const passkey = describePasskey({ ...row, name }, actor);
      if (row.name === name) return { passkey, signals };
      await updateCredentialName(tx, id as CredentialRowId, name);
      await appendAuditEvent(ctx, tx, {
        action: "passkey.renamed",
        outcome: "success",
        subjectUserId: actor.userId,
        credentialId: row.id,
        details: { from: row.name, to: name },
      });
      return { passkey, signals };
    }),
  );
}
