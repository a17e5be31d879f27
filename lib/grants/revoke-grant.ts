/** Takes back what an app was given by a person. */
import type { ClientId, UserId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { signOutOfApp } from "#lib/sessions/queue-logouts.ts";
import { deleteGrant } from "./store.ts";

export interface GrantToRevoke {
  readonly clientId: string;
  /** Whose; the actor's own where absent. Another's are for operators and administrators. */
  readonly userId?: UserId;
}

/**
 * Codes and tokens hang on the grant and go with it, those that outlive sessions too; the app is told to sign the
 * person out, and asks for everything anew at the next sign-in.
 * @throws DomainError UNAUTHENTICATED, FORBIDDEN, STEP_UP_REQUIRED, GRANT_NOT_FOUND where the app was given nothing
 */
export async function revokeGrant(ctx: Context, { clientId, userId }: GrantToRevoke): Promise<void> {
  const owner = checkOwner(ctx, userId);
  await ctx.db.transaction(async (tx) => {
    const revoked = await deleteGrant(tx, { userId: owner, clientId: clientId as ClientId });
    if (!revoked) throw new DomainError("GRANT_NOT_FOUND");
    await signOutOfApp(ctx, tx, { userId: owner, clientId: revoked.clientId });
    await appendAuditEvent(ctx, tx, {
      action: "consent.revoked",
      outcome: "success",
      subjectUserId: owner,
      clientId: revoked.clientId,
      details: { scopes: revoked.scopes, claims: revoked.claims, resources: revoked.resources },
    });
  });
}

function checkOwner(ctx: Context, userId: UserId | undefined): UserId {
  const { actor } = ctx;
  if (actor.type === "user" && (userId === undefined || userId === actor.userId)) return actor.userId;
  if (userId === undefined) throw new DomainError("UNAUTHENTICATED");
  checkPermission(ctx, "consents.revoke");
  return userId;
}
