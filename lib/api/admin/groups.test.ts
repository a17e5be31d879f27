import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { groups } from "#drizzle/schema/groups.ts";
import { users } from "#drizzle/schema/users.ts";
import { setRuntime } from "#lib/context/runtime.ts";
import type { DescribedHandler } from "#lib/http/route-contract.ts";
import { sealSessionCookie } from "#lib/http/session-cookie.ts";
import { type Person, signUp } from "#lib/testing/authenticator/sign-up.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { putPolicy, readPolicy } from "./attestation-policy.ts";
import { deleteGroup, getGroup, patchGroup } from "./group.ts";
import { deleteGroupPolicy, putGroupPolicy, readGroupPolicy } from "./group-attestation-policy.ts";
import { deleteGroupMember, putGroupMember } from "./group-member.ts";
import { getGroupMembers } from "./group-members.ts";
import { getGroups, postGroup } from "./groups.ts";

const origin = "https://id.example.com";
let t: TestDatabase;
let admin: { person: Person; cookie: string };
let member: { person: Person; cookie: string };

beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());
beforeEach(async () => {
  setRuntime(t.runtime());
  [admin, member] = [await newPerson(), await newPerson()];
  await t.db.update(users).set({ role: "admin" }).where(eq(users.id, admin.person.actor.userId));
  await t.db.delete(groups);
  await t.sql`delete from settings where name = 'attestation_policy'`;
});

/** The endpoints have a clock of their own, so these people sign up now. */
async function newPerson() {
  const ctx = t.context({ now: new Date() });
  const authenticator = { flags: { be: true, bs: true } };
  const person = await signUp(ctx, { username: `${randomUUID()}@example.com`, authenticator });
  const session = { token: person.token, expiresAt: new Date(Date.now() + 60_000) };
  return { person, cookie: (await sealSessionCookie(t.runtime(), session)).split(";")[0] ?? "" };
}

