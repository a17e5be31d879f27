import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { outboxMessages } from "#drizzle/schema/outbox.ts";
import { users } from "#drizzle/schema/users.ts";
import { createApiKey } from "#lib/api-keys/create-api-key.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { openPayload } from "#lib/outbox/seal-payload.ts";
import { resolveSession } from "#lib/sessions/resolve-session.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import { signIn, signUp } from "#lib/testing/authenticator/sign-up.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { queuedMails } from "#lib/testing/queued-mails.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { buildApp } from "#lib/testing/token-clients.ts";
import { buildCode, redeemTestCode, requestTokens, type TestClient } from "#lib/testing/token-requests.ts";
import { buildWholePerson, wholeProfile } from "#lib/testing/whole-person.ts";
import { deleteOwnAccount, deleteUser } from "./delete-user.ts";
import { disableUser } from "./disable-user.ts";

const smtp = { SMTP_URL: "smtp://localhost", MAIL_FROM: "id@example.com" };
let t: TestDatabase;
let app: TestClient;

beforeAll(async () => {
  t = await testDatabase(smtp);
  await ensureSigningKeys(t.runtime());
  app = await buildApp(t.context(), { backchannelLogoutUri: "https://app.example.com/bye" });
});
afterAll(() => t.close());

const operator = () => t.context({ actor: { type: "operator" }, requestId: newId<string>() });
const as = (actor: Context["actor"]) => t.context({ actor, requestId: newId<string>() });
const confirmed = (actor: UserActor): UserActor => ({ ...actor, amr: ["hwk", "user", "mfa"] });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => (error instanceof DomainError || error instanceof OAuthError ? error.code : String(error)),
  );
const exists = async (id: string) => (await t.sql`select 1 from users where id = ${id}`).length === 1;
const eventsOf = (requestId: string) =>
  t.db.select().from(auditEvents).where(eq(auditEvents.requestId, requestId));

/** Where any of the words stands: every row of every table, as text. */
async function tablesWith(words: readonly string[]): Promise<string[]> {
  const tables = await t.sql<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public'`;
  const found: string[] = [];
  for (const { name } of tables)
    for (const { row } of await t.sql.unsafe<{ row: string }[]>(`select x::text as row from "${name}" x`))
      for (const word of words) if (row.toLowerCase().includes(word.toLowerCase())) found.push(name);
  return [...new Set(found)].sort();
}

