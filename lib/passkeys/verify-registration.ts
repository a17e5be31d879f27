/** A browser's registration response → a passkey that may be stored. */
import type { CredentialRow } from "#drizzle/schema/credentials.ts";
import type { GroupId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { noModel } from "./attestation/aaguid.ts";
import {
  type VerifiedRegistration,
  verifyRegistrationValues,
} from "./attestation/verify-registration-values.ts";
import { refuse } from "./ceremony-refusal.ts";
import { strictnessOf } from "./ceremony-strictness.ts";
import type { ConsumedChallenge } from "./consume-challenge.ts";
import { checkModel } from "./metadata/check-model.ts";
import { metadataFor } from "./metadata/metadata-for.ts";
import { trustAnchorsOf } from "./metadata/trust-anchors.ts";
import { checkNewPasskeyAllowed } from "./policy/check-passkey-allowed.ts";
import type { RegistrationResponse } from "./schema.ts";

export type VerifiedPasskey = Pick<
  CredentialRow,
  | "credentialId"
  | "algorithm"
  | "signCount"
  | "aaguid"
  | "transports"
  | "deviceType"
  | "backupEligible"
  | "backupState"
  | "userVerified"
  | "attestationFormat"
  | "attestationTrust"
> & {
  /** COSE_Key, not sealed yet: its owner is not known here. */
  readonly publicKey: Uint8Array;
  /** To be kept, where there are certificates: their trust is judged again when the metadata changes. */
  readonly attestation:
    | { readonly object: Uint8Array; readonly metadataDigest: Uint8Array | undefined }
    | undefined;
};

/**
 * WebAuthn Level 3 section 7.1, but for the checks that need the account. Without metadata, nothing is ever trusted.
 * @throws DomainError INVALID_ATTESTATION, with the rule for the audit trail; ATTESTATION_NOT_ALLOWED
 */
export async function verifyRegistration(
  ctx: Context,
  challenge: ConsumedChallenge<"registration">,
  response: RegistrationResponse,
): Promise<VerifiedPasskey> {
  const { userVerification, algorithms, conformance } = challenge.context;
  const strictness = strictnessOf(ctx.config, challenge.context);
  const metadata = await metadataFor(ctx);
  const verified = verifyRegistrationValues({
    response,
    expectedChallenge: challenge.challenge,
    expectedOrigins: ctx.config.allowedOrigins,
    expectedTopOrigins: ctx.config.allowedTopOrigins,
    rpId: ctx.config.rpId,
    userVerification,
    algorithms,
    trust: trustAnchorsOf(metadata),
    now: ctx.now,
    strictness,
  });
  if (metadata) checkModel(metadata, verified, { now: ctx.now, locale: ctx.locale, strictness });
  // Sign-in begins without a name, so a credential that the authenticator cannot find by itself is no use here.
  if (response.clientExtensionResults?.credProps?.rk === false) {
    throw refuse("INVALID_ATTESTATION", "not_discoverable", {
      words: { key: "authenticatorDidNotKeep" },
    });
  }
  const { flags } = verified;
  const passkey: VerifiedPasskey = {
    credentialId: verified.credentialId,
    publicKey: verified.publicKey,
    algorithm: verified.algorithm,
    signCount: verified.signCount,
    aaguid: modelOf(verified),
    transports: knownTransports(response.response.transports ?? []),
    deviceType: flags.backupEligible ? "multi_device" : "single_device",
    backupEligible: flags.backupEligible,
    backupState: flags.backupState,
    userVerified: flags.userVerified,
    attestationFormat: verified.format,
    attestationTrust: trustOf(verified),
    attestation:
      verified.trustPath.length > 0
        ? { object: verified.attestationObject, metadataDigest: metadata?.digest }
        : undefined,
  };
  // A conformance tool shows what verifies, not what this instance wants.
  const joining = challenge.context.joining as GroupId[] | undefined;
  if (!conformance) await checkNewPasskeyAllowed(ctx, passkey, { userId: challenge.userId, joining });
  return passkey;
}

/**
 * Where certificates speak but do not vouch for the AAGUID (U2F), it would be a trusted key's false name: none is kept.
 * Without an attestation it is anybody's word, and good for a name in a list.
 */
function modelOf({ aaguid, aaguidAttested, attestationType }: VerifiedRegistration): string {
  return aaguidAttested || attestationType === "none" ? aaguid : noModel;
}

/** Without an anchor a certificate proves nothing about who made the authenticator: never "trusted". */
function trustOf({ attestationType, trusted }: VerifiedRegistration): CredentialRow["attestationTrust"] {
  if (attestationType === "none" || attestationType === "self") return attestationType;
  return trusted ? "trusted" : "unverified";
}

/** AuthenticatorTransport values (section 5.8.4), new ones included as long as they look like one. */
function knownTransports(transports: readonly string[]): string[] {
  return [...new Set(transports)].filter((transport) => /^[a-z][a-z0-9-]{0,31}$/.test(transport)).sort();
}
