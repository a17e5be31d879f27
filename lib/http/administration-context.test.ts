import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apiKeys } from "#drizzle/schema/api-keys.ts";
import type { ApiKeyId, UserId } from "#drizzle/schema/ids.ts";
import { users } from "#drizzle/schema/users.ts";
import { getUsers } from "#lib/api/admin/users.ts";
import { setRuntime } from "#lib/context/runtime.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { newId, randomSecret } from "#lib/crypto/random.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
  setRuntime(t.runtime());
});
afterAll(() => t.close());

async function newKey(values: Partial<typeof apiKeys.$inferInsert> = {}) {
  const { actor } = await buildUser(t.db, { role: "admin", username: `${newId<string>()}@example.com` });
  const key = `lk_${randomSecret()}`;
  await t.db.insert(apiKeys).values({
    id: newId<ApiKeyId>(),
    name: "deploy",
    keyHash: sha256(key),
    hint: key.slice(0, 7),
    scopes: ["users.read"],
    createdBy: actor.userId,
    createdAt: new Date(),
    expiresAt: new Date(Date.now() + 60_000),
    ...values,
  });
  return { key, maker: actor.userId };
}

async function call(headers: Record<string, string>) {
  const response = await getUsers(new Request("https://id.example.com/api/v1/admin/users", { headers }));
  const { error } = (await response.json()) as { error?: { code: string } };
  return { status: response.status, code: error?.code };
}

const withKey = (key: string) => call({ authorization: `Bearer ${key}` });

async function set(id: UserId, values: Partial<typeof users.$inferInsert>) {
  await t.db.update(users).set(values).where(eq(users.id, id));
}

describe("an API key", () => {
  it("opens what its scopes name, and notes its use", async () => {
    const { key } = await newKey();
    expect(await withKey(key)).toMatchObject({ status: 200 });
    const used = await t.db.select().from(apiKeys);
    expect(used.find(({ hint }) => hint === key.slice(0, 7))?.lastUsedAt).toBeInstanceOf(Date);
  });

  it("is refused when it is malformed, unknown, expired or revoked", async () => {
    const expired = await newKey({ expiresAt: new Date(Date.now() - 1) });
    const revoked = await newKey({ revokedAt: new Date() });
    for (const key of ["x", "lk_x", `lk_${randomSecret()}`, expired.key, revoked.key])
      expect(await withKey(key), key).toEqual({ status: 401, code: "UNAUTHENTICATED" });
    for (const authorization of ["", "Bearer", "Basic YTpi", `Bearer ${expired.key} x`])
      expect(await call({ authorization }), authorization).toMatchObject({ status: 401 });
  });

  it("is refused what its scopes do not name", async () => {
    const { key } = await newKey({ scopes: ["clients.read"] });
    expect(await withKey(key)).toEqual({ status: 403, code: "FORBIDDEN" });
  });

  it("ends with its maker's right to do the same", async () => {
    const { key, maker } = await newKey();
    await set(maker, { role: "user" });
    expect(await withKey(key)).toEqual({ status: 403, code: "FORBIDDEN" });
    await set(maker, { role: "admin", status: "disabled" });
    expect(await withKey(key)).toEqual({ status: 401, code: "UNAUTHENTICATED" });
  });

  it("stands alone: a bad one is not made good by a cookie beside it", async () => {
    expect(await call({ authorization: "Bearer x", cookie: "latchkey=anything" })).toMatchObject({
      status: 401,
    });
  });
});

it("without key and session there is nothing to see", async () => {
  expect(await call({})).toEqual({ status: 401, code: "UNAUTHENTICATED" });
});
