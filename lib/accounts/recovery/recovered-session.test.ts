import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import type { UserId } from "#drizzle/schema/ids.ts";
import { sessions } from "#drizzle/schema/sessions.ts";
import { users } from "#drizzle/schema/users.ts";
import { removePasskey } from "#lib/accounts/remove-passkey.ts";
import { addClient } from "#lib/clients/add-client.ts";
import { getClient } from "#lib/clients/get-client.ts";
import { listClients } from "#lib/clients/list-clients.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { listGroups } from "#lib/groups/list-groups.ts";
import { beginAddingPasskey } from "#lib/passkeys/begin-adding-passkey.ts";
import { renamePasskey } from "#lib/passkeys/managing/rename-passkey.ts";
import { revokePasskey } from "#lib/passkeys/managing/revoke-passkey.ts";
import { registrationResponseSchema } from "#lib/passkeys/schema.ts";
import { recoveredLifetimeSeconds } from "#lib/sessions/check-may-add-passkey.ts";
import { openSession } from "#lib/sessions/open-session.ts";
import { markSessionsRevoked } from "#lib/sessions/store.ts";
import { rotateSigningKeys } from "#lib/signing-keys/rotate-signing-keys.ts";
import { actorOf, type Person, signUp } from "#lib/testing/authenticator/sign-up.ts";
import {
  type CreateDeviation,
  createAuthenticator,
} from "#lib/testing/authenticator/software-authenticator.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { disableUser } from "../disable-user.ts";
import { finishRegistration } from "../finish-registration.ts";
import { createInvitation } from "../invitations/create-invitation.ts";
import { listInvitations } from "../invitations/list-invitations.ts";
import { getProfile } from "../profile/get-profile.ts";
import { listUsers } from "../profile/list-users.ts";
import { updateProfile } from "../profile/update-profile.ts";
import { endSessionsOfPerson } from "../sessions/end-sessions-of-person.ts";
import { sessionQuerySchema } from "../sessions/search/schema.ts";
import { searchSessions } from "../sessions/search/search-sessions.ts";

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
const methods = ["recovery_code", "recovery_link", "email_link"] as const;

/** Somebody who came back in without a passkey. */
async function recover(
  method: (typeof methods)[number] = "recovery_code",
  ctx = t.context(),
): Promise<UserActor> {
  const { token } = await openSession(ctx, t.db, {
    userId: person.actor.userId,
    method,
    credentialId: null,
    acr: "urn:latchkey:recovery",
    amr: ["otp"],
    lifetimeSeconds: recoveredLifetimeSeconds,
  });
  return await actorOf(ctx, token);
}

async function beginOn(ctx: Context, deviation: CreateDeviation = {}) {
  const device = createAuthenticator({ origin: ctx.config.baseUrl });
  return registrationResponseSchema.parse(device.create(await beginAddingPasskey(ctx, {}), deviation));
}

const add = async (ctx: Context) =>
  finishRegistration(ctx, { response: await beginOn(ctx), deviceName: undefined });

