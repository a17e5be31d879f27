/** A cookie that somebody else put into a browser: whoever signs in there shares no session with its giver. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeRecoveryCodes } from "#lib/accounts/recovery/make-recovery-codes.ts";
import { setRuntime } from "#lib/context/runtime.ts";
import type { RouteHandler } from "#lib/http/route-contract.ts";
import { sealSessionCookie } from "#lib/http/session-cookie.ts";
import { type Person, signUp } from "#lib/testing/authenticator/sign-up.ts";
import { createAuthenticator } from "#lib/testing/authenticator/software-authenticator.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { getProfile } from "../me/profile.ts";
import { postRecoveryCode } from "../recovery/code.ts";
import { authenticateBegin } from "./authenticate-begin.ts";
import { authenticateComplete } from "./authenticate-complete.ts";
import { registerBegin } from "./register-begin.ts";
import { registerComplete } from "./register-complete.ts";

const origin = "https://id.example.com";
let t: TestDatabase;
let ana: Person;
let eve: Person;
beforeAll(async () => {
  t = await testDatabase();
});
beforeEach(async () => {
  setRuntime(t.runtime());
  ana = await signUp(now(), { username: `${randomUUID()}@example.com` });
  eve = await signUp(now(), { username: `${randomUUID()}@example.com` });
});
afterAll(() => t.close());

/** The endpoints have a clock of their own. */
const now = () => t.context({ now: new Date() });
const seal = async (token: string) => {
  const sealed = await sealSessionCookie(t.runtime(), { token, expiresAt: new Date(Date.now() + 60_000) });
  return sealed.split(";")[0] ?? "";
};

async function call(route: RouteHandler, cookie: string, body?: unknown) {
  const response = await route(
    new Request(`${origin}/api/v1/x`, {
      method: body === undefined ? "GET" : "POST",
      headers: { origin, cookie, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  const { data } = (await response.json()) as { data: never };
  const cookies = response.headers.getSetCookie().map((line) => line.split(";")[0] ?? "");
  const session = cookies.find((pair) => pair.startsWith("__Host-latchkey="));
  return { status: response.status, data: data as Record<string, never>, session };
}

/** Whom the browser with this cookie shows. */
async function shown(cookie: string): Promise<string | undefined> {
  const { data } = await call(getProfile, cookie);
  return (data as { profile?: { username: string } } | undefined)?.profile?.username;
}

type Entrance = (cookie: string) => Promise<{ name: string; session: string | undefined }>;

/** Every way in which a session begins from nothing but what a person has. */
const entrances: readonly (readonly [string, Entrance])[] = [
  [
    "signing in",
    async (cookie) => {
      const { data } = await call(authenticateBegin, cookie, {});
      const credential = ana.authenticator.get(data as never);
      const { session } = await call(authenticateComplete, cookie, { credential });
      return { name: ana.actor.username, session };
    },
  ],
  [
    "signing up",
    async (cookie) => {
      const name = `${randomUUID()}@example.com`;
      const { data } = await call(registerBegin, cookie, { username: name });
      const credential = createAuthenticator({ origin }).create(data as never);
      const { session } = await call(registerComplete, cookie, { credential });
      return { name, session };
    },
  ],
  [
    "coming back in with a recovery code",
    async (cookie) => {
      const { codes } = await makeRecoveryCodes({ ...now(), actor: ana.actor });
      const { session } = await call(postRecoveryCode, cookie, { code: codes[0] });
      return { name: ana.actor.username, session };
    },
  ],
];

describe.each(entrances)("%s in a browser with a planted cookie", (_, enter) => {
  it("leaves the giver of the cookie in their own account, and nowhere else", async () => {
    const planted = await seal(eve.token);
    const { name, session = "" } = await enter(planted);
    expect(session).not.toBe(planted);
    expect(await shown(session)).toBe(name);
    expect(await shown(planted)).toBe(eve.actor.username);
  });

  it("takes over no session that was never given out, and none that has ended", async () => {
    await t.sql`update sessions set revoked_at = now() where user_id = ${eve.actor.userId}`;
    for (const planted of [
      await seal("made-up-by-somebody-who-knows-the-name-of-the-cookie"),
      await seal(eve.token),
      "__Host-latchkey=made-up",
    ]) {
      const { name, session = "" } = await enter(planted);
      expect(await shown(session)).toBe(name);
      expect(await shown(planted)).toBeUndefined();
    }
  });
});

it("a copy of the person’s own cookie is worth nothing once they sign in again", async () => {
  const copied = await seal(ana.token);
  expect(await shown(copied)).toBe(ana.actor.username);
  const { data } = await call(authenticateBegin, copied, {});
  const credential = ana.authenticator.get(data as never);
  const { session = "" } = await call(authenticateComplete, copied, { credential });
  expect(await shown(session)).toBe(ana.actor.username);
  expect(await shown(copied)).toBeUndefined();
});
