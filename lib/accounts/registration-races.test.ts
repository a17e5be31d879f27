/** Registrations that end in the same moment and want the same thing. */
import { randomBytes } from "node:crypto";
import { eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { credentials } from "#drizzle/schema/credentials.ts";
import { users } from "#drizzle/schema/users.ts";
import type { ErrorCode } from "#lib/errors/codes.ts";
import { registrationResponseSchema } from "#lib/passkeys/schema.ts";
import {
  type CreateDeviation,
  createAuthenticator,
} from "#lib/testing/authenticator/software-authenticator.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { beginAccount } from "./begin-account.ts";
import { finishRegistration } from "./finish-registration.ts";

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

/** Begins them one by one, and ends them all at once; how many were taken, and what the others were told. */
async function race(usernames: readonly string[], deviation: CreateDeviation) {
  const authenticator = createAuthenticator({ origin: "https://id.example.com" });
  const responses = [];
  for (const username of usernames) {
    const input = { username, displayName: undefined, setUpToken: undefined, wishes: {} };
    const options = await beginAccount(t.context(), input);
    responses.push(registrationResponseSchema.parse(authenticator.create(options, deviation)));
  }
  const outcomes = await Promise.allSettled(
    responses.map((response) => finishRegistration(t.context(), { response, deviceName: undefined })),
  );
  const codes = outcomes.flatMap((outcome): ErrorCode[] =>
    outcome.status === "rejected" ? [outcome.reason.code] : [],
  );
  return { taken: outcomes.length - codes.length, codes: [...new Set(codes)] };
}

const accountsOf = (usernames: readonly string[]) =>
  t.db
    .select({ username: users.username, credentialId: credentials.credentialId })
    .from(users)
    .leftJoin(credentials, eq(credentials.userId, users.id))
    .where(inArray(users.username, [...usernames]));

describe("of registrations at the same time", () => {
  it("one gets a credential id, and the others leave no account behind", async () => {
    const credentialId = new Uint8Array(randomBytes(32));
    const usernames = Array.from({ length: 20 }, (_, n) => `same-id-${n}@example.com`);
    expect(await race(usernames, { credentialId })).toEqual({ taken: 1, codes: ["DUPLICATE_CREDENTIAL"] });
    expect(await accountsOf(usernames)).toMatchObject([{ credentialId }]);
  });

  it("one gets a name, and the others leave no passkey behind", async () => {
    const usernames = Array.from({ length: 20 }, () => "same-name@example.com");
    const before = await t.db.$count(credentials);
    expect(await race(usernames, {})).toEqual({ taken: 1, codes: ["USER_EXISTS"] });
    expect(await accountsOf(usernames)).toHaveLength(1);
    expect(await t.db.$count(credentials)).toBe(before + 1);
  });
});
