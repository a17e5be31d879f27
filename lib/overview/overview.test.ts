import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apiKeys } from "#drizzle/schema/api-keys.ts";
import { clientSecrets } from "#drizzle/schema/clients.ts";
import { credentials } from "#drizzle/schema/credentials.ts";
import type { ApiKeyId, UserId } from "#drizzle/schema/ids.ts";
import { signingKeys } from "#drizzle/schema/signing-keys.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import { putSetting } from "#lib/settings/store.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import { signUp } from "#lib/testing/authenticator/sign-up.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { getOverview } from "./get-overview.ts";
import { measurePeople } from "./people-figures.ts";

const hourMs = 3_600_000;
let t: TestDatabase;
let admin: Context;
beforeAll(async () => {
  t = await testDatabase({ DATABASE_URL: "postgres://somewhere/else" });
  await ensureSigningKeys(t.runtime());
  const { actor } = await buildUser(t.db, { role: "admin" });
  admin = t.context({ actor });
});
afterAll(() => t.close());

const kinds = async (ctx = admin) => (await getOverview(ctx)).attention.map(({ kind }) => kind);
const attention = async (kind: string) =>
  (await getOverview(admin)).attention.find((item) => item.kind === kind);
const ago = (ms: number) => new Date(testNow.getTime() - ms);

describe("what needs a look", () => {
  it("is nothing where all is well", async () => {
    // The builder's people have no passkey; it is said of them alone.
    expect(await kinds()).toEqual(["no_passkey"]);
    await t.sql`update users set status = 'disabled'`;
    expect(await kinds()).toEqual([]);
    await t.sql`update users set status = 'active'`;
  });

  it("counts people without a passkey and with one alone, and passkeys that may have been copied", async () => {
    const { passkey, user } = await signUp(t.context(), { username: "leo@id.example" });
    expect(await attention("one_passkey")).toMatchObject({ count: 1, more: false });
    await t.db.update(credentials).set({ cloneSuspectedAt: testNow }).where(eq(credentials.id, passkey.id));
    expect(await attention("clone_suspected")).toMatchObject({ count: 1 });
    await t.db.update(credentials).set({ revokedAt: testNow }).where(eq(credentials.id, passkey.id));
    expect(await kinds()).toEqual(["no_passkey"]);
    expect((await attention("no_passkey"))?.count).toBe(2);
    await t.sql`delete from users where id = ${user.id}`;
  });

  it("names apps and keys that end soon, and keeps quiet of those that have something newer", async () => {
    const { client } = await buildClient(t.context());
    const inDays = (days: number) => new Date(testNow.getTime() + days * 24 * hourMs);
    await t.db.update(clientSecrets).set({ expiresAt: inDays(13) });
    expect(await attention("client_secrets")).toMatchObject({
      count: 1,
      named: [{ id: client.id, name: client.name }],
    });
    await t.db.insert(clientSecrets).values({
      id: crypto.randomUUID(),
      clientId: client.id,
      secretHash: new Uint8Array(32),
      createdAt: testNow,
    });
    expect(await attention("client_secrets")).toBeUndefined();
    const key = {
      keyHash: new Uint8Array(32).fill(7),
      hint: "lk_",
      scopes: [],
      createdBy: admin.actor.type === "user" ? admin.actor.userId : newId<UserId>(),
      createdAt: testNow,
    };
    await t.db
      .insert(apiKeys)
      .values({ ...key, id: newId<ApiKeyId>(), name: "deploy", expiresAt: inDays(1) });
    expect(await attention("api_keys")).toMatchObject({ count: 1, named: [{ name: "deploy" }] });
    await t.db.update(apiKeys).set({ expiresAt: inDays(15) });
    expect(await attention("api_keys")).toBeUndefined();
  });

  it("tells of keys that should have changed, and of messages that were given up this week", async () => {
    await t.db.update(signingKeys).set({ activatedAt: ago(89 * 24 * hourMs) });
    expect(await attention("key_rotation")).toBeUndefined();
    await t.db.update(signingKeys).set({ activatedAt: ago(92 * 24 * hourMs) });
    expect((await attention("key_rotation"))?.count).toBeGreaterThan(0);
    await t.db.update(signingKeys).set({ activatedAt: testNow });
    for (const days of [1, 8])
      await appendAuditEvent(t.context({ now: ago(days * 24 * hourMs) }), t.db, {
        action: "outbox.given_up",
        outcome: "failure",
        reason: "550",
      });
    expect(await attention("undelivered")).toMatchObject({ count: 1 });
  });

  it("shows each role what it may see, and nobody else anything", async () => {
    const of = async (role: "helpdesk" | "auditor" | "user") => {
      const { actor } = await buildUser(t.db, { role });
      return await getOverview(t.context({ actor }));
    };
    const helpdesk = await of("helpdesk");
    expect(Object.keys(helpdesk).sort()).toEqual(["attention", "providers"]);
    expect(helpdesk.attention.map(({ kind }) => kind)).not.toContain("undelivered");
    expect(Object.keys(await of("auditor")).sort()).toEqual(["attention", "providers", "signIns"]);
    await expect(of("user")).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(getOverview(t.context())).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("asks everybody anew only where that is quick", async () => {
    await putSetting(t.db, "people_figures", { none: 4321, one: 0, tookMs: 900 }, testNow);
    expect((await attention("no_passkey"))?.count).toBe(4321);
    await measurePeople(t.db, testNow);
    expect((await attention("no_passkey"))?.count).toBeLessThan(10);
  });
});
