/**
 * A browser with an authenticator, for tests: answers creation and request options as a real one does, with any
 * attestation, and can be told to get exactly one thing wrong.
 */
import { createHash, randomBytes } from "node:crypto";
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/server";
import { type AttestationAuthority, makeAuthority } from "./attestation/authority.ts";
import { type AttestationFault, type AttestationKind, formats } from "./attestation/formats.ts";
import { buildAuthenticatorData, type Flags } from "./authenticator-data.ts";
import { type Cbor, encodeCbor } from "./cbor.ts";
import { type CoseAlgorithm, type CredentialKeyPair, makeKeyPair } from "./key-pair.ts";

export interface AuthenticatorOptions {
  /** Where the page stands. */
  readonly origin: string;
  readonly algorithm?: CoseAlgorithm;
  /** The length of RSA keys. */
  readonly rsaBits?: number;
  readonly aaguid?: string;
  /** `none` unless said otherwise. */
  readonly attestation?: AttestationKind;
  /** The algorithm of the manufacturer's key, where the format leaves a choice (packed, tpm). */
  readonly attestationAlgorithm?: CoseAlgorithm;
  /** The manufacturer; each authenticator has one of its own by default. */
  readonly authority?: AttestationAuthority;
  /** The clock of attestations that carry a time. */
  readonly now?: () => Date;
  readonly transports?: readonly string[];
  /** What the authenticator is like; single ceremonies can differ. */
  readonly flags?: Partial<Flags>;
  /** `none`: no counter, as synced passkeys have (always zero). `counting`: one more at each use. */
  readonly counter?: "none" | "counting";
}

/** What one ceremony does differently from an honest one. */
export interface Deviation {
  readonly origin?: string;
  /** Members laid over the client data; `undefined` removes one. */
  readonly clientData?: Readonly<Record<string, unknown>>;
  /** Replaces the bytes of the client data; what is signed is these. */
  readonly clientDataJSON?: Uint8Array;
  /** Replaces the authenticator data; what is signed is these. */
  readonly authenticatorData?: Uint8Array;
  readonly rpId?: string;
  readonly flags?: Partial<Flags>;
  readonly signCount?: number;
  readonly extensions?: ReadonlyMap<string, Cbor>;
  /** Appended to the authenticator data before it is signed. */
  readonly leftover?: Uint8Array;
  /** Signs with another key than the credential's. */
  readonly foreignKey?: boolean;
  /** Flips a bit of the finished signature. */
  readonly corruptSignature?: boolean;
}

export interface CreateDeviation extends Deviation {
  readonly attestation?: AttestationKind;
  /** Several statements in one (`compound`); a fault is the last one's. */
  readonly compound?: readonly AttestationKind[];
  readonly attestationAlgorithm?: CoseAlgorithm;
  /** What the attestation gets wrong; the format must know it. */
  readonly fault?: AttestationFault;
  /** Members laid over the finished attestation statement; `undefined` removes one. */
  readonly attStmt?: ReadonlyMap<string, Cbor | undefined>;
  readonly aaguid?: string;
  readonly credentialId?: Uint8Array;
  readonly algorithm?: CoseAlgorithm;
  /** A key that was made already: RSA keys are slow to make. */
  readonly keyPair?: CredentialKeyPair;
  /** Replaces the COSE_Key. */
  readonly publicKey?: Uint8Array;
  /** Members laid over the attestation object, before it is encoded; `undefined` removes one. Or all of its bytes. */
  readonly attestationObject?: ReadonlyMap<string, Cbor | undefined> | Uint8Array;
  readonly discoverable?: boolean;
}

export interface GetDeviation extends Deviation {
  /** Base64url in place of the stored handle; null leaves it out. */
  readonly userHandle?: string | null;
  /** Answers with this credential instead of the first that fits. */
  readonly credential?: SoftwareCredential;
}

export interface SoftwareCredential {
  readonly id: string;
  readonly rpId: string;
  readonly userHandle: string;
  readonly keyPair: CredentialKeyPair;
  signCount: number;
}

export interface SoftwareAuthenticator {
  readonly credentials: SoftwareCredential[];
  readonly authority: AttestationAuthority;
  /** The certificates (DER) that attestations of this authenticator end in. */
  readonly roots: readonly Uint8Array<ArrayBuffer>[];
  create(
    options: PublicKeyCredentialCreationOptionsJSON,
    deviation?: CreateDeviation,
  ): RegistrationResponseJSON;
  get(options: PublicKeyCredentialRequestOptionsJSON, deviation?: GetDeviation): AuthenticationResponseJSON;
}

