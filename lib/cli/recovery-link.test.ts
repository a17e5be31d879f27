import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { users } from "#drizzle/schema/users.ts";
import type { Context } from "#lib/context/context.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { adminLink, recoveryLink } from "./recovery-link.ts";
import { UsageError } from "./usage-error.ts";

const link = /^https:\/\/id\.example\.com\/sign-in\/recovery-link\?token=[A-Za-z0-9_-]{43}$/;
let t: TestDatabase;
let ctx: Context;
beforeAll(async () => {
  t = await testDatabase();
  ctx = t.context({ actor: { type: "operator" } });
});
beforeEach(async () => {
  await t.db.delete(users);
  await buildUser(t.db, { username: "leo@example.com" });
});
afterAll(() => t.close());

describe("recovery-link", () => {
  it("prints the link and nothing else, or one object", async () => {
    expect(await recoveryLink.run(ctx, { user: "Leo@example.com" })).toMatch(link);
    expect(JSON.parse(await recoveryLink.run(ctx, { user: "leo@example.com", json: true }))).toEqual({
      username: "leo@example.com",
      expiresAt: new Date(testNow.getTime() + 86_400_000).toISOString(),
      link: expect.stringMatching(link),
    });
  });

  it("needs a name that somebody has", async () => {
    await expect(recoveryLink.run(ctx, {})).rejects.toThrow(UsageError);
    await expect(recoveryLink.run(ctx, { user: "ana@example.com" })).rejects.toThrow(UsageError);
  });

  it("sends it where that is wished, and says so; or that this instance sends nothing", async () => {
    const mailing = t.runtime({ SMTP_URL: "smtp://127.0.0.1:2525", MAIL_FROM: "id@example.com" });
    const wish = { user: "leo@example.com", mail: true };
    expect(await recoveryLink.run({ ...ctx, ...mailing }, wish)).toBe("A link was sent to leo@example.com.");
    await expect(recoveryLink.run(ctx, wish)).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("admin-link", () => {
  it("is for the one administrator there is, or the one that is named", async () => {
    await expect(adminLink.run(ctx, {})).rejects.toMatchObject({ code: "CONFLICT" });
    await buildUser(t.db, { username: "ana@example.com", role: "admin" });
    await buildUser(t.db, { username: "gone@example.com", role: "admin", status: "disabled" });
    expect(await adminLink.run(ctx, {})).toMatch(link);
    expect(await adminLink.run(ctx, { user: "ana@example.com" })).toMatch(link);
    await expect(adminLink.run(ctx, { user: "leo@example.com" })).rejects.toThrow(/no administrator/);
  });

  it("asks which one where there are several", async () => {
    await buildUser(t.db, { username: "ana@example.com", role: "admin" });
    await buildUser(t.db, { username: "kim@example.com", role: "admin" });
    await expect(adminLink.run(ctx, {})).rejects.toThrow(/ana@example\.com\n {2}kim@example\.com/);
    expect(await adminLink.run(ctx, { user: "kim@example.com" })).toMatch(link);
  });
});
