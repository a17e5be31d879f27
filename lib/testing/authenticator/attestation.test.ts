/** Holds the software authenticator against a verifier that is not ours, so that its honest answers are honest. */
import { constants, createHash, verify, X509Certificate } from "node:crypto";
import {
  type PublicKeyCredentialCreationOptionsJSON,
  SettingsService,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { decodeAttestationObject } from "@simplewebauthn/server/helpers";
import { describe, expect, it } from "vitest";
import { type AttestationFault, type AttestationKind, faultsOf, formats } from "./attestation/formats.ts";
import type { CoseAlgorithm } from "./key-pair.ts";
import {
  type AuthenticatorOptions,
  type CreateDeviation,
  createAuthenticator,
} from "./software-authenticator.ts";

const origin = "https://id.example.com";
const challenge = Buffer.alloc(32, 7).toString("base64url");
const creation: PublicKeyCredentialCreationOptionsJSON = {
  rp: { id: "id.example.com", name: "Example" },
  user: { id: "dXNlcg", name: "ana", displayName: "Ana" },
  challenge,
  pubKeyCredParams: [],
};

const pem = (der: Uint8Array) => new X509Certificate(der).toString();

/** Whether the library accepts, with the authenticator's own root as the only one. */
async function accepted(
  kind: AttestationKind,
  options: Partial<AuthenticatorOptions> = {},
  deviation: CreateDeviation = {},
): Promise<boolean> {
  const authenticator = createAuthenticator({ origin, attestation: kind, ...options });
  const response = authenticator.create(creation, deviation);
  const identifier = kind === "packed-self" ? "packed" : kind;
  const rootCertificates = authenticator.roots.map(pem);
  if (identifier !== "none")
    SettingsService.setRootCertificates({ identifier, certificates: rootCertificates });
  try {
    const result = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: "id.example.com",
      supportedAlgorithmIDs: [-7, -8, -35, -36, -37, -38, -39, -257, -258, -259],
    });
    return result.verified;
  } catch {
    return false;
  }
}

function statementOf(kind: AttestationKind, deviation: CreateDeviation = {}) {
  const authenticator = createAuthenticator({ origin, attestation: kind });
  const { attestationObject, clientDataJSON } = authenticator.create(creation, deviation).response;
  const decoded = decodeAttestationObject(new Uint8Array(Buffer.from(attestationObject, "base64url")));
  const clientDataHash = createHash("sha256").update(clientDataJSON, "base64url").digest();
  const signed = Buffer.concat([decoded.get("authData"), clientDataHash]);
  return { authenticator, statement: decoded.get("attStmt"), signed };
}

