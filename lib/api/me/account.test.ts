import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setRuntime } from "#lib/context/runtime.ts";
import type { RouteHandler } from "#lib/http/route-contract.ts";
import { sealSessionCookie } from "#lib/http/session-cookie.ts";
import { type Person, signUp } from "#lib/testing/authenticator/sign-up.ts";
import { queuedMails } from "#lib/testing/queued-mails.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { deleteMe } from "./account.ts";
import { deleteEmail, getEmail, postEmail, postEmailConfirmation, postEmailVerification } from "./email.ts";
import { getExport } from "./export.ts";
import { deletePicture, putPicture } from "./picture.ts";
import { getProfile, patchProfile } from "./profile.ts";
import { getSignals } from "./signals.ts";

const origin = "https://id.example.com";
let t: TestDatabase;
let ana: Browser;

interface Browser {
  readonly person: Person;
  readonly cookie: string;
}

beforeAll(async () => {
  t = await testDatabase({ SMTP_URL: "smtp://localhost", MAIL_FROM: "id@example.com" });
});
beforeEach(async () => {
  setRuntime(t.runtime());
  ana = await newBrowser();
});
afterAll(() => t.close());

/** The endpoints have a clock of their own, so these people sign up now. */
async function newBrowser(): Promise<Browser> {
  const now = t.context({ now: new Date() });
  const person = await signUp(now, { username: `${randomUUID()}@example.com`, displayName: "Ana" });
  const session = { token: person.token, expiresAt: new Date(Date.now() + 60_000) };
  const sealed = await sealSessionCookie(t.runtime(), session);
  return { person, cookie: sealed.split(";")[0] ?? "" };
}