const noProduct = "00000000-0000-0000-0000-000000000000";
const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");

export function createAuthenticator(settings: AuthenticatorOptions): SoftwareAuthenticator {
  const credentials: SoftwareCredential[] = [];
  let authority = settings.authority;
  const manufacturer = (): AttestationAuthority => {
    authority ??= makeAuthority();
    return authority;
  };
  const flagsOf = (deviation: Deviation): Flags => ({
    up: true,
    uv: true,
    be: false,
    bs: false,
    ...settings.flags,
    ...deviation.flags,
  });
  return {
    credentials,
    get authority() {
      return manufacturer();
    },
    get roots() {
      return [manufacturer().root.der];
    },
    create: (options, deviation = {}) => {
      const algorithm = deviation.algorithm ?? settings.algorithm ?? -7;
      const keyPair = deviation.keyPair ?? makeKeyPair(algorithm, settings.rsaBits);
      const rawId = deviation.credentialId ?? new Uint8Array(randomBytes(32));
      const rpId = options.rp.id ?? new URL(settings.origin).hostname;
      const signCount = deviation.signCount ?? (settings.counter === "counting" ? 1 : 0);
      const credential = { id: base64url(rawId), rpId, userHandle: options.user.id, keyPair, signCount };
      credentials.push(credential);
      const flags = flagsOf(deviation);
      return attest({ settings, options, deviation, credential, rawId, flags, manufacturer });
    },
    get: (options, deviation = {}) => {
      const credential = deviation.credential ?? credentials.find((known) => fits(known, options));
      if (!credential) throw new Error("the authenticator has no credential for these options");
      if (deviation.signCount !== undefined) credential.signCount = deviation.signCount;
      else if (settings.counter === "counting") credential.signCount += 1;
      return assert({ settings, options, deviation, credential, flags: flagsOf(deviation) });
    },
  };
}

function fits(credential: SoftwareCredential, options: PublicKeyCredentialRequestOptionsJSON): boolean {
  const allowed = options.allowCredentials ?? [];
  const sameRp = options.rpId === undefined || options.rpId === credential.rpId;
  return sameRp && (allowed.length === 0 || allowed.some(({ id }) => id === credential.id));
}

function attest(input: {
  settings: AuthenticatorOptions;
  options: PublicKeyCredentialCreationOptionsJSON;
  deviation: CreateDeviation;
  credential: SoftwareCredential;
  rawId: Uint8Array;
  flags: Flags;
  manufacturer: () => AttestationAuthority;
}): RegistrationResponseJSON {
  const { settings, options, deviation, credential, rawId, flags } = input;
  const clientData = buildClientData("webauthn.create", options.challenge, settings, deviation);
  const aaguid = deviation.aaguid ?? settings.aaguid ?? noProduct;
  const authenticatorData = finishAuthenticatorData(
    buildAuthenticatorData({
      rpId: deviation.rpId ?? credential.rpId,
      flags,
      signCount: credential.signCount,
      attested: {
        aaguid,
        credentialId: rawId,
        publicKey: deviation.publicKey ?? credential.keyPair.publicKey,
      },
      ...(deviation.extensions ? { extensions: deviation.extensions } : {}),
    }),
    deviation,
  );
  const attestationObject = buildAttestationObject({ ...input, clientData, aaguid, authenticatorData });
  return {
    id: credential.id,
    rawId: credential.id,
    type: "public-key",
    response: {
      clientDataJSON: base64url(clientData),
      attestationObject: base64url(attestationObject),
      transports: [...(settings.transports ?? ["internal"])],
    },
    clientExtensionResults: { credProps: { rk: deviation.discoverable ?? true } },
  };
}

function buildAttestationObject(input: {
  settings: AuthenticatorOptions;
  deviation: CreateDeviation;
  credential: SoftwareCredential;
  rawId: Uint8Array;
  aaguid: string;
  clientData: Uint8Array;
  authenticatorData: Uint8Array;
  manufacturer: () => AttestationAuthority;
}): Uint8Array {
  const { settings, deviation, authenticatorData } = input;
  if (deviation.attestationObject instanceof Uint8Array) return deviation.attestationObject;
  const { compound } = deviation;
  const kind = deviation.attestation ?? settings.attestation ?? "none";
  const several = compound?.map(
    (one, index): Cbor =>
      new Map<string, Cbor>([
        ["fmt", formats[one].fmt],
        ["attStmt", buildStatement(input, one, index === compound.length - 1)],
      ]),
  );
  const parts = new Map<string, Cbor>([
    ["fmt", several ? "compound" : formats[kind].fmt],
    ["attStmt", several ?? overlay(buildStatement(input, kind, true), deviation.attStmt)],
    ["authData", authenticatorData],
  ]);
  return encodeCbor(overlay(parts, deviation.attestationObject));
}

