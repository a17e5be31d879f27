import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { users } from "#drizzle/schema/users.ts";
import { finishRegistration } from "#lib/accounts/finish-registration.ts";
import { setRuntime } from "#lib/context/runtime.ts";
import type { RouteHandler } from "#lib/http/route-contract.ts";
import { sealSessionCookie } from "#lib/http/session-cookie.ts";
import { beginAddingPasskey } from "#lib/passkeys/begin-adding-passkey.ts";
import { registrationResponseSchema } from "#lib/passkeys/schema.ts";
import { actorOf, type Person, signUp } from "#lib/testing/authenticator/sign-up.ts";
import { createAuthenticator } from "#lib/testing/authenticator/software-authenticator.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { revokeCredential } from "../admin/revoke-credential.ts";
import { deletePasskey, patchPasskey } from "./passkey.ts";
import { getPasskeys } from "./passkeys.ts";
import { getSignals } from "./signals.ts";

const origin = "https://id.example.com";
let t: TestDatabase;
let person: Person;
let cookie: string;
beforeAll(async () => {
  t = await testDatabase();
});
beforeEach(async () => {
  setRuntime(t.runtime());
  ({ person, cookie } = await newPerson());
});
afterAll(() => t.close());

/** The endpoints have a clock of their own, so these people sign up now. */
const now = () => t.context({ now: new Date() });

async function newPerson() {
  const signedUp = await signUp(now(), { username: `${randomUUID()}@example.com` });
  const session = { token: signedUp.token, expiresAt: new Date(Date.now() + 60_000) };
  const sealed = await sealSessionCookie(t.runtime(), session);
  return { person: signedUp, cookie: sealed.split(";")[0] ?? "" };
}

