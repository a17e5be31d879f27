/** An account is gone: with everything personal, everywhere, and for good. */
import type { UserId } from "#drizzle/schema/ids.ts";
import type { UserRow } from "#drizzle/schema/users.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import { checkUnchanged } from "#lib/context/check-unchanged.ts";
import type { Context } from "#lib/context/context.ts";
import { administratorWithPasskeyExists, lockRevocations } from "#lib/credentials/store.ts";
import { encodeBase64url } from "#lib/crypto/base64url.ts";
import type { Db } from "#lib/db/client.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { queueMail } from "#lib/outbox/queue-mail.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import type { Signals } from "#lib/passkeys/signals.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { checkStepUp } from "#lib/sessions/check-step-up.ts";
import { endSessions } from "#lib/sessions/end-sessions.ts";
import {
  deletePerson,
  deletePersonsRequests,
  endTokensOfUser,
  holdUserForChange,
  setUserStatus,
} from "./store.ts";

export interface DeletedUser {
  readonly username: string;
  readonly sessionsEnded: number;
  /** It was the account of whoever asked. */
  readonly signedOut: boolean;
  /** For the person's own browser: none of its passkeys is accepted any more. */
  readonly signals: Signals;
}

/**
 * Somebody's account. For operators, and for administrators who confirmed that it is them.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, USER_NOT_FOUND, PRECONDITION_FAILED, LAST_ADMINISTRATOR
 */
export function deleteUser(ctx: Context, id: UserId): Promise<DeletedUser> {
  return auditRefusal(ctx, "user.deleted", async () => {
    checkPermission(ctx, "users.delete");
    return await deleteAccount(ctx, id);
  });
}

/** One's own, after a passkey of the last minutes. @throws DomainError UNAUTHENTICATED, STEP_UP_REQUIRED, LAST_ADMINISTRATOR */
export function deleteOwnAccount(ctx: Context): Promise<DeletedUser> {
  return auditRefusal(ctx, "user.deleted", async () => await deleteAccount(ctx, checkStepUp(ctx).userId));
}

/**
 * In the order that blocks nobody: the person is shut out by a plain update, under which requests of theirs that have
 * begun still end; their tokens and codes are waited for one by one; the row goes last, and takes along what hangs on it.
 */
function deleteAccount(ctx: Context, id: UserId): Promise<DeletedUser> {
  return ctx.db.transaction(async (tx) => {
    await lockRevocations(tx);
    const user = await holdUserForChange(tx, id);
    if (!user) throw new DomainError("USER_NOT_FOUND");
    checkUnchanged(ctx, user.updatedAt);
    if (isAdministrator(user) && !(await administratorWithPasskeyExists(tx, id)))
      throw new DomainError("LAST_ADMINISTRATOR");
    await setUserStatus(tx, id, "disabled", ctx.now);
    const sessions = await endSessions(ctx, tx, { userId: id, by: "account_deleted" });
    const tokens = await endTokensOfUser(tx, id, ctx.now);
    await deletePersonsRequests(tx, id);
    await deletePerson(tx, id);
    const signedOut = ctx.actor.type === "user" && ctx.actor.userId === id;
    await tellByMail(ctx, tx, user, !signedOut);
    await appendAuditEvent(ctx, tx, {
      action: "user.deleted",
      outcome: "success",
      subjectUserId: id,
      details: { role: user.role, own: signedOut, sessions_ended: sessions.length, tokens },
    });
    return {
      username: user.username,
      sessionsEnded: sessions.length,
      signedOut,
      signals: signalsOfNobody(ctx, user),
    };
  });
}

/** One who is disabled does not count: it is not by them that the installation is administered. */
function isAdministrator({ role, status }: UserRow): boolean {
  return role === "admin" && status === "active";
}

async function tellByMail(ctx: Context, tx: Db, user: UserRow, byAdministrator: boolean): Promise<void> {
  await queueMail(ctx, tx, {
    to: user.username,
    locale: user.locale,
    subjectUserId: user.id,
    template: "account_deleted",
    props: { name: user.displayName, byAdministrator, at: ctx.now.toISOString() },
  });
}

function signalsOfNobody(ctx: Context, user: UserRow): Signals {
  return {
    rpId: ctx.config.rpId,
    userId: encodeBase64url(user.webauthnHandle),
    allAcceptedCredentialIds: [],
    name: user.username,
    displayName: user.displayName,
  };
}
