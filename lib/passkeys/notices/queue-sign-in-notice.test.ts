import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { actorOf, type Person, signIn, signUp } from "#lib/testing/authenticator/sign-up.ts";
import { queuedMails } from "#lib/testing/queued-mails.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";

const smtp = { SMTP_URL: "smtp://localhost", MAIL_FROM: "id@example.com" };
let t: TestDatabase;
let person: Person;

beforeAll(async () => {
  t = await testDatabase(smtp);
});
afterAll(() => t.close());
beforeEach(async () => {
  person = await signUp(t.context(), { username: `${randomUUID()}@example.com`, displayName: "Ana" });
});

const elsewhere = { ip: "203.0.113.9" };
const mails = async () => (await queuedMails(t)).filter(({ to }) => to === person.user.username);
const signInFrom = (overrides: Partial<Context>) => signIn(t.context(overrides), person.authenticator);

describe("the mail about a new place", () => {
  it("is not written where the account was opened", async () => {
    await signInFrom({});
    expect(await mails()).toEqual([]);
  });

  it("tells once of a sign-in from elsewhere", async () => {
    await signInFrom(elsewhere);
    await signInFrom(elsewhere);
    await signInFrom({});
    expect(await mails()).toMatchObject([
      {
        subjectUserId: person.actor.userId,
        message: { template: "new_sign_in", props: { name: "Ana", occasion: elsewhere } },
      },
    ]);
  });

  it("is not written when the sign-in is refused, nor is the place then known", async () => {
    await t.sql`update users set status = 'disabled' where id = ${person.user.id}`;
    await expect(signInFrom(elsewhere)).rejects.toMatchObject({ code: "USER_DISABLED" });
    expect(await mails()).toEqual([]);
    await t.sql`update users set status = 'active' where id = ${person.user.id}`;
    await signInFrom(elsewhere);
    expect(await mails()).toHaveLength(1);
  });

  it("is not written when a browser that is signed in as this person has moved", async () => {
    const actor = await actorOf(t.context(), person.token);
    await signInFrom({ ...elsewhere, actor });
    await signInFrom(elsewhere);
    expect(await mails()).toEqual([]);
  });

  it("is not written where there is no mail server, but the place is known once there is", async () => {
    const { config } = t.runtime({ SMTP_URL: "", MAIL_FROM: "" });
    await signInFrom({ ...elsewhere, config });
    await signInFrom(elsewhere);
    expect(await mails()).toEqual([]);
  });
});
