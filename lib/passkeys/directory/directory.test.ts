import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { credentials } from "#drizzle/schema/credentials.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { signUp } from "#lib/testing/authenticator/sign-up.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { queryPlans } from "#lib/testing/query-plans.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { listMatchingPasskeys } from "./list-matching-passkeys.ts";
import { listModels } from "./list-models.ts";
import { revokePasskeys } from "./revoke-passkeys.ts";
import { passkeyQuerySchema, revokePasskeysSchema } from "./schema.ts";
import { searchPasskeys } from "./search-passkeys.ts";

let t: TestDatabase;
let admin: Context;
let counter = 0;
beforeAll(async () => {
  t = await testDatabase();
  const root = await signUp(t.context(), { username: "root@example.com" });
  await t.db.update(users).set({ role: "admin" });
  admin = t.context({ actor: { ...root.actor, role: "admin" } });
});
afterAll(() => t.close());

const query = (values: Record<string, unknown> = {}) => passkeyQuerySchema.parse(values);
const day = 86_400_000;
const ago = (days: number) => new Date(testNow.getTime() - days * day);
const model = "ee882879-721c-4913-9775-3dfcce97072a";
const ownModel = "fbfc3007-154e-4ecc-8c0b-6e020557d7bd";

async function newPasskey(values: Partial<typeof credentials.$inferInsert> = {}) {
  counter += 1;
  const { actor, passkey } = await signUp(t.context(), { username: `person${counter}@example.com` });
  await t.db
    .update(credentials)
    .set({ name: "Key", ...values })
    .where(eq(credentials.id, passkey.id));
  return { id: passkey.id, userId: actor.userId, actor };
}

async function found(values: Record<string, unknown>) {
  const { passkeys, count } = await searchPasskeys(admin, query(values));
  expect(count).toBe(passkeys.length);
  return passkeys.map(({ id }) => id);
}