describe("the software authenticator's honest attestations", () => {
  it.each<[AttestationKind, CoseAlgorithm]>([
    ["none", -7],
    ["packed-self", -7],
    ["packed-self", -8],
    ["packed-self", -35],
    ["packed-self", -36],
    ["packed-self", -37],
    ["packed-self", -257],
    ["packed", -7],
    ["tpm", -7],
    ["tpm", -257],
    ["android-key", -7],
    ["android-safetynet", -7],
    ["fido-u2f", -7],
    ["apple", -7],
  ])("%s with a credential of %i verify elsewhere", async (kind, algorithm) => {
    expect(await accepted(kind, { algorithm })).toBe(true);
  });

  it.each<CoseAlgorithm>([-35, -257])(
    "packed by a manufacturer's key of %i verify elsewhere",
    async (attestationAlgorithm) => {
      expect(await accepted("packed", { attestationAlgorithm })).toBe(true);
    },
  );

  // The library knows no certificates with these keys.
  it.each<[CoseAlgorithm, string | null, { padding?: number; saltLength?: number }]>([
    [-8, null, {}],
    [-36, "sha512", {}],
    [-37, "sha256", { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }],
  ])("packed by a manufacturer's key of %i are signed by it", (attestationAlgorithm, hash, padding) => {
    const { statement, signed } = statementOf("packed", { attestationAlgorithm });
    const [leaf = new Uint8Array()] = statement.get("x5c") ?? [];
    const key = { key: new X509Certificate(leaf).publicKey, ...padding };
    expect(statement.get("alg")).toBe(attestationAlgorithm);
    expect(verify(hash, signed, key, statement.get("sig") ?? new Uint8Array())).toBe(true);
  });

  it.each<CoseAlgorithm>([-7, -257, -65535])(
    "tpm by an identity key of %i verify elsewhere",
    async (attestationAlgorithm) => {
      expect(await accepted("tpm", { attestationAlgorithm })).toBe(true);
    },
  );

  it("carry chains that OpenSSL finds sound, up to the authenticator's root", () => {
    const { authenticator, statement } = statementOf("packed");
    const chain = [...(statement.get("x5c") ?? []), ...authenticator.roots].map(
      (der) => new X509Certificate(der),
    );
    expect(chain).toHaveLength(3);
    for (const [index, certificate] of chain.entries()) {
      const issuer = chain[index + 1] ?? certificate;
      expect(certificate.checkIssued(issuer)).toBe(true);
      expect(certificate.verify(issuer.publicKey)).toBe(true);
      expect(certificate.ca).toBe(index > 0);
    }
    expect(chain[0]?.subject).toBe(
      "C=ES\nO=Example Authenticators\nOU=Authenticator Attestation\nCN=Example Authenticator 1",
    );
  });

  it("sign assertions that verify elsewhere, with every algorithm that the library knows", async () => {
    for (const algorithm of [-7, -8, -35, -36, -37, -257] as const) {
      const authenticator = createAuthenticator({ origin, algorithm, counter: "counting" });
      authenticator.create(creation);
      const [credential] = authenticator.credentials;
      if (!credential) throw new Error("nothing was created");
      const result = await verifyAuthenticationResponse({
        response: authenticator.get({ challenge, rpId: "id.example.com" }),
        expectedChallenge: challenge,
        expectedOrigin: origin,
        expectedRPID: "id.example.com",
        credential: {
          id: credential.id,
          publicKey: new Uint8Array(credential.keyPair.publicKey),
          counter: 1,
        },
      });
      expect(result.verified).toBe(true);
    }
  });
});

/** Where the library does not look at what an issuer may do, and at what follows a certificate. */
const ofIssuers = [
  "intermediate-is-no-ca",
  "intermediate-without-basic-constraints",
  "intermediate-may-not-sign-certificates",
] as const;

/** What is no fault by the specification, or none to the library: our own verification is held to all of them. */
const acceptedElsewhere: Partial<Record<AttestationKind, readonly AttestationFault[]>> = {
  packed: [
    ...ofIssuers,
    "certificate-with-leftover",
    "aaguid-extension-critical",
    "leaf-without-basic-constraints",
    "country-in-lower-case",
  ],
  tpm: [
    "alg-mismatch",
    ...ofIssuers,
    "certificate-with-leftover",
    "aaguid-extension-critical",
    "cert-info-truncated",
    "cert-info-with-leftover",
    "pub-area-with-leftover",
  ],
  "android-key": [
    "leaf-is-ca",
    ...ofIssuers,
    "chain-with-root",
    "certificate-with-leftover",
    "origin-imported",
    "purpose-encrypt",
    "enforced-by-software-alone",
    "enforced-by-nothing",
  ],
  "android-safetynet": ["leaf-is-ca", ...ofIssuers, "certificate-with-leftover", "timestamp-missing"],
  "fido-u2f": ["leaf-with-rsa-key"],
  apple: ["leaf-is-ca", ...ofIssuers, "certificate-with-leftover"],
};

describe("the software authenticator's faults", () => {
  it.each(Object.keys(formats) as AttestationKind[])(
    "of %s are refused elsewhere, too, but for what is known",
    async (kind) => {
      const taken: AttestationFault[] = [];
      for (const fault of faultsOf(kind)) if (await accepted(kind, {}, { fault })) taken.push(fault);
      expect(taken).toEqual(acceptedElsewhere[kind] ?? []);
    },
  );

  it("are refused by the authenticator itself where the format has no such thing", () => {
    expect(() => statementOf("none", { fault: "magic-wrong" })).toThrow(/no fault/);
  });

  it("lay members over the statement and take them away", () => {
    const attStmt = new Map([
      ["sig", undefined],
      ["extra", 1],
    ]);
    const { statement } = statementOf("packed-self", { attStmt });
    expect([...(statement as unknown as Map<string, unknown>).keys()]).toEqual(["alg", "extra"]);
  });
});
