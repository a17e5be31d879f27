import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { credentials } from "#drizzle/schema/credentials.ts";
import { users } from "#drizzle/schema/users.ts";
import { signUp } from "#lib/testing/authenticator/sign-up.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { beginSignIn } from "./begin-sign-in.ts";
import { isUnknownCredential } from "./is-unknown-credential.ts";

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

describe("a passkey is unknown", () => {
  it("when nobody has one of that id", async () => {
    for (const length of [1, 16, 20, 32, 1023])
      expect(await isUnknownCredential(t.context(), randomBytes(length).toString("base64url"))).toBe(true);
  });

  it("when its account is gone, and not before: not while it is live, nor as a revoked one", async () => {
    const person = await signUp(t.context(), { username: "ana@example.com" });
    const id = person.authenticator.credentials[0]?.id ?? "";
    expect(await isUnknownCredential(t.context(), id)).toBe(false);
    await t.db
      .update(credentials)
      .set({ revokedAt: new Date() })
      .where(eq(credentials.id, person.passkey.id));
    expect(await isUnknownCredential(t.context(), id)).toBe(false);
    await t.db.delete(credentials).where(eq(credentials.userId, person.actor.userId));
    await t.db.delete(users).where(eq(users.id, person.actor.userId));
    expect(await isUnknownCredential(t.context(), id)).toBe(true);
  });

  it("never when the start of a sign-in lists it, whether for somebody's name or for nobody's", async () => {
    await signUp(t.context(), { username: "bea@example.com" });
    const names = ["bea@example.com", ...Array.from({ length: 50 }, (_, n) => `nobody${n}@example.com`)];
    for (const username of names) {
      const { allowCredentials = [] } = await beginSignIn(t.context(), { username });
      expect(allowCredentials.length).toBeGreaterThan(0);
      for (const { id } of allowCredentials) expect(await isUnknownCredential(t.context(), id)).toBe(false);
    }
  });
});