function buildStatement(
  input: Parameters<typeof buildAttestationObject>[0],
  kind: AttestationKind,
  mayBeFaulty: boolean,
): Map<string, Cbor> {
  const { settings, deviation, credential, authenticatorData, manufacturer } = input;
  return formats[kind].build({
    // Formats without certificates never ask for the manufacturer.
    get authority() {
      return manufacturer();
    },
    rpId: deviation.rpId ?? credential.rpId,
    authenticatorData,
    clientDataHash: createHash("sha256").update(input.clientData).digest(),
    aaguid: input.aaguid,
    credentialId: input.rawId,
    credentialKey: credential.keyPair,
    attestationAlgorithm: deviation.attestationAlgorithm ?? settings.attestationAlgorithm,
    now: settings.now?.() ?? new Date(),
    fault: mayBeFaulty ? faultOf(kind, deviation) : undefined,
  });
}

/** A fault that the format does not know would leave a sound attestation, and its test would prove nothing. */
function faultOf(kind: AttestationKind, deviation: CreateDeviation): AttestationFault | undefined {
  const { foreignKey, corruptSignature } = deviation;
  const fault =
    deviation.fault ??
    (foreignKey ? "signature-foreign" : corruptSignature ? "signature-corrupt" : undefined);
  const known: readonly string[] = formats[kind].faults;
  if (fault !== undefined && !known.includes(fault)) throw new Error(`${kind} has no fault "${fault}"`);
  return fault;
}

function overlay(
  map: ReadonlyMap<string, Cbor>,
  changes: ReadonlyMap<string, Cbor | undefined> = new Map(),
): Map<string, Cbor> {
  const result = new Map(map);
  for (const [key, value] of changes) {
    if (value === undefined) result.delete(key);
    else result.set(key, value);
  }
  return result;
}

function assert(input: {
  settings: AuthenticatorOptions;
  options: PublicKeyCredentialRequestOptionsJSON;
  deviation: GetDeviation;
  credential: SoftwareCredential;
  flags: Flags;
}): AuthenticationResponseJSON {
  const { settings, options, deviation, credential, flags } = input;
  const clientData = buildClientData("webauthn.get", options.challenge, settings, deviation);
  const authenticatorData = finishAuthenticatorData(
    buildAuthenticatorData({
      rpId: deviation.rpId ?? credential.rpId,
      flags,
      signCount: credential.signCount,
      ...(deviation.extensions ? { extensions: deviation.extensions } : {}),
    }),
    deviation,
  );
  const userHandle = deviation.userHandle === undefined ? credential.userHandle : deviation.userHandle;
  return {
    id: credential.id,
    rawId: credential.id,
    type: "public-key",
    response: {
      clientDataJSON: base64url(clientData),
      authenticatorData: base64url(authenticatorData),
      signature: base64url(signOver(credential, authenticatorData, clientData, deviation)),
      ...(userHandle === null ? {} : { userHandle }),
    },
    clientExtensionResults: {},
  };
}

function buildClientData(
  type: string,
  challenge: string,
  settings: AuthenticatorOptions,
  deviation: Deviation,
): Uint8Array {
  if (deviation.clientDataJSON) return deviation.clientDataJSON;
  const origin = deviation.origin ?? settings.origin;
  const members = { type, challenge, origin, crossOrigin: false, ...deviation.clientData };
  return new Uint8Array(Buffer.from(JSON.stringify(members), "utf8"));
}

function finishAuthenticatorData(built: Uint8Array, deviation: Deviation): Uint8Array {
  const data = deviation.authenticatorData ?? built;
  return deviation.leftover ? new Uint8Array(Buffer.concat([data, deviation.leftover])) : data;
}

function signOver(
  credential: SoftwareCredential,
  authenticatorData: Uint8Array,
  clientData: Uint8Array,
  deviation: Deviation,
): Uint8Array {
  const clientDataHash = createHash("sha256").update(clientData).digest();
  const keyPair = deviation.foreignKey ? makeKeyPair(credential.keyPair.algorithm) : credential.keyPair;
  const signature = new Uint8Array(keyPair.sign(Buffer.concat([authenticatorData, clientDataHash])));
  const last = signature.length - 1;
  if (deviation.corruptSignature) signature[last] = (signature[last] ?? 0) ^ 1;
  return signature;
}
