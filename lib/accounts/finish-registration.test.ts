import { generateKeyPairSync, randomBytes } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { credentials } from "#drizzle/schema/credentials.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Context } from "#lib/context/context.ts";
import { registrationResponseSchema } from "#lib/passkeys/schema.ts";
import { type Cbor, encodeCbor } from "#lib/testing/authenticator/cbor.ts";
import { signIn, signUp } from "#lib/testing/authenticator/sign-up.ts";
import {
  type CreateDeviation,
  createAuthenticator,
} from "#lib/testing/authenticator/software-authenticator.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { beginAccount } from "./begin-account.ts";
import { finishRegistration } from "./finish-registration.ts";

let t: TestDatabase;
let counter = 0;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

const newName = () => {
  counter += 1;
  return `person${counter}@example.com`;
};
const authenticator = createAuthenticator({ origin: "https://id.example.com" });
const later = (seconds: number) => new Date(testNow.getTime() + seconds * 1000);

async function answer(username: string, deviation?: CreateDeviation, ctx: Context = t.context()) {
  const options = await beginAccount(ctx, {
    username,
    displayName: undefined,
    setUpToken: undefined,
    wishes: {},
  });
  return {
    response: registrationResponseSchema.parse(authenticator.create(options, deviation)),
    deviceName: undefined,
  };
}

async function newestFailure() {
  const [event] = await t.db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.action, "passkey.registration_failed"))
    .orderBy(desc(auditEvents.id))
    .limit(1);
  return event;
}

async function userExists(username: string): Promise<boolean> {
  return (await t.db.select().from(users).where(eq(users.username, username))).length === 1;
}

