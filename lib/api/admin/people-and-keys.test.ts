import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { users } from "#drizzle/schema/users.ts";
import { setRuntime } from "#lib/context/runtime.ts";
import type { DescribedHandler } from "#lib/http/route-contract.ts";
import { sealSessionCookie } from "#lib/http/session-cookie.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import type { SigningKey } from "#lib/signing-keys/schema.ts";
import { type Person, signUp } from "#lib/testing/authenticator/sign-up.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { getProfile, patchProfile } from "../me/profile.ts";
import { postClaimsPreview } from "./claims-preview.ts";
import { postRecoveryLink } from "./recovery-link.ts";
import { getSigningKeys, postSigningKeyRevocation, postSigningKeyRotation } from "./signing-keys.ts";
import { getUser, patchUser } from "./user.ts";
import { getUsers } from "./users.ts";

const origin = "https://id.example.com";
let t: TestDatabase;
let admin: { person: Person; cookie: string };
let member: { person: Person; cookie: string };

beforeAll(async () => {
  t = await testDatabase();
  await ensureSigningKeys(t.runtime());
});
afterAll(() => t.close());
beforeEach(async () => {
  setRuntime(t.runtime());
  [admin, member] = [await newPerson(), await newPerson()];
  await t.db.update(users).set({ role: "admin" }).where(eq(users.id, admin.person.actor.userId));
});

/** The endpoints have a clock of their own, so these people sign up now. */
async function newPerson() {
  const person = await signUp(t.context({ now: new Date() }), { username: `${randomUUID()}@example.com` });
  const session = { token: person.token, expiresAt: new Date(Date.now() + 60_000) };
  return { person, cookie: (await sealSessionCookie(t.runtime(), session)).split(";")[0] ?? "" };
}

