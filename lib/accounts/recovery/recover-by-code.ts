/** A recovery code becomes a session, in which a passkey can be added. */
import type { Context } from "#lib/context/context.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { refuse } from "#lib/passkeys/ceremony-refusal.ts";
import { takePoint } from "#lib/rate-limit/rate-limit.ts";
import { describeRecoveryCodes } from "./describe-recovery-codes.ts";
import { openRecoveredSession, type Recovered } from "./open-recovered-session.ts";
import { hashRecoveryCode } from "./recovery-code.ts";
import { findRecoveryCode, lockOwnerOfCode, takeRecoveryCode } from "./store.ts";

/**
 * `typed` in any spelling. One answer for codes that are unknown, used or of somebody who is disabled, after the same work.
 * @throws DomainError AUTHENTICATION_FAILED, RATE_LIMIT_EXCEEDED
 */
export async function recoverByCode(ctx: Context, typed: string): Promise<Recovered> {
  // Taken before the work, and by good tries too: a hundred at once cannot slip past a limit that counts failures.
  await takePoint(ctx, "recovery");
  return await auditRefusal(ctx, "recovery.failed", async () => {
    const codeHash = hashRecoveryCode(typed);
    const recovered = await useCode(ctx, codeHash);
    if (recovered) return recovered;
    const found = await findRecoveryCode(ctx.db, codeHash);
    throw refuse("AUTHENTICATION_FAILED", ruleOf(found), {
      words: { key: "recoveryCodeDead" },
      ...(found ? { subjectUserId: found.userId } : {}),
    });
  });
}

async function useCode(ctx: Context, codeHash: Uint8Array): Promise<Recovered | undefined> {
  return await ctx.db.transaction(async (tx) => {
    // From here on nobody disables the person, or replaces the codes, in between.
    await lockOwnerOfCode(tx, codeHash);
    const person = await takeRecoveryCode(tx, codeHash, ctx.now);
    if (!person) return undefined;
    const { left } = await describeRecoveryCodes(tx, person.id);
    return await openRecoveredSession(ctx, tx, {
      person,
      method: "recovery_code",
      details: { codes_left: left },
    });
  });
}

function ruleOf(found: { readonly usedAt: Date | null } | undefined) {
  if (!found) return "recovery_code_unknown";
  return found.usedAt ? "recovery_code_used" : "user_disabled";
}
