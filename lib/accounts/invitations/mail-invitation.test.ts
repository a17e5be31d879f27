import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { queuedMails } from "#lib/testing/queued-mails.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { createInvitation } from "./create-invitation.ts";

const smtp = { SMTP_URL: "smtp://localhost", MAIL_FROM: "id@example.com", RP_NAME: "Our House" };
let t: TestDatabase;
let operator: Context;
beforeAll(async () => {
  t = await testDatabase({ SIGN_UP: "invite", ...smtp });
  operator = t.context({ actor: { type: "operator" } });
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.sql`delete from outbox_messages`;
});

describe("the mail with an invitation", () => {
  it("goes to the address that it is for, and holds the link", async () => {
    const { link, mailed } = await createInvitation(operator, { email: "Leo@example.com", locale: "es" });
    expect(mailed).toBe(true);
    const [mail, ...others] = await queuedMails(t);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: "leo@example.com", locale: "es", subjectUserId: undefined });
    expect(mail?.message).toMatchObject({ template: "invitation", props: { invitedBy: null, link } });
  });

  it("says who invites, in their language where no other is asked for", async () => {
    const { actor } = await buildUser(t.db, { role: "admin", displayName: "Ana Ruiz" });
    const ctx = t.context({ actor: { ...actor, amr: ["hwk", "user", "mfa"] }, locale: "de" });
    await createInvitation(ctx, { email: "leo@example.com" });
    const [mail] = await queuedMails(t);
    expect(mail?.locale).toBe("de");
    expect(mail?.mail.text).toContain("Ana Ruiz lädt dich ein");
  });

  it.each([
    ["for no address", {}, {}],
    ["when it is not wanted", { email: "leo@example.com", mail: false }, {}],
    ["without a mail server", { email: "leo@example.com" }, { SMTP_URL: "", MAIL_FROM: "" }],
  ])("is not written %s", async (_, wishes, variables) => {
    const ctx = { ...operator, config: t.runtime(variables).config };
    expect((await createInvitation(ctx, wishes)).mailed).toBe(false);
    expect(await queuedMails(t)).toEqual([]);
  });

  it("is not written when the invitation is not made", async () => {
    const groups = ["0190a1b2-0000-7000-8000-000000000001"];
    await expect(createInvitation(operator, { email: "leo@example.com", groups })).rejects.toMatchObject({
      code: "GROUP_NOT_FOUND",
    });
    expect(await queuedMails(t)).toEqual([]);
  });
});
