import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import type { SigningKey } from "#lib/signing-keys/schema.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { keysList, keysRevoke, keysRotate } from "./keys.ts";
import { UsageError } from "./usage-error.ts";
import { userList, userSetProfile, userShow } from "./user.ts";

let t: TestDatabase;
let folder: string;
let ctx: Context;
let username: string;
const file = (value: unknown) => {
  writeFileSync(join(folder, "file.json"), JSON.stringify(value));
  return join(folder, "file.json");
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "latchkey-cli-"));
  t = await testDatabase();
  ctx = t.context({ actor: { type: "operator" } });
});
beforeEach(async () => {
  username = `${newId()}@example.com`;
  await buildUser(t.db, { username });
});
afterAll(async () => {
  await t.close();
  rmSync(folder, { recursive: true });
});

describe("user", () => {
  it("set-profile takes a file, show prints what is known, and list names everybody", async () => {
    const path = file({ givenName: "Ana", birthdate: "1984", emailVerified: true });
    expect(await userSetProfile.run(ctx, { user: username, file: path })).toContain('"givenName": "Ana"');
    expect(JSON.parse(await userShow.run(ctx, { user: username.toUpperCase() }))).toMatchObject({
      username,
      givenName: "Ana",
      birthdate: "1984",
      emailVerified: true,
    });
    expect(await userList.run(ctx, {})).toContain(`${username}  Ana Ruiz  user`);
    expect(JSON.parse(await userList.run(ctx, { json: true }))).toContainEqual(
      expect.objectContaining({ username }),
    );
  });

  it("says what is missing, who is not there, and every member that is wrong", async () => {
    await expect(userShow.run(ctx, {})).rejects.toThrow("user show needs --user.");
    await expect(userShow.run(ctx, { user: "nobody" })).rejects.toThrow("There is no user 'nobody'.");
    await expect(userSetProfile.run(ctx, { user: username })).rejects.toThrow(UsageError);
    await expect(userSetProfile.run(ctx, { user: username, file: file([]) })).rejects.toThrow(UsageError);
    const wrong = userSetProfile.run(ctx, { user: username, file: file({ role: "admin", locale: "x" }) });
    await expect(wrong).rejects.toThrow(DomainError);
    await expect(wrong).rejects.toMatchObject({ code: "VALIDATION_ERROR" });
  });
});

describe("keys", () => {
  it("list tells before the first start that there are none", async () => {
    expect(await keysList.run(ctx, {})).toBe(
      "There are no keys yet. The server makes them at its first start.",
    );
  });

  it("rotate and revoke show what has become of the keys, and what follows", async () => {
    await ensureSigningKeys(t.runtime());
    const now = { ...ctx, now: new Date() };
    expect(await keysRotate.run(now, { algorithm: "ES256" })).toMatch(
      /takes over at the time below.*can sign from/s,
    );
    const [first] = JSON.parse(await keysList.run(now, { json: true })) as SigningKey[];
    const told = await keysRevoke.run(now, { kid: first?.kid ?? "" });
    expect(told).toContain("Tokens that it signed are refused from then on.");
    expect(told).toMatch(new RegExp(`retired +${first?.kid} +revoked 20`));
    const later = { ...ctx, now: new Date(Date.now() + 500_000) };
    expect(await keysRotate.run(later, {})).toContain("The next keys sign from now on");
  });

  it("refuse an unknown algorithm, and a kid that is none", async () => {
    await expect(keysRotate.run(ctx, { algorithm: "HS256" })).rejects.toThrow(UsageError);
    await expect(keysRevoke.run(ctx, {})).rejects.toThrow(UsageError);
    await expect(keysRevoke.run(ctx, { kid: "unknown" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
