import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { credentials } from "#drizzle/schema/credentials.ts";
import { signUp } from "#lib/testing/authenticator/sign-up.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { openPublicKey } from "./seal-public-key.ts";
import { recordCredentialUse } from "./store.ts";

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

describe("the counter of a passkey", () => {
  it("takes the same value from exactly one of many uses at once", async () => {
    const { passkey } = await signUp(t.context(), { username: "counter@example.com" });
    const use = { signCount: 7, backupState: false, now: testNow, ip: "", userAgent: "" };
    const uses = await Promise.all(
      Array.from({ length: 20 }, () => t.db.transaction((tx) => recordCredentialUse(tx, passkey.id, use))),
    );
    expect(uses.filter((result) => result?.counterRegressed === false)).toHaveLength(1);
  });

  it("never goes back in the row", async () => {
    const { passkey } = await signUp(t.context(), { username: "back@example.com" });
    for (const signCount of [9, 3, 0])
      await recordCredentialUse(t.db, passkey.id, {
        signCount,
        backupState: false,
        now: testNow,
        ip: "",
        userAgent: "",
      });
    const [row] = await t.db.select().from(credentials).where(eq(credentials.id, passkey.id));
    expect(row).toMatchObject({ signCount: 9, cloneSuspectedAt: testNow });
  });
});

describe("a sealed public key", () => {
  it("opens for its own person and credential id only", async () => {
    const first = await signUp(t.context(), { username: "first@example.com" });
    const second = await signUp(t.context(), { username: "second@example.com" });
    const [row] = await t.db.select().from(credentials).where(eq(credentials.id, first.passkey.id));
    const [other] = await t.db.select().from(credentials).where(eq(credentials.id, second.passkey.id));
    if (!row || !other) throw new Error("no rows");
    const ctx = t.context();
    expect(openPublicKey(ctx, row)).toEqual(
      new Uint8Array(first.authenticator.credentials[0]?.keyPair.publicKey ?? []),
    );
    expect(() => openPublicKey(ctx, { ...row, userId: other.userId })).toThrow();
    expect(() => openPublicKey(ctx, { ...row, credentialId: other.credentialId })).toThrow();
    expect(() => openPublicKey(ctx, { ...row, publicKey: other.publicKey })).toThrow();
  });
});