interface Call {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** Calls the endpoint at its own address, as the administrator unless `headers` say otherwise. */
async function call(route: DescribedHandler, { params = {}, query = "", body, headers }: Call = {}) {
  const path = route.contract.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? "");
  const response = await route(
    new Request(`${origin}${path}${query}`, {
      method: route.contract.method,
      headers: {
        origin,
        cookie: admin.cookie,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  const { data, error } = (await response.json()) as {
    data: never;
    error?: { code: string; details?: { path: string }[] };
  };
  return {
    status: response.status,
    data,
    code: error?.code,
    fields: error?.details?.map(({ path }) => path),
  };
}

async function newGroup(name = "staff"): Promise<string> {
  const made = await call(postGroup, { body: { name } });
  expect(made).toMatchObject({ status: 200, data: { group: { name, hasAttestationPolicy: false } } });
  return (made.data as { group: { id: string } }).group.id;
}

const step = async () =>
  t.sql`update sessions set auth_time = auth_time - interval '11 minutes' where user_id = ${admin.person.actor.userId}`;

/** Every endpoint, with a call that fits it, and whether it changes something. */
function calls(id: string): [DescribedHandler, Call, "reads" | "writes"][] {
  const params = { id, userId: member.person.actor.userId };
  return [
    [readPolicy, {}, "reads"],
    [putPolicy, { body: {} }, "writes"],
    [getGroups, {}, "reads"],
    [postGroup, { body: { name: "other" } }, "writes"],
    [getGroup, { params }, "reads"],
    [patchGroup, { params, body: { displayName: "x" } }, "writes"],
    [readGroupPolicy, { params }, "reads"],
    [putGroupPolicy, { params, body: {} }, "writes"],
    [deleteGroupPolicy, { params }, "writes"],
    [getGroupMembers, { params }, "reads"],
    [putGroupMember, { params }, "writes"],
    [deleteGroupMember, { params }, "writes"],
    [deleteGroup, { params }, "writes"],
  ];
}

describe("groups and policies over the API", () => {
  it("are for administrators alone", async () => {
    for (const [route, request] of calls(await newGroup())) {
      const { method, path } = route.contract;
      expect(await call(route, { ...request, headers: { cookie: "" } }), `${method} ${path}`).toMatchObject({
        status: 401,
        code: "UNAUTHENTICATED",
      });
      const asMember = { ...request, headers: { cookie: member.cookie } };
      expect(await call(route, asMember), `${method} ${path}`).toMatchObject({
        status: 403,
        code: "FORBIDDEN",
      });
    }
  });

  it("are changed only after a confirmation of the last ten minutes, and by pages of this site", async () => {
    const id = await newGroup();
    for (const [route, request, kind] of calls(id)) {
      if (kind === "reads") continue;
      const foreign = { ...request, headers: { origin: "https://evil.example" } };
      expect(await call(route, foreign)).toMatchObject({ status: 403, code: "CROSS_ORIGIN" });
    }
    await step();
    for (const [route, request, kind] of calls(id)) {
      const answer = await call(route, request);
      if (kind === "reads") expect(answer.status).toBe(200);
      else expect(answer).toMatchObject({ status: 401, code: "STEP_UP_REQUIRED" });
    }
  });

  it("take ids that are none, or nobody's, for what they are", async () => {
    for (const [route, request] of calls(await newGroup())) {
      if (!request.params) continue;
      for (const id of ["7", "%00", "%ff", "..%2f", "__proto__"])
        expect((await call(route, { ...request, params: { ...request.params, id } })).status, id).toBe(400);
      const params = { ...request.params, id: randomUUID() };
      expect(await call(route, { ...request, params })).toMatchObject({
        status: 404,
        code: "GROUP_NOT_FOUND",
      });
    }
    const params = { id: await newGroup("more"), userId: randomUUID() };
    expect(await call(putGroupMember, { params })).toMatchObject({ status: 404, code: "USER_NOT_FOUND" });
    expect(await call(deleteGroupMember, { params })).toMatchObject({
      status: 200,
      data: { removed: false },
    });
    expect((await call(putGroupMember, { params: { ...params, userId: "7" } })).status).toBe(400);
  });
});

describe("groups over the API", () => {
  it("are made, shown, renamed and deleted", async () => {
    const id = await newGroup();
    expect(await call(postGroup, { body: { name: "STAFF" } })).toMatchObject({
      status: 409,
      code: "GROUP_EXISTS",
    });
    const renamed = await call(patchGroup, { params: { id }, body: { displayName: " All of us " } });
    expect(renamed).toMatchObject({
      status: 200,
      data: { group: { name: "staff", displayName: "All of us" } },
    });
    expect((await call(getGroup, { params: { id: id.toUpperCase() } })).data).toEqual(renamed.data);
    expect(await call(deleteGroup, { params: { id } })).toMatchObject({
      status: 200,
      data: { deleted: true },
    });
    expect((await call(getGroup, { params: { id } })).code).toBe("GROUP_NOT_FOUND");
  });

  it("name every field that is not valid", async () => {
    for (const [body, fields] of [
      [{}, ["name"]],
      [{ name: "a b", displayName: "" }, ["name", "displayName"]],
      [{ name: "a", id: "x" }, [""]],
      [7, [""]],
    ] as const)
      expect(await call(postGroup, { body })).toMatchObject({
        status: 400,
        code: "VALIDATION_ERROR",
        fields,
      });
    const params = { id: await newGroup() };
    expect(await call(patchGroup, { params, body: { name: "new" } })).toMatchObject({
      code: "VALIDATION_ERROR",
    });
  });

  it("come in pages", async () => {
    for (const name of ["c", "a", "b"]) await newGroup(name);
    const first = await call(getGroups, { query: "?limit=2" });
    expect(first.data).toMatchObject({ groups: [{ name: "a" }, { name: "b" }], nextCursor: "b" });
    const second = await call(getGroups, { query: "?limit=2&after=b" });
    expect(second.data).toEqual({ groups: [expect.objectContaining({ name: "c" })] });
    expect((await call(getGroups)).data).toMatchObject({ groups: { length: 3 } });
  });

  it.each([
    "?limit=0",
    "?limit=201",
    "?limit=1.5",
    "?limit=x",
    "?limit=",
    "?after=a%20b",
    "?after=",
    "?page=2",
  ])("refuse the page %s", async (query) => {
    expect(await call(getGroups, { query })).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
  });

  it.each(["?limit=1&limit=2", "?after=%00"])("refuse the query %s", async (query) => {
    expect(await call(getGroups, { query })).toMatchObject({ status: 400, code: "INVALID_REQUEST" });
  });

  it("have members, who are put there and taken away any number of times", async () => {
    const params = { id: await newGroup(), userId: member.person.actor.userId };
    for (const added of [true, false])
      expect(await call(putGroupMember, { params })).toMatchObject({ status: 200, data: { added } });
    expect((await call(getGroupMembers, { params })).data).toMatchObject({
      members: [{ id: params.userId, username: member.person.user.username }],
    });
    expect((await call(getGroupMembers, { params, query: `?after=${params.userId}` })).data).toEqual({
      members: [],
    });
    expect((await call(getGroupMembers, { params, query: "?after=7" })).status).toBe(400);
    for (const removed of [true, false])
      expect(await call(deleteGroupMember, { params })).toMatchObject({ status: 200, data: { removed } });
  });
});

describe("policies over the API", () => {
  it("are read and set for everybody", async () => {
    expect((await call(readPolicy)).data).toEqual({ policy: {} });
    const policy = { requireUserVerification: true };
    expect(await call(putPolicy, { body: policy })).toMatchObject({ status: 200, data: { policy } });
    expect((await call(readPolicy)).data).toEqual({ policy });
    for (const body of [{ formats: [] }, { trustedOnly: true }, { more: true }, [], null])
      expect(await call(putPolicy, { body }), JSON.stringify(body)).toMatchObject({
        status: 400,
        code: "VALIDATION_ERROR",
      });
    expect(await call(putPolicy, { body: { deviceBoundOnly: true } })).toMatchObject({
      status: 409,
      code: "CONFLICT",
    });
  });

  it("are read, set and cleared for a group", async () => {
    const params = { id: await newGroup() };
    const policy = { deviceBoundOnly: true };
    expect((await call(readGroupPolicy, { params })).data).toEqual({ policy: null });
    expect(await call(putGroupPolicy, { params, body: policy })).toMatchObject({ data: { policy } });
    expect((await call(readGroupPolicy, { params })).data).toEqual({ policy });
    expect((await call(getGroup, { params })).data).toMatchObject({ group: { hasAttestationPolicy: true } });
    const myself = { ...params, userId: admin.person.actor.userId };
    expect(await call(putGroupMember, { params: myself })).toMatchObject({ status: 409, code: "CONFLICT" });
    expect(await call(deleteGroupPolicy, { params })).toMatchObject({ status: 200, data: { policy: null } });
    expect(await call(deleteGroupPolicy, { params })).toMatchObject({ status: 200 });
    expect(await call(putGroupMember, { params: myself })).toMatchObject({ status: 200 });
    expect(await call(putGroupPolicy, { params, body: policy })).toMatchObject({
      status: 409,
      code: "CONFLICT",
    });
    expect(await call(putGroupPolicy, { params, body: { trustedOnly: true } })).toMatchObject({
      code: "VALIDATION_ERROR",
      fields: ["trustedOnly"],
    });
  });
});
