import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setRuntime } from "#lib/context/runtime.ts";
import type { RouteHandler } from "#lib/http/route-contract.ts";
import { sealSessionCookie } from "#lib/http/session-cookie.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { deleteOneClient, getOneClient, patchClient } from "./client.ts";
import { getClientErrors } from "./client-errors.ts";
import { deleteOneClientSecret, postClientSecret } from "./client-secrets.ts";
import { postClientDisable, postClientEnable, putClientGroups } from "./client-state.ts";
import { getClients, postClient } from "./clients.ts";

const origin = "https://id.example.com";
let t: TestDatabase;
let cookies: { admin: string; tired: string; user: string };
beforeAll(async () => {
  t = await testDatabase();
  setRuntime(t.runtime());
  cookies = {
    admin: await cookieOf("admin", 60),
    tired: await cookieOf("admin", 3600),
    user: await cookieOf("user", 60),
  };
});
afterAll(() => t.close());

async function cookieOf(role: "admin" | "user", secondsAgo: number): Promise<string> {
  const { token } = await buildUser(t.db, { role }, new Date(Date.now() - secondsAgo * 1000));
  await t.sql`update sessions set amr = '{hwk,user,mfa}', last_activity_at = now(), expires_at = now() + interval '1 day'`;
  const sealed = await sealSessionCookie(t.runtime(), { token, expiresAt: new Date(Date.now() + 60_000) });
  return sealed.split(";")[0] ?? "";
}

/** The members that these tests look at. */
interface Answer {
  readonly client: {
    readonly id: string;
    readonly claimsInIdToken: boolean;
    readonly disabledAt: string | null;
  };
  readonly clients: readonly unknown[];
  readonly id: string;
  readonly secret: string;
  readonly secrets: readonly unknown[];
  readonly groupIds: readonly string[];
  readonly errors: readonly unknown[];
  readonly removed: boolean;
}

async function call(
  route: RouteHandler,
  path: string,
  method = "GET",
  body?: unknown,
  cookie = cookies.admin,
) {
  const response = await route(
    new Request(`${origin}/api/v1/admin/clients${path}`, {
      method,
      headers: { cookie, origin, ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  const { data, error } = (await response.json()) as {
    data: Answer;
    error: { code: string; details: unknown };
  };
  return { status: response.status, data, error };
}

const app = { name: "Notes", redirectUris: ["https://app.example.com/cb"] };

describe("an app's life over the API", () => {
  it("is added, read, changed, given secrets, shut out, let in and removed", async () => {
    const { data } = await call(postClient, "", "POST", app);
    expect(data).toMatchObject({ client: { name: "Notes", source: "manual" }, secret: expect.any(String) });
    const path = `/${data.client.id}`;
    expect((await call(getClients, "")).data.clients).toHaveLength(1);
    expect(
      (await call(patchClient, path, "PATCH", { claimsInIdToken: true })).data.client.claimsInIdToken,
    ).toBe(true);
    const secret = (await call(postClientSecret, `${path}/secrets`, "POST", { othersExpireInSeconds: 0 }))
      .data;
    const one = (await call(getOneClient, path)).data;
    expect(one.secrets).toHaveLength(2);
    expect(JSON.stringify(one)).not.toContain(secret.secret);
    expect((await call(deleteOneClientSecret, `${path}/secrets/${secret.id}`, "DELETE")).data.removed).toBe(
      true,
    );
    expect((await call(putClientGroups, `${path}/groups`, "PUT", { groupIds: [] })).data.groupIds).toEqual(
      [],
    );
    expect((await call(getClientErrors, `${path}/errors`)).data.errors).toEqual([]);
    expect((await call(postClientDisable, `${path}/disable`, "POST")).data.client.disabledAt).not.toBeNull();
    expect((await call(postClientEnable, `${path}/enable`, "POST")).data.client.disabledAt).toBeNull();
    expect((await call(deleteOneClient, path, "DELETE")).data.removed).toBe(true);
    expect((await call(getOneClient, path)).error.code).toBe("CLIENT_NOT_FOUND");
  });

  it("tells every bad field, and members that there are not", async () => {
    const { status, error } = await call(postClient, "", "POST", {
      name: "",
      redirectUris: ["x"],
      source: "dynamic",
    });
    expect(status).toBe(400);
    expect(error.details).toHaveLength(3);
    const incoherent = await call(postClient, "", "POST", { ...app, grantTypes: ["refresh_token"] });
    expect(incoherent.error).toMatchObject({ code: "VALIDATION_ERROR" });
  });

  it("is for administrators, and changes for those who have just shown that it is them", async () => {
    expect((await call(getClients, "", "GET", undefined, cookies.user)).error.code).toBe("FORBIDDEN");
    expect((await call(getClients, "", "GET", undefined, "")).error.code).toBe("UNAUTHENTICATED");
    expect((await call(postClient, "", "POST", app, cookies.user)).error.code).toBe("FORBIDDEN");
    expect((await call(getClients, "", "GET", undefined, cookies.tired)).status).toBe(200);
    for (const [route, path, method, body] of [
      [postClient, "", "POST", app],
      [patchClient, "/x", "PATCH", {}],
      [deleteOneClient, "/x", "DELETE", undefined],
      [postClientDisable, "/x/disable", "POST", undefined],
      [postClientEnable, "/x/enable", "POST", undefined],
      [putClientGroups, "/x/groups", "PUT", { groupIds: [] }],
      [postClientSecret, "/x/secrets", "POST", {}],
    ] as const)
      expect((await call(route, path, method, body, cookies.tired)).error.code).toBe("STEP_UP_REQUIRED");
  });
});
