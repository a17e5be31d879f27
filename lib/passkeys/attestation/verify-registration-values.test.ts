/** What a registration is held to whatever its attestation: client data, flags, keys, ids, extensions. */
import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type Cbor, encodeCbor, RawCbor } from "#lib/testing/authenticator/cbor.ts";
import { type CoseAlgorithm, makeKeyPair } from "#lib/testing/authenticator/key-pair.ts";
import {
  type AuthenticatorOptions,
  type CreateDeviation,
  createAuthenticator,
} from "#lib/testing/authenticator/software-authenticator.ts";
import type { RefusedRule } from "../ceremony-refusal.ts";
import { verifyAssertionValues } from "../verify-assertion-values.ts";
import { readCbor } from "./read-cbor.ts";
import { type RegistrationValues, verifyRegistrationValues } from "./verify-registration-values.ts";

const origin = "https://id.example.com";
const challenge = randomBytes(32).toString("base64url");
const creation = {
  rp: { id: "id.example.com", name: "Example" },
  user: { id: "dXNlcg", name: "ana", displayName: "Ana" },
  challenge,
  pubKeyCredParams: [],
};
const expected: Omit<RegistrationValues, "response"> = {
  expectedChallenge: challenge,
  expectedOrigins: [origin],
  rpId: "id.example.com",
  userVerification: "required",
  algorithms: [-7, -8, -35, -36, -37, -38, -39, -47, -53, -257, -258, -259],
  now: new Date("2026-06-01T00:00:00Z"),
  strictness: "webauthn",
};

interface Input {
  readonly options?: Partial<AuthenticatorOptions>;
  readonly deviation?: CreateDeviation;
  readonly values?: Partial<RegistrationValues>;
  readonly challenge?: string;
}

function register({ options, deviation, values, challenge: asked = challenge }: Input) {
  const authenticator = createAuthenticator({ origin, attestation: "packed-self", ...options });
  const response = authenticator.create({ ...creation, challenge: asked }, deviation);
  const verified = verifyRegistrationValues({
    ...expected,
    expectedChallenge: asked,
    response,
    ...values,
  });
  return { authenticator, verified };
}

function rule(input: Input): string {
  try {
    register(input);
    return "accepted";
  } catch (error) {
    expect(error).toMatchObject({ name: "DomainError" });
    const { cause, code } = error as { cause?: Partial<RefusedRule>; code: string };
    return cause?.rule ?? code;
  }
}

