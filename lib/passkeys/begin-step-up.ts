/** Asks the signed-in person to confirm with a passkey of theirs. */
import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import type { Context } from "#lib/context/context.ts";
import { listDescriptors } from "#lib/credentials/store.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { makeAssertionOptions } from "./assertion-options.ts";

/** The challenge is good in this session only. Verification is required whatever the policy for sign-in says. */
export async function beginStepUp(ctx: Context): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { actor } = ctx;
  if (actor.type !== "user") throw new DomainError("UNAUTHENTICATED");
  return await makeAssertionOptions(ctx, {
    kind: "step_up",
    userVerification: "required",
    allow: await listDescriptors(ctx.db, actor.userId),
    userId: actor.userId,
    sessionId: actor.sessionId,
  });
}
