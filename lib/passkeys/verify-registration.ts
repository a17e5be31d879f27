/** A browser's registration response → a passkey that may be stored. */
import { verifyRegistrationResponse } from "@simplewebauthn/server";
import { decodeAttestationObject } from "@simplewebauthn/server/helpers";
import type { CredentialRow } from "#drizzle/schema/credentials.ts";
import type { Context } from "#lib/context/context.ts";
import { decodeBase64url } from "#lib/crypto/base64url.ts";
import { refuse } from "./ceremony-refusal.ts";
import { checkAuthenticatorData } from "./check-authenticator-data.ts";
import { checkClientData } from "./check-client-data.ts";
import { checkPublicKey } from "./check-public-key.ts";
import type { ConsumedChallenge } from "./consume-challenge.ts";
import type { ClientData, RegistrationResponse } from "./schema.ts";

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
};

/**
 * WebAuthn Level 3 section 7.1, but for the checks that need the account.
 * @throws DomainError INVALID_ATTESTATION, with the rule for the audit trail
 */
export async function verifyRegistration(
  ctx: Context,
  challenge: ConsumedChallenge<"registration">,
  clientData: ClientData,
  response: RegistrationResponse,
): Promise<VerifiedPasskey> {
  const { userVerification, algorithms } = challenge.context;
  checkClientData(ctx.config, clientData, "webauthn.create", "INVALID_ATTESTATION");
  const flags = checkAuthenticatorData(
    ctx.config,
    readAuthenticatorData(response.response.attestationObject),
    userVerification,
    "INVALID_ATTESTATION",
  );
  const info = await verify(ctx, challenge, response);
  if (info.credential.id !== response.id) throw refuse("INVALID_ATTESTATION", "credential_id");
  const algorithm = checkPublicKey(info.credential.publicKey, algorithms);
  // Sign-in begins without a name, so a credential that the authenticator cannot find by itself is no use here.
  if (response.clientExtensionResults?.credProps?.rk === false) {
    throw refuse("INVALID_ATTESTATION", "not_discoverable", {
      message: "This authenticator did not keep the passkey. Use another device or security key.",
    });
  }
  return {
    credentialId: decodeBase64url(response.id) ?? new Uint8Array(),
    publicKey: info.credential.publicKey,
    algorithm,
    signCount: flags.signCount,
    aaguid: info.aaguid,
    transports: knownTransports(response.response.transports ?? []),
    deviceType: flags.backupEligible ? "multi_device" : "single_device",
    backupEligible: flags.backupEligible,
    backupState: flags.backupState,
    userVerified: flags.userVerified,
    attestationFormat: info.fmt,
    attestationTrust: trustOf(info.fmt, info.attestationObject),
  };
}

async function verify(
  ctx: Context,
  challenge: ConsumedChallenge<"registration">,
  { id, response, type }: RegistrationResponse,
) {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: {
        id,
        rawId: id,
        type,
        response: { clientDataJSON: response.clientDataJSON, attestationObject: response.attestationObject },
        clientExtensionResults: {},
      },
      expectedChallenge: challenge.challenge,
      expectedOrigin: [...ctx.config.allowedOrigins],
      expectedRPID: ctx.config.rpId,
      requireUserVerification: challenge.context.userVerification === "required",
      supportedAlgorithmIDs: [...challenge.context.algorithms],
    });
    if (verified) return registrationInfo;
  } catch (cause) {
    // Whatever the parser or the verifier threw, malformed bytes included, is a response that does not verify.
    throw refuse("INVALID_ATTESTATION", "attestation", { cause });
  }
  throw refuse("INVALID_ATTESTATION", "attestation");
}

function readAuthenticatorData(attestationObject: string): Uint8Array {
  try {
    const decoded: ReadonlyMap<string, unknown> = decodeAttestationObject(
      decodeBase64url(attestationObject) ?? new Uint8Array(),
    ) as never;
    const data = decoded.get("authData");
    if (data instanceof Uint8Array) return data;
  } catch (cause) {
    throw refuse("INVALID_ATTESTATION", "attestation", { cause });
  }
  throw refuse("INVALID_ATTESTATION", "attestation");
}

/** Without metadata a certificate proves nothing about who made the authenticator: never "trusted". */
function trustOf(
  format: string,
  attestationObject: Uint8Array<ArrayBuffer>,
): CredentialRow["attestationTrust"] {
  if (format === "none") return "none";
  const statement = decodeAttestationObject(attestationObject).get("attStmt");
  return format === "packed" && statement.get("x5c") === undefined ? "self" : "unverified";
}

/** AuthenticatorTransport values (section 5.8.4), new ones included as long as they look like one. */
function knownTransports(transports: readonly string[]): string[] {
  return [...new Set(transports)].filter((transport) => /^[a-z][a-z0-9-]{0,31}$/.test(transport)).sort();
}
