import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CredentialRowId } from "#drizzle/schema/ids.ts";
import type { Passkey } from "#lib/credentials/list-passkeys.ts";
import { newId } from "#lib/crypto/random.ts";
import { signUp } from "#lib/testing/authenticator/sign-up.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { makeRecoveryCodes } from "../recovery/make-recovery-codes.ts";
import { adviceOnCodes, adviceOnPasskeys, listAdvice } from "./list-advice.ts";

function passkey(changes: Partial<Passkey> = {}): Passkey {
  return {
    id: newId<CredentialRowId>(),
    name: "Laptop",
    aaguid: "00000000-0000-0000-0000-000000000000",
    createdAt: testNow,
    synced: true,
    backupEligible: true,
    backupState: true,
    deviceType: "multi_device",
    transports: ["internal"],
    usedForThisSession: false,
    ...changes,
  };
}

describe("on passkeys", () => {
  it("asks for one where there is none, for a second where there is one, and for no third", () => {
    expect(adviceOnPasskeys([])).toEqual([{ kind: "first_passkey" }]);
    expect(adviceOnPasskeys([passkey()])).toEqual([{ kind: "second_passkey", deviceBound: false }]);
    expect(adviceOnPasskeys([passkey({ backupEligible: false })])).toEqual([
      { kind: "second_passkey", deviceBound: true },
    ]);
    expect(adviceOnPasskeys([passkey(), passkey()])).toEqual([]);
  });

  it("names the one that may have been copied before anything else", () => {
    const copied = passkey({ name: "Key", cloneSuspectedAt: testNow });
    expect(adviceOnPasskeys([copied])).toEqual([
      { kind: "counter", passkey: "Key" },
      { kind: "second_passkey", deviceBound: false },
    ]);
    expect(adviceOnPasskeys([passkey(), copied])).toEqual([{ kind: "counter", passkey: "Key" }]);
  });
});

it("asks for recovery codes where there are none or few", () => {
  expect(adviceOnCodes({ left: 0, total: 0 })).toHaveLength(1);
  expect(adviceOnCodes({ left: 2, total: 10 })).toEqual([{ kind: "recovery_codes", left: 2, total: 10 }]);
  expect(adviceOnCodes({ left: 3, total: 10 })).toEqual([]);
});

describe("listAdvice", () => {
  let t: TestDatabase;
  beforeAll(async () => {
    t = await testDatabase();
  });
  afterAll(() => t.close());

  it("is for people who are signed in", async () => {
    await expect(listAdvice(t.context())).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("asks for what a new account lacks, and for the address only where mails can be sent", async () => {
    const { actor } = await signUp(t.context(), { username: "ana@example.com" });
    const ctx = t.context({ actor });
    const kinds = async (context = ctx) => (await listAdvice(context)).map(({ kind }) => kind);
    expect(await kinds()).toEqual(["second_passkey", "recovery_codes"]);
    const mailing = t.runtime({ SMTP_URL: "smtp://127.0.0.1:2525", MAIL_FROM: "id@example.com" }).config;
    expect(await kinds({ ...ctx, config: mailing })).toEqual([
      "second_passkey",
      "recovery_codes",
      "verify_email",
    ]);
    await t.sql`update users set email_verified_at = now() where id = ${actor.userId}`;
    await makeRecoveryCodes(ctx);
    expect(await kinds({ ...ctx, config: mailing })).toEqual(["second_passkey"]);
  });

  it("asks nobody to confirm a name that is no address", async () => {
    const { actor } = await buildUser(t.db, { username: "ana" });
    const { config } = t.runtime({ SMTP_URL: "smtp://127.0.0.1:2525", MAIL_FROM: "id@example.com" });
    const advice = await listAdvice(t.context({ actor, config }));
    expect(advice.map(({ kind }) => kind)).not.toContain("verify_email");
  });
});
