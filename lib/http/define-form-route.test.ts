import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { setRuntime } from "#lib/context/runtime.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { defineFormRoute } from "./define-form-route.ts";

const origin = "https://id.example.com";
let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
beforeEach(() => setRuntime(t.runtime()));
afterAll(() => t.close());

const handled: string[] = [];
const route = defineFormRoute({
  form: z.strictObject({ word: z.string().max(8) }),
  handle: async (_ctx, { word }) => {
    handled.push(word);
    if (word === "wrong") throw new DomainError("AUTHENTICATION_FAILED");
    if (word === "odd") throw new DomainError("CONFLICT", { message: "It is <odd>." });
    if (word === "broken") throw new Error("secret details");
    if (word !== "in") return { location: "/done" };
    const { actor, token } = await buildUser(t.db);
    const session = { token, sessionId: actor.sessionId, expiresAt: new Date(Date.now() + 60_000) };
    return { location: "/in", session, cookie: "further=1; Path=/" };
  },
  refused: ({ code }, { word }) => (code === "AUTHENTICATION_FAILED" ? `/form?problem=${word}` : undefined),
});

function post(body: string, headers: Record<string, string> = {}) {
  return route(
    new Request(`${origin}/form`, {
      method: "POST",
      headers: { origin, "content-type": "application/x-www-form-urlencoded", ...headers },
      body,
    }),
  );
}

describe("a plain form", () => {
  it("ends on a page of ours, that a GET shows", async () => {
    const response = await post("word=fine");
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe(`${origin}/done`);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it("may open a session, and set a further cookie", async () => {
    const cookies = (await post("word=in")).headers.getSetCookie();
    expect(cookies).toHaveLength(2);
    expect(cookies[0]).toMatch(/^__Host-latchkey=.*HttpOnly; SameSite=Lax; Secure/);
    expect(cookies[1]).toBe("further=1; Path=/");
  });

  it("leads back to the page that explains a refusal, or to one of its own", async () => {
    const explained = await post("word=wrong");
    expect([explained.status, explained.headers.get("location")]).toEqual([
      303,
      `${origin}/form?problem=wrong`,
    ]);
    const odd = await post("word=odd");
    expect(odd.status).toBe(409);
    expect(await odd.text()).toContain("It is &lt;odd&gt;.");
    const broken = await post("word=broken");
    expect(broken.status).toBe(500);
    expect(await broken.text()).not.toContain("secret details");
  });

  it.each([
    ["a page of another site", "word=fine", { origin: "https://evil.example" }, 403],
    ["a sandboxed page", "word=fine", { origin: "null" }, 403],
    ["another form", "other=1", {}, 400],
    ["a field twice", "word=a&word=b", {}, 400],
    ["a field with a NUL", "word=%00", {}, 400],
    ["too long a field", `word=${"x".repeat(9)}`, {}, 400],
    ["another kind of body", '{"word":"fine"}', { "content-type": "application/json" }, 415],
    ["too much", `word=${"x".repeat(70_000)}`, {}, 413],
  ])("is not taken from %s", async (_, body, headers, status) => {
    handled.length = 0;
    expect((await post(body, headers)).status).toBe(status);
    expect(handled).toEqual([]);
  });
});
