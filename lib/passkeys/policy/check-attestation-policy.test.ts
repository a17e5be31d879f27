import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DomainError } from "#lib/errors/domain-error.ts";
import { authenticatorNames } from "../authenticator-names.ts";
import {
  checkAttestationPolicy,
  combinePolicies,
  type PasskeyFacts,
  wantsAttestation,
} from "./check-attestation-policy.ts";
import { explainPolicy } from "./explain-policy.ts";
import { type AttestationPolicy, attestationFormats, attestationPolicySchema } from "./schema.ts";

const yubiKey = "ee882879-721c-4913-9775-3dfcce97072a";
const solo = "8876631b-d4a0-427f-5773-0ec71c9e0279";
const unknown = "12345678-1234-1234-1234-123456789abc";

const securityKey: PasskeyFacts = {
  attestationFormat: "packed",
  attestationTrust: "trusted",
  aaguid: yubiKey,
  deviceType: "single_device",
  userVerified: true,
};
const synced: PasskeyFacts = {
  attestationFormat: "none",
  attestationTrust: "none",
  aaguid: "fbfc3007-154e-4ecc-8c0b-6e020557d7bd",
  deviceType: "multi_device",
  userVerified: true,
};

/** What the person is told, or undefined when the passkey may be used. */
function refusal(facts: PasskeyFacts, ...policies: AttestationPolicy[]): string | undefined {
  try {
    checkAttestationPolicy(policies, {
      facts,
      locale: "en",
      nameOf: (aaguid) => authenticatorNames.get(aaguid),
    });
    return undefined;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    expect(error.code).toBe("ATTESTATION_NOT_ALLOWED");
    return error.publicMessage;
  }
}

describe("an attestation policy", () => {
  it("that says nothing allows everything", () => {
    expect(refusal(synced, {})).toBeUndefined();
    expect(refusal(securityKey)).toBeUndefined();
  });

  it.each<[AttestationPolicy, PasskeyFacts, PasskeyFacts]>([
    [{ formats: ["packed", "tpm"] }, securityKey, synced],
    [{ trustedOnly: true }, securityKey, { ...securityKey, attestationTrust: "unverified" }],
    [{ trustedOnly: true }, securityKey, { ...securityKey, attestationTrust: "self" }],
    [{ trustedOnly: true }, securityKey, synced],
    [{ allowAaguids: [yubiKey] }, securityKey, { ...securityKey, aaguid: solo }],
    [{ denyAaguids: [solo] }, securityKey, { ...securityKey, aaguid: solo }],
    [{ deviceBoundOnly: true }, securityKey, synced],
    [{ requireUserVerification: true }, securityKey, { ...securityKey, userVerified: false }],
  ])("%j lets one in and not the other", (policy, allowed, refused) => {
    expect(refusal(allowed, policy)).toBeUndefined();
    expect(refusal(refused, policy)).toMatch(/^This kind of authenticator is not allowed here\. /);
  });

  it("asks for all of its rules, false ones left out", () => {
    const policy = { trustedOnly: true, deviceBoundOnly: true, requireUserVerification: false };
    expect(refusal({ ...securityKey, userVerified: false }, policy)).toBeUndefined();
    expect(refusal({ ...securityKey, deviceType: "multi_device" }, policy)).toBeDefined();
  });

  it("tells the person which kind will do", () => {
    expect(refusal(synced, { deviceBoundOnly: true })).toBe(
      "This kind of authenticator is not allowed here. Use a security key, or another authenticator that keeps the passkey on one device.",
    );
    expect(refusal(synced, { allowAaguids: [yubiKey, solo] })).toBe(
      "This kind of authenticator is not allowed here. Use YubiKey 5 or Solo Key.",
    );
    expect(refusal(synced, { allowAaguids: [yubiKey, unknown] })).toContain(
      "Use YubiKey 5 or another approved model.",
    );
    expect(refusal(synced, { allowAaguids: [unknown] })).toContain(
      "a model that your administrator has approved",
    );
    expect(refusal({ ...synced, aaguid: solo }, { denyAaguids: [solo] })).toContain(
      "Use one of another model.",
    );
    expect(refusal(synced, { trustedOnly: true })).toContain("prove which model it is");
    expect(refusal({ ...securityKey, userVerified: false }, { requireUserVerification: true })).toContain(
      "It must check your fingerprint, face or PIN.",
    );
  });

  it("names five models at most", () => {
    const many = [...authenticatorNames.keys()].slice(8, 22);
    const text = refusal({ ...securityKey, aaguid: unknown }, { allowAaguids: many });
    expect(text?.match(/Use (.*)\.$/)?.[1]?.split(/, (?:or )?/)).toHaveLength(6);
  });

  it.each<[AttestationPolicy, boolean]>([
    [{}, false],
    [{ deviceBoundOnly: true, requireUserVerification: true, denyAaguids: [] }, false],
    [{ formats: ["none", "packed"] }, false],
    [{ formats: ["packed"] }, true],
    [{ trustedOnly: true }, true],
    [{ trustedOnly: false }, false],
    [{ allowAaguids: [yubiKey] }, true],
    [{ denyAaguids: [yubiKey] }, true],
  ])("knows whether browsers must be asked to attest: %j", (policy, expected) => {
    expect(wantsAttestation(policy)).toBe(expected);
  });
});

