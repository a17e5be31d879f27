import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { outboxMessages } from "#drizzle/schema/outbox.ts";
import { users } from "#drizzle/schema/users.ts";
import { createRecoveryLink } from "#lib/accounts/recovery/links/create-recovery-link.ts";
import { makeRecoveryCodes } from "#lib/accounts/recovery/make-recovery-codes.ts";
import { setRuntime } from "#lib/context/runtime.ts";
import { sealSessionCookie } from "#lib/http/session-cookie.ts";
import { actorOf, type Person, signUp } from "#lib/testing/authenticator/sign-up.ts";
import { queuedMails } from "#lib/testing/queued-mails.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import * as ask from "./email/ask/route.ts";
import * as emailLink from "./email-link/use/route.ts";
import * as recoveryCode from "./recovery-code/use/route.ts";
import * as recoveryLink from "./recovery-link/use/route.ts";

const origin = "https://id.example.com";
const mail = { SMTP_URL: "smtp://127.0.0.1:2525", MAIL_FROM: "id@example.com", EMAIL_SIGN_IN: "on" };
let t: TestDatabase;
let person: Person;
beforeAll(async () => {
  t = await testDatabase(mail);
});
beforeEach(async () => {
  setRuntime(t.runtime());
  person = await signUp(now(), { username: `${randomUUID()}@example.com` });
  await t.db.update(users).set({ emailVerifiedAt: new Date() }).where(eq(users.id, person.actor.userId));
  await t.db.delete(outboxMessages);
});
afterAll(() => t.close());

/** The routes have a clock of their own, so these people sign up now. */
const now = () => t.context({ now: new Date() });
const own = () => ({ ...now(), actor: person.actor });

interface Form {
  readonly fields: Readonly<Record<string, string>>;
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function post(
  { POST }: { POST: (request: Request) => Promise<Response> },
  { fields, cookie, headers = { origin } }: Form,
) {
  const response = await POST(
    new Request(`${origin}/form`, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        ...(cookie === undefined ? {} : { cookie }),
        ...headers,
      },
      body: new URLSearchParams(fields).toString(),
    }),
  );
  const cookies = response.headers.getSetCookie().map((one) => one.split(";")[0] ?? "");
  const find = (name: string) => cookies.find((one) => one.startsWith(`${name}=`));
  return {
    status: response.status,
    location: response.headers.get("location")?.replace(origin, ""),
    session: find("__Host-latchkey"),
    link: find("__Host-latchkey-link"),
    cookies,
  };
}

async function oneCode(): Promise<string> {
  return (await makeRecoveryCodes(own())).codes[0] ?? "";
}

async function oneLink(): Promise<string> {
  const operator = { ...now(), actor: { type: "operator" } as const };
  const { link = "" } = await createRecoveryLink(operator, { userId: person.actor.userId, mail: false });
  return new URL(link).searchParams.get("token") ?? "";
}

/** As a browser that asked for it has it: what came by mail, and the cookie. */
async function oneMailedLink(): Promise<{ token: string; cookie: string }> {
  await t.db.delete(outboxMessages);
  const asked = await post(ask, { fields: { email: person.user.username } });
  const [letter] = await queuedMails(t, mail);
  const [, token = ""] = /email-link\?token=([\w-]{43})/.exec(letter?.mail.text ?? "") ?? [];
  return { token, cookie: asked.link ?? "" };
}

const landed = { status: 303, location: "/sign-in/recovered", session: expect.any(String) };

