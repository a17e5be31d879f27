import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listInvitations } from "#lib/accounts/invitations/list-invitations.ts";
import type { Context } from "#lib/context/context.ts";
import { buildGroup } from "#lib/testing/build-group.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { invite } from "./invite.ts";
import { UsageError } from "./usage-error.ts";

let t: TestDatabase;
let ctx: Context;

beforeAll(async () => {
  t = await testDatabase({ SIGN_UP: "invite" });
  ctx = t.context({ actor: { type: "operator" } });
  await buildGroup(t.db, [], { name: "staff" });
});
afterAll(() => t.close());

describe("invite", () => {
  it.each([
    [{ uses: "0" }],
    [{ uses: "1001" }],
    [{ uses: "1.5" }],
    [{ uses: "many" }],
    [{ "expires-days": "91" }],
    [{ "expires-days": "-1" }],
  ])("tells that %j is no number it takes", async (values) => {
    await expect(invite.run(ctx, values)).rejects.toThrow(UsageError);
  });

  it("tells which group it does not know, and what is no address", async () => {
    await expect(invite.run(ctx, { group: ["nobody"] })).rejects.toMatchObject({ code: "GROUP_NOT_FOUND" });
    await expect(invite.run(ctx, { email: "ana" })).rejects.toMatchObject({ code: "VALIDATION_ERROR" });
    await expect(invite.run(ctx, { language: "xx" })).rejects.toMatchObject({ code: "VALIDATION_ERROR" });
  });

  it("prints the link and nothing else", async () => {
    expect(await invite.run(ctx, {})).toMatch(
      /^https:\/\/id\.example\.com\/sign-up\?invitation=[A-Za-z0-9_-]{43}$/,
    );
  });

  it("says whether the link is mailed", async () => {
    const smtp = { SMTP_URL: "smtp://localhost", MAIL_FROM: "id@example.com", SIGN_UP: "invite" };
    const mailing = { ...ctx, config: t.runtime(smtp).config };
    const values = { email: "leo@example.com" };
    expect(await invite.run(mailing, values)).toMatch(/\nThe server also mails it to leo@example\.com\.$/);
    expect(await invite.run(mailing, { ...values, "no-mail": true })).not.toContain("mails");
    expect(await invite.run(ctx, values)).not.toContain("mails");
    const told = JSON.parse(await invite.run(mailing, { ...values, json: true }));
    expect(told).toMatchObject({ mailed: true });
  });

  it("takes address, groups, uses and days", async () => {
    const values = { email: "Ana@example.com", group: ["Staff"], uses: "5", "expires-days": "1", json: true };
    const { id, link } = JSON.parse(await invite.run(ctx, values));
    expect(link).toContain("/sign-up?invitation=");
    const [made] = (await listInvitations(ctx, { limit: 1 })).invitations;
    expect(made).toMatchObject({
      id,
      email: "ana@example.com",
      uses: 5,
      remainingUses: 5,
      groups: [{ name: "staff" }],
      createdBy: null,
      expiresAt: new Date(testNow.getTime() + 86_400_000),
    });
  });
});
