/** The end of every registration: one challenge, and what it was issued for decides what is made. */
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { consumeChallenge } from "#lib/passkeys/consume-challenge.ts";
import { finishAddingPasskey } from "#lib/passkeys/finish-adding-passkey.ts";
import { readClientData } from "#lib/passkeys/read-client-data.ts";
import type { RegistrationResponse } from "#lib/passkeys/schema.ts";
import { signalsOf } from "#lib/passkeys/signals.ts";
import { verifyRegistration } from "#lib/passkeys/verify-registration.ts";
import { findUser } from "#lib/users/store.ts";
import { finishAccount, type Registered } from "./finish-account.ts";

export interface RegistrationEnd {
  readonly response: RegistrationResponse;
  readonly deviceName: string | undefined;
}

/** @throws DomainError for a spent or foreign challenge, INVALID_ATTESTATION, and what the purpose refuses */
export function finishRegistration(
  ctx: Context,
  { response, deviceName }: RegistrationEnd,
): Promise<Registered> {
  return auditRefusal(ctx, "passkey.registration_failed", async () => {
    const clientData = readClientData(response.response.clientDataJSON);
    const challenge = await consumeChallenge(ctx, "registration", clientData.challenge);
    const passkey = await verifyRegistration(ctx, challenge, response);
    if (challenge.context.purpose !== "add")
      return await finishAccount(ctx, { context: challenge.context, passkey, deviceName });
    const added = await finishAddingPasskey(ctx, { userId: challenge.userId, passkey, deviceName });
    const user = challenge.userId && (await findUser(ctx.db, challenge.userId));
    if (!user) throw new DomainError("UNAUTHENTICATED");
    return {
      user: { id: user.id, username: user.username, displayName: user.displayName },
      ...added,
      signals: await signalsOf(ctx, ctx.db, { ...user, userId: user.id }),
    };
  });
}
