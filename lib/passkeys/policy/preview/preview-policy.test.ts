import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { credentials } from "#drizzle/schema/credentials.ts";
import type { ApiKeyId, UserId } from "#drizzle/schema/ids.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Context } from "#lib/context/context.ts";
import { signUp } from "#lib/testing/authenticator/sign-up.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { meetsPolicy } from "../check-attestation-policy.ts";
import type { AttestationPolicy } from "../schema.ts";
import { setAttestationPolicy } from "../set-attestation-policy.ts";
import { previewPolicy } from "./preview-policy.ts";

const yubiKey = "ee882879-721c-4913-9775-3dfcce97072a";
const other = "cb69481e-8ff7-4039-93ec-0a2729a154a8";

let t: TestDatabase;
let admin: Context;
beforeAll(async () => {
  t = await testDatabase();
  const root = await signUp(t.context(), { username: "root@example.com" });
  await t.db.update(users).set({ role: "admin" });
  admin = t.context({ actor: { ...root.actor, role: "admin", amr: ["mfa"] } });
  await change(root.passkey.id, {
    aaguid: yubiKey,
    attestationFormat: "packed",
    deviceType: "single_device",
  });
  await person({ aaguid: other, deviceType: "multi_device" });
  await person({ aaguid: yubiKey, attestationTrust: "trusted", attestationFormat: "packed" });
  await person({ userVerified: false });
  await person({ revokedAt: testNow });
});
afterAll(() => t.close());

type Values = Partial<typeof credentials.$inferInsert>;

async function change(id: (typeof credentials.$inferSelect)["id"], values: Values) {
  await t.db.update(credentials).set(values).where(eq(credentials.id, id));
}

let counter = 0;
async function person(values: Values) {
  counter += 1;
  const { passkey } = await signUp(t.context(), { username: `person${counter}@example.com` });
  await change(passkey.id, values);
}

const policies: readonly AttestationPolicy[] = [
  {},
  { formats: ["none"] },
  { formats: ["packed", "tpm"] },
  { trustedOnly: true },
  { allowAaguids: [yubiKey] },
  { denyAaguids: [yubiKey] },
  { denyAaguids: [] },
  { deviceBoundOnly: true },
  { requireUserVerification: true },
  { allowAaguids: [yubiKey, other], deviceBoundOnly: true, requireUserVerification: true },
];

describe("the preview of a policy", () => {
  it.each(policies)("counts as the policy will judge: %j", async (policy) => {
    const rows = (await t.db.select().from(credentials)).filter(({ revokedAt }) => revokedAt === null);
    const refused = rows.filter((row) => !meetsPolicy(policy, row));
    const { passkeys, people } = await previewPolicy(admin, policy);
    expect(passkeys).toBe(refused.length);
    // Everybody here has one.
    expect(people).toBe(refused.length);
  });

  it("does not count who has another passkey that will do", async () => {
    const [row] = await t.db.select().from(credentials).where(eq(credentials.aaguid, other));
    if (!row) throw new Error("nobody has it");
    const policy = { denyAaguids: [other] };
    expect(await previewPolicy(admin, policy)).toMatchObject({ passkeys: 1, people: 1 });
    await t.db.insert(credentials).values({
      ...row,
      id: crypto.randomUUID() as typeof row.id,
      credentialId: new Uint8Array([1, 2, 3]),
      aaguid: yubiKey,
    });
    expect(await previewPolicy(admin, policy)).toMatchObject({ passkeys: 1, people: 0 });
  });

  it("tells how many administrators are left", async () => {
    expect(await previewPolicy(admin, {})).toMatchObject({ administratorsLeft: 1 });
    expect(await previewPolicy(admin, { denyAaguids: [yubiKey] })).toMatchObject({ administratorsLeft: 0 });
  });

  it("is for those who may see settings", async () => {
    const { actor } = await buildUser(t.db, { role: "helpdesk" });
    await expect(previewPolicy(t.context({ actor }), {})).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("a program that sets a policy", () => {
  it("cannot shut the last administrator out", async () => {
    const createdBy = (admin.actor.type === "user" ? admin.actor.userId : "") as UserId;
    const program = t.context({
      actor: {
        type: "api_key",
        keyId: "k" as ApiKeyId,
        name: "deploy",
        scopes: ["settings.write"],
        createdBy,
        creatorRole: "admin",
      },
    });
    await expect(setAttestationPolicy(program, { denyAaguids: [yubiKey] })).rejects.toMatchObject({
      code: "LAST_ADMINISTRATOR",
    });
    await expect(setAttestationPolicy(program, { denyAaguids: [other] })).resolves.toBeDefined();
  });
});
