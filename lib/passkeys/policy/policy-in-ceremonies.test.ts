/** Policy, metadata and counter policy in whole registrations and sign-ins. */
import { and, desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { credentials } from "#drizzle/schema/credentials.ts";
import { sessions } from "#drizzle/schema/sessions.ts";
import { users } from "#drizzle/schema/users.ts";
import { beginAccount } from "#lib/accounts/begin-account.ts";
import type { Context } from "#lib/context/context.ts";
import { signIn, signUp } from "#lib/testing/authenticator/sign-up.ts";
import { createAuthenticator } from "#lib/testing/authenticator/software-authenticator.ts";
import { type EntryParts, metadataEntry } from "#lib/testing/metadata/metadata-entry.ts";
import { makeMetadataFolder } from "#lib/testing/metadata/metadata-folder.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { beginSignIn } from "../begin-sign-in.ts";
import { beginStepUp } from "../begin-step-up.ts";
import { finishStepUp } from "../finish-step-up.ts";
import { authenticationResponseSchema } from "../schema.ts";
import { setAttestationPolicy } from "./set-attestation-policy.ts";

const metadata = makeMetadataFolder();
const aaguid = "c5703116-972b-4851-a3e7-ae1259843399";
const origin = "https://id.example.com";
const maker = createAuthenticator({ origin }).authority;
const key = { attestation: "packed", aaguid, authority: maker } as const;
const readyNames = { description: "Example Key 7" };

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

/** What the metadata says from now on of the one model that there is. */
function publish(parts: Partial<EntryParts> = {}): Promise<void> {
  const entry = metadataEntry({ aaguid, roots: [maker.root.der], ...readyNames, ...parts });
  return metadata.publish(operator, entry);
}

const newName = () => {
  counter += 1;
  return `person${counter}@example.com`;
};
const register = (wishes: Partial<Parameters<typeof signUp>[1]> = {}) =>
  signUp(ctx, { username: newName(), authenticator: key, ...wishes });
const rowOf = async (id: string) =>
  (
    await t.db
      .select()
      .from(credentials)
      .where(eq(credentials.id, id as never))
  )[0];
const lastFailure = async (action: string) => {
  const [event] = await t.db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.action, action), eq(auditEvents.outcome, "failure")))
    .orderBy(desc(auditEvents.id))
    .limit(1);
  return event;
};
const notAllowed = { code: "ATTESTATION_NOT_ALLOWED" };

describe("registration under metadata", () => {
  it("trusts what ends in the root that the metadata names, and takes the model's name from there", async () => {
    const person = await register();
    expect(await rowOf(person.passkey.id)).toMatchObject({
      attestationTrust: "trusted",
      name: "Example Key 7",
    });
  });

  it("does not trust the same model from another maker, nor what has no attestation", async () => {
    const foreign = createAuthenticator({ origin }).authority;
    for (const authenticator of [
      { ...key, aaguid: "00112233-4455-6677-8899-aabbccddeeff", authority: foreign },
      {},
    ]) {
      const person = await register({ authenticator });
      expect((await rowOf(person.passkey.id))?.attestationTrust).not.toBe("trusted");
    }
  });

  it.each([
    "REVOKED",
    "USER_VERIFICATION_BYPASS",
    "ATTESTATION_KEY_COMPROMISE",
    "USER_KEY_REMOTE_COMPROMISE",
    "USER_KEY_PHYSICAL_COMPROMISE",
  ])("refuses a model with the status %s, also without attestation and after an update", async (status) => {
    await publish({ statuses: ["FIDO_CERTIFIED", status, "UPDATE_AVAILABLE"] });
    for (const attestation of ["packed", "none"] as const) {
      const refused = register({ authenticator: { ...key, attestation } });
      await expect(refused).rejects.toMatchObject(notAllowed);
      await expect(refused).rejects.toThrow(/Example Key 7 is known to be insecure/);
    }
    expect(await lastFailure("passkey.registration_failed")).toMatchObject({ reason: "model_compromised" });
  });

  it.each(["NOT_FIDO_CERTIFIED", "FIDO_CERTIFIED_L2", "UPDATE_AVAILABLE", "SELF_ASSERTION_SUBMITTED"])(
    "accepts a model with the status %s",
    async (status) => {
      await publish({ statuses: [status] });
      await register();
    },
  );

  it("waits for the day from which a status holds", async () => {
    const statusReports = [{ status: "REVOKED", effectiveDate: "2026-06-02" }];
    await publish({ entry: { statusReports } });
    await register();
  });

  it("limits a compromised attestation key to those who attest with it", async () => {
    const reported = (certificate: Uint8Array) =>
      publish({
        entry: {
          statusReports: [
            {
              status: "ATTESTATION_KEY_COMPROMISE",
              certificate: Buffer.from(certificate).toString("base64"),
            },
          ],
        },
      });
    await reported(createAuthenticator({ origin }).authority.intermediate.der);
    await register();
    await reported(maker.intermediate.der);
    await expect(register()).rejects.toMatchObject(notAllowed);
  });

  it("refuses an attestation that the model does not give, and an algorithm that it does not have", async () => {
    await publish({ attestationTypes: ["basic_surrogate"] });
    await expect(register()).rejects.toMatchObject({ code: "INVALID_ATTESTATION" });
    expect(await lastFailure("passkey.registration_failed")).toMatchObject({ reason: "metadata_statement" });
    await register({ authenticator: { ...key, attestation: "packed-self" } });
    await publish({ algorithms: ["rsassa_pkcsv15_sha256_raw"] });
    await expect(register()).rejects.toMatchObject({ code: "INVALID_ATTESTATION" });
    await register({ authenticator: { ...key, attestation: "none" } });
  });
});

