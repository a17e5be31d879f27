import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { recoveryCodes } from "#drizzle/schema/accounts.ts";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { credentials } from "#drizzle/schema/credentials.ts";
import type { UserId } from "#drizzle/schema/ids.ts";
import { users } from "#drizzle/schema/users.ts";
import { finishRegistration } from "#lib/accounts/finish-registration.ts";
import { makeRecoveryCodes } from "#lib/accounts/recovery/make-recovery-codes.ts";
import { removePasskey } from "#lib/accounts/remove-passkey.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { listPasskeys } from "#lib/credentials/list-passkeys.ts";
import { openPool } from "#lib/db/client.ts";
import { resolveSession } from "#lib/sessions/resolve-session.ts";
import { actorOf, type Person, signIn, signUp } from "#lib/testing/authenticator/sign-up.ts";
import {
  createAuthenticator,
  type SoftwareAuthenticator,
} from "#lib/testing/authenticator/software-authenticator.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { beginAddingPasskey } from "../begin-adding-passkey.ts";
import { beginSignIn } from "../begin-sign-in.ts";
import { beginStepUp } from "../begin-step-up.ts";
import { finishSignIn } from "../finish-sign-in.ts";
import { finishStepUp } from "../finish-step-up.ts";
import { authenticationResponseSchema, registrationResponseSchema } from "../schema.ts";
import { readSignals } from "./read-signals.ts";
import { renamePasskey } from "./rename-passkey.ts";
import { revokePasskey } from "./revoke-passkey.ts";

let t: TestDatabase;
let person: Person;
let ctx: Context;

beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());
beforeEach(async () => {
  person = await newPerson();
  ctx = t.context({ actor: person.actor });
});

const newPerson = () => signUp(t.context(), { username: `${randomUUID()}@example.com` });
const tooLate = new Date(testNow.getTime() + 600_000);

/** One more passkey of whoever `of` is. */
async function add(of: Context, deviceName: string) {
  const authenticator = createAuthenticator({ origin: of.config.baseUrl });
  const options = await beginAddingPasskey(of, {});
  const response = registrationResponseSchema.parse(authenticator.create(options));
  const { passkey } = await finishRegistration(of, { response, deviceName });
  return { authenticator, id: passkey.id };
}

async function signedInWith(
  authenticator: SoftwareAuthenticator,
): Promise<{ token: string; actor: UserActor }> {
  const { session } = await signIn(t.context(), authenticator);
  return { token: session.token, actor: await actorOf(t.context(), session.token) };
}

async function newAdministrator(): Promise<{ admin: Person; ctx: Context }> {
  const admin = await newPerson();
  await t.db.update(users).set({ role: "admin" }).where(eq(users.id, admin.actor.userId));
  return { admin, ctx: t.context({ actor: { ...admin.actor, role: "admin" } }) };
}

async function events(userId: UserId, action: string) {
  return await t.db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.subjectUserId, userId), eq(auditEvents.action, action)));
}

async function rowOf(id: Person["passkey"]["id"]) {
  const [row] = await t.db.select().from(credentials).where(eq(credentials.id, id));
  return row;
}

const isLive = async (token: string) => (await resolveSession(ctx, token, ctx.now)) !== undefined;
const refused = (code: string) => expect.objectContaining({ code });

describe("renaming a passkey", () => {
  it("changes the name, says so in the trail, and answers with what browsers may be told", async () => {
    const before = person.passkey.name;
    const { passkey, signals } = await renamePasskey(ctx, { id: person.passkey.id, name: "Blue key" });
    expect(passkey).toMatchObject({ id: person.passkey.id, name: "Blue key", usedForThisSession: true });
    expect(signals).toEqual(await readSignals(ctx));
    expect(await listPasskeys(ctx)).toEqual([passkey]);
    expect(await events(person.actor.userId, "passkey.renamed")).toMatchObject([
      { outcome: "success", credentialId: passkey.id, details: { from: before, to: "Blue key" } },
    ]);
    await renamePasskey(ctx, { id: person.passkey.id, name: "Blue key" });
    expect(await events(person.actor.userId, "passkey.renamed")).toHaveLength(1);
  });

  it("is refused for another person's passkey as for one that nobody has", async () => {
    const other = await newPerson();
    for (const id of [other.passkey.id, randomUUID()])
      await expect(renamePasskey(ctx, { id, name: "Mine" })).rejects.toEqual(refused("CREDENTIAL_NOT_FOUND"));
    expect((await rowOf(other.passkey.id))?.name).toBe(other.passkey.name);
    expect(await events(person.actor.userId, "passkey.renamed")).toMatchObject([
      { outcome: "failure", reason: "CREDENTIAL_NOT_FOUND" },
      { outcome: "failure", reason: "CREDENTIAL_NOT_FOUND" },
    ]);
  });

  it("is refused once the passkey was removed", async () => {
    const second = await add(ctx, "Second");
    await removePasskey(ctx, second.id);
    await expect(renamePasskey(ctx, { id: second.id, name: "Again" })).rejects.toEqual(
      refused("CREDENTIAL_NOT_FOUND"),
    );
  });
});

