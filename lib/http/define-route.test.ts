import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { setRuntime } from "#lib/context/runtime.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { defineRoute } from "./define-route.ts";
import { clientAddressHeader, requestIdHeader } from "./internal-headers.ts";
import { maxBodyBytes } from "./read-body.ts";

const origin = "https://id.example.com";
const body = z.strictObject({ name: z.string().max(10), count: z.number().int().optional() });

const contract = {
  method: "POST",
  path: "/api/v1/x",
  summary: "Does nothing.",
  response: z.object({ done: z.boolean() }),
  errors: [],
} as const;

describe("defineRoute", () => {
  let t: TestDatabase;
  const handle = vi.fn(async () => ({ data: { done: true } }));
  const route = defineRoute({ ...contract, access: "anonymous", body, handle });

  beforeAll(async () => {
    t = await testDatabase();
  });
  beforeEach(() => {
    handle.mockClear();
    setRuntime(t.runtime());
  });
  afterAll(() => t.close());

  const post = (content: BodyInit, headers: Record<string, string> = {}) =>
    new Request(`${origin}/api/v1/x`, {
      method: "POST",
      body: content,
      headers: {
        "content-type": "application/json",
        [requestIdHeader]: "req-1",
        [clientAddressHeader]: "192.0.2.50",
        ...headers,
      },
    });

  async function refusal(request: Request) {
    const response = await route(request);
    const answer = (await response.json()) as {
      error: { code: string; details?: { path: string; message: string }[] };
    };
    expect(handle).not.toHaveBeenCalled();
    return { status: response.status, ...answer.error };
  }

  it("answers in the envelope, with the request id and nothing to cache", async () => {
    const response = await route(post('{"name":"Ana"}'));
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toMatchObject({ status: "ok", data: { done: true }, requestId: "req-1" });
  });

  it("lists every field that is wrong, and unknown ones by name", async () => {
    const answer = await refusal(post('{"name":"far too long a name","count":1.5,"admin":true}'));
    expect(answer).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
    expect(JSON.stringify(answer.details)).toMatch(/name.*count.*admin/);
  });

  it.each([
    ["no JSON", "{", 400, "INVALID_REQUEST"],
    ["an empty body", "", 400, "INVALID_REQUEST"],
    ["a NUL character", '{"name":"a\\u0000"}', 400, "INVALID_REQUEST"],
    ["an array", "[]", 400, "VALIDATION_ERROR"],
    ["null", "null", 400, "VALIDATION_ERROR"],
    ["more than 64 KiB", `{"name":"${"x".repeat(maxBodyBytes)}"}`, 413, "PAYLOAD_TOO_LARGE"],
  ])("refuses %s", async (_what, content, status, code) => {
    expect(await refusal(post(content))).toMatchObject({ status, code });
  });

  it("refuses a body of undeclared length once it grows too large", async () => {
    const chunk = new TextEncoder().encode("x".repeat(10_000));
    let sent = 0;
    const stream = new ReadableStream({
      pull(controller) {
        if (sent++ < 100) controller.enqueue(chunk);
        else controller.close();
      },
    });
    const request = new Request(`${origin}/api/v1/x`, {
      method: "POST",
      body: stream,
      headers: { "content-type": "application/json" },
      duplex: "half",
    } as RequestInit);
    expect(await refusal(request)).toMatchObject({ status: 413 });
    expect(sent).toBeLessThan(20);
  });

  it("refuses another media type", async () => {
    expect(
      await refusal(post("name=Ana", { "content-type": "application/x-www-form-urlencoded" })),
    ).toMatchObject({
      status: 415,
      code: "UNSUPPORTED_MEDIA_TYPE",
    });
  });

  it.each([
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "https://id.example.com.evil.example" },
    { origin: "http://id.example.com" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ])("refuses a call from another site: %j", async (headers) => {
    expect(await refusal(post('{"name":"Ana"}', headers as Record<string, string>))).toMatchObject({
      status: 403,
      code: "CROSS_ORIGIN",
    });
  });

  it.each([{ origin }, { "sec-fetch-site": "same-origin" }, {}])(
    "takes a call from its own pages and from programs: %j",
    async (headers) => {
      expect((await route(post('{"name":"Ana"}', headers as Record<string, string>))).status).toBe(200);
    },
  );

  it("takes a call from an origin that the operator listed, and from no other", async () => {
    setRuntime(t.runtime({ CORS_ORIGINS: "https://portal.example.com" }));
    expect((await route(post('{"name":"Ana"}', { origin: "https://portal.example.com" }))).status).toBe(200);
    handle.mockClear();
    expect(
      await refusal(post('{"name":"Ana"}', { origin: "https://portal.example.com.evil.example" })),
    ).toMatchObject({
      code: "CROSS_ORIGIN",
    });
  });

  it("refuses an endpoint for signed-in people without a session, also with a forged cookie", async () => {
    const guarded = defineRoute({ ...contract, access: "session", body, handle });
    for (const cookie of ["", "__Host-latchkey=forged", "__Host-latchkey=Fe26.2*1*x*y*z**a*b"]) {
      const response = await guarded(post('{"name":"Ana"}', { cookie }));
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ error: { code: "UNAUTHENTICATED" } });
    }
    expect(handle).not.toHaveBeenCalled();
  });

  it("hands over the parameters of the path, and refuses those that do not fit by name", async () => {
    const seen: unknown[] = [];
    const withId = defineRoute({
      ...contract,
      method: "GET",
      path: "/api/v1/x/{id}",
      access: "anonymous",
      params: z.strictObject({ id: z.uuid() }),
      handle: async (_ctx, _body, params) => {
        seen.push(params);
        return { data: { done: true } };
      },
    });
    const id = "01234567-89ab-7def-8123-456789abcdef";
    const get = (path: string) => withId(new Request(`${origin}/api/v1/x/${path}?id=other`));
    expect((await get(id)).status).toBe(200);
    expect(seen).toEqual([{ id }]);
    const refused = await get("7");
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({
      error: { code: "VALIDATION_ERROR", details: [{ path: "id" }] },
    });
    expect((await get("%00")).status).toBe(400);
    expect(seen).toHaveLength(1);
  });

  it("tells a limit and its refusal in header fields", async () => {
    setRuntime(t.runtime({ RATE_LIMIT_ENABLED: "true", RATE_LIMIT_REQUESTS: "2" }));
    const first = await route(post('{"name":"Ana"}'));
    expect(first.headers.get("ratelimit-limit")).toBe("2");
    expect(first.headers.get("ratelimit-remaining")).toBe("1");
    await route(post('{"name":"Ana"}'));
    const refused = await route(post('{"name":"Ana"}'));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(refused.headers.get("ratelimit-limit")).toBe("2");
    expect(refused.headers.get("ratelimit-remaining")).toBe("0");
    expect(await refused.json()).toMatchObject({ error: { code: "RATE_LIMIT_EXCEEDED" } });
  });

  it("gives a refusal of the operation its status and words", async () => {
    handle.mockRejectedValueOnce(new DomainError("USER_EXISTS"));
    const response = await route(post('{"name":"Ana"}'));
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({
      error: { code: "USER_EXISTS", message: expect.stringContaining("Sign in instead") },
    });
  });

  it("keeps the reason of an unknown failure to itself", async () => {
    handle.mockRejectedValueOnce(new Error("password=hunter2 at users.ts:3"));
    const response = await route(post('{"name":"Ana"}'));
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).toContain("req-1");
    expect(text).not.toMatch(/hunter2|users\.ts/);
  });

  it("answers 503 with Retry-After while the database is away", async () => {
    handle.mockRejectedValueOnce(
      Object.assign(new Error("query failed"), { cause: { code: "ECONNREFUSED" } }),
    );
    const response = await route(post('{"name":"Ana"}'));
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("5");
  });
});
