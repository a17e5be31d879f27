/** Managing passkeys against the running server, in both lanes, and the documents about them. */
import { describe, expect, inject, it } from "vitest";
import { signUp } from "../support/protocol.ts";

const newName = () => `${crypto.randomUUID()}@example.com`;

async function send(method: string, path: string, cookie: string, body?: unknown) {
  const baseUrl = inject("baseUrl");
  const response = await fetch(baseUrl + path, {
    method,
    redirect: "manual",
    headers: { cookie, origin: baseUrl, ...(body ? { "content-type": "application/json" } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  return { response, status: response.status, json: text === "" ? undefined : JSON.parse(text) };
}

describe("my passkeys over HTTP", () => {
  it("are read and renamed under the id in the path", async () => {
    const { cookie } = await signUp(newName());
    const list = await send("GET", "/api/v1/me/passkeys", cookie);
    expect(list.status).toBe(200);
    const { id } = list.json.data.passkeys[0];
    const renamed = await send("PATCH", `/api/v1/me/passkeys/${id}`, cookie, { name: "Blue key" });
    expect(renamed.json.data).toMatchObject({
      passkey: { id, name: "Blue key" },
      signals: { rpId: "localhost" },
    });
    const signals = await send("GET", "/api/v1/me/signals", cookie);
    expect(signals.json.data).toEqual(renamed.json.data.signals);
    const removed = await send("DELETE", `/api/v1/me/passkeys/${id}`, cookie);
    expect([removed.status, removed.json.error.code]).toEqual([409, "LAST_CREDENTIAL"]);
  });

  it("are nobody else's", async () => {
    const [mine, theirs] = [await signUp(newName()), await signUp(newName())];
    const list = await send("GET", "/api/v1/me/passkeys", theirs.cookie);
    const path = `/api/v1/me/passkeys/${list.json.data.passkeys[0].id}`;
    for (const answer of [
      await send("PATCH", path, mine.cookie, { name: "Mine" }),
      await send("DELETE", path, mine.cookie),
    ])
      expect([answer.status, answer.json.error.code]).toEqual([404, "CREDENTIAL_NOT_FOUND"]);
    const revoked = await send("POST", "/api/v1/admin/credentials/7/revoke", mine.cookie, { reason: "x" });
    expect([revoked.status, revoked.json.error.code]).toEqual([400, "VALIDATION_ERROR"]);
  });

  it("refuse other methods, and ids that are none", async () => {
    const { cookie } = await signUp(newName());
    const call = (method: string, id: string) =>
      fetch(`${inject("baseUrl")}/api/v1/me/passkeys/${id}`, { method, headers: { cookie } });
    for (const id of ["1", "%00", "%2500", "%ff", "[id]"])
      expect((await call("DELETE", id)).status, id).toBe(400);
    expect((await call("PUT", "1")).status).toBe(405);
    expect((await call("DELETE", "1/2")).status).toBe(404);
  });
});

describe("public documents", () => {
  it.each([
    ["/.well-known/webauthn", (base: string) => ({ origins: [base] })],
    [
      "/.well-known/passkey-endpoints",
      (base: string) => ({ enroll: `${base}/account/passkeys`, manage: `${base}/account/passkeys` }),
    ],
  ])("%s is JSON for anybody, without a redirect and without cookies", async (path, expected) => {
    const { response, status, json } = await send("GET", path, "");
    expect(status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(json).toEqual(expected(inject("baseUrl")));
  });

  it("the OpenAPI document names this instance and its endpoints", async () => {
    const { status, json } = await send("GET", "/api/v1/openapi.json", "");
    expect(status).toBe(200);
    expect(json.servers).toEqual([{ url: inject("baseUrl") }]);
    expect(Object.keys(json.paths)).toContain("/api/v1/me/passkeys/{id}");
  });
});
