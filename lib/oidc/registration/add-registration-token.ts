/** Makes a token by which apps register themselves (RFC 7591 section 3). */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import { checkInput } from "#lib/clients/check-input.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { randomSecret } from "#lib/crypto/random.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { type NewRegistrationToken, newRegistrationTokenSchema } from "./schema.ts";
import { insertInitialAccessToken } from "./store.ts";

export interface AddedRegistrationToken {
  /** Shown this once. */
  readonly token: string;
  readonly expiresAt: Date;
}

/**
 * For operators, and for administrators who confirmed that it is them.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, VALIDATION_ERROR
 */
export async function addRegistrationToken(
  ctx: Context,
  input: NewRegistrationToken,
): Promise<AddedRegistrationToken> {
  checkPermission(ctx, "clients.write");
  const { name, uses, expiresInSeconds } = checkInput(newRegistrationTokenSchema, input);
  const token = randomSecret();
  const expiresAt = new Date(ctx.now.getTime() + expiresInSeconds * 1000);
  await ctx.db.transaction(async (tx) => {
    await insertInitialAccessToken(tx, {
      tokenHash: sha256(token),
      name,
      remainingUses: uses ?? null,
      createdAt: ctx.now,
      expiresAt,
    });
    await appendAuditEvent(ctx, tx, {
      action: "registration_token.created",
      outcome: "success",
      details: { name, uses: uses ?? null, expiresAt: expiresAt.toISOString() },
    });
  });
  return { token, expiresAt };
}