describe("removing a passkey", () => {
  it("ends it and the sessions that it opened, keeps the row, and leaves the others alone", async () => {
    const second = await add(ctx, "Second");
    const theirs = await signedInWith(second.authenticator);
    const removed = await removePasskey(ctx, second.id);
    expect(removed).toMatchObject({
      signedOut: false,
      signals: { allAcceptedCredentialIds: [person.authenticator.credentials[0]?.id] },
    });
    expect(await isLive(theirs.token)).toBe(false);
    expect(await isLive(person.token)).toBe(true);
    await expect(signIn(t.context(), second.authenticator)).rejects.toEqual(refused("AUTHENTICATION_FAILED"));
    expect(await rowOf(second.id)).toMatchObject({
      revokedAt: testNow,
      revokedBy: person.actor.userId,
      revokedReason: "removed by owner",
    });
    expect(await events(person.actor.userId, "passkey.removed")).toMatchObject([
      { outcome: "success", credentialId: second.id, details: { name: "Second", sessions_ended: 1 } },
    ]);
    expect(await events(person.actor.userId, "session.ended")).toMatchObject([
      { sessionId: theirs.actor.sessionId, details: { by: "passkey_removed" } },
    ]);
  });

  it("signs out the browser that was signed in with it", async () => {
    await add(ctx, "Second");
    expect(await removePasskey(ctx, person.passkey.id)).toMatchObject({ signedOut: true });
    expect(await isLive(person.token)).toBe(false);
  });

  it("goes for the only one where a recovery code is left, and takes all sessions of it along", async () => {
    await makeRecoveryCodes(ctx);
    expect(await removePasskey(ctx, person.passkey.id)).toMatchObject({ signedOut: true });
    expect(await isLive(person.token)).toBe(false);
    expect(await listPasskeys(ctx)).toEqual([]);
  });

  it("is refused for the only one when all codes are used, and always to whoever has a role", async () => {
    await makeRecoveryCodes(ctx);
    const { userId } = person.actor;
    await t.db.update(users).set({ role: "helpdesk" }).where(eq(users.id, userId));
    await expect(removePasskey(ctx, person.passkey.id)).rejects.toEqual(refused("LAST_CREDENTIAL"));
    await t.db.update(users).set({ role: "user" }).where(eq(users.id, userId));
    await t.db.update(recoveryCodes).set({ usedAt: testNow }).where(eq(recoveryCodes.userId, userId));
    await expect(removePasskey(ctx, person.passkey.id)).rejects.toEqual(refused("LAST_CREDENTIAL"));
  });

  it("is refused for the only one", async () => {
    await expect(removePasskey(ctx, person.passkey.id)).rejects.toEqual(refused("LAST_CREDENTIAL"));
    const second = await add(ctx, "Second");
    await removePasskey(ctx, second.id);
    await expect(removePasskey(ctx, person.passkey.id)).rejects.toEqual(refused("LAST_CREDENTIAL"));
    expect(await isLive(person.token)).toBe(true);
    const trail = await events(person.actor.userId, "passkey.removed");
    expect(trail.map(({ reason }) => reason ?? "done").sort()).toEqual([
      "LAST_CREDENTIAL",
      "LAST_CREDENTIAL",
      "done",
    ]);
  });

  it("is refused for another person's passkey, a dead one and an unknown one alike", async () => {
    const other = await newPerson();
    const second = await add(ctx, "Second");
    await removePasskey(ctx, second.id);
    for (const id of [other.passkey.id, second.id, randomUUID()])
      await expect(removePasskey(ctx, id)).rejects.toEqual(refused("CREDENTIAL_NOT_FOUND"));
    expect((await rowOf(other.passkey.id))?.revokedAt).toBeNull();
  });

  it("leaves one of two that are removed at once", async () => {
    for (let round = 0; round < 5; round += 1) {
      const owner = await newPerson();
      const own = t.context({ actor: owner.actor });
      const second = await add(own, "Second");
      const results = await Promise.allSettled(
        [owner.passkey.id, second.id].map((id) => removePasskey(own, id)),
      );
      expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      expect(results.find(({ status }) => status === "rejected")).toMatchObject({
        reason: { code: "LAST_CREDENTIAL" },
      });
      expect(await listPasskeys(own)).toHaveLength(1);
    }
  });

  it("happens once when asked for twenty times at once", async () => {
    const second = await add(ctx, "Second");
    await add(ctx, "Third");
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => removePasskey(ctx, second.id)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await listPasskeys(ctx)).toHaveLength(2);
  });
});

