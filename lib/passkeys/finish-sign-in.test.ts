import { randomBytes } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { credentials } from "#drizzle/schema/credentials.ts";
import { challenges } from "#drizzle/schema/passkeys.ts";
import { sessions } from "#drizzle/schema/sessions.ts";
import { users } from "#drizzle/schema/users.ts";
import { endSession } from "#lib/sessions/end-session.ts";
import { actorOf, type Person, signIn, signUp } from "#lib/testing/authenticator/sign-up.ts";
import type { GetDeviation } from "#lib/testing/authenticator/software-authenticator.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { beginSignIn } from "./begin-sign-in.ts";
import { beginStepUp } from "./begin-step-up.ts";
import { finishSignIn } from "./finish-sign-in.ts";
import { type AuthenticationResponse, authenticationResponseSchema } from "./schema.ts";

let t: TestDatabase;
let person: Person;
let counter = 0;

beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());
beforeEach(async () => {
  counter += 1;
  person = await signUp(t.context(), { username: `person${counter}@example.com` });
});

const later = (seconds: number) => new Date(testNow.getTime() + seconds * 1000);

async function answer(deviation?: GetDeviation, username?: string): Promise<AuthenticationResponse> {
  const options = await beginSignIn(t.context(), { username });
  return authenticationResponseSchema.parse(person.authenticator.get(options, deviation));
}

/** Ids are time-ordered, so the greatest is the newest. */
async function lastEvent() {
  const [event] = await t.db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.action, "sign_in.failed"))
    .orderBy(desc(auditEvents.id))
    .limit(1);
  return event;
}

describe("signing in", () => {
  it("opens a session that says how the person was verified", async () => {
    const { session, user, signals } = await signIn(t.context(), person.authenticator);
    const actor = await actorOf(t.context(), session.token);
    expect(user).toEqual(person.user);
    expect(actor).toMatchObject({ userId: person.user.id, acr: "phr", amr: ["hwk", "user", "mfa"] });
    expect(actor.authTime).toEqual(testNow);
    expect(signals).toMatchObject({
      rpId: "id.example.com",
      allAcceptedCredentialIds: [person.authenticator.credentials[0]?.id],
    });
    expect(Buffer.from(signals.userId, "base64url")).toHaveLength(64);
  });

  it("calls a passkey that may be copied software, and presence alone no proof of the person", async () => {
    const relaxed = t.context({ config: t.runtime({ USER_VERIFICATION: "preferred" }).config });
    const synced = await signUp(relaxed, {
      username: `synced${counter}@example.com`,
      authenticator: { flags: { be: true, bs: true, uv: false } },
    });
    expect(synced.passkey).toMatchObject({ synced: true, deviceType: "multi_device" });
    const { session } = await signIn(relaxed, synced.authenticator);
    expect(await actorOf(relaxed, session.token)).toMatchObject({
      acr: "urn:latchkey:recovery",
      amr: ["swk", "user"],
    });
  });

  it("notes the use on the passkey, the person and the trail", async () => {
    const ctx = t.context({ now: later(60), ip: "198.51.100.7", userAgent: "Agent/1" });
    const { session } = await signIn(ctx, person.authenticator);
    const [row] = await t.db.select().from(credentials).where(eq(credentials.id, person.passkey.id));
    expect(row).toMatchObject({
      lastUsedAt: later(60),
      lastUsedIp: "198.51.100.7",
      lastUsedUserAgent: "Agent/1",
    });
    const [user] = await t.db.select().from(users).where(eq(users.username, person.user.username));
    expect(user?.lastLoginAt).toEqual(later(60));
    const [event] = await t.db.select().from(auditEvents).where(eq(auditEvents.sessionId, session.sessionId));
    expect(event).toMatchObject({
      action: "session.created",
      outcome: "success",
      actorType: "user",
      actorId: person.user.id,
      credentialId: person.passkey.id,
    });
  });

  it("follows the backup state from use to use", async () => {
    const synced = await signUp(t.context(), {
      username: `backup${counter}@example.com`,
      authenticator: { flags: { be: true, bs: false } },
    });
    await signIn(t.context(), synced.authenticator, { deviation: { flags: { bs: true } } });
    const [row] = await t.db.select().from(credentials).where(eq(credentials.id, synced.passkey.id));
    expect(row).toMatchObject({ backupEligible: true, backupState: true });
  });

  it("takes the session of the same person further: the id stays, the old token ends", async () => {
    const ctx = t.context({ now: later(30), actor: person.actor });
    const { session } = await signIn(ctx, person.authenticator);
    expect(session).toMatchObject({ sessionId: person.actor.sessionId, resumed: true });
    expect(session.token).not.toBe(person.token);
    await expect(actorOf(ctx, person.token)).rejects.toThrow();
    expect((await actorOf(ctx, session.token)).authTime).toEqual(later(30));
  });

  it("opens a new session when the one of the cookie has ended meanwhile", async () => {
    const ctx = t.context({ actor: person.actor });
    await endSession(ctx);
    const { session } = await signIn(ctx, person.authenticator);
    expect(session.resumed).toBe(false);
    expect(session.sessionId).not.toBe(person.actor.sessionId);
  });

  it("leaves the session of another person in the same browser as it is, and adds one", async () => {
    const other = await signUp(t.context(), { username: `other${counter}@example.com` });
    const { session } = await signIn(t.context({ actor: other.actor }), person.authenticator);
    expect(session.sessionId).not.toBe(other.actor.sessionId);
    expect((await actorOf(t.context(), other.token)).userId).toBe(other.user.id);
    expect((await actorOf(t.context(), session.token)).userId).toBe(person.user.id);
  });

  it("accepts extension data, and an authenticator without a counter as often as it comes", async () => {
    const extensions = new Map([["credProtect", 2]]);
    await signIn(t.context(), person.authenticator, { deviation: { extensions } });
    await signIn(t.context(), person.authenticator);
    const [row] = await t.db.select().from(credentials).where(eq(credentials.id, person.passkey.id));
    expect(row?.cloneSuspectedAt).toBeNull();
  });

  it("lets a counter that did not grow pass with a mark and a warning in the trail", async () => {
    const counting = await signUp(t.context(), {
      username: `counting${counter}@example.com`,
      authenticator: { counter: "counting" },
    });
    await signIn(t.context(), counting.authenticator);
    await signIn(t.context(), counting.authenticator, { deviation: { signCount: 2 } });
    const [row] = await t.db.select().from(credentials).where(eq(credentials.id, counting.passkey.id));
    expect(row).toMatchObject({ signCount: 2, cloneSuspectedAt: testNow });
    const events = await t.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.credentialId, counting.passkey.id));
    expect(events.map(({ action }) => action)).toContain("passkey.counter_regressed");
  });

  it("accepts an assertion for a named person with and without a user handle", async () => {
    const { username } = person.user;
    await signIn(t.context(), person.authenticator, { username });
    await signIn(t.context(), person.authenticator, {
      username: username.toUpperCase(),
      deviation: { userHandle: null },
    });
  });
});