describe("a session that began without a passkey", () => {
  it("lives an hour at most, and no longer than any other", async () => {
    const expiryOf = async ({ sessionId }: UserActor) =>
      (await t.db.select().from(sessions).where(eq(sessions.id, sessionId)))[0]?.expiresAt;
    expect(await expiryOf(await recover())).toEqual(later(3600));
    const { config } = t.runtime({ SESSION_MAX_LIFETIME: "10m" });
    expect(await expiryOf(await recover("email_link", t.context({ config })))).toEqual(later(600));
  });

  it.each(methods)("by %s may add a passkey within ten minutes", async (method) => {
    const actor = await recover(method);
    await expect(beginAddingPasskey(t.context({ actor, now: later(600) }), {})).rejects.toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
    await beginAddingPasskey(t.context({ actor, now: later(599) }), {});
  });

  it("goes on as one of the new passkey, under another token, and confirmed", async () => {
    const actor = await recover();
    const { session, passkey } = await add(t.context({ actor, now: later(60) }));
    if (!session) throw new Error("no session came back");
    expect(session.sessionId).toBe(actor.sessionId);
    expect(session.expiresAt).toEqual(later(60 + 30 * 86_400));
    const upgraded = await actorOf(t.context({ now: later(60) }), session.token);
    expect(upgraded).toMatchObject({
      method: "passkey",
      acr: "phr",
      amr: ["hwk", "user", "mfa"],
      authTime: later(60),
      credentialId: passkey.id,
    });
    const [event] = await t.db
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.action, "session.upgraded"), eq(auditEvents.sessionId, actor.sessionId)));
    expect(event).toMatchObject({
      subjectUserId: actor.userId,
      credentialId: passkey.id,
      details: { from: "recovery_code", user_verified: true },
    });
    const ctx = t.context({ actor: upgraded, now: later(61) });
    await renamePasskey(ctx, { id: person.passkey.id, name: "Lost phone" });
    await removePasskey(ctx, person.passkey.id);
  });

  it("is no stronger than the new passkey: presence alone opens nothing", async () => {
    const { config } = t.runtime({ USER_VERIFICATION: "discouraged" });
    const actor = await recover();
    const ctx = t.context({ actor, config });
    const response = await beginOn(ctx, { flags: { uv: false } });
    const { session } = await finishRegistration(ctx, { response, deviceName: undefined });
    const upgraded = await actorOf(ctx, session?.token ?? "");
    expect(upgraded).toMatchObject({ method: "passkey", acr: "urn:latchkey:recovery", amr: ["hwk", "user"] });
    await expect(
      removePasskey(t.context({ actor: upgraded, config }), person.passkey.id),
    ).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
  });

  it("adds no passkey when it has ended meanwhile", async () => {
    const actor = await recover();
    const ctx = t.context({ actor });
    const response = await beginOn(ctx);
    await markSessionsRevoked(t.db, { sessionIds: [actor.sessionId] }, testNow);
    await expect(finishRegistration(ctx, { response, deviceName: undefined })).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
    });
    const [row] = await t.db
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.subjectUserId, actor.userId), eq(auditEvents.action, "passkey.registered")))
      .offset(1);
    expect(row).toBeUndefined();
  });

  it("may add one passkey over the limit, not two, however many are begun", async () => {
    const { config } = t.runtime({ MAX_CREDENTIALS_PER_USER: "1" });
    const actor = await recover();
    const ctx = t.context({ actor, config });
    const responses = [await beginOn(ctx), await beginOn(ctx), await beginOn(ctx)];
    const ends = await Promise.allSettled(
      responses.map((response) => finishRegistration(ctx, { response, deviceName: undefined })),
    );
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const end of ends)
      if (end.status === "rejected") expect(end.reason).toMatchObject({ code: "CREDENTIAL_LIMIT" });
  });

  it("opens nothing else that is sensitive", async () => {
    const ctx = t.context({ actor: await recover() });
    const { id } = person.passkey;
    for (const attempt of [() => renamePasskey(ctx, { id, name: "Mine now" }), () => removePasskey(ctx, id)])
      await expect(attempt()).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
  });
});

describe("an administrator who came back in without a passkey", () => {
  beforeEach(async () => {
    await t.db.update(users).set({ role: "admin" }).where(eq(users.id, person.actor.userId));
  });

  it.each(methods)("by %s neither sees nor changes anything of others", async (method) => {
    const actor = await recover(method);
    expect(actor.role).toBe("admin");
    const ctx = t.context({ actor });
    const { userId } = (await signUp(t.context(), { username: `other${method}${counter}@example.com` }))
      .actor;
    const attempts: readonly (() => unknown)[] = [
      () => listUsers(ctx, { limit: 5 }),
      () => getProfile(ctx, { id: userId }),
      () => updateProfile(ctx, userId, { displayName: "Eve" }),
      () => disableUser(ctx, userId),
      () => endSessionsOfPerson(ctx, userId as UserId),
      () => searchSessions(ctx, sessionQuerySchema.parse({})),
      () => createInvitation(ctx, {}),
      () => listInvitations(ctx, { limit: 5 }),
      () => listGroups(ctx, { limit: 5 }),
      () => listClients(ctx),
      () => getClient(ctx, "app"),
      () => addClient(ctx, { name: "App", redirectUris: ["https://app.example.com/callback"] }),
      () => rotateSigningKeys(ctx, {}),
      () => revokePasskey(ctx, { id: person.passkey.id, reason: "because" }),
    ];
    for (const attempt of attempts)
      await expect(attempt(), String(attempt)).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
  });

  it("administers again once a passkey was added", async () => {
    const actor = await recover();
    const { session } = await add(t.context({ actor }));
    const ctx = t.context({ actor: await actorOf(t.context(), session?.token ?? "") });
    expect((await listUsers(ctx, { limit: 1 })).users).toHaveLength(1);
    await createInvitation(ctx, {});
  });
});