describe.each([
  ["renaming", (c: Context) => renamePasskey(c, { id: person.passkey.id, name: "New" })],
  ["removing", (c: Context) => removePasskey(c, person.passkey.id)],
  ["reading signals", (c: Context) => readSignals(c)],
] as const)("%s", (what, act) => {
  it("is for people who are signed in", async () => {
    for (const actor of [
      { type: "anonymous" },
      { type: "operator" },
      { type: "system", name: "jobs" },
    ] as const)
      await expect(act(t.context({ actor }))).rejects.toEqual(refused("UNAUTHENTICATED"));
  });

  it.skipIf(what === "reading signals")("wants a confirmation of the last ten minutes", async () => {
    await expect(act({ ...ctx, now: tooLate })).rejects.toEqual(refused("STEP_UP_REQUIRED"));
    const unverified = { ...(ctx.actor as UserActor), amr: ["hwk", "user"] };
    await expect(act({ ...ctx, actor: unverified })).rejects.toEqual(refused("STEP_UP_REQUIRED"));
    expect((await rowOf(person.passkey.id))?.revokedAt).toBeNull();
  });
});

describe("revoking a passkey", () => {
  const revoke = (c: Context) => revokePasskey(c, { id: person.passkey.id, reason: "lost" });

  it("is not for strangers and parts of the program, and wants a confirmation of the last ten minutes", async () => {
    for (const actor of [{ type: "anonymous" }, { type: "system", name: "jobs" }] as const)
      await expect(revoke(t.context({ actor }))).rejects.toEqual(refused("FORBIDDEN"));
    const { ctx: admin } = await newAdministrator();
    await expect(revoke({ ...admin, now: tooLate })).rejects.toEqual(refused("STEP_UP_REQUIRED"));
    const unverified = { ...(admin.actor as UserActor), amr: ["hwk", "user"] };
    await expect(revoke({ ...admin, actor: unverified })).rejects.toEqual(refused("STEP_UP_REQUIRED"));
    expect((await rowOf(person.passkey.id))?.revokedAt).toBeNull();
  });

  it("is for whoever has a shell, who is named as nobody", async () => {
    await revoke(t.context({ actor: { type: "operator" } }));
    expect(await rowOf(person.passkey.id)).toMatchObject({ revokedBy: null, revokedReason: "lost" });
  });

  it("ends anybody's passkey with its sessions, and keeps who did it and why", async () => {
    const { admin, ctx: administrator } = await newAdministrator();
    const revoked = await revokePasskey(administrator, { id: person.passkey.id, reason: "phone stolen" });
    expect(revoked).toMatchObject({ userId: person.actor.userId, sessionsEnded: 1, signedOut: false });
    expect(await isLive(person.token)).toBe(false);
    await expect(signIn(t.context(), person.authenticator)).rejects.toEqual(refused("AUTHENTICATION_FAILED"));
    expect(await rowOf(person.passkey.id)).toMatchObject({
      revokedAt: testNow,
      revokedBy: admin.actor.userId,
      revokedReason: "phone stolen",
    });
    expect(await events(person.actor.userId, "passkey.revoked")).toMatchObject([
      { actorId: admin.actor.userId, outcome: "success", details: { reason: "phone stolen" } },
    ]);
    expect(await events(person.actor.userId, "session.ended")).toMatchObject([
      { actorId: admin.actor.userId, details: { by: "passkey_revoked" } },
    ]);
    await expect(revokePasskey(administrator, { id: person.passkey.id, reason: "again" })).rejects.toEqual(
      refused("CREDENTIAL_NOT_FOUND"),
    );
  });

  it("is seen at once by another instance, which keeps nothing in memory", async () => {
    const pool = openPool(
      { ...inject("testServer"), database: t.sql.options.database },
      { maxConnections: 1, statementTimeoutMs: 5_000, applicationName: "another-instance" },
    );
    const elsewhere = { ...t.runtime(), db: pool.db };
    expect(await resolveSession(elsewhere, person.token, testNow)).toBeDefined();
    const { ctx: administrator } = await newAdministrator();
    await revokePasskey(administrator, { id: person.passkey.id, reason: "lost" });
    expect(await resolveSession(elsewhere, person.token, testNow)).toBeUndefined();
    await expect(signIn(t.context({ db: pool.db }), person.authenticator)).rejects.toEqual(
      refused("AUTHENTICATION_FAILED"),
    );
    await pool.close();
  });

  it.each(["user", "auditor", "helpdesk"] as const)(
    "is not for the role %s, which the trail notes",
    async (role) => {
      const other = await newPerson();
      const actor = { ...person.actor, role };
      for (const id of [other.passkey.id, person.passkey.id, randomUUID()])
        await expect(revokePasskey({ ...ctx, actor }, { id, reason: "no" })).rejects.toEqual(
          refused("FORBIDDEN"),
        );
      expect((await rowOf(other.passkey.id))?.revokedAt).toBeNull();
      const failures = await events(person.actor.userId, "passkey.revoked");
      expect(failures.map(({ reason }) => reason)).toEqual(Array(3).fill("FORBIDDEN"));
    },
  );

  it("lets no administrator take away their own only way in", async () => {
    const { admin, ctx: own } = await newAdministrator();
    await newAdministrator();
    await expect(revokePasskey(own, { id: admin.passkey.id, reason: "oops" })).rejects.toEqual(
      refused("LAST_CREDENTIAL"),
    );
    await add(own, "Second");
    expect(await revokePasskey(own, { id: admin.passkey.id, reason: "old" })).toMatchObject({
      signedOut: true,
    });
  });

  it("leaves one of two administrators who revoke each other at once", async () => {
    for (let round = 0; round < 5; round += 1) {
      await t.db.update(users).set({ role: "user" });
      const [one, two] = [await newAdministrator(), await newAdministrator()];
      const results = await Promise.allSettled([
        revokePasskey(one.ctx, { id: two.admin.passkey.id, reason: "race" }),
        revokePasskey(two.ctx, { id: one.admin.passkey.id, reason: "race" }),
      ]);
      expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      expect(results.find(({ status }) => status === "rejected")).toMatchObject({
        reason: { code: "LAST_CREDENTIAL" },
      });
    }
  });
});