describe("a challenge", () => {
  it("is refused when it is used again", async () => {
    const response = await answer();
    await finishSignIn(t.context(), response);
    await expect(finishSignIn(t.context(), response)).rejects.toMatchObject({ code: "INVALID_CHALLENGE" });
  });

  it("lets exactly one of 100 answers at once through", async () => {
    const response = await answer();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 100 }, () => finishSignIn(t.context(), response)),
    );
    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(refused).toHaveLength(99);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: "INVALID_CHALLENGE" });
  });

  it("is spent by an answer that does not verify", async () => {
    const options = await beginSignIn(t.context(), {});
    const wrong = authenticationResponseSchema.parse(
      person.authenticator.get(options, { corruptSignature: true }),
    );
    await expect(finishSignIn(t.context(), wrong)).rejects.toMatchObject({ code: "AUTHENTICATION_FAILED" });
    const right = authenticationResponseSchema.parse(person.authenticator.get(options));
    await expect(finishSignIn(t.context(), right)).rejects.toMatchObject({ code: "INVALID_CHALLENGE" });
  });

  it("is refused when its time is over, by name while the row is there", async () => {
    const response = await answer();
    await expect(finishSignIn(t.context({ now: later(300) }), response)).rejects.toMatchObject({
      code: "CHALLENGE_EXPIRED",
    });
    await expect(finishSignIn(t.context(), response)).rejects.toMatchObject({ code: "INVALID_CHALLENGE" });
  });

  it("is refused when nobody issued it", async () => {
    const challenge = randomBytes(32).toString("base64url");
    const response = await answer({ clientData: { challenge } });
    await expect(finishSignIn(t.context(), response)).rejects.toMatchObject({ code: "INVALID_CHALLENGE" });
  });

  it("is refused when it was issued for another ceremony", async () => {
    const ctx = t.context({ actor: person.actor });
    const options = await beginStepUp(ctx);
    const response = authenticationResponseSchema.parse(person.authenticator.get(options));
    await expect(finishSignIn(ctx, response)).rejects.toMatchObject({ code: "INVALID_CHALLENGE" });
    expect(await lastEvent()).toMatchObject({ reason: "challenge_kind", outcome: "failure" });
  });

  it.each([
    ["is left out", undefined],
    ["is empty", ""],
    ["is a number", 7],
    ["is null", null],
  ])("is reported missing when it %s", async (_, challenge) => {
    const response = await answer({ clientData: { challenge } });
    await expect(finishSignIn(t.context(), response)).rejects.toMatchObject({ code: "MISSING_CHALLENGE" });
  });

  it.each([
    ["no JSON", "nonsense"],
    ["no object", '"text"'],
    ["null", "null"],
  ])("is reported missing when the client data is %s", async (_, text) => {
    const response = await answer();
    const clientDataJSON = Buffer.from(text).toString("base64url");
    await expect(
      finishSignIn(t.context(), { ...response, response: { ...response.response, clientDataJSON } }),
    ).rejects.toMatchObject({ code: "MISSING_CHALLENGE" });
  });

  it("is stored as its hash, with what it was issued for", async () => {
    const { challenge } = await beginSignIn(t.context(), { username: person.user.username });
    const bytes = Buffer.from(challenge, "base64url");
    expect(bytes).toHaveLength(32);
    const rows = await t.db.select().from(challenges).where(eq(challenges.userId, person.actor.userId));
    expect(rows).toHaveLength(1);
    expect(Buffer.from(rows[0]?.challengeHash ?? []).equals(bytes)).toBe(false);
    expect(rows[0]).toMatchObject({
      kind: "authentication",
      context: {
        userVerification: "required",
        allowCredentials: [person.authenticator.credentials[0]?.id],
      },
      expiresAt: later(300),
    });
  });
});

