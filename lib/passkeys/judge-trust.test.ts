/** Trust in a passkey that goes and comes with the metadata, and cannot be written into the database. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type CredentialRow, credentials } from "#drizzle/schema/credentials.ts";
import { metadataBlobs } from "#drizzle/schema/metadata.ts";
import type { Context } from "#lib/context/context.ts";
import { openAttestation, sealAttestation } from "#lib/credentials/keep-attestation.ts";
import type { AttestationKind } from "#lib/testing/authenticator/attestation/formats.ts";
import { manufacturerKey } from "#lib/testing/authenticator/attestation/statement.ts";
import { keyIdentifier } from "#lib/testing/authenticator/certificate.ts";
import { type Person, signIn, signUp } from "#lib/testing/authenticator/sign-up.ts";
import { createAuthenticator } from "#lib/testing/authenticator/software-authenticator.ts";
import { type EntryParts, metadataEntry } from "#lib/testing/metadata/metadata-entry.ts";
import { makeMetadataFolder } from "#lib/testing/metadata/metadata-folder.ts";
import { type TestDatabase, testConfig, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { readKeptAttestation } from "./attestation/read-kept-attestation.ts";
import { beginStepUp } from "./begin-step-up.ts";
import { finishStepUp } from "./finish-step-up.ts";
import { setAttestationPolicy } from "./policy/set-attestation-policy.ts";
import { authenticationResponseSchema } from "./schema.ts";

const metadata = makeMetadataFolder();
const aaguid = "c5703116-972b-4851-a3e7-ae1259843399";
const origin = "https://id.example.com";
const maker = createAuthenticator({ origin }).authority;
const stranger = createAuthenticator({ origin }).authority;
const key = { attestation: "packed", aaguid, authority: maker } as const;
const notAllowed = { code: "ATTESTATION_NOT_ALLOWED" };

let t: TestDatabase;
let ctx: Context;
let operator: Context;
let counter = 0;

beforeAll(async () => {
  t = await testDatabase(metadata.variables);
});
afterAll(async () => {
  await t.close();
  metadata.remove();
});
beforeEach(async () => {
  ctx = t.context();
  operator = t.context({ actor: { type: "operator" } });
  await setAttestationPolicy(operator, {});
  await publish();
});

function publish(parts: Partial<EntryParts> = {}): Promise<void> {
  return metadata.publish(operator, metadataEntry({ aaguid, roots: [maker.root.der], ...parts }));
}

/** As the server is when it was started without MDS_BLOB. */
const withoutMetadata = () => t.context({ config: testConfig() });

function register(authenticator: Parameters<typeof signUp>[1]["authenticator"] = key, as = ctx) {
  counter += 1;
  return signUp(as, { username: `person${counter}@example.com`, authenticator });
}

async function rowOf({ passkey }: Person): Promise<CredentialRow> {
  const [row] = await t.db.select().from(credentials).where(eq(credentials.id, passkey.id));
  if (!row) throw new Error("no row");
  return row;
}

const trustOf = async (person: Person) => (await rowOf(person)).attestationTrust;
const forge = ({ passkey }: Person, values: Partial<CredentialRow>) =>
  t.db.update(credentials).set(values).where(eq(credentials.id, passkey.id));

async function leafOf(person: Person): Promise<string> {
  const row = await rowOf(person);
  const kept = readKeptAttestation(openAttestation(ctx, row, row.attestationObject ?? new Uint8Array()));
  return Buffer.from(kept.path[0]?.der ?? []).toString("base64");
}

describe("the attestation of a registration", () => {
  it.each<AttestationKind>(["packed", "tpm", "android-key", "android-safetynet", "fido-u2f", "apple"])(
    "is kept sealed where it has certificates, as in %s",
    async (attestation) => {
      const row = await rowOf(await register({ ...key, attestation, now: () => testNow }, withoutMetadata()));
      const object = openAttestation(ctx, row, row.attestationObject ?? new Uint8Array());
      expect(readKeptAttestation(object)).toMatchObject({ format: attestation, aaguid: row.aaguid });
      expect(Buffer.from(row.attestationObject ?? []).includes("attStmt")).toBe(false);
      expect(row.attestationJudgedBy).toHaveLength(32);
    },
  );

  it.each<AttestationKind>(["none", "packed-self"])(
    "is not kept where there is nothing to judge: %s",
    async (attestation) => {
      expect(await rowOf(await register({ attestation }))).toMatchObject({
        attestationObject: null,
        attestationJudgedBy: null,
      });
    },
  );
});

