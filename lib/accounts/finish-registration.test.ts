import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signIn, signUp } from "#lib/testing/authenticator/sign-up.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

describe("signing up", () => {
  it.each([-7, -8, -35, -36, -37, -257] as const)(
    "takes a passkey of COSE algorithm %i and signs in with it",
    async (algorithm) => {
      const ctx = t.context();
      const username = `alg${-algorithm}@example.com`;
      const person = await signUp(ctx, { username, displayName: "Ana", authenticator: { algorithm } });
      expect(person.user).toMatchObject({ username, displayName: "Ana" });
      expect(person.signals.allAcceptedCredentialIds).toHaveLength(1);
      const signedIn = await signIn(ctx, person.authenticator);
      expect(signedIn.user.id).toBe(person.user.id);
    },
  );
});
