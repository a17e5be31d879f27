/** What holds for every assertion: all of it is signed. */
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
  keyPairOf,
} from "#lib/testing/authenticator/arbitrary-ceremony.ts";
import { createAuthenticator } from "#lib/testing/authenticator/software-authenticator.ts";
import { verifyAssertionValues } from "./verify-assertion-values.ts";

// Thousands of verifications each, on machines that are busy with other tests.
vi.setConfig({ testTimeout: 60_000 });

const origin = "https://id.example.com";
const parts = ["clientDataJSON", "authenticatorData", "signature"] as const;
type Parts = Readonly<Record<(typeof parts)[number], Uint8Array>>;

interface Assertion extends Parts {
  readonly publicKey: Uint8Array;
  verify(altered?: Partial<Parts & { publicKey: Uint8Array }>): unknown;
}

function signIn(ceremony: ArbitraryCeremony, storedCount = 0): Assertion {
  const { algorithm, challenge, flags, signCount, extensions, clientData } = ceremony;
  const authenticator = createAuthenticator({ origin });
  const keyPair = keyPairOf(algorithm);
  const { credentialId } = ceremony;
  authenticator.create(
    {
      rp: { id: "id.example.com", name: "Example" },
      user: { id: "dXNlcg", name: "ana", displayName: "Ana" },
      challenge,
      pubKeyCredParams: [],
    },
    { keyPair, credentialId },
  );
  const { id, response } = authenticator.get(
    { challenge, rpId: "id.example.com" },
    { flags, signCount, clientData, ...(extensions ? { extensions } : {}) },
  );
  const own = {
    clientDataJSON: fromBase64url(response.clientDataJSON),
    authenticatorData: fromBase64url(response.authenticatorData),
    signature: fromBase64url(response.signature),
    publicKey: keyPair.publicKey,
  };
  return {
    ...own,
    verify: (altered = {}) => {
      const { publicKey, ...signed } = { ...own, ...altered };
      return verifyAssertionValues({
        response: {
          id,
          response: {
            clientDataJSON: toBase64url(signed.clientDataJSON),
            authenticatorData: toBase64url(signed.authenticatorData),
            signature: toBase64url(signed.signature),
          },
        },
        expectedChallenge: challenge,
        expectedOrigins: [origin],
        rpId: "id.example.com",
        userVerification: "preferred",
        strictness: "webauthn",
        credential: { publicKey, signCount: storedCount, backupEligible: flags.be, algorithm },
      });
    },
  };
}

const accepts = (verify: () => unknown) => acceptsUnless("AUTHENTICATION_FAILED", verify);

/** Formats are the registration's. */
const anyAssertion = arbitraryCeremony(["none"]);

describe("whatever an assertion is like", () => {
  it("verifies, and is read as it was made", () => {
    fc.assert(
      fc.property(anyAssertion, fc.nat(), (ceremony, storedCount) => {
        const { flags, signCount, extensions } = ceremony;
        expect(signIn(ceremony, storedCount).verify()).toEqual({
          flags: { userVerified: flags.uv, backupEligible: flags.be, backupState: flags.bs },
          signCount,
          counterRegressed: (signCount > 0 || storedCount > 0) && signCount <= storedCount,
          extensions,
        });
      }),
      { numRuns: 400 },
    );
  });

  it("is refused with the key of another passkey", () => {
    fc.assert(
      fc.property(anyAssertion, fc.constantFrom(...arbitraryAlgorithms), (ceremony, other) => {
        fc.pre(other !== ceremony.algorithm);
        const { publicKey } = keyPairOf(other);
        expect(accepts(() => signIn(ceremony).verify({ publicKey }))).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});

describe("of the bytes of an assertion", () => {
  it.each(arbitraryAlgorithms)("none can be altered under a key of %i", (algorithm) => {
    const assertion = signIn({
      kind: "none",
      algorithm,
      attestationAlgorithm: undefined,
      flags: { up: true, uv: true, be: true, bs: false },
      signCount: 1,
      aaguid: "00000000-0000-0000-0000-000000000000",
      extensions: new Map([["hmac-secret", new Uint8Array(32)]]),
      credentialId: new Uint8Array(32).fill(5),
      challenge: "A".repeat(43),
      clientData: { padding: "nobody knows" },
    });
    const accepted = parts.flatMap((part) =>
      [...assertion[part].keys()].filter((at) =>
        accepts(() => assertion.verify({ [part]: changed(assertion[part], at, 1 << (at % 8)) })),
      ),
    );
    expect(accepted).toEqual([]);
  });

  it("none can be altered, in any way", () => {
    const alterations = fc.array(
      fc.tuple(fc.constantFrom(...parts), fc.nat(), fc.integer({ min: 1, max: 255 })),
      { minLength: 8, maxLength: 8 },
    );
    fc.assert(
      fc.property(anyAssertion, alterations, (ceremony, chosen) => {
        const assertion = signIn(ceremony);
        for (const [part, where, mask] of chosen) {
          const altered = changed(assertion[part], where % assertion[part].length, mask);
          expect(accepts(() => assertion.verify({ [part]: altered }))).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("none can be missing, and none can follow", () => {
    const more = fc.uint8Array({ minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(anyAssertion, fc.nat(), more, (ceremony, cut, added) => {
        const assertion = signIn(ceremony);
        for (const part of parts) {
          for (const altered of lengthened(assertion[part], cut, added))
            expect(accepts(() => assertion.verify({ [part]: altered }))).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("nothing that is no assertion, and no stored key, ends but in a refusal", () => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.json().map((json) => new Uint8Array(Buffer.from(json))),
    );
    fc.assert(
      fc.property(
        anyAssertion,
        fc.constantFrom(...parts, "publicKey" as const),
        anything,
        (ceremony, part, value) => {
          expect(accepts(() => signIn(ceremony).verify({ [part]: value }))).toBe(false);
        },
      ),
      { numRuns: 400 },
    );
  });
});