describe("registration under a policy", () => {
  it.each([
    [{ trustedOnly: true }, key, {}],
    [{ formats: ["packed"] as const }, key, {}],
    [{ allowAaguids: [aaguid] }, key, {}],
    [{ denyAaguids: [aaguid] }, {}, key],
    [{ deviceBoundOnly: true }, key, { flags: { be: true, bs: true } }],
  ])("%j", async (policy, allowed, refused) => {
    await setAttestationPolicy(operator, policy);
    await register({ authenticator: allowed });
    const username = newName();
    await expect(register({ username, authenticator: refused })).rejects.toMatchObject(notAllowed);
    expect(await lastFailure("passkey.registration_failed")).toMatchObject({ reason: "attestation_policy" });
    expect(await t.db.select().from(users).where(eq(users.username, username))).toEqual([]);
  });

  it("names the models that will do as the metadata does", async () => {
    await setAttestationPolicy(operator, { allowAaguids: [aaguid] });
    await expect(register({ authenticator: {} })).rejects.toThrow(/Use Example Key 7\.$/);
  });

  it("asks the browser for what the policy needs", async () => {
    const begin = () =>
      beginAccount(t.context({ config: t.runtime({ USER_VERIFICATION: "discouraged" }).config }), {
        username: newName(),
        displayName: undefined,
        setUpToken: undefined,
        wishes: {},
      });
    expect(await begin()).toMatchObject({ attestation: "none" });
    await setAttestationPolicy(operator, { trustedOnly: true, requireUserVerification: true });
    expect(await begin()).toMatchObject({
      attestation: "direct",
      authenticatorSelection: { userVerification: "required" },
    });
  });
});

describe("signing in after something changed", () => {
  it("is refused when the policy no longer allows the passkey, and works again when it does", async () => {
    const synced = await register({ authenticator: { flags: { be: true, bs: true } } });
    await setAttestationPolicy(operator, { deviceBoundOnly: true });
    const before = await t.db.select().from(sessions);
    const refused = signIn(ctx, synced.authenticator);
    await expect(refused).rejects.toMatchObject(notAllowed);
    await expect(refused).rejects.toThrow(/Use a security key/);
    expect(await t.db.select().from(sessions)).toHaveLength(before.length);
    expect(await lastFailure("sign_in.failed")).toMatchObject({
      reason: "attestation_policy",
      subjectUserId: synced.actor.userId,
      credentialId: synced.passkey.id,
    });
    await setAttestationPolicy(operator, {});
    await signIn(ctx, synced.authenticator);
  });

  it("is refused when the model was found to be broken, at step-up, too", async () => {
    const person = await register();
    await publish({ statuses: ["FIDO_CERTIFIED", "USER_KEY_REMOTE_COMPROMISE"] });
    await expect(signIn(ctx, person.authenticator)).rejects.toMatchObject(notAllowed);
    const signedIn = t.context({ actor: person.actor });
    const response = person.authenticator.get(await beginStepUp(signedIn));
    const finished = finishStepUp(signedIn, authenticationResponseSchema.parse(response));
    await expect(finished).rejects.toMatchObject(notAllowed);
    await publish();
    await signIn(ctx, person.authenticator);
  });

  it("lets whoever is signed in confirm with a passkey that the policy no longer allows, to add another", async () => {
    const person = await register({ authenticator: {} });
    await setAttestationPolicy(operator, { trustedOnly: true });
    const signedIn = t.context({ actor: person.actor });
    const response = person.authenticator.get(await beginStepUp(signedIn));
    await finishStepUp(signedIn, authenticationResponseSchema.parse(response));
  });

  it("says nothing about policy to whoever does not hold the passkey", async () => {
    const synced = await register({ authenticator: { flags: { be: true, bs: true } } });
    await setAttestationPolicy(operator, { deviceBoundOnly: true });
    const forged = signIn(ctx, synced.authenticator, { deviation: { corruptSignature: true } });
    await expect(forged).rejects.toMatchObject({ code: "AUTHENTICATION_FAILED" });
  });

  it("has browsers offer authenticators that cannot be copied when the policy wants those", async () => {
    const begin = () =>
      beginAccount(ctx, {
        username: "hint@example.com",
        displayName: "Hint",
        setUpToken: undefined,
        wishes: {},
      });
    expect((await begin()).hints).toEqual(["client-device", "hybrid"]);
    await setAttestationPolicy(operator, { deviceBoundOnly: true });
    expect((await begin()).hints).toEqual(["security-key", "client-device"]);
  });

  it("wants the person verified when the policy does", async () => {
    const relaxed = t.context({ config: t.runtime({ USER_VERIFICATION: "preferred" }).config });
    const person = await register();
    expect(await beginSignIn(relaxed, {})).toMatchObject({ userVerification: "preferred" });
    await signIn(relaxed, person.authenticator, { deviation: { flags: { uv: false } } });
    await setAttestationPolicy(operator, { requireUserVerification: true });
    for (const username of [undefined, person.user.username, "nobody@example.com"])
      expect(await beginSignIn(relaxed, { username })).toMatchObject({ userVerification: "required" });
    const unverified = signIn(relaxed, person.authenticator, { deviation: { flags: { uv: false } } });
    await expect(unverified).rejects.toMatchObject({ code: "AUTHENTICATION_FAILED" });
  });
});

