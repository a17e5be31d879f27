import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setRuntime } from "#lib/context/runtime.ts";
import { clientAddressHeader } from "#lib/http/internal-headers.ts";
import type { RouteHandler } from "#lib/http/route-contract.ts";
import { sealSessionCookie } from "#lib/http/session-cookie.ts";
import { signUp } from "#lib/testing/authenticator/sign-up.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { getDeviceApproval, postDeviceApprovalDecision } from "./approving.ts";
import { getDeviceApprovalState, postDeviceApproval, postDeviceApprovalCompletion } from "./waiting.ts";

const origin = "https://id.example.com";
let t: TestDatabase;
let ana: string;
let anaId: string;
beforeAll(async () => {
  t = await testDatabase({ SIGN_UP: "open" });
});
beforeEach(async () => {
  setRuntime(t.runtime());
  // The clock of the endpoints is the real one, and confirmations are good for minutes.
  const person = await signUp(t.context({ now: new Date(Date.now() + 1000) }), {
    username: `${randomUUID()}@example.com`,
  });
  anaId = person.user.id;
  ana = await cookieOf(person.token);
});
afterAll(() => t.close());

async function cookieOf(token: string): Promise<string> {
  const sealed = await sealSessionCookie(t.runtime(), { token, expiresAt: new Date(Date.now() + 60_000) });
  return sealed.split(";")[0] ?? "";
}

interface Answer {
  readonly status: number;
  readonly cookies: readonly string[];
  // What the wire carries: each test knows which endpoint it asked.
  readonly data: { readonly code: string; readonly comparisonCode: string };
  readonly code: string;
}

