import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ActivityPage } from "#lib/audit/activity/list-own-activity.ts";
import { setRuntime } from "#lib/context/runtime.ts";
import { rememberConsent } from "#lib/grants/remember-consent.ts";
import type { RouteHandler } from "#lib/http/route-contract.ts";
import { sealSessionCookie } from "#lib/http/session-cookie.ts";
import type { OwnApp } from "#lib/oidc/own-apps/schema.ts";
import { type Person, signUp } from "#lib/testing/authenticator/sign-up.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { getActivity } from "./activity.ts";
import { deleteApp, getApps } from "./apps.ts";

const origin = "https://id.example.com";
let t: TestDatabase;
let ana: Person;
let leo: Person;
beforeAll(async () => {
  t = await testDatabase();
});
beforeEach(async () => {
  setRuntime(t.runtime());
  ana = await signUp(now(), { username: `${randomUUID()}@example.com` });
  leo = await signUp(now(), { username: `${randomUUID()}@example.com` });
});
afterAll(() => t.close());

/** The endpoints have a clock of their own. */
const now = () => t.context({ now: new Date() });

async function call<T>(route: RouteHandler, who: Person | undefined, method: string, path: string) {
  const session = { token: who?.token ?? "", expiresAt: new Date(Date.now() + 60_000) };
  const cookie = who ? (await sealSessionCookie(t.runtime(), session)).split(";")[0] : undefined;
  const response = await route(
    new Request(`${origin}/api/v1/me/${path}`, {
      method,
      headers: { origin, ...(cookie === undefined ? {} : { cookie }) },
    }),
  );
  const { data, error } = (await response.json()) as { data: T; error?: { code: string } };
  return { status: response.status, data, code: error?.code };
}

async function allowedApp(who: Person): Promise<string> {
  const { client } = await buildClient(now());
  const { userId } = who.actor;
  await rememberConsent(now(), t.db, {
    userId,
    clientId: client.id,
    scopes: ["openid", "email"],
    claims: [],
    resources: [],
  });
  return client.id;
}

const apps = (who?: Person) => call<{ apps: OwnApp[] }>(getApps, who, "GET", "apps");
const revoke = (who: Person | undefined, id: string) => call(deleteApp, who, "DELETE", `apps/${id}`);
const activity = (who: Person | undefined, query = "") =>
  call<ActivityPage>(getActivity, who, "GET", `activity${query}`);

describe("the apps of a person", () => {
  it("are told with what they see, to that person alone", async () => {
    const clientId = await allowedApp(ana);
    expect((await apps(ana)).data.apps).toMatchObject([
      { clientId, sees: [{ name: "email", value: ana.actor.username }, { name: "email_verified" }] },
    ]);
    expect((await apps(leo)).data.apps).toEqual([]);
    expect(await apps()).toMatchObject({ status: 401, code: "UNAUTHENTICATED" });
  });

  it("lose their access by their own person, and by nobody else", async () => {
    const clientId = await allowedApp(ana);
    expect(await revoke(leo, clientId)).toMatchObject({ status: 404, code: "GRANT_NOT_FOUND" });
    expect(await revoke(leo, "no-such-app")).toMatchObject({ status: 404, code: "GRANT_NOT_FOUND" });
    expect(await revoke(undefined, clientId)).toMatchObject({ status: 401 });
    expect((await apps(ana)).data.apps).toHaveLength(1);
    expect(await revoke(ana, clientId)).toMatchObject({ status: 200 });
    expect((await apps(ana)).data.apps).toEqual([]);
  });
});

describe("the activity of a person", () => {
  it("is told page by page, to that person alone", async () => {
    expect(await activity(undefined)).toMatchObject({ status: 401, code: "UNAUTHENTICATED" });
    const first = await activity(ana, "?limit=2");
    expect(first.data.events).toHaveLength(2);
    const second = await activity(ana, `?limit=2&before=${first.data.older}`);
    expect([...first.data.events, ...second.data.events].map(({ action }) => action)).toEqual([
      "session.created",
      "user.created",
      "passkey.registered",
    ]);
    expect(second.data.older).toBeUndefined();
    // A place from somebody else's list leads nowhere but into one's own.
    const others = await activity(leo, `?after=${second.data.newer}`);
    expect(others.data.events.every(({ id }) => !first.data.events.some((event) => event.id === id))).toBe(
      true,
    );
  });

  it("is told of one kind where that is asked for", async () => {
    await revoke(ana, await allowedApp(ana));
    const { data } = await activity(ana, "?kind=apps");
    expect(data.events).toMatchObject([{ action: "consent.revoked", by: "you", app: { name: "Notes" } }]);
  });

  it.each(["?kind=everything", "?before=x", "?limit=0", "?limit=101", "?limit=ten", "?user=1"])(
    "refuses %s",
    async (query) => {
      expect(await activity(ana, query)).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
    },
  );
});
