/** What removing and revoking have in common: the passkey and its sessions are dead, the person and the trail are told. */
import type { CredentialRowId, SessionId, UserId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { markCredentialRevoked } from "#lib/credentials/store.ts";
import type { Db } from "#lib/db/client.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { endCredentialSessions } from "#lib/sessions/end-credential-sessions.ts";
import { type PasskeyOwner, queuePasskeyNotice } from "../notices/queue-passkey-notice.ts";

export interface EndedPasskey {
  readonly passkey: { readonly id: CredentialRowId; readonly name: string };
  readonly owner: PasskeyOwner;
  /** Null: the operator, or a program. */
  readonly by: UserId | null;
  readonly action: "passkey.removed" | "passkey.revoked";
  readonly reason: string;
}

/**
 * The caller holds the owner's row. A sign-in that has it already commits first and its session ends here; one that
 * comes later finds the passkey dead.
 * @throws DomainError CREDENTIAL_NOT_FOUND when it had ended already
 */
export async function endPasskey(ctx: Context, tx: Db, ended: EndedPasskey): Promise<SessionId[]> {
  const { passkey, owner, action } = ended;
  const revoked = await markCredentialRevoked(tx, passkey.id, {
    revokedAt: ctx.now,
    revokedBy: ended.by,
    revokedReason: ended.reason,
  });
  if (!revoked) throw new DomainError("CREDENTIAL_NOT_FOUND");
  const sessions = await endCredentialSessions(ctx, tx, {
    credentialId: passkey.id,
    by: action === "passkey.removed" ? "passkey_removed" : "passkey_revoked",
  });
  await queuePasskeyNotice(ctx, tx, {
    owner,
    passkey: passkey.name,
    happened: action === "passkey.removed" ? "removed" : "revoked",
  });
  await appendAuditEvent(ctx, tx, {
    action,
    outcome: "success",
    subjectUserId: owner.id,
    credentialId: passkey.id,
    details: { name: passkey.name, reason: ended.reason, sessions_ended: sessions.length },
  });
  return sessions;
}