describe("a revocation during a sign-in", () => {
  it("leaves no live session, whichever of the two commits first", async () => {
    const { ctx: administrator } = await newAdministrator();
    const ends = { refused: 0, ended: 0 };
    for (let round = 0; round < 25; round += 1) {
      const owner = await newPerson();
      const options = await beginSignIn(t.context(), {});
      const response = authenticationResponseSchema.parse(owner.authenticator.get(options));
      const pause = new Promise((resolve) => setTimeout(resolve, round % 5));
      const [signedIn] = await Promise.allSettled([
        finishSignIn(t.context(), response),
        pause.then(() => revokePasskey(administrator, { id: owner.passkey.id, reason: "race" })),
      ]);
      if (signedIn.status === "rejected") {
        expect(signedIn.reason).toMatchObject({ code: "AUTHENTICATION_FAILED" });
        ends.refused += 1;
      } else {
        expect(await isLive(signedIn.value.session.token)).toBe(false);
        ends.ended += 1;
      }
    }
    expect(ends.refused + ends.ended, JSON.stringify(ends)).toBe(25);
  });

  it("ends a session that the passkey confirmed in the same moment", async () => {
    const { ctx: administrator } = await newAdministrator();
    for (let round = 0; round < 10; round += 1) {
      const owner = await newPerson();
      const own = t.context({ actor: owner.actor });
      const second = await add(own, "Second");
      const options = await beginStepUp(own);
      const response = authenticationResponseSchema.parse(second.authenticator.get(options));
      const [confirmed] = await Promise.allSettled([
        finishStepUp(own, response),
        revokePasskey(administrator, { id: second.id, reason: "race" }),
      ]);
      expect(await isLive(owner.token)).toBe(confirmed.status === "rejected");
    }
  });
});
