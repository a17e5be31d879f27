/** Several statements in one (WebAuthn Level 3 section 8.9): all of them verify, and one of them speaks. */
import { describe, expect, it } from "vitest";
import type { Cbor } from "#lib/testing/authenticator/cbor.ts";
import {
  type CreateDeviation,
  createAuthenticator,
} from "#lib/testing/authenticator/software-authenticator.ts";
import type { RefusedRule } from "../ceremony-refusal.ts";
import { readKeptAttestation } from "./read-kept-attestation.ts";
import { type RegistrationValues, verifyRegistrationValues } from "./verify-registration-values.ts";

const origin = "https://id.example.com";
const challenge = "A".repeat(43);
const now = new Date("2026-06-01T00:00:00Z");
const aaguid = "ee882879-721c-4913-9775-3dfcce97072a";

function register(deviation: CreateDeviation, values: Partial<RegistrationValues> = {}) {
  const authenticator = createAuthenticator({ origin, aaguid, now: () => now });
  const options = {
    rp: { id: "id.example.com", name: "Example" },
    user: { id: "dXNlcg", name: "ana", displayName: "Ana" },
    challenge,
    pubKeyCredParams: [],
  };
  return verifyRegistrationValues({
    response: authenticator.create(options, deviation),
    expectedChallenge: challenge,
    expectedOrigins: [origin],
    rpId: "id.example.com",
    userVerification: "required",
    algorithms: [-7],
    trust: { anchorsFor: () => authenticator.roots },
    now,
    strictness: "webauthn",
    ...values,
  });
}

function rule(deviation: CreateDeviation, values: Partial<RegistrationValues> = {}): string {
  try {
    register(deviation, values);
    return "accepted";
  } catch (error) {
    expect(error).toMatchObject({ name: "DomainError", code: "INVALID_ATTESTATION" });
    return (error as { cause: RefusedRule }).cause.rule;
  }
}

describe("a compound attestation", () => {
  it.each<
    [readonly ("packed" | "packed-self" | "android-key" | "apple" | "none")[], string, string, boolean]
  >([
    [["packed", "android-key"], "packed", "basic", true],
    [["android-key", "packed-self"], "android-key", "basic", true],
    [["packed-self", "apple"], "apple", "anonca", true],
    [["none", "none", "packed"], "packed", "basic", true],
    [["packed-self", "none"], "packed", "self", false],
  ])("of %j speaks by the first that names its maker", (compound, format, attestationType, trusted) => {
    const registered = register({ compound });
    expect(registered).toMatchObject({ format, attestationType, trusted, aaguid });
    expect(register({ compound }, { trust: undefined }).trusted).toBe(false);
    if (!trusted) return;
    expect(readKeptAttestation(registered.attestationObject)).toMatchObject({
      format,
      attestationType,
      aaguid,
    });
  });

  it("does not believe a maker of the AAGUID whom another statement names", () => {
    const noModel = "00000000-0000-0000-0000-000000000000";
    const asked: string[] = [];
    const trust: RegistrationValues["trust"] = {
      anchorsFor: (input) => {
        asked.push(`${input.format} ${input.aaguid}`);
        return [];
      },
    };
    const registered = register({ compound: ["fido-u2f", "packed-self"] }, { trust });
    expect(asked).toEqual([`fido-u2f ${noModel}`]);
    expect(registered).toMatchObject({ format: "fido-u2f", aaguidAttested: false, trusted: false });
  });

  it.each([
    ["signature-corrupt", "attestation"],
    ["signed-by-credential-key", "attestation"],
    ["aaguid-extension-mismatch", "attestation"],
    ["chain-broken", "attestation_trust"],
    ["leaf-expired", "attestation_trust"],
  ] as const)("is refused when only its last statement has the fault %s", (fault, expected) => {
    expect(rule({ compound: ["packed", "packed"], fault })).toBe(expected);
  });

  it.each<[string, Cbor, string]>([
    ["a map", new Map(), "attestation"],
    ["an empty list", [], "attestation"],
    ["a list of what is no statement", [1, 2], "attestation"],
    ["a list of one", [statement("none", new Map())], "attestation"],
    ["a list of five", Array.from({ length: 5 }, () => statement("none", new Map())), "attestation"],
    [
      "a list with another compound",
      [statement("compound", []), statement("none", new Map())],
      "attestation",
    ],
    ["a list with no map in it", [statement("packed", []), statement("none", new Map())], "attestation"],
    [
      "a list with an unknown format",
      [statement("none", new Map()), statement("new", new Map())],
      "attestation_format",
    ],
    [
      "a list with nothing in packed",
      [statement("none", new Map()), statement("packed", new Map())],
      "attestation",
    ],
  ])("is refused as %s", (_, attStmt, expected) => {
    const attestationObject = new Map<string, Cbor>([
      ["fmt", "compound"],
      ["attStmt", attStmt],
    ]);
    expect(rule({ attestationObject })).toBe(expected);
  });

  it("has each of its statements held to FIDO's rules where those hold", () => {
    expect(rule({ compound: ["packed", "fido-u2f"] }, { strictness: "fido" })).toBe("attestation");
  });
});

function statement(fmt: string, attStmt: Cbor): Cbor {
  return new Map<string, Cbor>([
    ["fmt", fmt],
    ["attStmt", attStmt],
  ]);
}