async function call(
  route: RouteHandler,
  input: { method?: string; path?: string; body?: unknown; cookie?: string; headers?: HeadersInit } = {},
): Promise<Answer> {
  const { method = "POST", path = "", body, cookie, headers } = input;
  const request = new Request(`${origin}/api/v1/device-approvals${path}`, {
    method,
    headers: {
      Origin: origin,
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...(cookie === undefined ? {} : { Cookie: cookie }),
      ...headers,
    },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const response = await route(request);
  const answer = (await response.json()) as { data: Answer["data"]; error?: { code: string } };
  return {
    status: response.status,
    cookies: response.headers.getSetCookie(),
    data: answer.data,
    code: answer.error?.code ?? "",
  };
}

async function begin() {
  const { data, cookies, status } = await call(postDeviceApproval, { body: {} });
  expect(status).toBe(200);
  return { request: data, cookie: cookies[0]?.split(";")[0] ?? "", setCookie: cookies[0] ?? "" };
}
const state = (cookie?: string) =>
  call(getDeviceApprovalState, { method: "GET", path: "/current", ...(cookie ? { cookie } : {}) });
const complete = (cookie?: string, headers?: HeadersInit) =>
  call(postDeviceApprovalCompletion, {
    path: "/current/complete",
    ...(cookie ? { cookie } : {}),
    ...(headers ? { headers } : {}),
  });
const decide = (code: string | undefined, decision: string, cookie?: string, headers?: HeadersInit) =>
  call(postDeviceApprovalDecision, {
    path: `/${code}/decision`,
    body: { decision },
    ...(cookie ? { cookie } : {}),
    ...(headers ? { headers } : {}),
  });

describe("letting in a browser over the API", () => {
  it("goes from the request to the session, with a cookie that no script reads", async () => {
    const { request, cookie, setCookie } = await begin();
    expect(setCookie).toMatch(
      /^__Host-latchkey-waiting=.*; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=300$/,
    );
    expect(JSON.stringify(request)).not.toMatch(/secret/i);
    expect((await state(cookie)).data).toMatchObject({
      state: "waiting",
      comparisonCode: request.comparisonCode,
    });
    const shown = await call(getDeviceApproval, {
      method: "GET",
      path: `/${request.code}`,
      cookie: ana,
    });
    expect(shown.data).toMatchObject({ comparisonCode: request.comparisonCode });
    expect((await complete(cookie)).code).toBe("APPROVAL_PENDING");
    expect((await decide(request.code, "approve", ana)).data).toEqual({ decision: "approve" });
    expect((await state(cookie)).data).toMatchObject({ state: "approved" });
    const done = await complete(cookie);
    expect(done.data).toMatchObject({ user: { id: anaId } });
    expect(done.cookies).toEqual([
      expect.stringMatching(/^__Host-latchkey=Fe26/),
      expect.stringMatching(/^__Host-latchkey-waiting=; .*Max-Age=0$/),
    ]);
    expect((await state(cookie)).data).toEqual({ state: "over" });
    expect(await complete(cookie)).toMatchObject({ status: 403, code: "APPROVAL_REFUSED" });
  });

  it("tells a waiting browser that it was denied, and no more", async () => {
    const { request, cookie } = await begin();
    await decide(request.code, "deny", ana);
    expect((await state(cookie)).data).toMatchObject({ state: "denied" });
    expect(JSON.stringify(await state(cookie))).not.toContain(anaId);
    expect((await complete(cookie)).code).toBe("APPROVAL_REFUSED");
  });

  it("tells a browser without the cookie, or with one of another purpose, nothing", async () => {
    const { cookie, request } = await begin();
    const sealed = cookie.slice(cookie.indexOf("=") + 1);
    const session = ana.slice(ana.indexOf("=") + 1);
    await decide(request.code, "approve", ana);
    for (const held of [undefined, "__Host-latchkey-waiting=x", `__Host-latchkey-waiting=${session}`]) {
      expect((await state(held)).data).toEqual({ state: "over" });
      expect((await complete(held)).code).toBe("APPROVAL_REFUSED");
    }
    // Nor is the waiting cookie a session.
    const asSession = await decide(request.code, "deny", `__Host-latchkey=${sealed}`);
    expect(asSession).toMatchObject({ status: 401, code: "UNAUTHENTICATED" });
    expect((await complete(cookie)).status).toBe(200);
  });

  it("takes no call from a page of another site", async () => {
    const foreign = { Origin: "https://evil.example" };
    const { request, cookie } = await begin();
    expect((await call(postDeviceApproval, { body: {}, headers: foreign })).code).toBe("CROSS_ORIGIN");
    expect((await decide(request.code, "approve", ana, foreign)).code).toBe("CROSS_ORIGIN");
    await decide(request.code, "approve", ana);
    expect((await complete(cookie, foreign)).code).toBe("CROSS_ORIGIN");
    expect((await complete(cookie)).status).toBe(200);
  });

  it("refuses whoever is not signed in, and what no decision is", async () => {
    const { request } = await begin();
    expect((await decide(request.code, "approve")).code).toBe("UNAUTHENTICATED");
    expect(await decide(request.code, "perhaps", ana)).toMatchObject({ status: 400 });
    expect(await decide("x".repeat(65), "approve", ana)).toMatchObject({ status: 400 });
    expect(await decide("WDJB-MJHT-WDJB", "approve", ana)).toMatchObject({
      status: 404,
      code: "APPROVAL_NOT_FOUND",
    });
  });

  it("counts requests and questions apart from other calls", async () => {
    setRuntime(t.runtime({ RATE_LIMIT_ENABLED: "true", RATE_LIMIT_REQUESTS: "10" }));
    const from = { [clientAddressHeader]: "203.0.113.77" };
    const ask = () => call(postDeviceApproval, { body: {}, headers: from });
    expect([(await ask()).status, (await ask()).status, (await ask()).status]).toEqual([200, 200, 429]);
    const poll = () =>
      call(getDeviceApprovalState, { method: "GET", path: "/current", headers: from }).then(
        ({ status }) => status,
      );
    const answers = await Promise.all(Array.from({ length: 41 }, poll));
    expect(answers.filter((status) => status === 429)).toHaveLength(1);
  });
});
