/** Makes PublicKeyCredentialCreationOptionsJSON (WebAuthn Level 3 section 5.1.8) and its challenge. */
import type { PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/server";
import type { GroupId, SessionId, UserId } from "#drizzle/schema/ids.ts";
import type { Config } from "#lib/config/load-config.ts";
import type { Context } from "#lib/context/context.ts";
import { algorithmIds } from "./algorithms.ts";
import { type Descriptor, toDescriptorJson } from "./descriptor.ts";
import { issueChallenge } from "./issue-challenge.ts";
import { combinePolicies, wantsAttestation } from "./policy/check-attestation-policy.ts";
import { listPoliciesFor } from "./policy/load-policy.ts";
import type { AttestationPolicy } from "./policy/schema.ts";
import type { ChallengeContexts, RegistrationWishes } from "./schema.ts";

export interface RegistrationStart {
  readonly purpose: ChallengeContexts["registration"]["purpose"];
  /** The 64-byte user handle in base64url. */
  readonly handle: string;
  readonly username: string;
  readonly displayName: string;
  readonly wishes: RegistrationWishes;
  readonly exclude: readonly Descriptor[];
  readonly setUpTokenHash?: string;
  readonly invitation?: { readonly hash: string; readonly groups: readonly GroupId[] };
  readonly userId?: UserId;
  readonly sessionId?: SessionId;
}

type AuthenticatorAttachment = NonNullable<
  RegistrationWishes["authenticatorSelection"]
>["authenticatorAttachment"];

const verificationOrder = ["discouraged", "preferred", "required"] as const;
const conveyanceOrder = ["none", "indirect", "direct"] as const;

/** Stores what was offered with the challenge: the answer is held against it, not against later policy. */
export async function makeRegistrationOptions(
  ctx: Context,
  start: RegistrationStart,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { wishes, purpose, handle, username, displayName } = start;
  const policy = combinePolicies(await listPoliciesFor(ctx, start.userId, start.invitation?.groups));
  const userVerification = stricterVerification(ctx.config, wishes, policy);
  const attestation = stricterConveyance(ctx.config, wishes, policy);
  const extensions = { ...wishes.extensions, credProps: true };
  const challenge = await issueChallenge(ctx, {
    kind: "registration",
    ...(start.userId ? { userId: start.userId } : {}),
    ...(start.sessionId ? { sessionId: start.sessionId } : {}),
    context: {
      purpose,
      handle,
      username,
      displayName,
      ...(start.setUpTokenHash ? { setUpTokenHash: start.setUpTokenHash } : {}),
      ...(start.invitation
        ? { invitationHash: start.invitation.hash, joining: [...start.invitation.groups] }
        : {}),
      userVerification,
      attestation,
      extensions,
      algorithms: [...algorithmIds],
    },
  });
  const { authenticatorAttachment } = wishes.authenticatorSelection ?? {};
  return {
    rp: { id: ctx.config.rpId, name: ctx.config.rpName },
    user: { id: handle, name: username, displayName },
    challenge,
    pubKeyCredParams: algorithmIds.map((alg) => ({ type: "public-key", alg })),
    timeout: ctx.config.challengeTimeoutSeconds * 1000,
    excludeCredentials: start.exclude.map(toDescriptorJson),
    authenticatorSelection: {
      ...(authenticatorAttachment ? { authenticatorAttachment } : {}),
      // Sign-in begins without a name, so the authenticator has to find the passkey by itself.
      residentKey: "required",
      requireResidentKey: true,
      userVerification,
    },
    hints: hintsFor(authenticatorAttachment, policy),
    attestation,
    // The library's type does not list minPinLength.
    extensions: extensions as { credProps: boolean },
  };
}

type Hints = NonNullable<PublicKeyCredentialCreationOptionsJSON["hints"]>;

/** Which kinds the browser should offer first (section 5.8.8); it lets the person choose another all the same. */
function hintsFor(wished: AuthenticatorAttachment, { deviceBoundOnly }: AttestationPolicy): Hints {
  if (wished === "platform") return ["client-device"];
  if (wished === "cross-platform") return ["security-key", "hybrid"];
  // What phones and password managers make is copied between devices.
  return deviceBoundOnly ? ["security-key", "client-device"] : ["client-device", "hybrid"];
}

function stricterVerification(
  config: Config,
  wishes: RegistrationWishes,
  { requireUserVerification }: AttestationPolicy,
): Config["userVerification"] {
  const wished = [
    requireUserVerification ? "required" : undefined,
    wishes.userVerification,
    wishes.authenticatorSelection?.userVerification,
    config.userVerification,
  ];
  return verificationOrder.findLast((level) => wished.includes(level)) ?? config.userVerification;
}

/** `enterprise` identifies single devices: it is the operator's to choose, never a page's. */
function stricterConveyance(
  config: Config,
  wishes: RegistrationWishes,
  policy: AttestationPolicy,
): Config["attestation"] {
  if (config.attestation === "enterprise") return "enterprise";
  const wished: readonly (string | undefined)[] = [
    wishes.attestation,
    config.attestation,
    wantsAttestation(policy) ? "direct" : undefined,
  ];
  return conveyanceOrder.findLast((level) => wished.includes(level)) ?? config.attestation;
}
