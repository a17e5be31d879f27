import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { callApi } from "./call-api.ts";

beforeEach(() => void vi.stubGlobal("document", { documentElement: { lang: "de" } }));
afterEach(() => vi.unstubAllGlobals());

function answer(body: unknown, init?: ResponseInit) {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(JSON.stringify(body), init)));
}

test("hands out the data of a success", async () => {
  answer({ status: "ok", data: { challenge: "x" } });
  await expect(callApi("authenticate/begin", {})).resolves.toEqual({ challenge: "x" });
});

test("turns a refusal into its code, request id, fields and waiting time", async () => {
  answer(
    {
      status: "error",
      error: { code: "RATE_LIMIT_EXCEEDED", details: [{ path: "username", message: "no" }] },
      requestId: "request-1",
    },
    { status: 429, headers: { "Retry-After": "30" } },
  );
  await expect(callApi("register/begin", {})).rejects.toMatchObject({
    code: "RATE_LIMIT_EXCEEDED",
    requestId: "request-1",
    fields: [{ path: "username" }],
    retryAfterSeconds: 30,
  });
});

test.each([
  [500, "INTERNAL_ERROR"],
  [200, "INTERNAL_ERROR"],
  [502, "SERVICE_UNAVAILABLE"],
  [503, "SERVICE_UNAVAILABLE"],
  [504, "SERVICE_UNAVAILABLE"],
])("takes an answer of %i that is no envelope for %s", async (status, code) => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("<html>", { status })));
  await expect(callApi("authenticate/begin", {})).rejects.toMatchObject({ code });
});

test("takes a request that got no answer for being offline", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("failed")));
  await expect(callApi("authenticate/begin", {})).rejects.toMatchObject({ code: "OFFLINE" });
});

test("lets an abort through as it is", async () => {
  const controller = new AbortController();
  controller.abort();
  vi.stubGlobal("fetch", () => Promise.reject(new DOMException("gone", "AbortError")));
  await expect(callApi("authenticate/begin", {}, controller.signal)).rejects.toMatchObject({
    name: "AbortError",
  });
});

test("asks for sentences in the language of the page, whatever the browser speaks", async () => {
  const asked: Headers[] = [];
  vi.stubGlobal("fetch", (_url: string, init: RequestInit) => {
    asked.push(new Headers(init.headers));
    return Promise.resolve(new Response(JSON.stringify({ status: "ok", data: null })));
  });
  await callApi("authenticate/begin", {});
  expect(asked.map((headers) => headers.get("accept-language"))).toEqual(["de"]);
});