describe("a key", () => {
  const algorithms: CoseAlgorithm[] = [-7, -8, -35, -36, -37, -38, -39, -47, -53, -257, -258, -259];
  it.each(algorithms)("of %i registers and signs in where it is offered", (algorithm) => {
    const { authenticator, verified } = register({ options: { algorithm } });
    expect(verified.algorithm).toBe(algorithm);
    const assertion = {
      ...expected,
      response: authenticator.get({ challenge, rpId: "id.example.com" }),
      credential: { publicKey: verified.publicKey, signCount: 0, backupEligible: false },
    };
    expect(verifyAssertionValues(assertion).counterRegressed).toBe(false);
  });

  it.each(algorithms)("of %i is refused where it is not offered", (algorithm) => {
    const others = algorithms.filter((other) => other !== algorithm);
    expect(rule({ options: { algorithm }, values: { algorithms: others } })).toBe("algorithm");
  });

  it("may be an RSA key of an odd length", () => {
    expect(register({ options: { algorithm: -257, rsaBits: 3482 } }).verified.algorithm).toBe(-257);
  });

  it.each([1024, 2047])("is refused with %i bits", (rsaBits) => {
    expect(rule({ options: { algorithm: -257, rsaBits } })).toBe("public_key");
  });

  const ec = (changes: readonly [number, Cbor][]) =>
    encodeCbor(
      new Map<number, Cbor>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(32).fill(1)],
        [-3, new Uint8Array(32).fill(1)],
        ...changes,
      ]),
    );
  it.each<[string, Uint8Array, string]>([
    ["off its curve", ec([]), "public_key"],
    ["with a compressed point", ec([[-3, true]]), "public_key"],
    ["with a short coordinate", ec([[-2, new Uint8Array(31)]]), "public_key"],
    ["of another curve", ec([[-1, 2]]), "public_key"],
    ["of another type", ec([[1, 3]]), "public_key"],
    ["that is no map", encodeCbor([1]), "attestation"],
    [
      "at infinity",
      ec([
        [-2, new Uint8Array(32)],
        [-3, new Uint8Array(32)],
      ]),
      "public_key",
    ],
    ["that names no algorithm", ec([[3, null]]), "algorithm"],
    ["that is no point of Ed25519", edwards(2), "public_key"],
    ["that is the neutral point of Ed25519", edwards(1), "public_key"],
    ["that every message would fit", encodeCbor(rsaKey(1)), "public_key"],
    ["with an even exponent", encodeCbor(rsaKey(4)), "public_key"],
    ["with an even modulus", encodeCbor(rsaKey(3, 0xfe)), "public_key"],
  ])("is refused %s", (_, publicKey, expectedRule) => {
    expect(rule({ deviation: { publicKey } })).toBe(expectedRule);
  });

  it("may carry members that nobody knows", () => {
    const keyPair = makeKeyPair(-7);
    const members = readCbor(keyPair.publicKey) as ReadonlyMap<number, Cbor>;
    const publicKey = encodeCbor(new Map([...members, [2, new Uint8Array(4)], [-70001, "later"]]));
    const { verified } = register({ deviation: { keyPair, publicKey } });
    expect(verified.publicKey).toEqual(publicKey);
  });

  function edwards(y: number): Uint8Array {
    const x = new Uint8Array(32).with(0, y);
    return encodeCbor(
      new Map<number, Cbor>([
        [1, 1],
        [3, -8],
        [-1, 6],
        [-2, x],
      ]),
    );
  }

  function rsaKey(exponent: number, last = 0xff): Map<number, Cbor> {
    const modulus = new Uint8Array(256).fill(0xff).with(255, last);
    return new Map<number, Cbor>([
      [1, 3],
      [3, -257],
      [-1, modulus],
      [-2, Uint8Array.of(exponent)],
    ]);
  }
});

describe("a credential id", () => {
  it.each([1, 16, 64, 1023])("may have %i bytes", (length) => {
    const credentialId = new Uint8Array(randomBytes(length));
    expect(register({ deviation: { credentialId } }).verified.credentialId).toEqual(credentialId);
  });

  it.each([0, 1024])("is refused with %i bytes", (length) => {
    expect(rule({ deviation: { credentialId: new Uint8Array(length) } })).toBe("attestation");
  });

  it.each([
    [{ rawId: "AAAA" }, "credential_id"],
    [{ type: "password" }, "credential_type"],
  ])("is refused beside %j", (changes, expectedRule) => {
    const response = { ...createAuthenticator({ origin }).create(creation), ...changes };
    expect(() => verifyRegistrationValues({ ...expected, response })).toThrow(
      expect.objectContaining({ cause: expect.objectContaining({ rule: expectedRule }) }),
    );
  });

  it("is refused when the response names another", () => {
    const { rawId: _, ...response } = createAuthenticator({ origin }).create(creation);
    expect(() => verifyRegistrationValues({ ...expected, response: { ...response, id: "AAAA" } })).toThrow(
      expect.objectContaining({ cause: expect.objectContaining({ rule: "credential_id" }) }),
    );
  });
});

describe("a challenge", () => {
  // How long it is, is for whoever issues it; to be asked for none would be to be asked for anything.
  it.each([1, 8, 16, 20, 64, 128, 4096])("may have %i bytes", (length) => {
    expect(rule({ challenge: randomBytes(length).toString("base64url") })).toBe("accepted");
  });

  it.each([
    ["is empty", "", "MISSING_CHALLENGE"],
    ["is no base64url", "=".repeat(44), "challenge_unknown"],
  ])("is refused when it %s", (_, asked, expectedRule) => {
    expect(rule({ challenge: asked })).toBe(expectedRule);
    expect(rule({ values: { expectedChallenge: asked } })).toBe("challenge_unknown");
  });

  it("is refused when it is another", () => {
    const other = randomBytes(32).toString("base64url");
    expect(rule({ values: { expectedChallenge: other } })).toBe("challenge_unknown");
  });
});

