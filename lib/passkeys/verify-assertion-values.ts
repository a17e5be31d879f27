/**
 * The authentication ceremony as a pure function (WebAuthn Level 3 section 7.2, but for the account's own questions):
 * everything it judges by is a value. No database, no clock, no network.
 */
import { decodeBase64url } from "#lib/crypto/base64url.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { decodeCoseKey, type PublicKey } from "./attestation/import-cose-key.ts";
import { readAuthenticatorData } from "./attestation/read-authenticator-data.ts";
import type { CborMap } from "./attestation/read-cbor.ts";
import type { Strictness } from "./attestation/statement.ts";
import { verifySignature } from "./attestation/verify-signature.ts";
import { refuse } from "./ceremony-refusal.ts";
import { type CeremonyFlags, checkAuthenticatorData } from "./check-authenticator-data.ts";
import { checkClientData } from "./check-client-data.ts";
import { checkResponseNames } from "./check-response-names.ts";
import { readClientData } from "./read-client-data.ts";

export interface AssertionValues {
  /** The parts of AuthenticationResponseJSON that are signed (section 5.1). */
  readonly response: {
    readonly id?: string | undefined;
    readonly rawId?: string | undefined;
    readonly type?: string | undefined;
    readonly response: {
      readonly clientDataJSON: string;
      readonly authenticatorData: string;
      readonly signature: string;
    };
  };
  /** Base64url; not empty. */
  readonly expectedChallenge: string;
  readonly expectedOrigins: readonly string[];
  /** Pages that may frame ours; without them, a frame of another site is refused. */
  readonly expectedTopOrigins?: readonly string[] | undefined;
  readonly rpId: string;
  readonly userVerification: "required" | "preferred" | "discouraged";
  readonly strictness: Strictness;
  readonly credential: {
    /** Base64url; must be what the response names when given. Otherwise the caller looked it up by that name. */
    readonly id?: string | undefined;
    /** COSE_Key, encoded. */
    readonly publicKey: Uint8Array;
    readonly signCount: number;
    readonly backupEligible: boolean;
    /** COSE identifier that was stored beside the key; must be the key's own when given. */
    readonly algorithm?: number | undefined;
  };
}

export interface VerifiedAssertionValues {
  readonly flags: CeremonyFlags;
  readonly signCount: number;
  /** A sign of a copy, not a proof (step 22): what follows is the caller's policy. */
  readonly counterRegressed: boolean;
  readonly extensions: CborMap | undefined;
}

const code = "AUTHENTICATION_FAILED";

/**
 * @throws DomainError AUTHENTICATION_FAILED whose cause is a RefusedRule naming the rule; INVALID_CHALLENGE and
 * MISSING_CHALLENGE for the challenge
 */
export function verifyAssertionValues(values: AssertionValues): VerifiedAssertionValues {
  const { credential, response } = values;
  checkResponseNames(response, code);
  if (credential.id !== undefined && response.id !== credential.id) throw refuse(code, "credential_id");
  const { clientDataJSON, ...signed } = response.response;
  checkClientData(values, readClientData(clientDataJSON), "webauthn.get", code);
  const authenticatorData = bytesOf(signed.authenticatorData);
  const { signCount, ...flags } = checkAuthenticatorData(values, authenticatorData, code);
  const extensions = readExtensions(authenticatorData);
  const { algorithm, keyObject } = readKey(credential.publicKey);
  if (credential.algorithm !== undefined && credential.algorithm !== algorithm.id)
    throw refuse(code, "algorithm");
  const message = Buffer.concat([authenticatorData, sha256(bytesOf(clientDataJSON))]);
  if (!verifySignature(algorithm, keyObject, message, bytesOf(signed.signature)))
    throw refuse(code, "signature");
  // After the signature: what is asked before it must not depend on the passkey, or the time would tell of it.
  if (flags.backupEligible !== credential.backupEligible) throw refuse(code, "backup_flags");
  const counts = signCount > 0 || credential.signCount > 0;
  return { flags, signCount, counterRegressed: counts && signCount <= credential.signCount, extensions };
}

function readExtensions(authenticatorData: Uint8Array): CborMap | undefined {
  try {
    return readAuthenticatorData(authenticatorData).extensions;
  } catch (cause) {
    throw refuse(code, "authenticator_data", { cause });
  }
}

function readKey(publicKey: Uint8Array): PublicKey {
  try {
    return decodeCoseKey(publicKey);
  } catch (cause) {
    throw refuse(code, "stored_key", { cause });
  }
}

function bytesOf(text: unknown): Uint8Array<ArrayBuffer> {
  const bytes = typeof text === "string" ? decodeBase64url(text) : undefined;
  if (!bytes) throw refuse(code, "authenticator_data");
  return bytes;
}