describe("at a sign-in", () => {
  it("trust falls when the metadata takes the root away, and rises when it comes back", async () => {
    const person = await register();
    expect(await trustOf(person)).toBe("trusted");
    await publish({ roots: [stranger.root.der] });
    await signIn(ctx, person.authenticator);
    expect(await trustOf(person)).toBe("unverified");
    await publish();
    await signIn(ctx, person.authenticator);
    expect(await trustOf(person)).toBe("trusted");
  });

  it("trust falls when metadata is not configured any more, and rises when it is", async () => {
    const person = await register();
    await signIn(withoutMetadata(), person.authenticator);
    expect(await trustOf(person)).toBe("unverified");
    await signIn(ctx, person.authenticator);
    expect(await trustOf(person)).toBe("trusted");
  });

  it("trust rises for who registered before there was metadata", async () => {
    const person = await register(key, withoutMetadata());
    expect(await trustOf(person)).toBe("unverified");
    await setAttestationPolicy(operator, { trustedOnly: true });
    await signIn(ctx, person.authenticator);
    expect(await trustOf(person)).toBe("trusted");
  });

  it("a policy that wants trust refuses who lost it, and lets in who has it again", async () => {
    const person = await register();
    await setAttestationPolicy(operator, { trustedOnly: true });
    await publish({ roots: [stranger.root.der] });
    await expect(signIn(ctx, person.authenticator)).rejects.toMatchObject(notAllowed);
    await expect(signIn(withoutMetadata(), person.authenticator)).rejects.toMatchObject(notAllowed);
    await publish();
    await signIn(ctx, person.authenticator);
  });

  it("a maker's statement that contradicts the attestation is no ground for trust", async () => {
    const person = await register();
    await publish({ attestationTypes: ["attca"] });
    await signIn(ctx, person.authenticator);
    expect(await trustOf(person)).toBe("unverified");
  });

  it("no trust comes to a maker that the metadata does not know", async () => {
    const person = await register({ ...key, authority: stranger }, withoutMetadata());
    await signIn(ctx, person.authenticator);
    expect(await trustOf(person)).toBe("unverified");
  });

  it("the kept attestation is not even read while nothing changed", async () => {
    const person = await register();
    await forge(person, { attestationObject: new Uint8Array(1) });
    await signIn(ctx, person.authenticator);
    expect(await trustOf(person)).toBe("trusted");
  });

  it("trust is found again after another key was put in front of the ring", async () => {
    const person = await register();
    const tag = (await rowOf(person)).attestationJudgedBy;
    const [old] = t.keyring.keys;
    const keyring = { keys: [{ id: "newer", key: new Uint8Array(32).fill(7) }, old] } as const;
    await signIn({ ...ctx, keyring }, person.authenticator);
    const row = await rowOf(person);
    expect(row.attestationTrust).toBe("trusted");
    expect(row.attestationJudgedBy).not.toEqual(tag);
  });
});

describe("a step-up", () => {
  it("writes the trust of now, and lets in whom a policy would not", async () => {
    const person = await register();
    await publish({ roots: [stranger.root.der] });
    await setAttestationPolicy(operator, { trustedOnly: true });
    const signedIn = { ...ctx, actor: person.actor };
    const response = person.authenticator.get(await beginStepUp(signedIn));
    await finishStepUp(signedIn, authenticationResponseSchema.parse(response));
    expect(await trustOf(person)).toBe("unverified");
  });
});

describe("a U2F key, which is known by its certificate alone,", () => {
  const publishU2f = (statuses: string[]) => {
    const keyIdentifiers = [Buffer.from(keyIdentifier(manufacturerKey(-7).publicKeyObject)).toString("hex")];
    return metadata.publish(operator, metadataEntry({ keyIdentifiers, roots: [maker.root.der], statuses }));
  };

  it("is trusted while the metadata knows it, and refused from the report on", async () => {
    const person = await register({ ...key, attestation: "fido-u2f" }, withoutMetadata());
    await publishU2f(["FIDO_CERTIFIED"]);
    await signIn(ctx, person.authenticator);
    await signIn(ctx, person.authenticator);
    expect(await trustOf(person)).toBe("trusted");
    await publishU2f(["FIDO_CERTIFIED", "REVOKED"]);
    await expect(signIn(ctx, person.authenticator)).rejects.toMatchObject(notAllowed);
  });
});