interface Endpoint {
  readonly handler: RouteHandler;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

const someToken = "a".repeat(43);
const changes: readonly Endpoint[] = [
  { handler: patchProfile, method: "PATCH", path: "profile", body: { nickname: "x" } },
  { handler: putPicture, method: "PUT", path: "picture", body: "x" },
  { handler: deletePicture, method: "DELETE", path: "picture" },
  { handler: postEmail, method: "POST", path: "email", body: { email: "new@example.org" } },
  { handler: deleteEmail, method: "DELETE", path: "email" },
  { handler: postEmailVerification, method: "POST", path: "email/verify" },
  { handler: postEmailConfirmation, method: "POST", path: "email/confirm", body: { token: someToken } },
  { handler: deleteMe, method: "DELETE", path: "" },
];
const readings: readonly Endpoint[] = [
  { handler: getProfile, method: "GET", path: "profile" },
  { handler: getEmail, method: "GET", path: "email" },
  { handler: getExport, method: "GET", path: "export" },
];

async function call(
  { handler, method, path, body }: Endpoint,
  headers: Record<string, string> = { origin },
  cookie = ana.cookie,
) {
  const response = await handler(
    new Request(`${origin}/api/v1/me${path === "" ? "" : `/${path}`}`, {
      method,
      headers: { cookie, ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  const { data, error } = (await response.json()) as {
    data: never;
    error?: { code: string; details?: readonly { path: string }[] };
  };
  return {
    status: response.status,
    headers: response.headers,
    data,
    code: error?.code,
    details: error?.details,
  };
}
const stateOf = async () => {
  const [user] = await t.sql`select * from users where id = ${ana.person.actor.userId}`;
  return user;
};
const age = () =>
  t.sql`update sessions set auth_time = auth_time - interval '11 minutes' where user_id = ${ana.person.actor.userId}`;

describe("another site's page", () => {
  it.each(changes)("cannot make a browser $method /me/$path", async (endpoint) => {
    const before = await stateOf();
    for (const headers of [
      { origin: "https://evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
    ])
      expect(await call(endpoint, headers as Record<string, string>)).toMatchObject({
        status: 403,
        code: "CROSS_ORIGIN",
      });
    expect(await stateOf()).toEqual(before);
  });

  it("cannot start the download either", async () => {
    const [, , download] = readings;
    if (!download) throw new Error("gone");
    expect(await call(download, { "sec-fetch-site": "cross-site" })).toMatchObject({ code: "CROSS_ORIGIN" });
    expect((await call(download, { "sec-fetch-site": "same-origin" })).status).toBe(200);
  });
});

describe("nobody", () => {
  it.each([...changes, ...readings])("can $method /me/$path without a session", async (endpoint) => {
    const altered = ana.cookie.slice(0, 120) + (ana.cookie[120] === "a" ? "b" : "a") + ana.cookie.slice(121);
    for (const cookie of ["", "__Host-latchkey=x", altered])
      expect(await call(endpoint, { origin }, cookie)).toMatchObject({
        status: 401,
        code: "UNAUTHENTICATED",
      });
  });
});

describe("a confirmation of the last ten minutes", () => {
  it("is needed for another address, the download and the deletion, and for nothing else here", async () => {
    await age();
    const needing = [postEmail, getExport, deleteMe];
    for (const endpoint of [...changes, ...readings]) {
      const { code } = await call(endpoint);
      if (needing.includes(endpoint.handler as never)) expect(code, endpoint.path).toBe("STEP_UP_REQUIRED");
      else expect(code, endpoint.path).not.toBe("STEP_UP_REQUIRED");
    }
    expect(await stateOf()).toBeDefined();
  });
});

describe("what nobody may say of themselves", () => {
  it.each([
    ["role", "admin"],
    ["status", "active"],
    ["username", "root@example.com"],
    ["emailVerified", true],
    ["emailVerifiedAt", "2026-01-01T00:00:00Z"],
    ["phoneNumberVerified", true],
    ["picture", "https://evil.example/x.png"],
    ["id", randomUUID()],
    ["userId", randomUUID()],
    ["webauthnHandle", "AAAA"],
    ["createdAt", "2020-01-01T00:00:00Z"],
    ["lastLoginAt", null],
    ["__proto__", { role: "admin" }],
    ["constructor", "x"],
  ])("is refused by name: %s", async (name, value) => {
    const before = await stateOf();
    const body = JSON.parse(`{"nickname":"Ani","${name}":${JSON.stringify(value)}}`);
    const answer = await call({ handler: patchProfile, method: "PATCH", path: "profile", body });
    // JSON.stringify leaves `__proto__` out again unless it is the object's own.
    if (Object.hasOwn(body, name)) expect(answer).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
    expect(await stateOf()).toEqual(before);
  });

  it("includes whose address it is", async () => {
    for (const more of [{ userId: randomUUID() }, { verified: true }, { expiresAt: "2030-01-01" }])
      expect(
        await call({
          handler: postEmail,
          method: "POST",
          path: "email",
          body: { email: "new@example.org", ...more },
        }),
      ).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
  });
});

describe("another address", () => {
  const linkOf = async (address: string) => {
    const mails = (await queuedMails(t)).filter(({ to }) => to === address);
    const link = mails.flatMap((mail) =>
      "message" in mail && mail.message.template === "verify_email" ? [mail.message.props.link] : [],
    );
    return new URL(link.at(-1) ?? "");
  };

  it("is asked for, confirmed and told to browser and apps; another person's link is worth nothing", async () => {
    const email = `${randomUUID()}@example.org`;
    const leo = await newBrowser();
    const asked = await call({ handler: postEmail, method: "POST", path: "email", body: { email } });
    expect(asked).toMatchObject({ status: 200, data: { pending: { email }, verified: false } });
    const link = await linkOf(email);
    expect(link.href).toMatch(/^https:\/\/id\.example\.com\/account\/confirm-email\?token=[\w-]{43}$/);
    const confirmation = {
      ...{ handler: postEmailConfirmation, method: "POST", path: "email/confirm" },
      body: { token: link.searchParams.get("token") },
    };
    expect(await call(confirmation, { origin }, leo.cookie)).toMatchObject({
      status: 403,
      code: "FORBIDDEN",
    });
    expect(await call(confirmation)).toMatchObject({
      status: 200,
      data: { email, changed: true, signals: { name: email } },
    });
    expect(await call(confirmation)).toMatchObject({ status: 403, code: "FORBIDDEN" });
    expect(await call({ handler: getEmail, method: "GET", path: "email" })).toMatchObject({
      data: { email, verified: true, pending: null },
    });
  });
});

describe("the deletion", () => {
  it("takes the session out of the browser, and says what it is to forget", async () => {
    const signals = await call({ handler: getSignals, method: "GET", path: "signals" });
    const deleted = await call({ handler: deleteMe, method: "DELETE", path: "" });
    expect(deleted).toMatchObject({
      status: 200,
      data: { signals: { ...(signals.data as object), allAcceptedCredentialIds: [] } },
    });
    expect(deleted.headers.get("set-cookie")).toMatch(/^__Host-latchkey=;.*Max-Age=0/);
    expect(await stateOf()).toBeUndefined();
    expect(await call({ handler: getProfile, method: "GET", path: "profile" })).toMatchObject({
      status: 401,
    });
  });
});