describe("client data", () => {
  const withClientData = (clientData: Record<string, unknown>): Input => ({ deviation: { clientData } });

  it("may have members and begin with a mark that nobody knows", () => {
    expect(rule(withClientData({ future: { nested: [1, null] }, hashAlgorithm: "SHA-256" }))).toBe(
      "accepted",
    );
    const text = JSON.stringify({ type: "webauthn.create", challenge, origin });
    const clientDataJSON = new Uint8Array(Buffer.from(`\ufeff${text}`));
    expect(rule({ deviation: { clientDataJSON } })).toBe("accepted");
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["of an assertion", { type: "webauthn.get" }, "client_data_type"],
    ["from another origin", { origin: "https://id.example.com.evil.example" }, "origin"],
    ["from the origin with a slash", { origin: `${origin}/` }, "origin"],
    ["from a foreign frame", { crossOrigin: true }, "cross_origin"],
    ["with a cross origin that is text", { crossOrigin: "false" }, "cross_origin"],
    ["below a top page", { topOrigin: "https://top.example" }, "cross_origin"],
  ])("is refused %s", (_, clientData, expectedRule) => {
    expect(rule(withClientData(clientData))).toBe(expectedRule);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["in its frame", { crossOrigin: true, topOrigin: "https://top.example" }, "accepted"],
    ["in a frame, by a browser that does not name the page", { crossOrigin: true }, "accepted"],
    ["in a frame of another page", { crossOrigin: true, topOrigin: "https://evil.example" }, "cross_origin"],
    ["in a frame of something", { crossOrigin: true, topOrigin: 7 }, "cross_origin"],
    ["in a frame, as text", { crossOrigin: "true", topOrigin: "https://top.example" }, "cross_origin"],
    ["in no frame", { crossOrigin: false }, "accepted"],
  ])("is judged by the expected top page %s", (_, clientData, expectedRule) => {
    const values = { expectedTopOrigins: ["https://top.example"] };
    expect(rule({ ...withClientData(clientData), values })).toBe(expectedRule);
  });

  it.each<[unknown, string]>([
    ["text", "token_binding"],
    [null, "token_binding"],
    [[], "token_binding"],
    [{}, "token_binding"],
    [{ status: "maybe" }, "token_binding"],
    [{ status: "present", id: "x" }, "accepted"],
    [{ status: "supported" }, "accepted"],
    [{ status: "not-supported" }, "accepted"],
  ])("with the token binding %j is judged under FIDO's rules alone", (tokenBinding, expectedRule) => {
    const input = withClientData({ tokenBinding });
    expect(rule({ ...input, values: { strictness: "fido" } })).toBe(expectedRule);
    expect(rule(input)).toBe("accepted");
  });
});

