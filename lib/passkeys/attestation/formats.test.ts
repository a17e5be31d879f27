/** Every attestation format, sound and with every fault that the software authenticator knows. */
import { beforeAll, describe, expect, it } from "vitest";
import {
  type AttestationFault,
  type AttestationKind,
  faultsOf,
  formats,
} from "#lib/testing/authenticator/attestation/formats.ts";
import type { CoseAlgorithm } from "#lib/testing/authenticator/key-pair.ts";
import {
  type AuthenticatorOptions,
  type CreateDeviation,
  createAuthenticator,
  type SoftwareAuthenticator,
} from "#lib/testing/authenticator/software-authenticator.ts";
import type { RefusedRule } from "../ceremony-refusal.ts";
import type { Strictness } from "./statement.ts";
import {
  type RegistrationValues,
  type VerifiedRegistration,
  verifyRegistrationValues,
} from "./verify-registration-values.ts";

const origin = "https://id.example.com";
const challenge = Buffer.alloc(32, 7).toString("base64url");
const now = new Date("2026-06-01T00:00:00Z");
const creation = {
  rp: { id: "id.example.com", name: "Example" },
  user: { id: "dXNlcg", name: "ana", displayName: "Ana" },
  challenge,
  pubKeyCredParams: [],
};

interface Case {
  readonly kind: AttestationKind;
  readonly options?: Partial<AuthenticatorOptions>;
  readonly deviation?: CreateDeviation;
  readonly values?: Partial<RegistrationValues>;
}

function make({ kind, options }: Case): SoftwareAuthenticator {
  return createAuthenticator({ origin, attestation: kind, now: () => now, ...options });
}

function register(input: Case): VerifiedRegistration {
  const authenticator = make(input);
  return verifyRegistrationValues({
    response: authenticator.create(creation, input.deviation),
    expectedChallenge: challenge,
    expectedOrigins: [origin],
    rpId: "id.example.com",
    userVerification: "required",
    algorithms: [-7, -8, -35, -36, -37, -257],
    trust: { anchorsFor: () => authenticator.roots },
    now,
    strictness: "webauthn",
    ...input.values,
  });
}

/** The rule that refuses, or whether the path was trusted. */
function outcome(input: Case): string {
  try {
    return register(input).trusted ? "trusted" : "accepted";
  } catch (error) {
    expect(error).toMatchObject({ name: "DomainError", code: "INVALID_ATTESTATION" });
    return (error as { cause: RefusedRule }).cause.rule;
  }
}

const kinds = Object.keys(formats) as AttestationKind[];
const types: Record<AttestationKind, string> = {
  none: "none",
  "packed-self": "self",
  packed: "basic",
  tpm: "attca",
  "android-key": "basic",
  "android-safetynet": "basic",
  "fido-u2f": "basic",
  apple: "anonca",
};

describe.each(kinds)("%s", (kind) => {
  const certified = kind !== "none" && kind !== "packed-self";
  let sound: VerifiedRegistration;
  beforeAll(() => {
    sound = register({ kind });
  });

  it("is accepted, and trusted where its root is an anchor", () => {
    expect(sound).toMatchObject({
      format: formats[kind].fmt,
      attestationType: types[kind],
      trusted: certified,
      algorithm: -7,
      flags: { userVerified: true, backupEligible: false, backupState: false },
    });
    expect(sound.trustPath.length > 0).toBe(certified);
  });

  it("is accepted without anchors, and never trusted then", () => {
    expect(outcome({ kind, values: { trust: undefined } })).toBe("accepted");
    expect(outcome({ kind, values: { trust: { anchorsFor: () => [] } } })).toBe("accepted");
    expect(outcome({ kind, values: { trust: undefined, strictness: "fido" } })).toBe("accepted");
  });

  it("says whether anybody vouches for the AAGUID", () => {
    expect(sound.aaguidAttested).toBe(kind !== "none" && kind !== "fido-u2f");
  });
});

/** What is no fault: the reason stands in the decision record on attestation. */
const harmless: Record<
  Strictness,
  Partial<Record<AttestationKind, Partial<Record<AttestationFault, string>>>>
> = {
  webauthn: {
    packed: {
      // The intermediate that is missing could be anybody's.
      "chain-without-intermediate": "accepted",
      "chain-with-root": "trusted",
      "leaf-without-basic-constraints": "trusted",
      "country-in-lower-case": "trusted",
    },
    tpm: {
      "chain-without-intermediate": "accepted",
      "chain-with-root": "trusted",
      "manufacturer-unknown": "trusted",
    },
    "android-key": {
      "chain-with-root": "trusted",
      "chain-without-root": "trusted",
      "enforced-by-software-alone": "trusted",
      "enforced-by-nothing": "trusted",
    },
    "android-safetynet": { "chain-without-intermediate": "accepted", "chain-with-root": "trusted" },
    apple: { "chain-without-intermediate": "accepted", "chain-with-root": "trusted" },
  },
  fido: {
    packed: { "leaf-without-basic-constraints": "trusted", "country-in-lower-case": "trusted" },
    tpm: { "manufacturer-unknown": "trusted" },
    "android-key": {
      "chain-with-root": "trusted",
      "chain-without-root": "trusted",
      "enforced-by-software-alone": "trusted",
    },
    "android-safetynet": { "chain-with-root": "trusted" },
    apple: { "chain-with-root": "trusted" },
  },
};