it("is explained in the language of whoever asks", () => {
  const question = { facts: synced, nameOf: () => undefined };
  const policy = { deviceBoundOnly: true };
  expect(explainPolicy(policy, { ...question, locale: "de" })).toContain(
    "Verwende einen Sicherheitsschlüssel",
  );
  expect(explainPolicy(policy, { ...question, locale: "fr" })).toContain("Utilisez une clé de sécurité");
});

describe("several policies", () => {
  const aaguids = [yubiKey, solo, unknown, synced.aaguid];
  const policies = fc.record(
    {
      formats: fc.subarray([...attestationFormats], { minLength: 1 }),
      trustedOnly: fc.boolean(),
      allowAaguids: fc.subarray(aaguids, { minLength: 1 }),
      denyAaguids: fc.subarray(aaguids),
      deviceBoundOnly: fc.boolean(),
      requireUserVerification: fc.boolean(),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<AttestationPolicy>;
  const passkeys: fc.Arbitrary<PasskeyFacts> = fc.record({
    attestationFormat: fc.constantFrom(...attestationFormats),
    attestationTrust: fc.constantFrom("none", "self", "unverified", "trusted"),
    aaguid: fc.constantFrom(...aaguids),
    deviceType: fc.constantFrom("single_device", "multi_device"),
    userVerified: fc.boolean(),
  });

  it("allow together exactly what each of them allows, in whatever order", () => {
    fc.assert(
      fc.property(fc.array(policies, { maxLength: 5 }), passkeys, (list, facts) => {
        const allowed = refusal(facts, ...list) === undefined;
        expect(allowed).toBe(list.every((policy) => refusal(facts, policy) === undefined));
        expect(refusal(facts, ...list.toReversed()) === undefined).toBe(allowed);
      }),
      { numRuns: 2000 },
    );
  });

  it("ask browsers to attest as soon as one of them does", () => {
    fc.assert(
      fc.property(fc.array(policies, { maxLength: 5 }), (list) => {
        if (list.some(wantsAttestation)) expect(wantsAttestation(combinePolicies(list))).toBe(true);
      }),
    );
  });

  it("never take away what another one asks", () => {
    const group = { trustedOnly: false, allowAaguids: [solo] };
    const instance = { trustedOnly: true, deviceBoundOnly: true, denyAaguids: [yubiKey] };
    expect(combinePolicies([group, instance])).toEqual({
      trustedOnly: true,
      allowAaguids: [solo],
      denyAaguids: [yubiKey],
      deviceBoundOnly: true,
    });
    expect(combinePolicies([])).toEqual({});
  });

  it("name the models that all of them allow", () => {
    const text = refusal(synced, { allowAaguids: [yubiKey, solo] }, { allowAaguids: [solo, unknown] });
    expect(text).toBe("This kind of authenticator is not allowed here. Use Solo Key.");
    expect(refusal(synced, { allowAaguids: [yubiKey, solo] }, { denyAaguids: [yubiKey] })).toContain(
      "Use Solo Key.",
    );
  });

  it("say so when they leave nothing over", () => {
    const nothing = /The rules that hold for you leave none that will do\. Ask your administrator\.$/;
    expect(refusal(securityKey, { allowAaguids: [yubiKey] }, { allowAaguids: [solo] })).toMatch(nothing);
    expect(refusal(securityKey, { allowAaguids: [solo] }, { denyAaguids: [solo] })).toMatch(nothing);
    expect(refusal(securityKey, { formats: ["tpm"] }, { formats: ["packed"] })).toMatch(nothing);
  });
});

describe("the policy's schema", () => {
  it("takes AAGUIDs in any case and keeps them in lower case", () => {
    expect(attestationPolicySchema.parse({ allowAaguids: [yubiKey.toUpperCase()] })).toEqual({
      allowAaguids: [yubiKey],
    });
  });

  it.each([
    [{ formats: [] }],
    [{ formats: ["packed", "x"] }],
    [{ trustedOnly: "yes" }],
    [{ allowAaguids: [] }],
    [{ allowAaguids: ["yubikey"] }],
    [{ denyAaguids: Array.from({ length: 1001 }, () => yubiKey) }],
    [{ trusted: true }],
    [[]],
    [null],
    ["all"],
  ])("refuses %j", (input) => {
    expect(attestationPolicySchema.safeParse(input).success).toBe(false);
  });
});
