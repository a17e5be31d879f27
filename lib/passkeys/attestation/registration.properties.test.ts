/** What holds for every registration, and which bytes of one nobody vouches for. */
import { decodeAttestationObject } from "@simplewebauthn/server/helpers";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import {
  accepts as acceptsUnless,
  changed,
  fromBase64url,
  lengthened,
  toBase64url,
} from "#lib/testing/authenticator/alterations.ts";
import {
  type ArbitraryCeremony,
  arbitraryAlgorithms,
  arbitraryCeremony,
  attestationKinds,
  keyPairOf,
} from "#lib/testing/authenticator/arbitrary-ceremony.ts";
import type { AttestationKind } from "#lib/testing/authenticator/attestation/formats.ts";
import { type Cbor, encodeCbor } from "#lib/testing/authenticator/cbor.ts";
import { createAuthenticator } from "#lib/testing/authenticator/software-authenticator.ts";
import { type RegistrationValues, verifyRegistrationValues } from "./verify-registration-values.ts";

// Thousands of verifications each, on machines that are busy with other tests.
vi.setConfig({ testTimeout: 60_000 });

const origin = "https://id.example.com";
const now = new Date("2026-06-01T00:00:00Z");
const sha1 = -65535;

interface Registration {
  readonly id: string;
  readonly clientDataJSON: Uint8Array;
  readonly attestationObject: Uint8Array;
  readonly authData: Uint8Array;
  verify(parts?: { id?: string; clientDataJSON?: Uint8Array; attestationObject?: Uint8Array }): unknown;
}

function register(ceremony: ArbitraryCeremony): Registration {
  const { kind, algorithm, attestationAlgorithm, challenge, ...deviation } = ceremony;
  const authenticator = createAuthenticator({ origin, attestation: kind, now: () => now });
  const { extensions, ...rest } = deviation;
  const { id, response } = authenticator.create(
    {
      rp: { id: "id.example.com", name: "Example" },
      user: { id: "dXNlcg", name: "ana", displayName: "Ana" },
      challenge,
      pubKeyCredParams: [],
    },
    {
      ...rest,
      ...(extensions ? { extensions } : {}),
      ...(attestationAlgorithm ? { attestationAlgorithm } : {}),
      keyPair: keyPairOf(algorithm),
    },
  );
  const clientDataJSON = fromBase64url(response.clientDataJSON);
  const attestationObject = fromBase64url(response.attestationObject);
  const authData = decodeAttestationObject(attestationObject).get("authData");
  const values: Omit<RegistrationValues, "response"> = {
    expectedChallenge: challenge,
    expectedOrigins: [origin],
    rpId: "id.example.com",
    userVerification: "preferred",
    algorithms: [...arbitraryAlgorithms, sha1],
    trust: { anchorsFor: () => authenticator.roots },
    now,
    strictness: "webauthn",
  };
  return {
    id,
    clientDataJSON,
    attestationObject,
    authData,
    verify: (parts = {}) =>
      verifyRegistrationValues({
        ...values,
        response: {
          id: parts.id ?? id,
          response: {
            clientDataJSON: toBase64url(parts.clientDataJSON ?? clientDataJSON),
            attestationObject: toBase64url(parts.attestationObject ?? attestationObject),
          },
        },
      }),
  };
}

const accepts = (verify: () => unknown) => acceptsUnless("INVALID_ATTESTATION", verify);