describe("an assertion is refused, always in the same words,", () => {
  const deviations: readonly [string, GetDeviation, string][] = [
    ["from another origin", { origin: "https://evil.example" }, "origin"],
    ["from another port", { origin: "https://id.example.com:8443" }, "origin"],
    ["from a longer host that begins like ours", { origin: "https://id.example.com.evil.example" }, "origin"],
    ["without an origin", { clientData: { origin: undefined } }, "origin"],
    ["with an origin that is no text", { clientData: { origin: ["https://id.example.com"] } }, "origin"],
    ["from a frame of another site", { clientData: { crossOrigin: true } }, "cross_origin"],
    ["with a top origin", { clientData: { topOrigin: "https://evil.example" } }, "cross_origin"],
    ["of another type", { clientData: { type: "webauthn.create" } }, "client_data_type"],
    ["without a type", { clientData: { type: undefined } }, "client_data_type"],
    ["for another RP ID", { rpId: "evil.example" }, "rp_id_hash"],
    ["without user presence", { flags: { up: false } }, "user_presence"],
    ["without user verification", { flags: { uv: false } }, "user_verification"],
    ["of a backup that cannot be", { flags: { bs: true } }, "backup_flags"],
    ["of a passkey that has become eligible for backup", { flags: { be: true } }, "backup_flags"],
    ["signed by another key", { foreignKey: true }, "signature"],
    ["with a changed signature", { corruptSignature: true }, "signature"],
    ["with bytes left over", { leftover: new Uint8Array([1, 2, 3]) }, "authenticator_data"],
    ["with the extension flag but no data", { flags: { ed: true } }, "authenticator_data"],
    ["without a user handle, when nobody was named", { userHandle: null }, "user_handle"],
    ["with an empty user handle, when nobody was named", { userHandle: "" }, "user_handle"],
    ["with somebody's user handle", { userHandle: "A".repeat(86) }, "user_handle"],
  ];

  it.each(deviations)("%s", async (_, deviation, rule) => {
    const response = await answer(deviation);
    const refusal = await finishSignIn(t.context(), response).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: "AUTHENTICATION_FAILED", publicMessage: undefined });
    expect(await lastEvent()).toMatchObject({ reason: rule, outcome: "failure", actorType: "anonymous" });
  });

  it("of a passkey that nobody has", async () => {
    const stranger = await signUp(t.context(), { username: `gone${counter}@example.com` });
    await t.db.delete(users).where(eq(users.username, `gone${counter}@example.com`));
    await expect(signIn(t.context(), stranger.authenticator)).rejects.toMatchObject({
      code: "AUTHENTICATION_FAILED",
      publicMessage: undefined,
    });
  });

  it("of a revoked passkey", async () => {
    await t.db.update(credentials).set({ revokedAt: testNow }).where(eq(credentials.id, person.passkey.id));
    await expect(signIn(t.context(), person.authenticator)).rejects.toMatchObject({
      code: "AUTHENTICATION_FAILED",
    });
    expect(await lastEvent()).toMatchObject({ reason: "credential_revoked", subjectUserId: person.user.id });
  });

  it("of one person under a challenge for another", async () => {
    const other = await signUp(t.context(), { username: `named${counter}@example.com` });
    const [credential] = person.authenticator.credentials;
    if (!credential) throw new Error("no credential");
    const response = await answer({ credential }, other.user.username);
    await expect(finishSignIn(t.context(), response)).rejects.toMatchObject({
      code: "AUTHENTICATION_FAILED",
    });
    expect(await lastEvent()).toMatchObject({ reason: "credential_not_allowed" });
  });

  it("under a challenge for a name that nobody has", async () => {
    const [credential] = person.authenticator.credentials;
    if (!credential) throw new Error("no credential");
    const response = await answer({ credential }, "nobody@example.com");
    await expect(finishSignIn(t.context(), response)).rejects.toMatchObject({
      code: "AUTHENTICATION_FAILED",
    });
  });
});