describe("signing up", () => {
  it.each([-7, -8, -35, -36, -37, -257] as const)(
    "takes a passkey of COSE algorithm %i and signs in with it",
    async (algorithm) => {
      const username = newName();
      const person = await signUp(t.context(), {
        username,
        displayName: "Ana",
        authenticator: { algorithm },
      });
      expect(person.user).toMatchObject({ username, displayName: "Ana" });
      const signedIn = await signIn(t.context(), person.authenticator);
      expect(signedIn.user.id).toBe(person.user.id);
    },
  );

  it("writes user, passkey, session and events together", async () => {
    const person = await signUp(t.context(), { username: newName() });
    expect(person.actor).toMatchObject({ userId: person.user.id, role: "user", acr: "phr" });
    const events = await t.db.select().from(auditEvents).where(eq(auditEvents.actorId, person.user.id));
    expect(events.map(({ action }) => action).sort()).toEqual([
      "passkey.registered",
      "session.created",
      "user.created",
    ]);
    const [row] = await t.db.select().from(credentials).where(eq(credentials.id, person.passkey.id));
    expect(row).toMatchObject({ algorithm: -7, attestationFormat: "none", attestationTrust: "none" });
  });

  it("takes packed self attestation although none was asked for, and calls it that", async () => {
    const person = await signUp(t.context(), {
      username: newName(),
      deviation: { attestation: "packed-self", extensions: new Map([["credProtect", 2]]) },
    });
    const [row] = await t.db.select().from(credentials).where(eq(credentials.id, person.passkey.id));
    expect(row).toMatchObject({ attestationFormat: "packed", attestationTrust: "self" });
  });

  it.each([
    ["packed", "ee882879-721c-4913-9775-3dfcce97072a"],
    ["none", "ee882879-721c-4913-9775-3dfcce97072a"],
    // Its signature does not cover the AAGUID: a sound key could claim to be any model.
    ["fido-u2f", "00000000-0000-0000-0000-000000000000"],
  ] as const)(
    "takes %s, unverified without metadata, and keeps the model %s",
    async (attestation, aaguid) => {
      const person = await signUp(t.context(), {
        username: newName(),
        authenticator: { attestation, aaguid: "ee882879-721c-4913-9775-3dfcce97072a" },
      });
      const [row] = await t.db.select().from(credentials).where(eq(credentials.id, person.passkey.id));
      const attestationTrust = attestation === "none" ? "none" : "unverified";
      expect(row).toMatchObject({ attestationFormat: attestation, attestationTrust, aaguid });
    },
  );

  it("writes nothing before the passkey is there", async () => {
    const username = newName();
    await answer(username);
    expect(await userExists(username)).toBe(false);
  });

  it("refuses a name that exists, in whatever case, at both ends", async () => {
    const username = newName();
    const early = await answer(username.toUpperCase());
    await signUp(t.context(), { username });
    await expect(answer(username.toUpperCase())).rejects.toMatchObject({ code: "USER_EXISTS" });
    await expect(finishRegistration(t.context(), early)).rejects.toMatchObject({ code: "USER_EXISTS" });
  });

  it.each(["invite", "closed"])(
    "says whom to ask when the policy is %s, and not who exists",
    async (policy) => {
      const ctx = t.context({ config: t.runtime({ SIGN_UP: policy }).config });
      const taken = await signUp(t.context(), { username: newName() });
      const refusals = await Promise.all(
        [newName(), taken.user.username].map((name) =>
          answer(name, {}, ctx).catch((error: unknown) => error),
        ),
      );
      for (const refusal of refusals)
        expect(refusal).toMatchObject({
          code: "SIGN_UP_CLOSED",
          publicMessage: expect.stringContaining("Ask an administrator"),
        });
      expect(await newestFailure()).toMatchObject({ reason: "SIGN_UP_CLOSED" });
    },
  );

  it("refuses a sign-up that was begun before the door was closed", async () => {
    const begun = await answer(newName());
    const ctx = t.context({ config: t.runtime({ SIGN_UP: "closed" }).config });
    await expect(finishRegistration(ctx, begun)).rejects.toMatchObject({ code: "SIGN_UP_CLOSED" });
  });

  it("offers exactly the algorithms that verify, a fresh 64-byte handle, and a discoverable credential", async () => {
    const input = { username: newName(), displayName: "Ana", setUpToken: undefined, wishes: {} };
    const first = await beginAccount(t.context(), input);
    const second = await beginAccount(t.context(), input);
    expect(first.pubKeyCredParams.map(({ alg }) => alg)).toEqual([-7, -8, -35, -36, -37, -257]);
    expect(Buffer.from(first.user.id, "base64url")).toHaveLength(64);
    expect(first.user.id).not.toBe(second.user.id);
    expect(first.challenge).not.toBe(second.challenge);
    expect(first).toMatchObject({
      rp: { id: "id.example.com", name: "Latchkey" },
      timeout: 300_000,
      attestation: "none",
      excludeCredentials: [],
      authenticatorSelection: {
        residentKey: "required",
        requireResidentKey: true,
        userVerification: "required",
      },
      hints: ["client-device", "hybrid"],
      extensions: { credProps: true },
    });
  });

  it("names the kind of authenticator that the page asks for as browsers of both ages understand it", async () => {
    for (const [authenticatorAttachment, hints] of [
      ["platform", ["client-device"]],
      ["cross-platform", ["security-key", "hybrid"]],
    ] as const) {
      const wishes = { authenticatorSelection: { authenticatorAttachment } };
      const input = { username: newName(), displayName: "Ana", setUpToken: undefined, wishes };
      expect(await beginAccount(t.context(), input)).toMatchObject({
        hints,
        authenticatorSelection: { authenticatorAttachment },
      });
    }
  });

  it("lets a page make the policy stricter, never looser", async () => {
    const wish = (userVerification: "required" | "discouraged", policy: string) =>
      beginAccount(t.context({ config: t.runtime({ USER_VERIFICATION: policy }).config }), {
        username: newName(),
        displayName: undefined,
        setUpToken: undefined,
        wishes: {
          userVerification,
          attestation: "enterprise",
          authenticatorSelection: { residentKey: "discouraged" },
        },
      });
    const looser = await wish("discouraged", "required");
    expect(looser.authenticatorSelection).toMatchObject({
      userVerification: "required",
      residentKey: "required",
    });
    expect(looser.attestation).toBe("none");
    const stricter = await wish("required", "preferred");
    expect(stricter.authenticatorSelection?.userVerification).toBe("required");
  });
});

describe("a registration challenge", () => {
  it("is good once", async () => {
    const first = await answer(newName());
    await finishRegistration(t.context(), first);
    await expect(finishRegistration(t.context(), first)).rejects.toMatchObject({ code: "INVALID_CHALLENGE" });
  });

  it("lets exactly one of 100 answers at once through", async () => {
    const username = newName();
    const end = await answer(username);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 100 }, () => finishRegistration(t.context(), end)),
    );
    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(refused).toHaveLength(99);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: "INVALID_CHALLENGE" });
  });

  it("is spent by a response that does not verify", async () => {
    const username = newName();
    const options = await beginAccount(t.context(), {
      username,
      displayName: undefined,
      setUpToken: undefined,
      wishes: {},
    });
    for (const [deviation, code] of [
      [{ origin: "https://evil.example" }, "INVALID_ATTESTATION"],
      [{}, "INVALID_CHALLENGE"],
    ] as const) {
      const response = registrationResponseSchema.parse(authenticator.create(options, deviation));
      await expect(
        finishRegistration(t.context(), { response, deviceName: undefined }),
      ).rejects.toMatchObject({ code });
    }
    expect(await userExists(username)).toBe(false);
  });

  it("expires", async () => {
    const end = await answer(newName());
    await expect(finishRegistration(t.context({ now: later(301) }), end)).rejects.toMatchObject({
      code: "CHALLENGE_EXPIRED",
    });
  });

  it("is reported missing when the response carries none", async () => {
    const end = await answer(newName(), { clientData: { challenge: undefined } });
    await expect(finishRegistration(t.context(), end)).rejects.toMatchObject({ code: "MISSING_CHALLENGE" });
  });
});

