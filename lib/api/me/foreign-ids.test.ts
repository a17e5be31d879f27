/** Another person's ids: held against every endpoint of one's own account that takes one. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { groupManagers } from "#drizzle/schema/groups.ts";
import { requestEmailChange } from "#lib/accounts/email/request-email.ts";
import { setRuntime } from "#lib/context/runtime.ts";
import { rememberConsent } from "#lib/grants/remember-consent.ts";
import type { DescribedHandler } from "#lib/http/route-contract.ts";
import { sealSessionCookie } from "#lib/http/session-cookie.ts";
import { type Person, signUp } from "#lib/testing/authenticator/sign-up.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { buildGroup } from "#lib/testing/build-group.ts";
import { queuedMails } from "#lib/testing/queued-mails.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { endpoints } from "../openapi/endpoints.ts";

const origin = "https://id.example.com";
let t: TestDatabase;
let ana: Person;
let eve: Person;
let eveCookie: string;
let anasApp: string;
let anasToken: string;
let anasGroup: string;
beforeAll(async () => {
  t = await testDatabase({ SMTP_URL: "smtp://localhost", MAIL_FROM: "id@example.com" });
  setRuntime(t.runtime());
  ana = await signUp(now(), { username: `${randomUUID()}@example.com` });
  eve = await signUp(now(), { username: `${randomUUID()}@example.com` });
  const session = { token: eve.token, expiresAt: new Date(Date.now() + 60_000) };
  eveCookie = (await sealSessionCookie(t.runtime(), session)).split(";")[0] ?? "";
  const { client } = await buildClient(now());
  anasApp = client.id;
  const { id: groupId } = await buildGroup(t.db, [ana.actor.userId]);
  await t.db.insert(groupManagers).values({ groupId, userId: ana.actor.userId, addedAt: new Date() });
  anasGroup = groupId;
  const about = { userId: ana.actor.userId, clientId: client.id };
  await rememberConsent(now(), t.db, { ...about, scopes: ["openid"], claims: [], resources: [] });
  await requestEmailChange({ ...now(), actor: ana.actor }, { email: "next@example.org" });
  const link = (await queuedMails(t)).flatMap((mail) =>
    "message" in mail && mail.message.template === "verify_email" ? [mail.message.props.link] : [],
  );
  anasToken = new URL(link[0] ?? "").searchParams.get("token") ?? "";
});
afterAll(() => t.close());

/** The endpoints have a clock of their own. */
const now = () => t.context({ now: new Date() });
const nameOf = ({ contract }: DescribedHandler) => `${contract.method} ${contract.path}`;

/** What is Ana's, as Eve would send it, and what Eve is told. */
interface Attempt {
  readonly id: () => string;
  readonly body?: () => unknown;
  readonly code: string;
}

const attempts: Readonly<Record<string, Attempt>> = {
  "PATCH /api/v1/me/passkeys/{id}": {
    id: () => ana.passkey.id,
    body: () => ({ name: "Eve’s" }),
    code: "CREDENTIAL_NOT_FOUND",
  },
  "DELETE /api/v1/me/passkeys/{id}": { id: () => ana.passkey.id, code: "CREDENTIAL_NOT_FOUND" },
  "DELETE /api/v1/me/sessions/{id}": { id: () => ana.actor.sessionId, code: "SESSION_NOT_FOUND" },
  "DELETE /api/v1/me/apps/{clientId}": { id: () => anasApp, code: "GRANT_NOT_FOUND" },
  "GET /api/v1/me/groups/{id}/members": { id: () => anasGroup, code: "GROUP_NOT_FOUND" },
  "POST /api/v1/me/groups/{id}/members": {
    id: () => anasGroup,
    body: () => ({ email: eve.actor.username }),
    code: "GROUP_NOT_FOUND",
  },
  "DELETE /api/v1/me/groups/{id}/members/{userId}": { id: () => anasGroup, code: "GROUP_NOT_FOUND" },
  "POST /api/v1/me/email/confirm": { id: () => "", body: () => ({ token: anasToken }), code: "FORBIDDEN" },
};
/** Whatever else could name somebody is a field of these bodies. */
const takesId = ({ contract }: DescribedHandler) =>
  contract.params !== undefined ||
  Object.keys(shapeOf(contract.body)).some((name) => /^(id|.+Id|user|token)$/.test(name));
const shapeOf = (body: unknown) => (body as { shape?: object } | undefined)?.shape ?? {};
const own = endpoints.filter(({ contract }) => /^\/api\/v1\/me(\/|$)/.test(contract.path));

async function call(handler: DescribedHandler, id: string, body: unknown, query = "") {
  const { method, path } = handler.contract;
  const response = await handler(
    new Request(`${origin}${path.replace(/\{\w+\}/g, encodeURIComponent(id))}${query}`, {
      method,
      headers: {
        origin,
        cookie: eveCookie,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  return { status: response.status, text: await response.text() };
}

const everythingOfAna = async () => [
  await t.sql`select * from users where id = ${ana.actor.userId}`,
  await t.sql`select * from credentials where user_id = ${ana.actor.userId}`,
  await t.sql`select * from sessions where user_id = ${ana.actor.userId}`,
  await t.sql`select * from grants where user_id = ${ana.actor.userId}`,
  await t.sql`select * from email_verifications where user_id = ${ana.actor.userId}`,
];

describe("an id of another person", () => {
  it("is tried at every endpoint that takes one", () => {
    expect(own.filter(takesId).map(nameOf).sort()).toEqual(Object.keys(attempts).sort());
  });

  it.each(Object.entries(attempts))("is nothing at %s, and nothing of it changes", async (name, attempt) => {
    const before = await everythingOfAna();
    const handler = endpoints.find((endpoint) => nameOf(endpoint) === name);
    if (!handler) throw new Error("gone");
    const answer = await call(handler, attempt.id(), attempt.body?.());
    expect(answer.status).toBe(attempt.code === "FORBIDDEN" ? 403 : 404);
    expect(JSON.parse(answer.text)).toMatchObject({ error: { code: attempt.code } });
    expect(await everythingOfAna()).toEqual(before);
  });

  it.each(
    own
      .filter(({ contract }) => contract.method === "GET")
      .map((handler) => [nameOf(handler), handler] as const),
  )("does not make %s tell of that person", async (_, handler) => {
    const { userId, username } = ana.actor;
    for (const query of [
      "",
      `?user=${userId}`,
      `?userId=${userId}`,
      `?id=${userId}`,
      `?username=${username}`,
    ]) {
      const { text } = await call(handler, "", undefined, query);
      for (const secret of [userId, username, ana.passkey.id, ana.actor.sessionId, anasApp])
        expect(text).not.toContain(secret);
    }
  });

  it.each(
    own
      .filter(({ contract }) => contract.body && !contract.params)
      .map((handler) => [nameOf(handler), handler] as const),
  )("is refused by name beside what %s takes", async (_, handler) => {
    const before = await everythingOfAna();
    for (const field of ["id", "userId", "user_id", "user", "username", "email_verified", "role"]) {
      const answer = await call(handler, "", { [field]: ana.actor.userId });
      expect(answer.status, answer.text).toBe(400);
      expect(answer.text).toContain("VALIDATION_ERROR");
    }
    expect(await everythingOfAna()).toEqual(before);
  });
});