describe("authenticator data", () => {
  it.each<[string, CreateDeviation, string]>([
    ["for another RP ID", { rpId: "evil.example" }, "rp_id_hash"],
    ["without user presence", { flags: { up: false } }, "user_presence"],
    ["without user verification", { flags: { uv: false } }, "user_verification"],
    ["with a backup that cannot be", { flags: { bs: true } }, "backup_flags"],
    ["without a credential", { flags: { at: false } }, "attestation"],
    ["with bytes left over", { leftover: new Uint8Array(1) }, "attestation"],
    ["announcing extensions that are not there", { flags: { ed: true } }, "attestation"],
    ["hiding extensions that are there", { flags: { ed: false }, extensions: new Map() }, "attestation"],
    ["cut off", { authenticatorData: new Uint8Array(36) }, "authenticator_data"],
  ])("is refused %s", (_, deviation, expectedRule) => {
    expect(rule({ deviation })).toBe(expectedRule);
  });

  it("needs no user verification where none was required", () => {
    const deviation = { flags: { uv: false } };
    for (const userVerification of ["preferred", "discouraged"] as const)
      expect(register({ deviation, values: { userVerification } }).verified.flags.userVerified).toBe(false);
  });

  it("may carry extension outputs that nobody asked for", () => {
    const extensions = new Map<string, Cbor>([
      ["credProtect", 3],
      ["example.unknown", new Map<string, Cbor>([["deep", [true, "text"]]])],
    ]);
    const { verified } = register({ deviation: { extensions } });
    expect(verified.extensions?.get("credProtect")).toBe(3);
    expect(verified.extensions?.has("example.unknown")).toBe(true);
  });

  it("says what the authenticator says of itself", () => {
    const { verified } = register({
      options: { aaguid: "ee882879-721c-4913-9775-3dfcce97072a" },
      deviation: { flags: { be: true, bs: true }, signCount: 4_294_967_295 },
    });
    expect(verified).toMatchObject({
      aaguid: "ee882879-721c-4913-9775-3dfcce97072a",
      aaguidAttested: true,
      signCount: 4_294_967_295,
      flags: { userVerified: true, backupEligible: true, backupState: true },
    });
  });
});

describe("a response", () => {
  it.each([undefined, null, 7, "text", {}, { response: null }, { response: 7 }, { response: {} }])(
    "that is %j is refused, not an error",
    (response) => {
      expect(() => verifyRegistrationValues({ ...expected, response: response as never })).toThrow(
        expect.objectContaining({ name: "DomainError" }),
      );
    },
  );
});

describe("an attestation object", () => {
  it.each<[string, unknown]>([
    ["no text", 7],
    ["missing", undefined],
    ["padded", "oA=="],
    ["empty", ""],
    ["no CBOR", "____"],
    ["no map", Buffer.from([0x80]).toString("base64url")],
    ["without members", Buffer.from([0xa0]).toString("base64url")],
  ])("that is %s is refused", (_, attestationObject) => {
    const { id, response } = createAuthenticator({ origin }).create(creation);
    const changed = { ...response, attestationObject } as typeof response;
    expect(() => verifyRegistrationValues({ ...expected, response: { id, response: changed } })).toThrow(
      expect.objectContaining({ code: "INVALID_ATTESTATION" }),
    );
  });

  it("may have its members in any order, and more of them", () => {
    const attestationObject = new Map<string, Cbor>([["future", 1]]);
    expect(rule({ deviation: { attestationObject } })).toBe("accepted");
  });
});

describe("an authenticator with a spelling of its own", () => {
  /** COSE_Key of `keyPair`, its members reversed and its key type in a byte more than it needs. */
  const respelled = (publicKey: Uint8Array) => {
    const [type, algorithm, curve, x, y] = [...(readCbor(publicKey) as ReadonlyMap<number, Cbor>)];
    if (!type || !algorithm || !curve || !x || !y) throw new Error("not the key of an elliptic curve");
    const reversed = new Map([
      y,
      x,
      curve,
      algorithm,
      [type[0], new RawCbor(new Uint8Array([0x18, 2]))] as const,
    ]);
    return encodeCbor(reversed);
  };

  it("registers, and signs in with the key as it spelled it", () => {
    const keyPair = makeKeyPair(-7);
    const publicKey = respelled(keyPair.publicKey);
    const { authenticator, verified } = register({ deviation: { keyPair, publicKey } });
    expect(verified.publicKey).toEqual(publicKey);
    const assertion = {
      ...expected,
      response: authenticator.get({ challenge, rpId: "id.example.com" }),
      credential: { publicKey: verified.publicKey, signCount: 0, backupEligible: false },
    };
    expect(verifyAssertionValues(assertion).counterRegressed).toBe(false);
  });

  it("is refused when it says a thing twice", () => {
    const keyPair = makeKeyPair(-7);
    const twice = Buffer.concat(
      [[0xa6], keyPair.publicKey.subarray(1), [0x18, 0x01, 0x02]].map((part) => Buffer.from(part)),
    );
    expect(rule({ deviation: { keyPair, publicKey: new Uint8Array(twice) } })).toBe("attestation");
  });
});