describe("whatever a registration is like", () => {
  it("verifies, and is read as it was made", () => {
    fc.assert(
      fc.property(arbitraryCeremony(), (ceremony) => {
        const { kind, flags, extensions } = ceremony;
        expect(register(ceremony).verify()).toMatchObject({
          format: kind === "packed-self" ? "packed" : kind,
          aaguid: ceremony.aaguid,
          credentialId: ceremony.credentialId,
          publicKey: keyPairOf(ceremony.algorithm).publicKey,
          algorithm: ceremony.algorithm,
          signCount: ceremony.signCount,
          flags: { userVerified: flags.uv, backupEligible: flags.be, backupState: flags.bs },
          extensions,
          trusted: kind !== "none" && kind !== "packed-self",
        });
      }),
      { numRuns: 400 },
    );
  });

  it("is refused for another id, challenge, origin or RP ID", () => {
    fc.assert(
      fc.property(arbitraryCeremony(), fc.uint8Array({ minLength: 16, maxLength: 64 }), (ceremony, other) => {
        const { verify, id } = register(ceremony);
        fc.pre(toBase64url(other) !== id);
        expect(accepts(() => verify({ id: toBase64url(other) }))).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});

/** A byte's place, by what stands there. */
function placeOf({ attestationObject, authData }: Registration, at: number): string {
  const buffer = Buffer.from(attestationObject);
  const start = buffer.indexOf(Buffer.from(authData));
  const offset = at - start;
  if (offset < 0 || offset >= authData.length) {
    const version = buffer.indexOf("14799021");
    return version >= 0 && at >= version && at < version + 8 ? "ver" : "around the data";
  }
  const idEnd = 55 + (((authData[53] ?? 0) << 8) | (authData[54] ?? 0));
  if (offset < 32) return "rpIdHash";
  if (offset < 33) return "flags";
  if (offset < 37) return "signCount";
  if (offset < 53) return "aaguid";
  if (offset < 55) return "length of the id";
  if (offset < idEnd) return "credentialId";
  return offset < idEnd + keyPairOf(-7).publicKey.length ? "publicKey" : "extensions";
}

/**
 * The complete list of what may be altered and is accepted, for a passkey of ES256. Without attestation nobody vouches
 * for anything; but a point that is on no curve is no key, and what was asked for must be answered.
 */
const unsigned: Readonly<Record<AttestationKind, readonly string[]>> = {
  none: ["aaguid", "clientData", "extensions", "flags", "signCount"],
  "packed-self": [],
  packed: [],
  tpm: [],
  "android-key": [],
  // The version of the service stands beside what it signs.
  "android-safetynet": ["ver"],
  // U2F signs RP ID, client data, id and point (section 8.6), for which it was made before there was more.
  "fido-u2f": ["aaguid", "extensions", "flags", "signCount"],
  apple: [],
};

const everyBit = Array.from({ length: 8 }, (_, bit) => 1 << bit);

const sample = (kind: AttestationKind): ArbitraryCeremony => ({
  kind,
  algorithm: -7,
  attestationAlgorithm: undefined,
  flags: { up: true, uv: true, be: true, bs: true },
  signCount: 1,
  aaguid: "c5703116-972b-4851-a3e7-ae1259843399",
  extensions: new Map([["credProtect", 2]]),
  credentialId: new Uint8Array(32).fill(5),
  challenge: "A".repeat(43),
  clientData: { padding: "nobody knows" },
});

describe("of the bytes of a registration", () => {
  it.each(attestationKinds)("exactly those are not vouched for that are listed, in %s", (kind) => {
    const registration = register(sample(kind));
    const { attestationObject, authData, clientDataJSON, verify } = registration;
    const places = new Set<string>();
    const start = Buffer.from(attestationObject).indexOf(Buffer.from(authData));
    attestationObject.forEach((_, at) => {
      // Every bit of what the passkey says, one bit of each byte of what is said about it.
      const within = at >= start && at < start + authData.length;
      for (const mask of within ? everyBit : [1 << (at % 8)]) {
        const altered = { attestationObject: changed(attestationObject, at, mask) };
        if (accepts(() => verify(altered))) places.add(placeOf(registration, at));
      }
    });
    clientDataJSON.forEach((_, at) => {
      for (const mask of everyBit)
        if (accepts(() => verify({ clientDataJSON: changed(clientDataJSON, at, mask) })))
          places.add("clientData");
    });
    expect([...places].sort()).toEqual(unsigned[kind]);
  });

  it("none that is vouched for can be altered, in any way", () => {
    const attested = attestationKinds.filter((kind) => kind !== "none");
    fc.assert(
      fc.property(
        arbitraryCeremony(attested),
        fc.array(fc.tuple(fc.boolean(), fc.nat(), fc.integer({ min: 1, max: 255 })), {
          minLength: 8,
          maxLength: 8,
        }),
        (ceremony, alterations) => {
          const registration = register(ceremony);
          const { attestationObject, clientDataJSON, verify } = registration;
          for (const [inClientData, where, mask] of alterations) {
            const whole = inClientData ? clientDataJSON : attestationObject;
            const at = where % whole.length;
            const name = inClientData ? "clientDataJSON" : "attestationObject";
            const accepted = accepts(() => verify({ [name]: changed(whole, at, mask) }));
            const place = inClientData ? "clientData" : placeOf(registration, at);
            if (accepted) expect(unsigned[ceremony.kind], `byte ${at}`).toContain(place);
          }
        },
      ),
      { numRuns: 250 },
    );
  });

  it("none can be missing, and none can follow, but for blanks around JSON that nobody signed", () => {
    fc.assert(
      fc.property(
        arbitraryCeremony(),
        fc.nat(),
        fc.uint8Array({ minLength: 1, maxLength: 40 }),
        (ceremony, cut, more) => {
          const { clientDataJSON, attestationObject, authData, verify } = register(ceremony);
          const parts = { clientDataJSON, attestationObject, authData };
          const withAuthData = (data: Uint8Array) => {
            const object = decodeAttestationObject(new Uint8Array(attestationObject));
            return encodeCbor(
              new Map<string, Cbor>([...(object as never as Map<string, Cbor>), ["authData", data]]),
            );
          };
          for (const [name, whole] of Object.entries(parts)) {
            for (const value of lengthened(whole, cut, more)) {
              const sent =
                name === "authData" ? { attestationObject: withAuthData(value) } : { [name]: value };
              const accepted = accepts(() => verify(sent));
              const blank =
                name === "clientDataJSON" && /^[ \t\r\n\uFEFF]+$/.test(Buffer.from(more).toString());
              if (accepted) expect([ceremony.kind, blank]).toEqual(["none", true]);
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it("nothing that is no registration ends but in a refusal", () => {
    const { verify } = register(sample("packed"));
    const part = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.json().map((json) => new Uint8Array(Buffer.from(json))),
    );
    fc.assert(
      fc.property(part, part, fc.string(), (clientDataJSON, attestationObject, id) => {
        expect(accepts(() => verify({ clientDataJSON, attestationObject, id }))).toBe(false);
        expect(accepts(() => verify({ attestationObject }))).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
