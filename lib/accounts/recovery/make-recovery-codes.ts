/** Makes a person's set of recovery codes, in place of the one before. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { occasionOf } from "#lib/outbox/occasion-of.ts";
import { queueMail } from "#lib/outbox/queue-mail.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { checkStepUp } from "#lib/sessions/check-step-up.ts";
import { lockActiveUser } from "#lib/users/store.ts";
import { codesInSet, hashRecoveryCode, makeRecoveryCode } from "./recovery-code.ts";
import type { RecoveryCodes } from "./schema.ts";
import { replaceRecoveryCodes } from "./store.ts";

export interface NewRecoveryCodes extends RecoveryCodes {
  /** Shown here once; stored as their hashes. */
  readonly codes: readonly string[];
}

/** The old ones are dead at once, used or not. @throws DomainError UNAUTHENTICATED, STEP_UP_REQUIRED, USER_DISABLED */
export function makeRecoveryCodes(ctx: Context): Promise<NewRecoveryCodes> {
  return auditRefusal(ctx, "recovery_codes.created", async () => {
    const { userId, username, displayName, locale } = checkStepUp(ctx);
    const codes = Array.from({ length: codesInSet }, makeRecoveryCode);
    return await ctx.db.transaction(async (tx) => {
      // The lock makes two sets that are made at once one after the other: the later one stays.
      if (!(await lockActiveUser(tx, userId))) throw new DomainError("USER_DISABLED");
      const hashes = codes.map(hashRecoveryCode);
      const ended = await replaceRecoveryCodes(tx, userId, { hashes, now: ctx.now });
      await queueMail(ctx, tx, {
        to: username,
        locale,
        subjectUserId: userId,
        template: "recovery_codes_made",
        props: { name: displayName, occasion: occasionOf(ctx) },
      });
      await appendAuditEvent(ctx, tx, {
        action: "recovery_codes.created",
        outcome: "success",
        subjectUserId: userId,
        details: { codes: codes.length, ended },
      });
      return { codes, total: codes.length, left: codes.length, createdAt: ctx.now };
    });
  });
}
