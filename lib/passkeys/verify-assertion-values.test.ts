/** What an assertion is held to, as values. */
import { randomBytes } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Cbor } from "#lib/testing/authenticator/cbor.ts";
import {
  createAuthenticator,
  type GetDeviation,
  type SoftwareAuthenticator,
} from "#lib/testing/authenticator/software-authenticator.ts";
import type { RefusedRule } from "./ceremony-refusal.ts";
import { type AssertionValues, verifyAssertionValues } from "./verify-assertion-values.ts";

const origin = "https://id.example.com";
const challenge = randomBytes(32).toString("base64url");
let authenticator: SoftwareAuthenticator;
let publicKey: Uint8Array;

beforeEach(() => {
  authenticator = createAuthenticator({ origin, counter: "counting" });
  authenticator.create({
    rp: { id: "id.example.com", name: "Example" },
    user: { id: "dXNlcg", name: "ana", displayName: "Ana" },
    challenge,
    pubKeyCredParams: [],
  });
  publicKey = authenticator.credentials[0]?.keyPair.publicKey ?? new Uint8Array();
});

function assertion(deviation: GetDeviation = {}, values: Partial<AssertionValues> = {}): AssertionValues {
  return {
    response: authenticator.get({ challenge, rpId: "id.example.com" }, deviation),
    expectedChallenge: challenge,
    expectedOrigins: [origin],
    rpId: "id.example.com",
    userVerification: "required",
    strictness: "webauthn",
    ...values,
    credential: { publicKey, signCount: 1, backupEligible: false, ...values.credential },
  };
}

function rule(values: AssertionValues): string {
  try {
    verifyAssertionValues(values);
    return "accepted";
  } catch (error) {
    expect(error).toMatchObject({ name: "DomainError" });
    return (error as { cause: RefusedRule }).cause.rule;
  }
}

describe("an assertion", () => {
  it("verifies, with what the authenticator says", () => {
    const extensions = new Map<string, Cbor>([["hmac-secret", new Uint8Array(3)]]);
    expect(verifyAssertionValues(assertion({ extensions }))).toEqual({
      flags: { userVerified: true, backupEligible: false, backupState: false },
      signCount: 2,
      counterRegressed: false,
      extensions: new Map([["hmac-secret", new Uint8Array(3)]]),
    });
  });

  it.each<[string, GetDeviation, string]>([
    ["of a registration", { clientData: { type: "webauthn.create" } }, "client_data_type"],
    ["from another origin", { origin: "https://evil.example" }, "origin"],
    ["from a foreign frame", { clientData: { crossOrigin: true } }, "cross_origin"],
    ["for another challenge", { clientData: { challenge: "A".repeat(43) } }, "challenge_unknown"],
    ["for another RP ID", { rpId: "evil.example" }, "rp_id_hash"],
    ["without presence", { flags: { up: false } }, "user_presence"],
    ["without verification", { flags: { uv: false } }, "user_verification"],
    ["of a backup that cannot be", { flags: { bs: true } }, "backup_flags"],
    ["that has become eligible for backup", { flags: { be: true } }, "backup_flags"],
    ["with bytes left over", { leftover: new Uint8Array(2) }, "authenticator_data"],
    ["with a credential announced", { flags: { at: true } }, "authenticator_data"],
    ["with extensions announced", { flags: { ed: true } }, "authenticator_data"],
    ["by another key", { foreignKey: true }, "signature"],
    ["with a changed signature", { corruptSignature: true }, "signature"],
  ])("%s is refused", (_, deviation, expected) => {
    expect(rule(assertion(deviation))).toBe(expected);
  });

  it("is refused when the key was eligible for backup and is not any more", () => {
    const credential = { publicKey, signCount: 1, backupEligible: true };
    expect(rule(assertion({}, { credential }))).toBe("backup_flags");
  });

  it("is refused for an algorithm that is not the key's, or a key that is none", () => {
    const credential = { publicKey, signCount: 1, backupEligible: false };
    expect(rule(assertion({}, { credential: { ...credential, algorithm: -257 } }))).toBe("algorithm");
    const broken = publicKey.slice(0, -1);
    expect(rule(assertion({}, { credential: { ...credential, publicKey: broken } }))).toBe("stored_key");
  });

  it.each([
    [{ rawId: "AAAA" }, "credential_id"],
    [{ type: "password" }, "credential_type"],
  ])("is refused beside %j", (changes, expected) => {
    const values = assertion();
    expect(rule({ ...values, response: { ...values.response, ...changes } })).toBe(expected);
  });

  it("is refused when it names another credential than the one that was asked", () => {
    const values = assertion();
    const named = (id: string) => ({ ...values, credential: { ...values.credential, id } });
    expect(rule(named(values.response.id ?? ""))).toBe("accepted");
    expect(rule(named("AAAA"))).toBe("credential_id");
  });

  it.each([undefined, null, 7, "text", {}, { response: null }, { response: 7 }, { response: {} }])(
    "that is %j is refused, not an error",
    (response) => {
      expect(() => verifyAssertionValues({ ...assertion(), response: response as never })).toThrow(
        expect.objectContaining({ name: "DomainError" }),
      );
    },
  );

  it("has its token binding judged under FIDO's rules alone", () => {
    const deviation = { clientData: { tokenBinding: { status: "maybe" } } };
    expect(rule(assertion(deviation))).toBe("accepted");
    expect(rule(assertion(deviation, { strictness: "fido" }))).toBe("token_binding");
  });

  it.each<[number, number, boolean]>([
    [0, 0, false],
    [1, 0, false],
    [2, 1, false],
    [1, 1, true],
    [1, 2, true],
    [0, 1, true],
  ])("that counts %i after %i: copied is %s", (received, stored, expected) => {
    const credential = { publicKey, signCount: stored, backupEligible: false };
    const values = assertion({ signCount: received }, { credential });
    expect(verifyAssertionValues(values).counterRegressed).toBe(expected);
  });

  it.each(["authenticatorData", "signature", "clientDataJSON"] as const)("needs %s as base64url", (part) => {
    for (const value of ["", "=", "a", 7, undefined, null]) {
      const values = assertion();
      const response = { ...values.response.response, [part]: value } as typeof values.response.response;
      expect(() => verifyAssertionValues({ ...values, response: { response } })).toThrow(
        expect.objectContaining({ name: "DomainError" }),
      );
    }
  });

  it("is signed over the bytes of the client data, not over what they mean", () => {
    const values = assertion();
    const text = Buffer.from(values.response.response.clientDataJSON, "base64url").toString();
    const clientDataJSON = Buffer.from(`${text} `).toString("base64url");
    const response = { ...values.response.response, clientDataJSON };
    expect(rule({ ...values, response: { response } })).toBe("signature");
  });
});
