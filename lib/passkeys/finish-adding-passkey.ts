/** Stores another passkey of the signed-in person. */
import type { UserId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { listCredentialNames } from "#lib/credentials/store.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { lockActiveUser } from "#lib/users/store.ts";
import { refuse } from "./ceremony-refusal.ts";
import { type StoredPasskey, storePasskey } from "./store-passkey.ts";
import type { VerifiedPasskey } from "./verify-registration.ts";

/**
 * `userId` is whom the challenge was issued to, in this very session.
 * @throws DomainError USER_DISABLED, CREDENTIAL_LIMIT, DUPLICATE_CREDENTIAL
 */
export async function finishAddingPasskey(
  ctx: Context,
  input: {
    readonly userId: UserId | undefined;
    readonly passkey: VerifiedPasskey;
    readonly deviceName: string | undefined;
  },
): Promise<StoredPasskey> {
  const { userId } = input;
  if (ctx.actor.type !== "user" || ctx.actor.userId !== userId)
    throw refuse("INVALID_CHALLENGE", "challenge_session");
  return await ctx.db.transaction(async (tx) => {
    // The lock makes parallel additions count each other.
    if (!(await lockActiveUser(tx, userId))) throw new DomainError("USER_DISABLED");
    const takenNames = await listCredentialNames(tx, userId);
    if (takenNames.length >= ctx.config.maxCredentialsPerUser) throw new DomainError("CREDENTIAL_LIMIT");
    return await storePasskey(ctx, tx, { ...input, userId, takenNames });
  });
}