describe("passkeys across people", () => {
  it("are found by how they are used", async () => {
    const never = await newPasskey({ lastUsedAt: null, createdAt: ago(100) });
    const fresh = await newPasskey({ lastUsedAt: null });
    const unused = await newPasskey({ lastUsedAt: ago(91), createdAt: ago(100) });
    const used = await newPasskey({ lastUsedAt: ago(1), createdAt: ago(100) });
    const copied = await newPasskey({ cloneSuspectedAt: ago(1) });
    const neverUsed = await found({ state: "never_used" });
    expect(neverUsed).toEqual(expect.arrayContaining([never.id, fresh.id]));
    expect(neverUsed).not.toContain(used.id);
    const neglected = await found({ state: "unused" });
    expect(neglected).toEqual(expect.arrayContaining([never.id, unused.id]));
    expect(neglected).not.toContain(fresh.id);
    expect(neglected).not.toContain(used.id);
    expect(await found({ state: "clone_suspected" })).toEqual([copied.id]);
    const byUse = await found({ sort: "-used", limit: 200 });
    expect(byUse.indexOf(used.id)).toBeLessThan(byUse.indexOf(unused.id));
  });

  it("are found by model, with what it is called", async () => {
    const one = await newPasskey({ aaguid: model });
    const { passkeys } = await searchPasskeys(admin, query({ aaguid: model.toUpperCase() }));
    expect(passkeys).toMatchObject([{ id: one.id, product: "YubiKey 5", user: { id: one.userId } }]);
    expect(await found({ aaguid: model, format: "tpm" })).toEqual([]);
  });

  it("are found by what holds them and what their attestation is worth", async () => {
    const nobody = { backupEligible: false, backupState: false, deviceType: "single_device" } as const;
    const synced = await newPasskey({ backupEligible: true, backupState: true, deviceType: "multi_device" });
    const waiting = await newPasskey({ backupEligible: true, backupState: false, transports: ["usb"] });
    const key = await newPasskey({ ...nobody, transports: ["usb", "nfc"], attestationTrust: "trusted" });
    const phone = await newPasskey({ ...nobody, transports: ["internal", "nfc"], attestationTrust: "self" });
    expect(await found({ kind: "not_backed_up" })).toEqual([waiting.id]);
    expect(await found({ kind: "security_key" })).toEqual([key.id]);
    const synchronised = await found({ kind: "synced" });
    expect(synchronised).toContain(synced.id);
    expect(synchronised).not.toContain(waiting.id);
    const bound = await found({ kind: "device_bound" });
    expect(bound).toContain(phone.id);
    expect(bound).not.toContain(key.id);
    expect(await found({ trust: "trusted" })).toEqual([key.id]);
    expect(await found({ trust: "self" })).toEqual([phone.id]);
    const { passkeys } = await searchPasskeys(admin, query({ trust: "trusted" }));
    expect(passkeys).toMatchObject([{ kind: "security_key" }]);
  });

  it("are found by whom they belong to", async () => {
    const { id, userId } = await newPasskey();
    await t.db.update(users).set({ displayName: "Ewa Nowak-Ruiz" }).where(eq(users.id, userId));
    for (const q of ["nowak", "ewa ruiz", "RUI"]) expect(await found({ q })).toEqual([id]);
    expect(await found({ q: "nobody" })).toEqual([]);
    expect(await found({ q: "'):*" })).not.toEqual([]);
  });

  it("are counted by model, the revoked not", async () => {
    const other = "ee882879-721c-4913-9775-3dfcce970720";
    const [one, two] = [await newPasskey({ aaguid: other }), await newPasskey({ aaguid: other })];
    await revokePasskeys(admin, { ids: [one.id], reason: "lost" });
    const models = await listModels(admin);
    expect(models).toContainEqual({ aaguid: other, passkeys: 1 });
    expect(models).toContainEqual({ aaguid: model, passkeys: 1, product: "YubiKey 5" });
    expect(models.map(({ passkeys }) => passkeys)).toEqual(
      models.map(({ passkeys }) => passkeys).sort((a, b) => b - a),
    );
    await revokePasskeys(admin, { ids: [two.id], reason: "lost" });
    expect((await listModels(admin)).map(({ aaguid }) => aaguid)).not.toContain(other);
  });

  it("are found by models whose number has no version and no variant of a UUID", async () => {
    for (const odd of ["50726f74-6f6e-5061-7373-50726f746f6e", "01020304-0506-0708-0102-030405060708"]) {
      const { id } = await newPasskey({ aaguid: odd });
      expect(await found({ aaguid: odd })).toEqual([id]);
      expect(revokePasskeysSchema.safeParse({ aaguid: odd, reason: "x" }).success).toBe(true);
    }
    expect(passkeyQuerySchema.safeParse({ aaguid: "YubiKey" }).success).toBe(false);
  });

  it("of one person are found alone, and the revoked apart from those that work", async () => {
    const { id, userId } = await newPasskey();
    expect((await searchPasskeys(admin, query({ user: userId }))).passkeys).toMatchObject([{ id }]);
    await revokePasskeys(admin, { ids: [id], reason: "lost" });
    expect((await searchPasskeys(admin, query({ user: userId }))).passkeys).toEqual([]);
    expect((await searchPasskeys(admin, query({ state: "revoked", user: userId }))).passkeys).toMatchObject([
      { id, revokedReason: "lost" },
    ]);
  });

  it("are not for people without the right", async () => {
    const { actor } = await buildUser(t.db, { username: "nosy@example.com" });
    const ctx = t.context({ actor: { ...actor, amr: ["mfa"] } });
    await expect(searchPasskeys(ctx, query())).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(listModels(ctx)).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const role of ["user", "helpdesk", "auditor"] as const)
      await expect(
        revokePasskeys({ ...ctx, actor: { ...actor, role, amr: ["mfa"] } }, { ids: [], reason: "x" }),
      ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("revoking many", () => {
  it("says of each what came of it, and one does not keep the others", async () => {
    const [one, two] = [await newPasskey(), await newPasskey()];
    await revokePasskeys(admin, { ids: [one.id], reason: "lost" });
    const { results, more, signedOut } = await revokePasskeys(admin, {
      ids: [one.id, two.id],
      reason: "all",
    });
    expect({ more, signedOut }).toEqual({ more: false, signedOut: false });
    expect(results).toMatchObject([
      {
        id: one.id,
        revoked: false,
        refusal: { code: "CREDENTIAL_NOT_FOUND", message: "There is no such passkey." },
      },
      { id: two.id, revoked: true },
    ]);
  });

  it("takes all of a model, and never the only way in of who asks", async () => {
    await t.db.update(credentials).set({ aaguid: model });
    const { results } = await revokePasskeys(admin, { aaguid: model, reason: "recalled" });
    expect(results.length).toBeGreaterThan(3);
    expect(results.filter(({ revoked }) => !revoked)).toMatchObject([
      { refusal: { code: "LAST_CREDENTIAL" } },
    ]);
    expect(results.at(-1)?.revoked).toBe(false);
    const left = await searchPasskeys(admin, query({ aaguid: model }));
    expect(left.count).toBe(1);
  });
});

describe("with many passkeys", () => {
  beforeAll(async () => {
    await t.db.execute(sql`
      insert into users (id, username, display_name, webauthn_handle, role, status, created_at, updated_at)
      select md5('many' || n)::uuid, 'many' || n || '@example.com', 'Many', sha512(n::text::bytea), 'user', 'active', now(), now()
      from generate_series(1, 4000) n`);
    await t.db.execute(sql`
      insert into credentials (id, user_id, credential_id, public_key, algorithm, sign_count, aaguid, transports,
        device_type, backup_eligible, backup_state, user_verified, attestation_format, attestation_trust, name,
        created_at, last_used_at)
      select gen_random_uuid(), md5('many' || 1 + n % 4000)::uuid, sha256(n::text::bytea), sha256(n::text::bytea), -7, 0, gen_random_uuid(),
        '{}', 'multi_device', true, true, true, 'none', 'none', 'Key ' || n, now(), now() - n * interval '1 minute'
      from generate_series(1, 20000) n`);
    await t.db.execute(sql`analyze credentials`);
    await t.db.execute(sql`analyze users`);
  });

  it.each([
    ["the list", {}],
    ["by last use", { sort: "-used" }],
    ["never used", { state: "never_used" }],
    ["unused", { state: "unused", sort: "used" }],
    ["suspected", { state: "clone_suspected" }],
    ["revoked", { state: "revoked" }],
    ["a model", { aaguid: model }],
    ["a format", { format: "tpm" }],
    ["a kind", { kind: "security_key" }],
    ["what is trusted", { trust: "trusted" }],
  ])("reads %s from an index", async (_, values) => {
    const plans = await queryPlans(t, (db) => searchPasskeys({ ...admin, db }, query(values)));
    const [count, page] = plans.filter((plan) => plan.includes("credentials"));
    expect(page).not.toMatch(/Seq Scan on credentials/);
    expect(count).toMatch(/Limit/);
  });

  it("means all that match over many pages, as far as it was told to, and one's own last", async () => {
    const { credentialId: own } = admin.actor as UserActor;
    const all = await listMatchingPasskeys(admin, {}, 2_500);
    expect([all.length, new Set(all).size]).toEqual([2_500, 2_500]);
    const rooted = await newPasskey();
    await t.db.update(credentials).set({ aaguid: ownModel }).where(eq(credentials.id, rooted.id));
    if (own) await t.db.update(credentials).set({ aaguid: ownModel }).where(eq(credentials.id, own));
    expect(await listMatchingPasskeys(admin, { aaguid: ownModel }, 10)).toEqual([rooted.id, own]);
    const { actor } = await buildUser(t.db);
    await expect(listMatchingPasskeys(t.context({ actor }), {}, 10)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("finds those of few people first, by the index of their names", async () => {
    const plans = await queryPlans(t, (db) => searchPasskeys({ ...admin, db }, query({ q: "ewa" })));
    const [, page] = plans.filter((plan) => plan.includes("credentials"));
    expect(page).toMatch(/user_id = ANY/);
    expect(page).toMatch(/users_search/);
  });

  it("lists the newest first where very many match a word", async () => {
    const { passkeys, count } = await searchPasskeys(admin, query({ q: "many" }));
    const ids = passkeys.map(({ id }) => id);
    expect(count).toBe(10_001);
    expect(ids).toHaveLength(50);
    expect(ids).toEqual(ids.toSorted().reverse());
  });

  it("goes from model to model in the index", async () => {
    const [plan] = await queryPlans(t, (db) => listModels({ ...admin, db }));
    expect(plan).not.toMatch(/Seq Scan on credentials/);
  });
});
