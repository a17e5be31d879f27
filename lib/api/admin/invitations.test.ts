import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { users } from "#drizzle/schema/users.ts";
import { setRuntime } from "#lib/context/runtime.ts";
import type { DescribedHandler } from "#lib/http/route-contract.ts";
import { sealSessionCookie } from "#lib/http/session-cookie.ts";
import { signUp } from "#lib/testing/authenticator/sign-up.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { registerBegin } from "../webauthn/register-begin.ts";
import { deleteInvitation, getInvitations, postInvitation } from "./invitations.ts";

const origin = "https://id.example.com";
let t: TestDatabase;
let admin: { id: string; cookie: string };
let member: { id: string; cookie: string };

beforeAll(async () => {
  t = await testDatabase();
  [admin, member] = [await newPerson("admin"), await newPerson("user")];
  setRuntime(t.runtime({ SIGN_UP: "invite" }));
});
afterAll(() => t.close());

/** The endpoints have a clock of their own, so these people sign up now. */
async function newPerson(role: "admin" | "user") {
  const { actor, token } = await signUp(t.context({ now: new Date() }), {
    username: `${randomUUID()}@example.com`,
  });
  await t.db.update(users).set({ role }).where(eq(users.id, actor.userId));
  const session = { token, expiresAt: new Date(Date.now() + 60_000) };
  return {
    id: actor.userId,
    cookie: (await sealSessionCookie(t.runtime(), session)).split(";")[0] ?? "",
  };
}

interface Call {
  readonly id?: string;
  readonly query?: string;
  readonly body?: unknown;
  readonly cookie?: string;
  readonly from?: string;
}

async function call(route: DescribedHandler, { id = "", query = "", body, cookie, from }: Call = {}) {
  const response = await route(
    new Request(`${origin}${route.contract.path.replace("{id}", id)}${query}`, {
      method: route.contract.method,
      headers: {
        origin: from ?? origin,
        cookie: cookie ?? admin.cookie,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  const { data, error } = (await response.json()) as { data: never; error?: { code: string } };
  return { status: response.status, data, code: error?.code };
}

async function make(body: object) {
  const made = await call(postInvitation, { body });
  expect(made.status).toBe(200);
  return made.data as { link: string; invitation: { id: string } };
}

describe("invitations over the API", () => {
  it("are for administrators alone, on pages of this site", async () => {
    const { invitation } = await make({});
    for (const [route, request] of [
      [getInvitations, {}],
      [postInvitation, { body: {} }],
      [deleteInvitation, { id: invitation.id }],
    ] as const) {
      expect(await call(route, { ...request, cookie: "" })).toMatchObject({ status: 401 });
      expect(await call(route, { ...request, cookie: member.cookie })).toMatchObject({ code: "FORBIDDEN" });
      if (route !== getInvitations)
        expect(await call(route, { ...request, from: "https://evil.example" })).toMatchObject({
          code: "CROSS_ORIGIN",
        });
    }
  });

  it("say what is wrong with a wish", async () => {
    for (const body of [{ uses: 0 }, { email: "x" }, { groups: ["x"] }, { extra: 1 }, { note: "a\u0000" }])
      expect((await call(postInvitation, { body })).status, JSON.stringify(body)).toBe(400);
    expect(await call(getInvitations, { query: "?after=x" })).toMatchObject({ status: 400 });
    expect(await call(deleteInvitation, { id: randomUUID() })).toMatchObject({ code: "NOT_FOUND" });
  });

  it("are made, begin a registration, are listed and taken back", async () => {
    const { link, invitation } = await make({ email: "Leo@example.com" });
    const token = new URL(link).searchParams.get("invitation");
    const begin = (username: string) =>
      call(registerBegin, { cookie: "", body: { username, invitation: token } });
    expect(await begin("leo@example.com")).toMatchObject({ status: 200 });
    expect(await begin("ana@example.com")).toMatchObject({ status: 403, code: "FORBIDDEN" });
    expect((await call(getInvitations, { query: "?limit=1" })).data).toMatchObject({
      invitations: [{ id: invitation.id, state: "open", email: "leo@example.com", createdBy: admin.id }],
      nextCursor: invitation.id,
    });
    expect((await call(deleteInvitation, { id: invitation.id })).data).toEqual({ revoked: true });
    expect(await begin("leo@example.com")).toMatchObject({ status: 403, code: "FORBIDDEN" });
  });

  it("want a username, and no set-up link beside them", async () => {
    for (const body of [
      { invitation: "A".repeat(43) },
      { username: "a@example.com", invitation: "A".repeat(43), setUpToken: "A".repeat(43) },
    ])
      expect(await call(registerBegin, { cookie: "", body })).toMatchObject({ code: "VALIDATION_ERROR" });
  });
});
