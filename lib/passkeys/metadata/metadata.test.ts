import { describe, expect, it } from "vitest";
import { makeAuthority } from "#lib/testing/authenticator/attestation/authority.ts";
import { type EntryParts, metadataEntry } from "#lib/testing/metadata/metadata-entry.ts";
import { readCertificate } from "../attestation/read-certificate.ts";
import { checkModelStatement } from "./check-model-statement.ts";
import { indexMetadata, type ModelFacts } from "./metadata.ts";
import { blobPayloadSchema } from "./schema.ts";
import { findModel, trustAnchorsOf } from "./trust-anchors.ts";

const aaguid = "c5703116-972b-4851-a3e7-ae1259843399";
const noModel = "00000000-0000-0000-0000-000000000000";
const keyIdentifier = "0123456789abcdef0123456789abcdef01234567";
const { root, intermediate } = makeAuthority();

const index = (...entries: unknown[]) =>
  indexMetadata(blobPayloadSchema.parse({ no: 1, nextUpdate: "2026-07-01", entries }), new Uint8Array(32));

function factsOf(parts: Partial<EntryParts>): ModelFacts {
  const facts = index(metadataEntry({ aaguid, roots: [root.der], ...parts })).byAaguid.get(aaguid);
  if (!facts) throw new Error("the entry is not there");
  return facts;
}

describe("the index", () => {
  const metadata = index(
    metadataEntry({ aaguid: aaguid.toUpperCase(), roots: [root.der] }),
    metadataEntry({ keyIdentifiers: [keyIdentifier.toUpperCase()], roots: [intermediate.der] }),
    { aaid: "4e4e#4005", statusReports: [] },
    { aaguid: "11111111-2222-3333-4444-555555555555", statusReports: [] },
  );

  it("finds models by AAGUID, and those without one by the keys of their certificates", () => {
    const anchors = trustAnchorsOf(metadata);
    const ask = (model: string, ...attestationCertificateKeyIdentifiers: string[]) =>
      anchors?.anchorsFor({ format: "packed", aaguid: model, attestationCertificateKeyIdentifiers });
    expect(ask(aaguid)).toEqual([root.der]);
    expect(ask(noModel, "ff".repeat(20), keyIdentifier)).toEqual([intermediate.der]);
    expect(ask(noModel)).toEqual([]);
    expect(ask("11111111-2222-3333-4444-555555555555")).toEqual([]);
    expect(ask("99999999-2222-3333-4444-555555555555", keyIdentifier)).toEqual([]);
    expect(trustAnchorsOf(undefined)).toBeUndefined();
  });

  it("keeps a model of which there are only reports", () => {
    const facts = findModel(metadata, "11111111-2222-3333-4444-555555555555", []);
    expect(facts).toMatchObject({ name: undefined, attestationRoots: [], attestationTypes: [] });
  });

  it("is valid through the day of the promised update", () => {
    expect(metadata.validThrough.toISOString()).toBe("2026-07-01T23:59:59.999Z");
  });

  it.each([
    ["YubiKey 5 Series", "YubiKey 5 Series"],
    ["  Two\n lines\u0000 ", "Two lines"],
    ["evil\u202Etxt", "evil txt"],
    ["x".repeat(200), "x".repeat(48)],
    ["\u200B", undefined],
    ["", undefined],
  ])("makes a name of %j", (description, name) => {
    expect(factsOf({ description }).name).toBe(name);
  });
});

describe("a model's statement", () => {
  const registration = {
    format: "packed",
    attestationType: "basic",
    algorithm: -7,
    trustPath: [intermediate.der],
  } as const;
  const check = (
    parts: Partial<EntryParts>,
    changes: Partial<Parameters<typeof checkModelStatement>[1]> = {},
    strictness: "webauthn" | "fido" = "webauthn",
  ) => checkModelStatement(factsOf(parts), { ...registration, ...changes }, strictness);
  const contradiction = expect.objectContaining({ code: "INVALID_ATTESTATION" });

  it.each([
    ["basic", "basic_full"],
    ["self", "basic_surrogate"],
    ["attca", "attca"],
    ["anonca", "anonca"],
  ] as const)("wants %s attestation where it says %s", (attestationType, name) => {
    check({ attestationTypes: [name] }, { attestationType });
    expect(() => check({ attestationTypes: ["ecdaa"] }, { attestationType })).toThrow(contradiction);
  });

  it("wants one of its algorithms, as far as it names any that passkeys have", () => {
    check({ algorithms: ["rsassa_pss_sha256_raw", "secp256r1_ecdsa_sha256_raw"] });
    check({ algorithms: ["sm2_sm3_raw"] });
    check({ algorithms: [] });
    expect(() => check({ algorithms: ["secp384r1_ecdsa_sha384_raw"] })).toThrow(contradiction);
  });

  it("has nothing to say about a registration without attestation, nor an unknown model", () => {
    check({ attestationTypes: ["attca"] }, { attestationType: "none", trustPath: [] });
    checkModelStatement(undefined, registration, "fido");
  });

  it("is held against the leaf's key under FIDO's rules alone", () => {
    const { asymmetricKeyDetails } = readCertificate(intermediate.der).publicKey;
    expect(asymmetricKeyDetails?.namedCurve).toBe("prime256v1");
    const rsa = { algorithms: ["rsassa_pkcsv15_sha256_raw"] };
    check(rsa, { algorithm: -257 }, "webauthn");
    expect(() => check(rsa, { algorithm: -257 }, "fido")).toThrow(contradiction);
    check(rsa, { algorithm: -257, format: "tpm" }, "fido");
  });
});