async function add(name: string): Promise<string> {
  const ctx = { ...now(), actor: await actorOf(now(), person.token) };
  const options = await beginAddingPasskey(ctx, {});
  const authenticator = createAuthenticator({ origin });
  const response = registrationResponseSchema.parse(authenticator.create(options));
  return (await finishRegistration(ctx, { response, deviceName: name })).passkey.id;
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

async function call(route: RouteHandler, { method, path, body, headers }: Call) {
  const response = await route(
    new Request(`${origin}/api/v1/${path}`, {
      method,
      headers: {
        origin,
        cookie,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  const { data, error } = (await response.json()) as { data: never; error?: { code: string } };
  return { status: response.status, data, code: error?.code, setCookie: response.headers.get("set-cookie") };
}

const rename = (id: string, body: unknown, headers = {}) =>
  call(patchPasskey, { method: "PATCH", path: `me/passkeys/${id}`, body, headers });
const remove = (id: string, headers = {}) =>
  call(deletePasskey, { method: "DELETE", path: `me/passkeys/${id}`, headers });
const revoke = (id: string, body: unknown = { reason: "lost" }, headers = {}) =>
  call(revokeCredential, { method: "POST", path: `admin/credentials/${id}/revoke`, body, headers });

describe("my passkeys", () => {
  it("are listed, renamed and removed, with what the browser may be told", async () => {
    const list = await call(getPasskeys, { method: "GET", path: "me/passkeys" });
    expect(list).toMatchObject({ status: 200, data: { passkeys: [{ id: person.passkey.id }] } });
    expect(JSON.stringify(list.data)).not.toContain("publicKey");
    const id = await add("Blue key");
    const renamed = await rename(id, { name: "  Green key " });
    expect(renamed).toMatchObject({ status: 200, data: { passkey: { id, name: "Green key" } } });
    const removed = await remove(id);
    expect(removed).toMatchObject({ status: 200, setCookie: null, data: { signedOut: false } });
    const signals = await call(getSignals, { method: "GET", path: "me/signals" });
    expect(removed.data).toMatchObject({ signals: signals.data });
    expect(signals.data).toMatchObject({ rpId: "id.example.com", userId: person.signals.userId });
  });

  it("take the session and its cookie along when it hung on the removed one", async () => {
    await add("Blue key");
    const removed = await remove(person.passkey.id);
    expect(removed).toMatchObject({ status: 200, data: { signedOut: true } });
    expect(removed.setCookie).toMatch(/^__Host-latchkey=;.*Max-Age=0/);
    expect(await call(getPasskeys, { method: "GET", path: "me/passkeys" })).toMatchObject({
      status: 401,
      code: "UNAUTHENTICATED",
    });
  });

  it("are refused with the exact codes", async () => {
    const { person: other } = await newPerson();
    const own = person.passkey.id;
    expect(await remove(own)).toMatchObject({ status: 409, code: "LAST_CREDENTIAL" });
    for (const id of [other.passkey.id, randomUUID()]) {
      expect(await remove(id)).toMatchObject({ status: 404, code: "CREDENTIAL_NOT_FOUND" });
      expect(await rename(id, { name: "x" })).toMatchObject({ status: 404, code: "CREDENTIAL_NOT_FOUND" });
    }
    for (const id of ["7", "%00", "%ff", "..%2f", `${own}x`, "__proto__"])
      expect((await remove(id)).status, id).toBe(400);
    for (const body of [
      {},
      { name: "" },
      { name: "x".repeat(65) },
      { name: "a\u202eb" },
      { name: "a", id: own },
      7,
    ])
      expect(await rename(own, body), JSON.stringify(body)).toMatchObject({
        status: 400,
        code: "VALIDATION_ERROR",
      });
    expect(await rename(own, { name: "a\u0000" })).toMatchObject({ status: 400, code: "INVALID_REQUEST" });
  });

  it("want a session, and a confirmation of the last ten minutes for changes", async () => {
    await t.sql`update sessions set auth_time = auth_time - interval '11 minutes' where user_id = ${person.actor.userId}`;
    expect(await rename(person.passkey.id, { name: "x" })).toMatchObject({
      status: 401,
      code: "STEP_UP_REQUIRED",
    });
    expect(await remove(person.passkey.id)).toMatchObject({ status: 401, code: "STEP_UP_REQUIRED" });
    expect((await call(getPasskeys, { method: "GET", path: "me/passkeys" })).status).toBe(200);
    for (const answer of [
      await call(getPasskeys, { method: "GET", path: "me/passkeys", headers: { cookie: "" } }),
      await call(getSignals, { method: "GET", path: "me/signals", headers: { cookie: "" } }),
      await rename(person.passkey.id, { name: "x" }, { cookie: "" }),
      await remove(person.passkey.id, { cookie: "" }),
      await revoke(person.passkey.id, { reason: "x" }, { cookie: "" }),
    ])
      expect(answer).toMatchObject({ status: 401, code: "UNAUTHENTICATED" });
  });

  it("are not to be changed by a page of another site", async () => {
    for (const headers of [{ origin: "https://evil.example" }, { origin: "null" }]) {
      expect(await remove(person.passkey.id, headers)).toMatchObject({ status: 403, code: "CROSS_ORIGIN" });
      expect(await rename(person.passkey.id, { name: "x" }, headers)).toMatchObject({ code: "CROSS_ORIGIN" });
      expect(await revoke(person.passkey.id, { reason: "x" }, headers)).toMatchObject({
        code: "CROSS_ORIGIN",
      });
    }
  });
});

describe("revoking anybody's passkey", () => {
  const promote = () => t.db.update(users).set({ role: "admin" }).where(eq(users.id, person.actor.userId));

  it("is for administrators, takes a reason, and ends the other person's session at once", async () => {
    const other = await newPerson();
    const id = other.person.passkey.id;
    expect(await revoke(id)).toMatchObject({ status: 403, code: "FORBIDDEN" });
    await promote();
    for (const body of [{}, { reason: " " }, { reason: "x".repeat(201) }, { reason: "a\nb" }])
      expect(await revoke(id, body)).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
    const mine = () =>
      call(getPasskeys, { method: "GET", path: "me/passkeys", headers: { cookie: other.cookie } });
    expect((await mine()).status).toBe(200);
    expect(await revoke(id)).toMatchObject({
      status: 200,
      data: { credential: { id, userId: other.person.actor.userId, reason: "lost" }, sessionsEnded: 1 },
    });
    expect(await mine()).toMatchObject({ status: 401, code: "UNAUTHENTICATED" });
    expect(await revoke(id)).toMatchObject({ status: 404, code: "CREDENTIAL_NOT_FOUND" });
    expect(await revoke(person.passkey.id)).toMatchObject({ status: 409, code: "LAST_CREDENTIAL" });
    await t.sql`update sessions set auth_time = auth_time - interval '11 minutes' where user_id = ${person.actor.userId}`;
    expect(await revoke(randomUUID())).toMatchObject({ status: 401, code: "STEP_UP_REQUIRED" });
  });
});
