/** Shuts a person out of this installation and of every app behind it, and lets them in again. */
import type { SessionId, UserId } from "#drizzle/schema/ids.ts";
import type { UserRow } from "#drizzle/schema/users.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { administratorWithPasskeyExists, lockRevocations } from "#lib/credentials/store.ts";
import type { Db } from "#lib/db/client.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { endSessions } from "#lib/sessions/end-sessions.ts";
import { describeUser } from "#lib/users/describe-user.ts";
import type { User } from "#lib/users/schema.ts";
import { findUser } from "#lib/users/store.ts";
import { deleteLinksOf } from "./recovery/links/store.ts";
import { endTokensOfUser, setUserStatus } from "./store.ts";

export interface DisabledUser {
  readonly user: User;
  readonly sessionsEnded: number;
  /** The administrator shut themselves out. */
  readonly signedOut: boolean;
}

/**
 * At once and on every instance: sessions end, and all tokens with them, also those that outlive sessions. Disabling
 * who is disabled changes nothing. For operators, and for administrators who confirmed that it is them.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, USER_NOT_FOUND, LAST_ADMINISTRATOR
 */
export async function disableUser(ctx: Context, id: UserId): Promise<DisabledUser> {
  return await auditRefusal(ctx, "user.disabled", async () => {
    checkPermission(ctx, "users.write");
    return await ctx.db.transaction(async (tx) => {
      // Two administrators who disable each other come one after the other.
      await lockRevocations(tx);
      const before = await findExisting(tx, id);
      if (before.status === "disabled")
        return { user: describeUser(before), sessionsEnded: 0, signedOut: false };
      if (before.role === "admin" && !(await administratorWithPasskeyExists(tx, id)))
        throw new DomainError("LAST_ADMINISTRATOR");
      // From here on nobody signs in: a sign-in writes to this row, and asks for its status.
      const row = await setUserStatus(tx, id, "disabled", ctx.now);
      const sessions = await endSessions(ctx, tx, { userId: id, by: "user_disabled" });
      const tokens = await endTokensOfUser(tx, id, ctx.now);
      await deleteLinksOf(tx, id);
      await appendAuditEvent(ctx, tx, {
        action: "user.disabled",
        outcome: "success",
        subjectUserId: id,
        details: { before: before.status, after: "disabled", sessions_ended: sessions.length, tokens },
      });
      return {
        user: describeUser(row),
        sessionsEnded: sessions.length,
        signedOut: sessions.some((session) => isOwn(ctx, session.id)),
      };
    });
  });
}

/** The person signs in anew; no session and no token comes back. @throws as `disableUser`, but LAST_ADMINISTRATOR */
export async function enableUser(ctx: Context, id: UserId): Promise<User> {
  return await auditRefusal(ctx, "user.enabled", async () => {
    checkPermission(ctx, "users.write");
    return await ctx.db.transaction(async (tx) => {
      const before = await findExisting(tx, id);
      if (before.status === "active") return describeUser(before);
      // A token that was being issued while the person was disabled came too late to be found then.
      await endTokensOfUser(tx, id, ctx.now);
      const row = await setUserStatus(tx, id, "active", ctx.now);
      await appendAuditEvent(ctx, tx, {
        action: "user.enabled",
        outcome: "success",
        subjectUserId: id,
        details: { before: before.status, after: "active" },
      });
      return describeUser(row);
    });
  });
}

async function findExisting(tx: Db, id: UserId): Promise<UserRow> {
  const row = await findUser(tx, id);
  if (!row) throw new DomainError("USER_NOT_FOUND");
  return row;
}

function isOwn({ actor }: Context, sessionId: SessionId): boolean {
  return actor.type === "user" && actor.sessionId === sessionId;
}