describe("the forms of the ways back in", () => {
  it("end on the page that adds a passkey, and in the app's request that waits", async () => {
    expect(await post(recoveryCode, { fields: { code: await oneCode() } })).toMatchObject(landed);
    expect(await post(recoveryLink, { fields: { token: await oneLink() } })).toMatchObject(landed);
    const interaction = "i".repeat(43);
    expect(await post(recoveryCode, { fields: { code: await oneCode(), interaction } })).toMatchObject({
      ...landed,
      location: `/sign-in/recovered?interaction=${interaction}`,
    });
  });

  it("let a mailed link lead back into the app's request that its browser came with", async () => {
    await t.db.delete(outboxMessages);
    const interaction = "i".repeat(43);
    const asked = await post(ask, { fields: { email: person.user.username, interaction } });
    expect(asked.location).toBe(`/sign-in/email?sent=1&interaction=${interaction}`);
    const [letter] = await queuedMails(t, mail);
    const [, token = ""] = /email-link\?token=([\w-]{43})/.exec(letter?.mail.text ?? "") ?? [];
    const used = await post(emailLink, { fields: { token }, cookie: asked.link ?? "" });
    expect(used).toMatchObject({ ...landed, location: `/sign-in/recovered?interaction=${interaction}` });
    // The browser's half goes with it.
    expect(used.link).toBe("__Host-latchkey-link=");
  });

  it.each([
    ["a page of another site", { origin: "https://evil.example" }],
    ["a sandboxed page", { origin: "null" }],
    ["a page of another site whose browser sends no Origin", { "sec-fetch-site": "cross-site" }],
    ["a page of a neighbour", { "sec-fetch-site": "same-site" }],
  ])("are not taken from %s, and nothing is spent", async (_, headers) => {
    const [code, token] = [await oneCode(), await oneLink()];
    const mailed = await oneMailedLink();
    await t.db.delete(outboxMessages);
    const forged = [
      await post(recoveryCode, { fields: { code }, headers }),
      await post(recoveryLink, { fields: { token }, headers }),
      await post(emailLink, { fields: { token: mailed.token }, cookie: mailed.cookie, headers }),
      await post(ask, { fields: { email: person.user.username }, headers }),
    ];
    for (const answer of forged) expect(answer).toMatchObject({ status: 403, cookies: [] });
    expect(await t.db.select().from(outboxMessages)).toEqual([]);
    expect(await post(recoveryCode, { fields: { code } })).toMatchObject(landed);
    expect(await post(recoveryLink, { fields: { token } })).toMatchObject(landed);
    expect(await post(emailLink, { fields: { token: mailed.token }, cookie: mailed.cookie })).toMatchObject(
      landed,
    );
  });

  it("answer to nothing but a POST", () => {
    for (const route of [ask, emailLink, recoveryCode, recoveryLink])
      expect(Object.keys(route)).toEqual(["POST"]);
  });

  it("give the browser another session than the one that was planted in it", async () => {
    const expiresAt = new Date(Date.now() + 60_000);
    const planted = (await sealSessionCookie(t.runtime(), { token: "p".repeat(43), expiresAt })).split(
      ";",
    )[0];
    const { session } = await post(recoveryCode, {
      fields: { code: await oneCode() },
      cookie: planted ?? "",
    });
    expect(session).toBeDefined();
    expect(session).not.toBe(planted);
  });

  it("keep the other accounts of the browser, and show the one that came back", async () => {
    const other = await signUp(now(), { username: `${randomUUID()}@example.com` });
    const expiresAt = new Date(Date.now() + 60_000);
    const held =
      (await sealSessionCookie(t.runtime(), { token: other.token, expiresAt })).split(";")[0] ?? "";
    const { session = "" } = await post(recoveryLink, { fields: { token: await oneLink() }, cookie: held });
    const { findSignedIn } = await import("#lib/http/browser-sessions.ts");
    const people = await findSignedIn(now(), session);
    expect(people.current).toMatchObject({ userId: person.actor.userId, method: "recovery_link" });
    expect(people.others.map(({ userId }) => userId)).toEqual([other.actor.userId]);
    expect(await actorOf(now(), other.token)).toMatchObject({ method: "passkey" });
  });

  it("lead back to their pages with what was wrong, and set no cookie", async () => {
    const interaction = "i".repeat(43);
    const wrong = [
      [recoveryCode, { code: "x" }, "/sign-in/recovery-code?problem=code"],
      [
        recoveryCode,
        { code: "x", interaction },
        `/sign-in/recovery-code?problem=code&interaction=${interaction}`,
      ],
      [recoveryLink, { token: "x" }, "/sign-in/recovery-link"],
      [emailLink, { token: "x" }, "/sign-in/email-link"],
      [ask, { email: "nobody" }, "/sign-in/email?problem=address"],
    ] as const;
    for (const [route, fields, location] of wrong)
      expect(await post(route, { fields })).toMatchObject({ status: 303, location, cookies: [] });
    for (const route of [recoveryCode, recoveryLink, emailLink, ask])
      expect(await post(route, { fields: { other: "1" } })).toMatchObject({ status: 400, cookies: [] });
  });

  it("answer alike whoever a link is asked for", async () => {
    const answers = [];
    for (const email of [person.user.username, "nobody@example.com"]) {
      const { link, cookies, ...answer } = await post(ask, { fields: { email } });
      answers.push({ ...answer, cookies: cookies.length, linkLength: link?.length });
    }
    expect(answers[1]).toEqual(answers[0]);
  });

  it("say how long to wait after too many tries", async () => {
    setRuntime(t.runtime({ RATE_LIMIT_ENABLED: "true" }));
    const answers = [];
    for (let n = 0; n < 6; n += 1) answers.push(await post(recoveryCode, { fields: { code: `guess ${n}` } }));
    expect(answers.at(-2)?.location).toBe("/sign-in/recovery-code?problem=code");
    expect(answers.at(-1)?.location).toMatch(/^\/sign-in\/recovery-code\?problem=limit&wait=\d+$/);
  });
});
