/**
 * The registration ceremony as a pure function (WebAuthn Level 3 section 7.1): everything it judges by is a value, the
 * time and the trust anchors too. No database, no clock, no network.
 */
import { decodeBase64url, encodeBase64url } from "#lib/crypto/base64url.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { refuse } from "../ceremony-refusal.ts";
import { type CeremonyFlags, checkAuthenticatorData } from "../check-authenticator-data.ts";
import { checkClientData } from "../check-client-data.ts";
import { checkPublicKey } from "../check-public-key.ts";
import { checkResponseNames } from "../check-response-names.ts";
import { readClientData } from "../read-client-data.ts";
import { noModel, uuidOf } from "./aaguid.ts";
import { checkTrustPath } from "./check-trust-path.ts";
import { decisiveOf, formats } from "./formats.ts";
import { type FormattedStatement, readAttestationObject } from "./read-attestation-object.ts";
import { readAuthenticatorData } from "./read-authenticator-data.ts";
import type { CborMap } from "./read-cbor.ts";
import type { AttestationType, StatementInput, Strictness, VerifiedStatement } from "./statement.ts";

/** Whose certificates are believed, by what the statement says of itself. */
export interface TrustAnchors {
  anchorsFor(input: {
    readonly format: string;
    /** All zero where the statement's signature does not cover the AAGUID. */
    readonly aaguid: string;
    /** Of each certificate in the path: SHA-1 of its public key in hex, as metadata lists them. */
    readonly attestationCertificateKeyIdentifiers: readonly string[];
  }): readonly Uint8Array[];
}

export interface RegistrationValues {
  /** The parts of RegistrationResponseJSON that are believed (section 5.1). */
  readonly response: {
    readonly id: string;
    readonly rawId?: string | undefined;
    readonly type?: string | undefined;
    readonly response: { readonly clientDataJSON: string; readonly attestationObject: string };
  };
  /** Base64url; not empty. */
  readonly expectedChallenge: string;
  readonly expectedOrigins: readonly string[];
  /** Pages that may frame ours; without them, a frame of another site is refused. */
  readonly expectedTopOrigins?: readonly string[] | undefined;
  readonly rpId: string;
  readonly userVerification: "required" | "preferred" | "discouraged";
  /** COSE identifiers that were offered. */
  readonly algorithms: readonly number[];
  readonly trust?: TrustAnchors | undefined;
  readonly now: Date;
  readonly strictness: Strictness;
}

export interface VerifiedRegistration {
  /** Of several statements in one (`compound`) the format that all of what follows is about. */
  readonly format: string;
  /** As the authenticator data has it; see `aaguidAttested`. */
  readonly aaguid: string;
  /** Whether the statement's signature covers the AAGUID. Without it, the AAGUID is anybody's word. */
  readonly aaguidAttested: boolean;
  readonly credentialId: Uint8Array<ArrayBuffer>;
  /** COSE_Key, as it came. */
  readonly publicKey: Uint8Array<ArrayBuffer>;
  /** COSE identifier. */
  readonly algorithm: number;
  readonly signCount: number;
  readonly flags: CeremonyFlags;
  readonly attestationType: AttestationType;
  /** DER, leaf first; empty without certificates. */
  readonly trustPath: readonly Uint8Array<ArrayBuffer>[];
  /** Whether the path ends in an anchor. False is "not known", not "forged": a forged one is refused. */
  readonly trusted: boolean;
  /** As it came, decoded. */
  readonly attestationObject: Uint8Array<ArrayBuffer>;
  /** The authenticator's extension outputs, unknown ones included. */
  readonly extensions: CborMap | undefined;
}

const code = "INVALID_ATTESTATION";

/**
 * @throws DomainError INVALID_ATTESTATION whose cause is a RefusedRule naming the rule; INVALID_CHALLENGE and
 * MISSING_CHALLENGE for the challenge
 */
export function verifyRegistrationValues(values: RegistrationValues): VerifiedRegistration {
  const { response, strictness } = values;
  checkResponseNames(response, code);
  const clientData = readClientData(response.response.clientDataJSON);
  checkClientData(values, clientData, "webauthn.create", code);
  const attestationObject = bytesOf(response.response.attestationObject);
  const object = opened(() => readAttestationObject(attestationObject));
  const flags = checkAuthenticatorData(values, object.authenticatorData, code);
  const parsed = opened(() => readAuthenticatorData(object.authenticatorData));
  const { attested } = parsed;
  if (!attested) throw refuse(code, "attestation", { cause: new Error("no credential is attested") });
  if (response.id !== encodeBase64url(attested.credentialId)) throw refuse(code, "credential_id");
  const credentialKey = checkPublicKey(attested.coseKey, values.algorithms);
  const aaguid = uuidOf(attested.aaguid);
  const about = {
    authenticatorData: object.authenticatorData,
    parsed,
    attested,
    credentialKey,
    clientDataHash: sha256(bytesOf(response.response.clientDataJSON)),
    now: values.now,
    strictness,
  };
  const statements = object.statements.map((one) => verifyStatement(values, one, about, aaguid));
  const { format, verified, trusted } = decisiveOf(statements, (one) => one.verified.trustPath.length > 0);
  return {
    format,
    aaguid,
    aaguidAttested: verified.coversAaguid,
    credentialId: attested.credentialId,
    publicKey: attested.publicKey,
    algorithm: credentialKey.algorithm.id,
    signCount: parsed.signCount,
    flags,
    attestationType: verified.type,
    trustPath: verified.trustPath.map(({ der }) => der),
    trusted,
    attestationObject,
    extensions: parsed.extensions,
  };
}

function verifyStatement(
  values: RegistrationValues,
  { format, statement }: FormattedStatement,
  about: Omit<StatementInput, "statement">,
  aaguid: string,
) {
  const known = formats.get(format);
  if (!known) throw refuse(code, "attestation_format");
  const verified = opened(() => known.verify({ ...about, statement }));
  return { format, verified, trusted: isTrusted(values, format, verified, aaguid) };
}

function isTrusted(
  { trust, now, strictness }: RegistrationValues,
  format: string,
  { trustPath: path, coversAaguid }: VerifiedStatement,
  aaguid: string,
): boolean {
  if (path.length === 0) return false;
  const anchors =
    trust?.anchorsFor({
      format,
      aaguid: coversAaguid ? aaguid : noModel,
      attestationCertificateKeyIdentifiers: path.map(({ keyIdentifier }) => keyIdentifier),
    }) ?? [];
  const rootInPath = formats.get(format)?.rootInPath ?? false;
  try {
    return checkTrustPath({ path, anchors, now, strictness, rootInPath });
  } catch (cause) {
    throw refuse(code, "attestation_trust", { cause });
  }
}

/** Whatever a reader or a format throws, malformed bytes included, is a response that does not verify. */
function opened<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw refuse(code, "attestation", { cause });
  }
}

function bytesOf(text: unknown): Uint8Array<ArrayBuffer> {
  const bytes = typeof text === "string" ? decodeBase64url(text) : undefined;
  if (!bytes) throw refuse(code, "attestation", { cause: new Error("no base64url") });
  return bytes;
}
