/**
 * The test vectors of WebAuthn Level 3 (section 16): every registration and assertion, and mutations of their bytes. The
 * section derives all of them from one seed (HKDF and deterministic signatures); the file holds the results in hex.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type AssertionValues, verifyAssertionValues } from "../verify-assertion-values.ts";
import {
  type RegistrationValues,
  type VerifiedRegistration,
  verifyRegistrationValues,
} from "./verify-registration-values.ts";

interface Vector {
  readonly name: string;
  readonly format: string;
  readonly credentialId: string;
  readonly aaguid: string;
  readonly registration: Readonly<Record<"challenge" | "clientDataJSON" | "attestationObject", string>>;
  readonly authentication: Readonly<
    Record<"challenge" | "authenticatorData" | "clientDataJSON" | "signature", string>
  >;
}

const { attestationCaCertificate, vectors } = JSON.parse(
  readFileSync(join(import.meta.dirname, "vectors/webauthn-level-3.json"), "utf8"),
) as { attestationCaCertificate: string; vectors: Vector[] };

const base64url = (hex: string) => Buffer.from(hex, "hex").toString("base64url");
const anchors = [new Uint8Array(Buffer.from(attestationCaCertificate, "hex"))];

const expected = {
  expectedOrigins: ["https://example.org"],
  rpId: "example.org",
  userVerification: "preferred",
  strictness: "webauthn",
} as const;

function registrationValues(vector: Vector): RegistrationValues {
  const { challenge, clientDataJSON, attestationObject } = vector.registration;
  return {
    ...expected,
    response: {
      id: base64url(vector.credentialId),
      response: {
        clientDataJSON: base64url(clientDataJSON),
        attestationObject: base64url(attestationObject),
      },
    },
    expectedChallenge: base64url(challenge),
    expectedTopOrigins: ["https://example.com"],
    algorithms: [-7, -8, -35, -36, -53, -257],
    trust: { anchorsFor: () => anchors },
    now: new Date("2026-06-01T00:00:00Z"),
  };
}

function assertionValues(vector: Vector, registered: VerifiedRegistration): AssertionValues {
  const { challenge, authenticatorData, clientDataJSON, signature } = vector.authentication;
  return {
    ...expected,
    response: {
      response: {
        authenticatorData: base64url(authenticatorData),
        clientDataJSON: base64url(clientDataJSON),
        signature: base64url(signature),
      },
    },
    expectedChallenge: base64url(challenge),
    expectedTopOrigins: ["https://example.com"],
    credential: {
      publicKey: registered.publicKey,
      signCount: registered.signCount,
      backupEligible: registered.flags.backupEligible,
      algorithm: registered.algorithm,
    },
  };
}

const types: Readonly<Record<string, string>> = {
  none: "none",
  packed: "basic",
  tpm: "attca",
  "android-key": "basic",
  apple: "anonca",
  "fido-u2f": "basic",
};

/** All positions for short inputs, about a hundred for long ones. */
function sampled(length: number): number[] {
  const step = Math.max(1, Math.floor(length / 100));
  return Array.from({ length: Math.ceil(length / step) }, (_, index) => index * step);
}

/** The text with one byte changed, missing, doubled, or pushed back by a zero. */
function mutations(text: string, at: number): string[] {
  const bytes = Buffer.from(text, "base64url");
  const [before, byte, after] = [bytes.subarray(0, at), bytes.subarray(at, at + 1), bytes.subarray(at + 1)];
  return [
    [before, [(byte[0] ?? 0) ^ (1 << (at % 8))], after],
    [before, after],
    [before, byte, byte, after],
    [before, [0], byte, after],
  ].map((parts) => Buffer.from(parts.flatMap((part) => [...part])).toString("base64url"));
}

function accepted(run: () => unknown): boolean {
  try {
    run();
    return true;
  } catch (error) {
    // A refusal, never another kind of error.
    expect(error).toMatchObject({ name: "DomainError" });
    return false;
  }
}

it("has fifteen registrations and fifteen assertions", () => {
  expect(vectors).toHaveLength(15);
});

describe.each(vectors)("$name", (vector) => {
  const values = registrationValues(vector);
  const registered = verifyRegistrationValues(values);
  const assertion = assertionValues(vector, registered);

  it("registers", () => {
    const self = vector.name.startsWith("packed-self");
    const certified = vector.format !== "none" && !self;
    expect(registered).toMatchObject({
      format: vector.format,
      attestationType: self ? "self" : types[vector.format],
      trusted: certified,
      signCount: 0,
    });
    expect(registered.aaguid.replaceAll("-", "")).toBe(vector.aaguid);
    expect(Buffer.from(registered.credentialId).toString("hex")).toBe(vector.credentialId);
    expect(registered.trustPath).toHaveLength(certified ? 1 : 0);
  });

  it("signs in", () => {
    expect(verifyAssertionValues(assertion)).toMatchObject({ signCount: 0, counterRegressed: false });
  });

  it("is not trusted without an anchor", () => {
    expect(verifyRegistrationValues({ ...values, trust: undefined }).trusted).toBe(false);
  });

  it("is refused when framed by a page that nobody configured", () => {
    const framed = /crossOrigin|topOrigin/.test(vector.name);
    expect(accepted(() => verifyRegistrationValues({ ...values, expectedTopOrigins: undefined }))).toBe(
      !framed,
    );
    expect(accepted(() => verifyAssertionValues({ ...assertion, expectedTopOrigins: undefined }))).toBe(
      !framed,
    );
  });

  it("does not sign in with any byte of the assertion changed, missing, doubled or pushed back", () => {
    const { response } = assertion.response;
    for (const part of ["authenticatorData", "clientDataJSON", "signature"] as const) {
      for (const at of sampled(Buffer.from(response[part], "base64url").length)) {
        for (const [how, mutation] of mutations(response[part], at).entries()) {
          const changed = { ...response, [part]: mutation };
          expect(
            accepted(() => verifyAssertionValues({ ...assertion, response: { response: changed } })),
            `${part} ${at} ${how}`,
          ).toBe(false);
        }
      }
    }
  });

  // What nobody signed may change: all of `none`, and flags, counter and AAGUID of U2F.
  it.skipIf(vector.format === "none")(
    "does not register with any byte that is signed changed, missing, doubled or pushed back",
    () => {
      const { response } = values.response;
      const attestation = Buffer.from(response.attestationObject, "base64url");
      const unsigned =
        vector.format === "fido-u2f" ? attestation.indexOf(Buffer.from(vector.aaguid, "hex")) : Infinity;
      for (const part of ["clientDataJSON", "attestationObject"] as const) {
        for (const at of sampled(Buffer.from(response[part], "base64url").length)) {
          if (part === "attestationObject" && at >= unsigned - 5 && at < unsigned + 16) continue;
          for (const [how, mutation] of mutations(response[part], at).entries()) {
            const changed = { ...response, [part]: mutation };
            expect(
              accepted(() =>
                verifyRegistrationValues({ ...values, response: { ...values.response, response: changed } }),
              ),
              `${part} ${at} ${how}`,
            ).toBe(false);
          }
        }
      }
    },
  );
});
