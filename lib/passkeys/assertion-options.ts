/** Makes PublicKeyCredentialRequestOptionsJSON (WebAuthn Level 3 section 5.1.9) and its challenge. */
import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import type { SessionId, UserId } from "#drizzle/schema/ids.ts";
import type { Config } from "#lib/config/load-config.ts";
import type { Context } from "#lib/context/context.ts";
import { type Descriptor, toDescriptorJson } from "./descriptor.ts";
import { issueChallenge } from "./issue-challenge.ts";

export interface AssertionStart {
  readonly kind: "authentication" | "step_up";
  readonly userVerification: Config["userVerification"];
  /** Absent: usernameless, any passkey of this RP ID that the authenticator knows. */
  readonly allow?: readonly Descriptor[];
  readonly userId?: UserId;
  readonly sessionId?: SessionId;
}

export async function makeAssertionOptions(
  ctx: Context,
  start: AssertionStart,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const allowCredentials = start.allow?.map(toDescriptorJson);
  const challenge = await issueChallenge(ctx, {
    kind: start.kind,
    ...(start.userId ? { userId: start.userId } : {}),
    ...(start.sessionId ? { sessionId: start.sessionId } : {}),
    context: {
      userVerification: start.userVerification,
      allowCredentials: allowCredentials?.map(({ id }) => id) ?? null,
    },
  });
  return {
    challenge,
    timeout: ctx.config.challengeTimeoutSeconds * 1000,
    rpId: ctx.config.rpId,
    allowCredentials: allowCredentials ?? [],
    userVerification: start.userVerification,
  };
}