describe("an account that is deleted", () => {
  it("leaves nothing but the trail: no row of any table names its person", async () => {
    const person = await buildWholePerson(t.context(), app);
    const { userId, username } = person.actor;
    const words = [userId, username, person.pendingEmail, "Quillfeather", "quill-4711"];
    expect((await tablesWith(words)).length).toBeGreaterThan(12);
    const ctx = as(person.actor);
    const deleted = await deleteOwnAccount(ctx);
    expect(deleted).toMatchObject({ username, sessionsEnded: 1, signedOut: true });
    expect(await tablesWith([userId, person.user.id, ...words])).toEqual(["audit_events"]);
    // What the trail holds of a person is the number of the account, and what was done to it.
    const trail = JSON.stringify(await t.sql`select * from audit_events where subject_user_id = ${userId}`);
    for (const value of [...Object.values(wholeProfile).filter((v) => typeof v === "string"), username])
      expect(trail, value).not.toContain(value);
  });

  it("is written down last, without a name", async () => {
    const { actor } = await buildWholePerson(t.context(), app);
    const ctx = as(actor);
    await deleteOwnAccount(ctx);
    const events = await eventsOf(ctx.requestId);
    expect(events.map(({ action }) => action)).toEqual(["session.ended", "user.deleted"]);
    expect(events.at(-1)).toMatchObject({
      outcome: "success",
      actorId: actor.userId,
      subjectUserId: actor.userId,
      details: { role: "user", own: true, sessions_ended: 1, tokens: 2 },
    });
  });

  it("ends sessions and tokens, and tells apps and person", async () => {
    const person = await buildWholePerson(t.context(), app);
    const before = (await t.sql`select id from outbox_messages where kind = 'logout_token'`).length;
    await deleteOwnAccount(as(person.actor));
    expect(await resolveSession(t.context(), person.token, testNow)).toBeUndefined();
    const refresh = { grant_type: "refresh_token", refresh_token: person.tokens.refresh };
    expect(await codeOf(requestTokens(t.context(), app, refresh))).toBe("invalid_grant");
    const told = await t.db
      .select()
      .from(outboxMessages)
      .where(eq(outboxMessages.kind, "logout_token"))
      .orderBy(asc(outboxMessages.id));
    expect(told.length).toBe(before + 1);
    const [last] = told.slice(-1);
    expect(last && openPayload(t.keyring, last).payload).toMatchObject({
      purpose: "account_deleted",
      userId: person.actor.userId,
      clientId: app.client.id,
    });
    const mails = (await queuedMails(t)).filter(({ to }) => to === person.actor.username);
    expect(mails.at(-1)).toMatchObject({
      locale: "fr",
      message: { template: "account_deleted", props: { name: "Zora Quillfeather", byAdministrator: false } },
    });
  });

  it("tells the browser that none of its passkeys is accepted any more", async () => {
    const person = await signUp(t.context(), { username: `${newId()}@example.com`, displayName: "Ana" });
    const { signals } = await deleteOwnAccount(as(person.actor));
    expect(signals).toEqual({ ...person.signals, allAcceptedCredentialIds: [] });
  });

  it("frees its name, and its passkey opens nothing", async () => {
    const username = `${newId()}@example.com`;
    const person = await signUp(t.context(), { username });
    await deleteOwnAccount(as(person.actor));
    expect(await codeOf(signIn(t.context(), person.authenticator))).toBe("AUTHENTICATION_FAILED");
    const again = await signUp(t.context(), { username });
    expect(again.actor.userId).not.toBe(person.actor.userId);
  });

  it("takes no other one along", async () => {
    const [zora, other] = [
      await buildWholePerson(t.context(), app),
      await buildWholePerson(t.context(), app),
    ];
    const words = [other.actor.userId, other.actor.username];
    const before = await tablesWith(words);
    await deleteOwnAccount(as(zora.actor));
    expect(await tablesWith(words)).toEqual(before);
  });
});

describe("who may delete an account", () => {
  it("is its person with a passkey of the last minutes, and with nothing weaker", async () => {
    const { actor } = await buildUser(t.db);
    const weak: Partial<UserActor>[] = [
      { amr: ["hwk", "user"] },
      { authTime: new Date(testNow.getTime() - 601_000) },
      { method: "recovery_code", acr: "urn:latchkey:recovery", amr: ["otp"], authTime: testNow },
      { method: "recovery_link", acr: "urn:latchkey:recovery", amr: [], authTime: testNow },
      { method: "device_approval", acr: "urn:latchkey:recovery", amr: [], authTime: testNow },
    ];
    for (const deviation of weak) {
      const ctx = as({ ...confirmed(actor), ...deviation });
      expect(await codeOf(deleteOwnAccount(ctx))).toBe("STEP_UP_REQUIRED");
      expect(await eventsOf(ctx.requestId)).toMatchObject([
        { action: "user.deleted", outcome: "failure", reason: "STEP_UP_REQUIRED" },
      ]);
    }
    for (const nobody of [{ type: "anonymous" }, { type: "operator" }] as const)
      expect(await codeOf(deleteOwnAccount(as(nobody)))).toBe("UNAUTHENTICATED");
    expect(await exists(actor.userId)).toBe(true);
    expect(await codeOf(deleteOwnAccount(as(confirmed(actor))))).toBe("done");
  });

  it("is nobody else but operators, and administrators who confirmed", async () => {
    const victim = (await buildUser(t.db)).actor;
    const roles = ["user", "auditor", "helpdesk"] as const;
    for (const role of roles) {
      const { actor } = await buildUser(t.db, { role });
      expect(await codeOf(deleteUser(as(confirmed(actor)), victim.userId))).toBe("FORBIDDEN");
    }
    expect(await codeOf(deleteUser(as({ type: "anonymous" }), victim.userId))).toBe("FORBIDDEN");
    const admin = (await buildUser(t.db, { role: "admin" })).actor;
    expect(await codeOf(deleteUser(as(admin), victim.userId))).toBe("STEP_UP_REQUIRED");
    expect(await exists(victim.userId)).toBe(true);
    const ctx = as(confirmed(admin));
    expect(await deleteUser(ctx, victim.userId)).toMatchObject({ signedOut: false, sessionsEnded: 1 });
    expect(await eventsOf(ctx.requestId)).toMatchObject([
      { action: "session.ended" },
      {
        action: "user.deleted",
        actorId: admin.userId,
        subjectUserId: victim.userId,
        details: { own: false },
      },
    ]);
    expect(await codeOf(deleteUser(operator(), victim.userId))).toBe("USER_NOT_FOUND");
    expect(await codeOf(deleteUser(operator(), newId()))).toBe("USER_NOT_FOUND");
    const mails = (await queuedMails(t)).filter(({ to }) => to === victim.username);
    expect(mails).toMatchObject([{ message: { props: { byAdministrator: true } } }]);
  });
});