describe("a report about one attestation key", () => {
  const reportOn = (certificate: string) =>
    publish({
      entry: {
        statusReports: [
          { status: "FIDO_CERTIFIED", effectiveDate: "2025-01-01" },
          { status: "ATTESTATION_KEY_COMPROMISE", effectiveDate: "2025-01-02", certificate },
        ],
      },
    });

  it("refuses the sign-in and the step-up of who attested with it, and of nobody else", async () => {
    const [victim, other] = [await register(), await register()];
    await reportOn(await leafOf(victim));
    await expect(signIn(ctx, victim.authenticator)).rejects.toMatchObject(notAllowed);
    const signedIn = { ...ctx, actor: victim.actor };
    const response = victim.authenticator.get(await beginStepUp(signedIn));
    await expect(finishStepUp(signedIn, authenticationResponseSchema.parse(response))).rejects.toMatchObject(
      notAllowed,
    );
    // The first time it is judged anew, the second time its trust stands.
    await signIn(ctx, other.authenticator);
    await signIn(ctx, other.authenticator);
    expect(await trustOf(other)).toBe("trusted");
  });

  it("leaves no trust where the kept attestation was taken away", async () => {
    const person = await register();
    await reportOn(await leafOf(await register()));
    await signIn(ctx, person.authenticator);
    await forge(person, { attestationObject: null });
    await signIn(ctx, person.authenticator);
    expect(await trustOf(person)).toBe("unverified");
  });
});

describe("whoever writes to the database", () => {
  async function expectNoTrust(person: Person) {
    await setAttestationPolicy(operator, { trustedOnly: true });
    await expect(signIn(ctx, person.authenticator)).rejects.toMatchObject(notAllowed);
    await setAttestationPolicy(operator, {});
    await signIn(ctx, person.authenticator);
    expect(await trustOf(person)).toBe("unverified");
  }

  it("cannot call a passkey trusted", async () => {
    const person = await register({ ...key, authority: stranger }, withoutMetadata());
    await forge(person, { attestationTrust: "trusted" });
    await expectNoTrust(person);
  });

  it.each<AttestationKind>(["none", "packed-self"])(
    "cannot call one trusted that has no certificates: %s",
    async (attestation) => {
      const person = await register({ attestation });
      const { attestationObject, attestationJudgedBy } = await rowOf(await register());
      await forge(person, { attestationTrust: "trusted", attestationFormat: "packed", aaguid });
      await expectNoTrust(person);
      await forge(person, { attestationTrust: "trusted", attestationObject, attestationJudgedBy });
      await expectNoTrust(person);
    },
  );

  it("cannot lend one passkey the attestation of another", async () => {
    const trusted = await rowOf(await register());
    const person = await register({ ...key, authority: stranger }, withoutMetadata());
    const { attestationObject, attestationJudgedBy, createdAt } = trusted;
    await forge(person, { attestationObject, attestationJudgedBy, createdAt, attestationTrust: "trusted" });
    await expectNoTrust(person);
  });

  it("cannot put an attestation there that this program did not seal", async () => {
    const row = await rowOf(await register());
    const object = openAttestation(ctx, row, row.attestationObject ?? new Uint8Array());
    const person = await register({ ...key, authority: stranger }, withoutMetadata());
    await forge(person, { attestationObject: object });
    await expectNoTrust(person);
    const keyring = { keys: [{ id: "test", key: new Uint8Array(32).fill(9) }] } as const;
    await forge(person, { attestationObject: sealAttestation({ keyring }, await rowOf(person), object) });
    await expectNoTrust(person);
  });

  it.each<[string, (row: CredentialRow) => Partial<CredentialRow>]>([
    ["model", () => ({ aaguid: "00112233-4455-6677-8899-aabbccddeeff" })],
    ["format", () => ({ attestationFormat: "tpm" })],
    ["time of registration", ({ createdAt }) => ({ createdAt: new Date(createdAt.getTime() - 1000) })],
  ])("cannot give a trusted one another %s", async (_, alter) => {
    const person = await register();
    await forge(person, alter(await rowOf(person)));
    await expectNoTrust(person);
  });

  it("cannot call a synced passkey bound to its device", async () => {
    const person = await register({ flags: { be: true, bs: true } });
    await setAttestationPolicy(operator, { deviceBoundOnly: true });
    await forge(person, { deviceType: "single_device" });
    await expect(signIn(ctx, person.authenticator)).rejects.toMatchObject(notAllowed);
    await forge(person, { backupEligible: false, backupState: false });
    await expect(signIn(ctx, person.authenticator)).rejects.toMatchObject({ code: "AUTHENTICATION_FAILED" });
  });

  it("cannot bring back an earlier trust, nor pass off new metadata as the old", async () => {
    const person = await register();
    const { attestationTrust, attestationJudgedBy } = await rowOf(person);
    const [before] = await t.db.select({ digest: metadataBlobs.digest }).from(metadataBlobs);
    await publish({ roots: [stranger.root.der] });
    await signIn(ctx, person.authenticator);
    await forge(person, { attestationTrust, attestationJudgedBy });
    await expectNoTrust(person);
    await forge(person, { attestationTrust, attestationJudgedBy });
    await t.db.update(metadataBlobs).set({ digest: before?.digest ?? new Uint8Array() });
    await expectNoTrust(person);
  });
});
