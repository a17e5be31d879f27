import { afterAll, beforeAll, expect, it } from "vitest";
import { users } from "#drizzle/schema/users.ts";
import { addClient } from "#lib/clients/add-client.ts";
import { setRuntime } from "#lib/context/runtime.ts";
import { createGroup } from "#lib/groups/create-group.ts";
import type { DescribedHandler } from "#lib/http/route-contract.ts";
import { sealSessionCookie } from "#lib/http/session-cookie.ts";
import { signUp } from "#lib/testing/authenticator/sign-up.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { deleteOneClient, getOneClient, patchClient } from "./client.ts";
import { deleteGroup, getGroup, patchGroup } from "./group.ts";
import { deleteGroupPolicy, putGroupPolicy, readGroupPolicy } from "./group-attestation-policy.ts";
import { deleteOneUser, getUser, patchUser } from "./user.ts";

let t: TestDatabase;
let cookie: string;
let ids: Record<"user" | "group" | "team" | "client", string>;
beforeAll(async () => {
  t = await testDatabase();
  setRuntime(t.runtime());
  const { token } = await signUp(t.context({ now: new Date() }), { username: "root@example.com" });
  await t.db.update(users).set({ role: "admin" });
  const session = { token, expiresAt: new Date(Date.now() + 60_000) };
  cookie = (await sealSessionCookie(t.runtime(), session)).split(";")[0] ?? "";
  const operator = t.context({ actor: { type: "operator" } });
  const group = await createGroup(operator, { name: "staff", displayName: "Staff" });
  const team = await createGroup(operator, { name: "team", displayName: "Team" });
  const person = await buildUser(t.db);
  const { client } = await addClient(operator, { name: "App", redirectUris: ["https://app.example.com/cb"] });
  ids = { user: person.actor.userId, group: group.id, team: team.id, client: client.id };
});
afterAll(() => t.close());

async function call(
  route: DescribedHandler,
  id: string,
  { ifMatch, body }: { ifMatch?: string; body?: object } = {},
) {
  const { method, path } = route.contract;
  const response = await route(
    new Request(`https://id.example.com${path.replace("{id}", id)}`, {
      method,
      headers: {
        cookie,
        origin: "https://id.example.com",
        ...(ifMatch === undefined ? {} : { "if-match": ifMatch }),
        ...(body ? { "content-type": "application/json" } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }),
  );
  const { error } = (await response.json()) as { error?: { code: string } };
  return { status: response.status, etag: response.headers.get("etag") ?? "", code: error?.code };
}

it.each([
  ["user", getUser, patchUser, (n: number) => ({ nickname: `n${n}` }), deleteOneUser],
  ["group", getGroup, patchGroup, (n: number) => ({ displayName: `n${n}` }), deleteGroup],
  ["client", getOneClient, patchClient, (n: number) => ({ name: `n${n}` }), deleteOneClient],
] as const)("a %s changes only as its author saw it", async (what, get, patch, change, remove) => {
  const id = ids[what];
  const read = await call(get, id);
  expect(read.etag).toMatch(/^"[a-z0-9]+"$/);
  const changed = await call(patch, id, { ifMatch: read.etag, body: change(1) });
  expect(changed).toMatchObject({ status: 200 });
  expect(changed.etag).not.toBe(read.etag);
  expect((await call(get, id)).etag).toBe(changed.etag);
  const stale = { status: 412, code: "PRECONDITION_FAILED" };
  expect(await call(patch, id, { ifMatch: read.etag, body: change(2) })).toMatchObject(stale);
  expect((await call(get, id)).etag).toBe(changed.etag);
  expect(await call(remove, id, { ifMatch: read.etag })).toMatchObject(stale);
  expect(await call(remove, id, { ifMatch: changed.etag })).toMatchObject({ status: 200 });
});

it("a group's policy changes only as its author saw the group", async () => {
  const id = ids.team;
  const read = await call(readGroupPolicy, id);
  expect(read.etag).toBe((await call(getGroup, id)).etag);
  const put = (ifMatch: string) => call(putGroupPolicy, id, { ifMatch, body: { deviceBoundOnly: true } });
  const changed = await put(read.etag);
  expect(changed).toMatchObject({ status: 200, etag: (await call(readGroupPolicy, id)).etag });
  const stale = { status: 412, code: "PRECONDITION_FAILED" };
  expect(await put(read.etag)).toMatchObject(stale);
  expect(await call(deleteGroupPolicy, id, { ifMatch: read.etag })).toMatchObject(stale);
  expect(await call(deleteGroupPolicy, id, { ifMatch: changed.etag })).toMatchObject({ status: 200 });
});
