import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { users } from "#drizzle/schema/users.ts";
import { finishRegistration } from "#lib/accounts/finish-registration.ts";
import { removePasskey } from "#lib/accounts/remove-passkey.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { actorOf, type Person, signUp } from "#lib/testing/authenticator/sign-up.ts";
import { createAuthenticator } from "#lib/testing/authenticator/software-authenticator.ts";
import { queuedMails } from "#lib/testing/queued-mails.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { beginAddingPasskey } from "../begin-adding-passkey.ts";
import { revokePasskey } from "../managing/revoke-passkey.ts";
import { registrationResponseSchema } from "../schema.ts";

const smtp = { SMTP_URL: "smtp://localhost", MAIL_FROM: "id@example.com", RP_NAME: "Our House" };
const firefox = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:150.0) Gecko/20100101 Firefox/150.0";
let t: TestDatabase;
let person: Person;
let ctx: Context;

beforeAll(async () => {
  t = await testDatabase(smtp);
});
afterAll(() => t.close());
beforeEach(async () => {
  person = await signUp(t.context(), { username: `${randomUUID()}@example.com`, displayName: "Ana" });
  await t.db.update(users).set({ locale: "de-CH" }).where(eq(users.id, person.actor.userId));
  const actor = await actorOf(t.context(), person.token);
  ctx = t.context({ actor, userAgent: firefox, ip: "198.51.100.7", locale: "fr" });
});

/** The mails to whom the test is about. */
const mails = async () => (await queuedMails(t)).filter(({ to }) => to === person.user.username);

async function add(deviceName: string): Promise<{ id: string; mails: Awaited<ReturnType<typeof mails>> }> {
  const device = createAuthenticator({ origin: ctx.config.baseUrl });
  const response = registrationResponseSchema.parse(device.create(await beginAddingPasskey(ctx, {})));
  const { passkey } = await finishRegistration(ctx, { response, deviceName });
  return { id: passkey.id, mails: await mails() };
}

describe("a mail about passkeys", () => {
  it("is not written when an account is opened", async () => {
    expect(await mails()).toEqual([]);
  });

  it("tells what was added, from where, in the person's language", async () => {
    const { mails } = await add("Blue key");
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({
      locale: "de",
      subjectUserId: person.actor.userId,
      message: {
        template: "passkey_added",
        props: {
          name: "Ana",
          passkey: "Blue key",
          occasion: { at: testNow.toISOString(), ip: "198.51.100.7", userAgent: firefox },
        },
      },
    });
    expect(mails[0]?.mail.text).toContain("Firefox auf macOS");
  });

  it("is in the language of the request where the person chose none", async () => {
    const actor = { ...(ctx.actor as UserActor), locale: undefined };
    ctx = { ...ctx, actor };
    expect((await add("Blue key")).mails[0]?.locale).toBe("fr");
  });

  it("is not written when the passkey is not added", async () => {
    const device = createAuthenticator({ origin: ctx.config.baseUrl });
    const options = await beginAddingPasskey(ctx, {});
    const response = registrationResponseSchema.parse(device.create(options));
    await t.db.update(users).set({ status: "disabled" }).where(eq(users.id, person.actor.userId));
    await expect(finishRegistration(ctx, { response, deviceName: "x" })).rejects.toMatchObject({
      code: "USER_DISABLED",
    });
    expect(await mails()).toEqual([]);
  });

  it("tells what was removed, once", async () => {
    const { id } = await add("Blue key");
    await removePasskey(ctx, id);
    await expect(removePasskey(ctx, id)).rejects.toMatchObject({ code: "CREDENTIAL_NOT_FOUND" });
    expect((await mails()).slice(1)).toMatchObject([
      {
        locale: "de",
        message: {
          template: "passkey_removed",
          props: { passkey: "Blue key", occasion: { ip: "198.51.100.7" } },
        },
      },
    ]);
  });

  it("tells what an administrator revoked, and nothing of the administrator", async () => {
    const { id } = await add("Blue key");
    const admin = await signUp(t.context(), { username: `${randomUUID()}@example.com` });
    const actor = { ...admin.actor, role: "admin" } as const;
    await t.db.update(users).set({ role: "admin" }).where(eq(users.id, actor.userId));
    const adminCtx = t.context({ actor, ip: "203.0.113.9", userAgent: "Browser of the administrator" });
    await revokePasskey(adminCtx, { id, reason: "words for the trail" });
    const [, revoked, ...others] = await mails();
    expect(others).toEqual([]);
    expect(revoked).toMatchObject({
      locale: "de",
      subjectUserId: person.actor.userId,
      message: { template: "passkey_revoked", props: { passkey: "Blue key" } },
    });
    expect(JSON.stringify(revoked)).not.toMatch(/203\.0\.113|Browser of|words for/);
  });
});