describe.each(["webauthn", "fido"] as const)("under %s", (strictness) => {
  const faults = kinds.flatMap((kind) => faultsOf(kind).map((fault) => [kind, fault] as const));
  it.each(faults)("%s with the fault %s", (kind, fault) => {
    const expected = harmless[strictness][kind]?.[fault];
    const actual = outcome({ kind, deviation: { fault }, values: { strictness } });
    if (expected) expect(actual).toBe(expected);
    else expect(actual).toMatch(/^attestation(_trust)?$/);
  });
});

describe("packed", () => {
  it.each([-7, -8, -35, -36, -37, -257] as const)("is signed by a manufacturer's key of %i", (algorithm) => {
    expect(outcome({ kind: "packed", options: { attestationAlgorithm: algorithm } })).toBe("trusted");
  });

  it.each([-7, -8, -35, -36, -37, -257] as const)("vouches for itself with %i", (algorithm) => {
    expect(register({ kind: "packed-self", options: { algorithm } })).toMatchObject({
      algorithm,
      attestationType: "self",
    });
  });

  it("is refused with a digest that can be forged", () => {
    expect(outcome({ kind: "packed", options: { attestationAlgorithm: -65535 } })).toBe("attestation");
  });

  it("is refused with more certificates than any chain has", () => {
    const attStmt = new Map([["x5c", Array.from({ length: 9 }, () => new Uint8Array(1))]]);
    expect(outcome({ kind: "packed", deviation: { attStmt } })).toBe("attestation");
  });

  it("is refused with ECDAA, which was never deployed", () => {
    const attStmt = new Map([["ecdaaKeyId", new Uint8Array(8)]]);
    expect(outcome({ kind: "packed", deviation: { attStmt } })).toBe("attestation");
  });
});

describe("tpm", () => {
  it.each([
    [-7, -257],
    [-257, -257],
    [-7, -7],
    [-257, -65535],
  ] as const)("holds a key of %i and is signed with %i", (algorithm, attestationAlgorithm) => {
    expect(outcome({ kind: "tpm", options: { algorithm, attestationAlgorithm } })).toBe("trusted");
  });
});

describe("android-key and apple", () => {
  it.each(["android-key", "apple"] as const)("%s holds keys that are not on a curve", (kind) => {
    expect(outcome({ kind, options: { algorithm: -257 } })).toBe("trusted");
  });
});

describe("fido-u2f", () => {
  const aaguid = "ee882879-721c-4913-9775-3dfcce97072a";

  it("may name a model under WebAuthn, and must not under FIDO's rules", () => {
    const options = { aaguid };
    expect(register({ kind: "fido-u2f", options })).toMatchObject({ aaguid, aaguidAttested: false });
    expect(outcome({ kind: "fido-u2f", options, values: { strictness: "fido" } })).toBe("attestation");
  });

  it("is never trusted by the model that it names, for nobody signed that", () => {
    const asked: string[] = [];
    const trust: RegistrationValues["trust"] = {
      anchorsFor: (input) => {
        asked.push(input.aaguid, ...input.attestationCertificateKeyIdentifiers);
        return [];
      },
    };
    register({ kind: "fido-u2f", options: { aaguid }, values: { trust } });
    expect(asked).toEqual(["00000000-0000-0000-0000-000000000000", expect.stringMatching(/^[0-9a-f]{40}$/)]);
  });

  it("is refused for a credential on another curve", () => {
    expect(outcome({ kind: "fido-u2f", options: { algorithm: -35 } })).not.toBe("trusted");
  });
});

describe("android-safetynet", () => {
  it.each([
    ["a minute and a second old", 60, "attestation"],
    ["from a little ahead", -10, "trusted"],
    ["half a minute old", 30, "trusted"],
    ["from eleven seconds ahead", -12, "attestation"],
  ])("of %s", (_, seconds, expected) => {
    const made = new Date(now.getTime() - seconds * 1000);
    expect(outcome({ kind: "android-safetynet", options: { now: () => made } })).toBe(expected);
  });
});

describe("a changed byte of the attestation object is noticed", () => {
  it.each<[AttestationKind, CoseAlgorithm]>([
    ["packed-self", -8],
    ["packed", -7],
    ["tpm", -257],
    ["android-key", -7],
    ["android-safetynet", -7],
    ["apple", -7],
  ])("in %s with a key of %i", (kind, algorithm) => {
    const authenticator = make({ kind, options: { algorithm } });
    const { id, response } = authenticator.create(creation);
    const sound = Buffer.from(response.attestationObject, "base64url");
    const version = sound.indexOf("14799021");
    for (let at = 0; at < sound.length; at += 7) {
      // SafetyNet signs everything but the version of the service.
      if (version >= 0 && at >= version - 1 && at < version + 8) continue;
      const changed = Buffer.from(sound);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      const attestationObject = changed.toString("base64url");
      const trust = { anchorsFor: () => authenticator.roots };
      const values = { response: { id, response: { ...response, attestationObject } }, trust };
      expect(outcome({ kind, values }), `byte ${at}`).not.toMatch(/trusted|accepted/);
    }
  });
});

it("refuses a format that nobody knows", () => {
  const attestationObject = new Map([["fmt", "unheard-of"]]);
  expect(outcome({ kind: "packed", deviation: { attestationObject } })).toBe("attestation_format");
});
