/** Ceremonies as they may come, for property tests: every format, algorithm, flag, extension and length that is allowed. */
import fc from "fast-check";
import type { AttestationKind } from "./attestation/formats.ts";
import type { Flags } from "./authenticator-data.ts";
import type { Cbor } from "./cbor.ts";
import { type CoseAlgorithm, type CredentialKeyPair, makeKeyPair } from "./key-pair.ts";

export interface ArbitraryCeremony {
  readonly kind: AttestationKind;
  readonly algorithm: CoseAlgorithm;
  /** Of the manufacturer, where the format leaves a choice. */
  readonly attestationAlgorithm: CoseAlgorithm | undefined;
  readonly flags: Flags;
  readonly signCount: number;
  readonly aaguid: string;
  readonly extensions: ReadonlyMap<string, Cbor> | undefined;
  readonly credentialId: Uint8Array;
  /** Base64url of 16 to 1024 bytes. */
  readonly challenge: string;
  /** Members that nobody knows. */
  readonly clientData: Readonly<Record<string, unknown>>;
}

export const arbitraryAlgorithms: readonly CoseAlgorithm[] = [
  -7, -8, -35, -36, -37, -38, -39, -47, -53, -257, -258, -259,
];

/** What each format can be asked for: the credential's algorithms, and the manufacturer's. */
const choices: Readonly<
  Record<AttestationKind, { credential: readonly CoseAlgorithm[]; manufacturer?: readonly CoseAlgorithm[] }>
> = {
  none: { credential: arbitraryAlgorithms },
  "packed-self": { credential: arbitraryAlgorithms },
  packed: { credential: arbitraryAlgorithms, manufacturer: [-7, -35, -36, -37, -257] },
  tpm: { credential: [-7, -257], manufacturer: [-7, -257, -65535] },
  "android-key": { credential: [-7] },
  "android-safetynet": { credential: [-7, -8, -257] },
  "fido-u2f": { credential: [-7] },
  apple: { credential: [-7] },
};

export const attestationKinds = Object.keys(choices) as readonly AttestationKind[];

const known = ["type", "challenge", "origin", "crossOrigin", "topOrigin", "tokenBinding"];

const extensionOutputs: fc.Arbitrary<ReadonlyMap<string, Cbor>> = fc
  .dictionary(
    fc.string({ maxLength: 32 }),
    fc.oneof(
      fc.boolean(),
      fc.integer(),
      fc.string({ maxLength: 40 }),
      fc.uint8Array({ maxLength: 80 }),
      fc.array(fc.integer(), { maxLength: 5 }),
    ),
    { minKeys: 1, maxKeys: 5 },
  )
  .map((outputs) => new Map<string, Cbor>(Object.entries(outputs)));

const clientDataMembers = fc
  .dictionary(
    fc.string({ maxLength: 32 }).filter((name) => !known.includes(name) && name !== "__proto__"),
    fc.jsonValue({ maxDepth: 3 }),
    { maxKeys: 4 },
  )
  .filter((members) => JSON.stringify(members).length < 2000);

export function arbitraryCeremony(
  kinds: readonly AttestationKind[] = attestationKinds,
): fc.Arbitrary<ArbitraryCeremony> {
  return fc.constantFrom(...kinds).chain((kind) => {
    const { credential, manufacturer } = choices[kind];
    return fc.record({
      kind: fc.constant(kind),
      algorithm: fc.constantFrom(...credential),
      attestationAlgorithm: manufacturer ? fc.constantFrom(...manufacturer) : fc.constant(undefined),
      flags: fc
        .record({ uv: fc.boolean(), be: fc.boolean(), bs: fc.boolean() })
        .map(({ uv, be, bs }) => ({ up: true, uv, be, bs: be && bs })),
      signCount: fc.integer({ min: 0, max: 0xffff_ffff }),
      aaguid: fc.uuid(),
      extensions: fc.option(extensionOutputs, { nil: undefined }),
      credentialId: fc.integer({ min: 1, max: 1023 }).chain((length) => bytesOf(length)),
      challenge: fc
        .integer({ min: 16, max: 1024 })
        .chain((length) => bytesOf(length))
        .map((bytes) => Buffer.from(bytes).toString("base64url")),
      clientData: clientDataMembers,
    });
  });
}

function bytesOf(length: number): fc.Arbitrary<Uint8Array> {
  return fc.uint8Array({ minLength: length, maxLength: length });
}

const keys = new Map<CoseAlgorithm, CredentialKeyPair>();

/** The same key each time: RSA keys are slow to make. */
export function keyPairOf(algorithm: CoseAlgorithm): CredentialKeyPair {
  const key = keys.get(algorithm) ?? makeKeyPair(algorithm);
  keys.set(algorithm, key);
  return key;
}
