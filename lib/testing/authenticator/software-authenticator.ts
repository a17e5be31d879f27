/**
 * A browser with an authenticator, for tests: answers creation and request options as a real one does, and can be
 * told to get exactly one thing wrong.
 */
import { createHash, randomBytes } from "node:crypto";
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/server";
import { buildAuthenticatorData, type Flags } from "./authenticator-data.ts";
import { type Cbor, encodeCbor } from "./cbor.ts";
import { type CoseAlgorithm, type CredentialKeyPair, makeKeyPair } from "./key-pair.ts";

export interface AuthenticatorOptions {
  /** Where the page stands. */
  readonly origin: string;
  readonly algorithm?: CoseAlgorithm;
  readonly aaguid?: string;
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
  readonly attestation?: "none" | "packed";
  readonly credentialId?: Uint8Array;
  readonly algorithm?: CoseAlgorithm;
  /** Replaces the COSE_Key. */
  readonly publicKey?: Uint8Array;
  /** Replaces members of the attestation object, before it is encoded. */
  readonly attestationObject?: ReadonlyMap<string, Cbor>;
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
    create: (options, deviation = {}) => {
      const keyPair = makeKeyPair(deviation.algorithm ?? settings.algorithm ?? -7);
      const rawId = deviation.credentialId ?? new Uint8Array(randomBytes(32));
      const rpId = options.rp.id ?? new URL(settings.origin).hostname;
      const signCount = deviation.signCount ?? (settings.counter === "counting" ? 1 : 0);
      const credential = { id: base64url(rawId), rpId, userHandle: options.user.id, keyPair, signCount };
      credentials.push(credential);
      return attest({ settings, options, deviation, credential, rawId, flags: flagsOf(deviation) });
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
}): RegistrationResponseJSON {
  const { settings, options, deviation, credential, rawId, flags } = input;
  const clientData = buildClientData("webauthn.create", options.challenge, settings, deviation);
  const authenticatorData = withLeftover(
    buildAuthenticatorData({
      rpId: deviation.rpId ?? credential.rpId,
      flags,
      signCount: credential.signCount,
      attested: {
        aaguid: settings.aaguid ?? noProduct,
        credentialId: rawId,
        publicKey: deviation.publicKey ?? credential.keyPair.publicKey,
      },
      ...(deviation.extensions ? { extensions: deviation.extensions } : {}),
    }),
    deviation,
  );
  const packed = deviation.attestation === "packed";
  const statement = new Map<string, Cbor>();
  if (packed) {
    statement.set("alg", credential.keyPair.algorithm);
    statement.set("sig", signOver(credential, authenticatorData, clientData, deviation));
  }
  const attestationObject = new Map<string, Cbor>([
    ["fmt", packed ? "packed" : "none"],
    ["attStmt", statement],
    ["authData", authenticatorData],
    ...(deviation.attestationObject ?? []),
  ]);
  return {
    id: credential.id,
    rawId: credential.id,
    type: "public-key",
    response: {
      clientDataJSON: base64url(clientData),
      attestationObject: base64url(encodeCbor(attestationObject)),
      transports: [...(settings.transports ?? ["internal"])],
    },
    clientExtensionResults: { credProps: { rk: deviation.discoverable ?? true } },
  };
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
  const authenticatorData = withLeftover(
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
  const origin = deviation.origin ?? settings.origin;
  const members = { type, challenge, origin, crossOrigin: false, ...deviation.clientData };
  return new Uint8Array(Buffer.from(JSON.stringify(members), "utf8"));
}

function withLeftover(authenticatorData: Uint8Array, { leftover }: Deviation): Uint8Array {
  return leftover ? new Uint8Array(Buffer.concat([authenticatorData, leftover])) : authenticatorData;
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