describe("a stored passkey no longer verifies", () => {
  async function refused(rule: string) {
    await expect(signIn(t.context(), person.authenticator)).rejects.toMatchObject({
      code: "AUTHENTICATION_FAILED",
    });
    expect(await lastEvent()).toMatchObject({ reason: rule, subjectUserId: expect.any(String) });
  }

  it("after its sealed key was edited", async () => {
    const [row] = await t.db.select().from(credentials).where(eq(credentials.id, person.passkey.id));
    const publicKey = new Uint8Array(row?.publicKey ?? []);
    publicKey[publicKey.length - 1] = (publicKey.at(-1) ?? 0) ^ 1;
    await t.db.update(credentials).set({ publicKey }).where(eq(credentials.id, person.passkey.id));
    await refused("stored_key");
  });

  it("after another passkey's key was copied into its row", async () => {
    const other = await signUp(t.context(), { username: `forger${counter}@example.com` });
    const [row] = await t.db.select().from(credentials).where(eq(credentials.id, other.passkey.id));
    if (!row) throw new Error("no row");
    await t.db
      .update(credentials)
      .set({ publicKey: row.publicKey })
      .where(eq(credentials.id, person.passkey.id));
    await refused("stored_key");
  });

  it("after its row was moved to another person", async () => {
    const victim = await signUp(t.context(), { username: `victim${counter}@example.com` });
    await t.db
      .update(credentials)
      .set({ userId: victim.actor.userId })
      .where(eq(credentials.id, person.passkey.id));
    const response = await answer({ userHandle: victim.signals.userId });
    await expect(finishSignIn(t.context(), response)).rejects.toMatchObject({
      code: "AUTHENTICATION_FAILED",
    });
    expect(await lastEvent()).toMatchObject({ reason: "stored_key" });
  });

  it("after its algorithm was edited", async () => {
    await t.db.update(credentials).set({ algorithm: -257 }).where(eq(credentials.id, person.passkey.id));
    await refused("algorithm");
  });
});

describe("a disabled person", () => {
  beforeEach(async () => {
    await t.db.update(users).set({ status: "disabled" }).where(eq(users.username, person.user.username));
  });

  it("is told so after the passkey verified, and gets no session", async () => {
    await expect(signIn(t.context(), person.authenticator)).rejects.toMatchObject({ code: "USER_DISABLED" });
    const rows = await t.db.select().from(sessions).where(eq(sessions.userId, person.actor.userId));
    expect(rows).toHaveLength(1);
  });

  it("is not told so to somebody without the key", async () => {
    await expect(
      signIn(t.context(), person.authenticator, { deviation: { foreignKey: true } }),
    ).rejects.toMatchObject({ code: "AUTHENTICATION_FAILED" });
  });
});