interface Call {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** Calls the endpoint at its own address, as the administrator unless `headers` say otherwise. */
async function call(route: DescribedHandler, { params = {}, query = "", body, headers }: Call = {}) {
  const path = route.contract.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? "");
  const response = await route(
    new Request(`${origin}${path}${query}`, {
      method: route.contract.method,
      headers: {
        origin,
        cookie: admin.cookie,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  const { data, error } = (await response.json()) as { data: never; error?: { code: string } };
  return { status: response.status, data: data as Record<string, never>, code: error?.code };
}

const strangers = () => [
  { headers: { cookie: "" }, code: "UNAUTHENTICATED" },
  { headers: { cookie: member.cookie }, code: "FORBIDDEN" },
];

describe("people over the API", () => {
  it("are listed, shown and changed for administrators alone", async () => {
    const params = { id: member.person.actor.userId as string };
    for (const { headers, code } of strangers()) {
      expect((await call(getUsers, { headers })).code).toBe(code);
      expect((await call(getUser, { headers, params })).code).toBe(code);
      expect((await call(patchUser, { headers, params, body: { nickname: "x" } })).code).toBe(code);
    }
    const elsewhere = { origin: "https://evil.example" };
    expect((await call(patchUser, { headers: elsewhere, params, body: {} })).code).toBe("CROSS_ORIGIN");
    const changed = await call(patchUser, { params, body: { nickname: "Ani", emailVerified: true } });
    expect(changed.data.user).toMatchObject({ nickname: "Ani", emailVerified: true });
    expect((await call(getUser, { params })).data.user).toEqual(changed.data.user);
    expect((await call(getUsers, { query: "?limit=1" })).data).toMatchObject({
      nextCursor: expect.any(String),
    });
  });

  it("shows neither handle nor anything that was not asked for", async () => {
    const { data } = await call(getUser, { params: { id: member.person.actor.userId } });
    expect(Object.keys(data.user ?? {})).not.toContain("webauthnHandle");
  });

  it("refuses what is malformed, and who is not there", async () => {
    expect((await call(getUser, { params: { id: "x" } })).code).toBe("VALIDATION_ERROR");
    expect((await call(getUser, { params: { id: randomUUID() } })).code).toBe("USER_NOT_FOUND");
    const params = { id: member.person.actor.userId as string };
    expect((await call(patchUser, { params, body: { role: "admin" } })).code).toBe("VALIDATION_ERROR");
    expect((await call(patchUser, { params, body: { username: "x" } })).code).toBe("VALIDATION_ERROR");
    const taken = { username: admin.person.actor.username };
    expect((await call(patchUser, { params, body: taken })).code).toBe("USER_EXISTS");
    expect((await call(getUsers, { query: "?limit=0" })).code).toBe("VALIDATION_ERROR");
  });
});

describe("one's own profile over the API", () => {
  it("is shown and changed for who is signed in", async () => {
    const mine = { cookie: member.cookie };
    expect((await call(getProfile, { headers: { cookie: "" } })).code).toBe("UNAUTHENTICATED");
    expect((await call(patchProfile, { headers: { cookie: "" }, body: {} })).code).toBe("UNAUTHENTICATED");
    const changed = await call(patchProfile, {
      headers: mine,
      body: { locale: "de-ch", zoneinfo: "Europe/Bern" },
    });
    expect(changed.code).toBe("VALIDATION_ERROR");
    const body = { locale: "de-ch", zoneinfo: "Europe/Zurich" };
    expect((await call(patchProfile, { headers: mine, body })).data.profile).toMatchObject({
      locale: "de-CH",
      zoneinfo: "Europe/Zurich",
    });
    expect((await call(getProfile, { headers: mine })).data.profile).toMatchObject({ locale: "de-CH" });
    expect((await call(patchProfile, { headers: mine, body: { username: "b@example.com" } })).code).toBe(
      "VALIDATION_ERROR",
    );
  });
});

describe("signing keys over the API", () => {
  it("are listed, rotated and revoked for administrators alone, and show nothing private", async () => {
    for (const { headers, code } of strangers()) {
      expect((await call(getSigningKeys, { headers })).code).toBe(code);
      expect((await call(postSigningKeyRotation, { headers, body: {} })).code).toBe(code);
      expect((await call(postSigningKeyRevocation, { headers, params: { kid: "x" } })).code).toBe(code);
    }
    const rotated = await call(postSigningKeyRotation, { body: { algorithm: "ES256" } });
    const keys = rotated.data.keys as unknown as readonly SigningKey[];
    expect(keys.flatMap(Object.keys).join(" ")).not.toMatch(/jwk/i);
    const next = keys.find(({ state, algorithm }) => state === "next" && algorithm === "ES256");
    expect(next?.signsFrom).toEqual(expect.any(String));
    const revoked = await call(postSigningKeyRevocation, { params: { kid: next?.kid ?? "" } });
    expect(revoked.data.keys).toContainEqual(expect.objectContaining({ kid: next?.kid, state: "retired" }));
    expect((await call(getSigningKeys)).data.keys).toEqual(revoked.data.keys);
  });

  it("refuses an algorithm that there is none for, and a kid that nobody knows", async () => {
    expect((await call(postSigningKeyRotation, { body: { algorithm: "none" } })).code).toBe(
      "VALIDATION_ERROR",
    );
    expect((await call(postSigningKeyRevocation, { params: { kid: "unknown" } })).code).toBe("NOT_FOUND");
    expect((await call(postSigningKeyRevocation, { params: { kid: "a%2Fb" } })).code).toBe(
      "VALIDATION_ERROR",
    );
  });
});

describe("the preview of claims over the API", () => {
  it("explains what an app would learn of a person", async () => {
    const { client } = await buildClient(t.context());
    const params = { id: client.id as string };
    const body = { userId: member.person.actor.userId, scopes: ["openid", "email"] };
    for (const { headers, code } of strangers())
      expect((await call(postClaimsPreview, { headers, params, body })).code).toBe(code);
    const { data } = await call(postClaimsPreview, { params, body });
    expect(data.claims).toContainEqual({
      name: "email",
      value: member.person.actor.username,
      places: ["userinfo"],
      because: [{ scope: "email" }],
      from: "profile",
    });
    const unknown = { ...body, userId: randomUUID() };
    expect((await call(postClaimsPreview, { params, body: unknown })).code).toBe("USER_NOT_FOUND");
  });
});

describe("a link back in", () => {
  const ask = (input: Call) =>
    call(postRecoveryLink, { params: { id: member.person.actor.userId }, body: {}, ...input });

  it("is made by an administrator for another person", async () => {
    expect(await ask({})).toMatchObject({
      status: 200,
      data: {
        username: member.person.user.username,
        link: expect.stringMatching(/^https:\/\/id\.example\.com\/sign-in\/recovery-link\?token=[\w-]{43}$/),
      },
    });
  });

  it("is made for nobody else’s asking, and for no page of another site", async () => {
    expect((await ask({ headers: { cookie: member.cookie } })).status).toBe(403);
    expect((await ask({ headers: { cookie: "" } })).status).toBe(401);
    expect((await ask({ headers: { origin: "https://evil.example" } })).status).toBe(403);
    expect((await ask({ params: { id: admin.person.actor.userId } })).status).toBe(403);
    expect((await ask({ params: { id: randomUUID() } })).status).toBe(404);
    expect((await ask({ body: { mail: "yes" } })).status).toBe(400);
    expect((await ask({ body: { mail: true } })).status).toBe(409);
  });
});
