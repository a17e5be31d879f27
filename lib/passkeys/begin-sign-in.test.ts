import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { challenges } from "#drizzle/schema/passkeys.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { signUp } from "#lib/testing/authenticator/sign-up.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { beginSignIn } from "./begin-sign-in.ts";
import { deleteExpiredChallenges } from "./cleanup.ts";
import { decoyDescriptors, isDecoy } from "./decoy-descriptors.ts";

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

describe("beginning to sign in", () => {
  it("names no passkeys when nobody is named", async () => {
    const options = await beginSignIn(t.context(), {});
    expect(options).toEqual({
      challenge: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
      rpId: "id.example.com",
      allowCredentials: [],
      timeout: 300_000,
      userVerification: "required",
    });
  });

  it("names a person's passkeys, in whatever case the name was typed", async () => {
    const { authenticator } = await signUp(t.context(), { username: "Ana@example.com" });
    for (const username of ["ana@example.com", "ANA@EXAMPLE.COM"]) {
      const options = await beginSignIn(t.context(), { username });
      expect(options.allowCredentials).toEqual([
        { type: "public-key", id: authenticator.credentials[0]?.id, transports: ["internal"] },
      ]);
    }
  });

  it("answers for a name that nobody has in the same shape, the same each time", async () => {
    const known = await beginSignIn(t.context(), { username: "ana@example.com" });
    const unknown = await beginSignIn(t.context(), { username: "nobody@example.com" });
    const again = await beginSignIn(t.context(), { username: "Nobody@Example.com" });
    expect(Object.keys(unknown).sort()).toEqual(Object.keys(known).sort());
    expect(unknown.allowCredentials).toEqual(again.allowCredentials);
    expect(unknown.allowCredentials?.length).toBeGreaterThan(0);
    for (const descriptor of unknown.allowCredentials ?? []) {
      expect(descriptor).toMatchObject({
        type: "public-key",
        id: expect.stringMatching(/^[A-Za-z0-9_-]{22,64}$/),
      });
      expect(descriptor.transports?.length).toBeGreaterThan(0);
    }
    expect(unknown.challenge).not.toBe(again.challenge);
  });

  it("stores the same kind of row for both", async () => {
    for (const username of ["ana@example.com", "nobody@example.com"]) {
      const { challenge, allowCredentials } = await beginSignIn(t.context(), { username });
      const [row] = await t.db
        .select()
        .from(challenges)
        .where(eq(challenges.challengeHash, sha256(Buffer.from(challenge, "base64url"))));
      expect(row?.context).toMatchObject({ allowCredentials: allowCredentials?.map(({ id }) => id) });
    }
  });
});

describe("decoys", () => {
  it("differ from name to name, in ids and in number", () => {
    const lists = Array.from({ length: 200 }, (_, n) =>
      decoyDescriptors(t.context(), `name${n}@example.com`),
    );
    const ids = lists.flat().map(({ credentialId }) => Buffer.from(credentialId).toString("hex"));
    expect(new Set(ids).size).toBe(ids.length);
    // People with three passkeys or four must not be known by it.
    const numbers = new Set(lists.map(({ length }) => length));
    for (const number of [1, 2, 3, 4]) expect(numbers).toContain(number);
    expect(new Set(ids.map(({ length }) => length)).size).toBeGreaterThan(2);
  });

  it("are recognised by this program, and by no other", () => {
    const ctx = t.context();
    const key = new Uint8Array(randomBytes(32));
    const elsewhere = { keyring: { keys: [{ id: "other", key }] as const } };
    for (const { credentialId } of decoyDescriptors(ctx, "nobody@example.com")) {
      expect(isDecoy(ctx, credentialId)).toBe(true);
      expect(isDecoy(elsewhere, credentialId)).toBe(false);
      expect(isDecoy(ctx, credentialId.subarray(1))).toBe(false);
      expect(isDecoy(ctx, credentialId.with(0, (credentialId[0] ?? 0) ^ 1))).toBe(false);
    }
    for (const length of [0, 1, 7, 8, 9, 16, 32, 1023])
      expect(isDecoy(ctx, new Uint8Array(randomBytes(length)))).toBe(false);
  });

  it("stay the same when a key is added to the ring", () => {
    const ctx = t.context();
    const ring = {
      keys: [{ id: "new", key: new Uint8Array(randomBytes(32)) }, ...ctx.keyring.keys] as const,
    };
    expect(decoyDescriptors({ keyring: ring }, "nobody@example.com")).toEqual(
      decoyDescriptors(ctx, "nobody@example.com"),
    );
  });
});

describe("expired challenges", () => {
  it("are removed when their time is over, not before", async () => {
    await t.db.delete(challenges);
    await beginSignIn(t.context(), {});
    expect(await deleteExpiredChallenges(t.db, new Date(testNow.getTime() + 299_000))).toBe(0);
    expect(await deleteExpiredChallenges(t.db, new Date(testNow.getTime() + 300_000))).toBe(1);
  });
});
