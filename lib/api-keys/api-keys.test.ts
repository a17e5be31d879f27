import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apiKeys } from "#drizzle/schema/api-keys.ts";
import { auditEvents } from "#drizzle/schema/audit.ts";
import type { ApiKeyId, UserId } from "#drizzle/schema/ids.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { deleteEndedApiKeys } from "./cleanup.ts";
import { createApiKey } from "./create-api-key.ts";
import { listApiKeys } from "./list-api-keys.ts";
import { resolveApiKey } from "./resolve-api-key.ts";
import { revokeApiKey } from "./revoke-api-key.ts";

let t: TestDatabase;
let admin: UserActor;
let ctx: Context;
beforeAll(async () => {
  t = await testDatabase();
  const { actor } = await buildUser(t.db, { role: "admin" });
  admin = { ...actor, amr: ["hwk", "user", "mfa"] };
  ctx = t.context({ actor: admin });
});
afterAll(() => t.close());

const later = (days: number) => t.context({ now: new Date(testNow.getTime() + days * 86_400_000) });
const make = (values = {}) => createApiKey(ctx, { name: "deploy", scopes: ["users.read"], ...values });

describe("an API key", () => {
  it("is shown once, and lives as long as was asked", async () => {
    const { key, apiKey } = await make({ expiresInDays: 2 });
    expect(key).toMatch(/^lk_[\w-]{43}$/);
    expect(apiKey).toMatchObject({ state: "live", hint: key.slice(0, 7), createdBy: { id: admin.userId } });
    expect(JSON.stringify(await t.db.select().from(apiKeys))).not.toContain(key);
    expect(await resolveApiKey(later(1.9), key)).toMatchObject({ keyId: apiKey.id, scopes: ["users.read"] });
    expect(await resolveApiKey(later(2), key)).toBeUndefined();
    const [event] = (await t.db.select().from(auditEvents)).slice(-1);
    expect(event).toMatchObject({ action: "api_key.created", details: { name: "deploy" } });
    expect(JSON.stringify(event)).not.toContain(key);
  });

  it("is ended at once, once", async () => {
    const { key, apiKey } = await make();
    const id = apiKey.id as ApiKeyId;
    const ends = await Promise.allSettled(Array.from({ length: 20 }, () => revokeApiKey(ctx, id)));
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await resolveApiKey(ctx, key)).toBeUndefined();
    expect((await listApiKeys(ctx)).find((one) => one.id === id)).toMatchObject({ state: "revoked" });
  });

  it("is forgotten three months after its end", async () => {
    const { apiKey } = await make({ expiresInDays: 1 });
    const listed = async () => (await listApiKeys(ctx)).some(({ id }) => id === apiKey.id);
    await deleteEndedApiKeys(t.db, later(90).now);
    expect(await listed()).toBe(true);
    await deleteEndedApiKeys(t.db, later(91.1).now);
    expect(await listed()).toBe(false);
  });

  it("is made with no more than its maker may do, and never to make keys or give roles", async () => {
    for (const scopes of [[], ["api_keys.write"], ["roles.write"], ["everything"]])
      await expect(make({ scopes }), scopes.join()).rejects.toMatchObject({ code: "VALIDATION_ERROR" });
    const { actor: auditor } = await buildUser(t.db, { role: "auditor", username: "auditor@example.com" });
    const operator = t.context({ actor: { type: "operator" } });
    await expect(
      createApiKey(operator, { name: "x", scopes: ["users.write"] }, auditor.userId),
    ).rejects.toMatchObject({ code: "VALIDATION_ERROR" });
    const { apiKey } = await createApiKey(operator, { name: "x", scopes: ["users.read"] }, auditor.userId);
    expect(apiKey.createdBy.id).toBe(auditor.userId);
  });

  it("is made, seen and ended by administrators and operators alone", async () => {
    const { actor: other } = await buildUser(t.db, { role: "helpdesk", username: "help@example.com" });
    const key: Context["actor"] = {
      type: "api_key",
      keyId: newId<ApiKeyId>(),
      name: "x",
      scopes: ["api_keys.write"],
      createdBy: admin.userId,
      creatorRole: "helpdesk",
    };
    for (const actor of [{ ...other, amr: ["mfa"] }, key, { type: "anonymous" }] as Context["actor"][]) {
      const refused = t.context({ actor });
      await expect(createApiKey(refused, { name: "x", scopes: ["users.read"] })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
      await expect(listApiKeys(refused)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(revokeApiKey(refused, newId<ApiKeyId>())).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    const { actor: peer } = await buildUser(t.db, { role: "admin", username: "peer@example.com" });
    await expect(
      createApiKey(ctx, { name: "x", scopes: ["users.read"] }, peer.userId as UserId),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    const stale = t.context({ actor: admin, now: later(1).now });
    await expect(createApiKey(stale, { name: "x", scopes: ["users.read"] })).rejects.toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
  });
});
