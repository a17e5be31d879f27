import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setRuntime } from "#lib/context/runtime.ts";
import type { RouteHandler } from "#lib/http/route-contract.ts";
import { sealSessionCookie } from "#lib/http/session-cookie.ts";
import { signUp } from "#lib/testing/authenticator/sign-up.ts";
import { createAuthenticator } from "#lib/testing/authenticator/software-authenticator.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { getPasskeys } from "../me/passkeys.ts";
import { getRecoveryCodes, postRecoveryCodes } from "../me/recovery-codes.ts";
import { registerBegin } from "../webauthn/register-begin.ts";
import { registerComplete } from "../webauthn/register-complete.ts";
import { postRecoveryCode } from "./code.ts";

const origin = "https://id.example.com";
let t: TestDatabase;
let cookie: string;
beforeAll(async () => {
  t = await testDatabase();
});
beforeEach(async () => {
  setRuntime(t.runtime());
  const { token } = await signUp(t.context({ now: new Date() }), { username: `${randomUUID()}@example.com` });
  const expiresAt = new Date(Date.now() + 60_000);
  cookie = pairOf(await sealSessionCookie(t.runtime(), { token, expiresAt })) ?? "";
});
afterAll(() => t.close());

const pairOf = (setCookie: string | null) => setCookie?.split(";")[0];

async function call(
  route: RouteHandler,
  { body, ...headers }: { readonly body?: unknown; readonly [name: string]: unknown } = {},
) {
  const method = route === getRecoveryCodes || route === getPasskeys ? "GET" : "POST";
  const response = await route(
    new Request(`${origin}/api/v1/recovery`, {
      method,
      headers: { origin, "content-type": "application/json", ...(headers as Record<string, string>) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  const { data, error } = (await response.json()) as { data: never; error?: unknown };
  return { status: response.status, data, error, cookie: pairOf(response.headers.get("set-cookie")) };
}

async function makeCodes(): Promise<readonly string[]> {
  const { data } = await call(postRecoveryCodes, { cookie });
  return (data as { codes: string[] }).codes;
}

describe("recovery codes over HTTP", () => {
  it("are made, counted, and lead to a new passkey that takes the session further", async () => {
    expect((await call(getRecoveryCodes, { cookie })).data).toEqual({ total: 0, left: 0 });
    const [code] = await makeCodes();
    expect((await call(getRecoveryCodes, { cookie })).data).toMatchObject({ total: 10, left: 10 });

    const recovered = await call(postRecoveryCode, { body: { code } });
    expect(recovered.status).toBe(200);
    expect(recovered.data).toMatchObject({ user: { displayName: expect.any(String) } });
    const until = Date.parse((recovered.data as { addPasskeyUntil: string }).addPasskeyUntil);
    expect(until - Date.now()).toBeGreaterThan(590_000);
    const weak = recovered.cookie ?? "";
    expect((await call(postRecoveryCodes, { cookie: weak })).error).toMatchObject({
      code: "STEP_UP_REQUIRED",
    });

    const begun = await call(registerBegin, { body: {}, cookie: weak });
    const credential = createAuthenticator({ origin }).create(begun.data);
    const added = await call(registerComplete, { body: { credential }, cookie: weak });
    expect(added.status).toBe(200);
    expect(Object.keys(added.data)).not.toContain("session");
    expect(added.cookie).toBeDefined();
    // The token of the weak session is worth nothing any more.
    expect((await call(getPasskeys, { cookie: weak })).status).toBe(401);
    expect((await call(postRecoveryCodes, { cookie: added.cookie })).status).toBe(200);
  });

  it("answer a wrong, a used and a malformed code alike", async () => {
    const [code] = await makeCodes();
    await call(postRecoveryCode, { body: { code } });
    const answers = await Promise.all(
      [code, "7KQ2-M9X4-T0A8-CDEF-GHJ1", "", "x".repeat(128)].map((typed) =>
        call(postRecoveryCode, { body: { code: typed } }),
      ),
    );
    for (const answer of answers) {
      expect(answer).toEqual(answers[0]);
      expect(answer).toMatchObject({ status: 401, error: { code: "AUTHENTICATION_FAILED" } });
      expect(answer.cookie).toBeUndefined();
    }
  });

  it.each([
    ["a page of another site", { origin: "https://evil.example" }],
    ["a sandboxed page", { origin: "null" }],
    ["a page of a neighbour", { origin: "https://id.example.com.evil.example" }],
  ])("are neither made nor used for %s", async (_, foreign) => {
    const [code] = await makeCodes();
    for (const [route, body] of [
      [postRecoveryCodes, undefined],
      [postRecoveryCode, { code }],
    ] as const) {
      const { status, error } = await call(route, { body, cookie, ...foreign });
      expect([status, error]).toMatchObject([403, { code: "CROSS_ORIGIN" }]);
    }
    expect((await call(getRecoveryCodes, { cookie })).data).toMatchObject({ left: 10 });
  });

  it("refuse what is no such body, and anybody who is not signed in", async () => {
    for (const body of [{}, { code: 7 }, { code: "x".repeat(129) }, { code: "x", user: "ana" }])
      expect((await call(postRecoveryCode, { body })).status).toBe(400);
    for (const route of [getRecoveryCodes, postRecoveryCodes]) expect((await call(route)).status).toBe(401);
  });
});
