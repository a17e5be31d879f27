/** The code that a person typed in: leads to the question whether the device may (RFC 8628 section 3.3). */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { encodeBase64url } from "#lib/crypto/base64url.ts";
import { checkGuessesLeft, countWrongGuess } from "#lib/rate-limit/code-guesses.ts";
import { createInteraction } from "../interactions/create-interaction.ts";
import { findPendingByUserCode } from "./store.ts";
import { hashUserCode, readUserCode } from "./user-code.ts";

/**
 * Where the browser goes next: back to the form for a code that nobody waits with.
 * @throws DomainError RATE_LIMIT_EXCEEDED after some wrong codes
 */
export async function enterUserCode(
  ctx: Context,
  input: { readonly userCode: string },
): Promise<{ readonly location: string }> {
  await checkGuessesLeft(ctx);
  const code = readUserCode(input.userCode);
  const device =
    code === undefined
      ? undefined
      : await findPendingByUserCode(ctx.db, { userCodeHash: hashUserCode(code), now: ctx.now });
  if (!device) {
    await refuse(ctx);
    return { location: `${ctx.config.baseUrl}/device?problem=code` };
  }
  const token = await createInteraction(ctx, ctx.db, {
    kind: "device",
    clientId: device.clientId,
    request: { deviceCodeHash: encodeBase64url(device.deviceCodeHash) },
  });
  return { location: `${ctx.config.baseUrl}/oauth/resume?interaction=${token}` };
}

async function refuse(ctx: Context): Promise<void> {
  await countWrongGuess(ctx);
  await appendAuditEvent(ctx, ctx.db, {
    action: "device.code_refused",
    outcome: "failure",
    reason: "unknown_user_code",
    ...(ctx.actor.type === "user" ? { subjectUserId: ctx.actor.userId } : {}),
  });
}