describe("the last administrator", () => {
  const makeAdmin = async () => {
    const person = await signUp(t.context(), { username: `${newId()}@example.com` });
    await t.db.update(users).set({ role: "admin" }).where(eq(users.id, person.actor.userId));
    return { ...person.actor, role: "admin" as const };
  };

  it("cannot be deleted, by nobody; with another one they can, and their API keys go along", async () => {
    await t.db.update(users).set({ role: "user" });
    const ada = await makeAdmin();
    expect(await codeOf(deleteOwnAccount(as(ada)))).toBe("LAST_ADMINISTRATOR");
    expect(await codeOf(deleteUser(operator(), ada.userId))).toBe("LAST_ADMINISTRATOR");
    const bea = await makeAdmin();
    await createApiKey(as(ada), { name: "Script", scopes: ["users.read"] });
    expect(await codeOf(deleteOwnAccount(as(ada)))).toBe("done");
    expect(await t.sql`select 1 from api_keys`).toHaveLength(0);
    expect(await codeOf(deleteOwnAccount(as(bea)))).toBe("LAST_ADMINISTRATOR");
  });

  it("remains when two delete themselves, or each other, at once", async () => {
    for (let round = 0; round < 5; round += 1) {
      await t.db.update(users).set({ role: "user" });
      const [ada, bea] = [await makeAdmin(), await makeAdmin()];
      const codes = await Promise.all(
        round % 2 === 0
          ? [codeOf(deleteOwnAccount(as(ada))), codeOf(deleteOwnAccount(as(bea)))]
          : [codeOf(deleteUser(as(ada), bea.userId)), codeOf(disableUser(as(bea), ada.userId))],
      );
      expect(codes.toSorted()).toEqual(["LAST_ADMINISTRATOR", "done"]);
    }
  });
});

it("requests of a person that are under way end in their own words while the account is deleted", async () => {
  for (let round = 0; round < 6; round += 1) {
    const person = await buildWholePerson(t.context(), app);
    const codes = await Promise.all(
      Array.from({ length: 6 }, () =>
        buildCode(t.context(), app.client, person.actor, { scopes: ["openid", "offline_access"] }),
      ),
    );
    const refresh = { grant_type: "refresh_token", refresh_token: person.tokens.refresh };
    const outcomes = await Promise.all([
      ...codes.slice(0, 3).map((code) => codeOf(redeemTestCode(t.context(), app, code))),
      codeOf(requestTokens(t.context(), app, refresh)),
      codeOf(deleteOwnAccount(as(person.actor))),
      codeOf(requestTokens(t.context(), app, refresh)),
      ...codes.slice(3).map((code) => codeOf(redeemTestCode(t.context(), app, code))),
    ]);
    expect(new Set(outcomes)).toEqual(new Set(outcomes.filter((one) => /^(done|invalid_grant)$/.test(one))));
    expect(await exists(person.actor.userId)).toBe(false);
  }
});