describe("a counter that did not grow", () => {
  const counting = { flags: { be: false } };
  const refusing = () => t.context({ config: t.runtime({ COUNTER_POLICY: "refuse" }).config });
  const regressions = async (id: string) =>
    await t.db
      .select()
      .from(auditEvents)
      .where(
        and(eq(auditEvents.action, "passkey.counter_regressed"), eq(auditEvents.credentialId, id as never)),
      );

  it("marks the passkey and lets the person in by default", async () => {
    const person = await register({ authenticator: counting });
    await signIn(ctx, person.authenticator, { deviation: { signCount: 9 } });
    await signIn(ctx, person.authenticator, { deviation: { signCount: 9 } });
    expect((await rowOf(person.passkey.id))?.cloneSuspectedAt).toEqual(ctx.now);
    expect(await regressions(person.passkey.id)).toHaveLength(1);
  });

  it("is refused under COUNTER_POLICY=refuse, with mark and event kept, and nothing else done", async () => {
    const person = await register({ authenticator: counting });
    await signIn(refusing(), person.authenticator, { deviation: { signCount: 9 } });
    const open = await t.db.select().from(sessions).where(eq(sessions.userId, person.actor.userId));
    const later = { ...refusing(), now: new Date(ctx.now.getTime() + 60_000) };
    await expect(signIn(later, person.authenticator, { deviation: { signCount: 8 } })).rejects.toMatchObject({
      code: "COUNTER_REGRESSION",
    });
    expect(await rowOf(person.passkey.id)).toMatchObject({
      signCount: 9,
      cloneSuspectedAt: later.now,
      lastUsedAt: ctx.now,
    });
    expect(await t.db.select().from(sessions).where(eq(sessions.userId, person.actor.userId))).toEqual(open);
    const [user] = await t.db.select().from(users).where(eq(users.id, person.actor.userId));
    expect(user?.lastLoginAt).toEqual(ctx.now);
    expect(await regressions(person.passkey.id)).toMatchObject([{ details: { stored: 9, received: 8 } }]);
    expect(await lastFailure("sign_in.failed")).toMatchObject({
      reason: "counter",
      credentialId: person.passkey.id,
    });
    await signIn(refusing(), person.authenticator, { deviation: { signCount: 10 } });
  });

  it("is refused at step-up, too", async () => {
    const person = await register({ authenticator: counting });
    await signIn(ctx, person.authenticator, { deviation: { signCount: 9 } });
    const signedIn = { ...refusing(), actor: person.actor };
    const response = person.authenticator.get(await beginStepUp(signedIn), { signCount: 9 });
    const finished = finishStepUp(signedIn, authenticationResponseSchema.parse(response));
    await expect(finished).rejects.toMatchObject({ code: "COUNTER_REGRESSION" });
    expect(await lastFailure("step_up.failed")).toMatchObject({ reason: "counter" });
  });

  it("is no matter for authenticators without one", async () => {
    const person = await register();
    await signIn(refusing(), person.authenticator, { deviation: { signCount: 0 } });
    expect((await rowOf(person.passkey.id))?.cloneSuspectedAt).toBeNull();
  });

  it("lets one of two uses with the same count in", async () => {
    const person = await register({ authenticator: counting });
    const results = await Promise.allSettled(
      [1, 2].map(() => signIn(refusing(), person.authenticator, { deviation: { signCount: 3 } })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});