describe("a new passkey is refused", () => {
  const okpOfWrongCurve = new Map<number, Cbor>([
    [1, 1],
    [3, -8],
    [-1, 4],
    [-2, new Uint8Array(32)],
  ]);
  const pointOffCurve = new Map<number, Cbor>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, new Uint8Array(32).fill(1)],
    [-3, new Uint8Array(32).fill(1)],
  ]);
  const deviations: readonly [string, CreateDeviation, string][] = [
    ["from another origin", { origin: "https://evil.example" }, "origin"],
    ["from a frame of another site", { clientData: { crossOrigin: true } }, "cross_origin"],
    ["when an assertion was made instead", { clientData: { type: "webauthn.get" } }, "client_data_type"],
    ["for another RP ID", { rpId: "evil.example" }, "rp_id_hash"],
    ["without user presence", { flags: { up: false } }, "user_presence"],
    ["without user verification", { flags: { uv: false } }, "user_verification"],
    ["with a backup that cannot be", { flags: { bs: true } }, "backup_flags"],
    ["without attested data", { flags: { at: false } }, "attestation"],
    ["with bytes left over", { leftover: new Uint8Array([0]) }, "attestation"],
    ["with a false self attestation", { attestation: "packed-self", foreignKey: true }, "attestation"],
    [
      "with a statement under fmt none",
      { attestationObject: new Map([["attStmt", new Map([["alg", -7]])]]) },
      "attestation",
    ],
    [
      "with a format that nobody knows",
      { attestationObject: new Map([["fmt", "other"]]) },
      "attestation_format",
    ],
    [
      "with authenticator data that is text",
      { attestationObject: new Map([["authData", "text"]]) },
      "attestation",
    ],
    [
      "with empty authenticator data",
      { attestationObject: new Map([["authData", new Uint8Array()]]) },
      "authenticator_data",
    ],
    ["with a point that is not on its curve", { publicKey: encodeCbor(pointOffCurve) }, "public_key"],
    ["with a curve of another algorithm", { publicKey: encodeCbor(okpOfWrongCurve) }, "public_key"],
    [
      "with a key that is no key",
      {
        publicKey: encodeCbor(
          new Map<number, Cbor>([
            [1, 2],
            [3, -7],
          ]),
        ),
      },
      "public_key",
    ],
    ["with a short RSA key", { publicKey: encodeCbor(shortRsaKey()) }, "public_key"],
    [
      "with an algorithm that was not offered",
      {
        publicKey: encodeCbor(
          new Map<number, Cbor>([
            [1, 2],
            [3, -47],
          ]),
        ),
      },
      "algorithm",
    ],
    ["that the authenticator did not keep", { discoverable: false }, "not_discoverable"],
  ];

  it.each(deviations)("%s", async (_, deviation, rule) => {
    const username = newName();
    const end = await answer(username, deviation);
    await expect(finishRegistration(t.context(), end)).rejects.toMatchObject({ code: "INVALID_ATTESTATION" });
    expect(await newestFailure()).toMatchObject({ reason: rule, outcome: "failure" });
    expect(await userExists(username)).toBe(false);
  });

  it("when its id is not the one that was signed", async () => {
    const end = await answer(newName());
    const id = randomBytes(32).toString("base64url");
    const response = { ...end.response, id, rawId: id };
    await expect(finishRegistration(t.context(), { response, deviceName: undefined })).rejects.toMatchObject({
      code: "INVALID_ATTESTATION",
    });
  });

  it("when anybody has its credential id already, also after revocation", async () => {
    const person = await signUp(t.context(), { username: newName() });
    const credentialId = Buffer.from(person.authenticator.credentials[0]?.id ?? "", "base64url");
    const username = newName();
    for (const revokedAt of [null, testNow]) {
      await t.db.update(credentials).set({ revokedAt }).where(eq(credentials.id, person.passkey.id));
      const end = await answer(username, { credentialId });
      await expect(finishRegistration(t.context(), end)).rejects.toMatchObject({
        code: "DUPLICATE_CREDENTIAL",
      });
    }
    expect(await userExists(username)).toBe(false);
  });
});

function shortRsaKey(): Map<number, Cbor> {
  const { n = "" } = generateKeyPairSync("rsa", { modulusLength: 1024 }).publicKey.export({ format: "jwk" });
  return new Map<number, Cbor>([
    [1, 3],
    [3, -257],
    [-1, new Uint8Array(Buffer.from(n, "base64url"))],
    [-2, new Uint8Array([1, 0, 1])],
  ]);
}
