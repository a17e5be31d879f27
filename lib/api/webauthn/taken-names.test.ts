/** Taking over an account by its name: in another case, in letters that look alike, in other forms of the same letters. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeInvitation } from "#lib/accounts/invitations/describe-invitation.ts";
import { setRuntime } from "#lib/context/runtime.ts";
import type { RouteHandler } from "#lib/http/route-contract.ts";
import { sealSessionCookie } from "#lib/http/session-cookie.ts";
import { type Person, signUp } from "#lib/testing/authenticator/sign-up.ts";
import { createAuthenticator } from "#lib/testing/authenticator/software-authenticator.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { postInvitation } from "../admin/invitations.ts";
import { patchUser } from "../admin/user.ts";
import { postEmail } from "../me/email.ts";
import { patchProfile } from "../me/profile.ts";
import { registerBegin } from "./register-begin.ts";
import { registerComplete } from "./register-complete.ts";

const origin = "https://id.example.com";
const taken = "ana.kissi@example.com";

/** The same name, however it is written. */
const spellings = [
  "ana.kissi@example.com",
  "Ana.Kissi@example.com",
  "ANA.KISSI@EXAMPLE.COM",
  "  ana.kissi@example.com ",
  "\tana.kissi@example.com\r\n",
  "\u00a0\ufeffana.kissi@example.com\u3000",
];

/** What a person, a mail server or a library could take for it. */
const lookAlikes = [
  ["a Cyrillic a", "\u0430na.kissi@example.com"],
  ["a Cyrillic e in the host", "ana.kissi@\u0435xample.com"],
  ["the Kelvin sign, whose lower case is k", "ana.\u212aissi@example.com"],
  ["the long s, whose upper case is S", "ana.ki\u017f\u017fi@example.com"],
  ["a dotless i", "ana.k\u0131ssi@example.com"],
  ["a dotted capital I", "ana.K\u0130SSI@example.com"],
  ["a sharp s, whose upper case is SS", "ana.ki\u00dfi@example.com"],
  ["full-width letters", "\uff41\uff4e\uff41.kissi@example.com"],
  ["a full-width at sign", "ana.kissi\uff20example.com"],
  ["an ideographic full stop", "ana.kissi@example\u3002com"],
  ["mathematical letters", "\u{1d41a}na.kissi@example.com"],
  ["a combining accent", "a\u0301na.kissi@example.com"],
  ["a zero-width space", "ana.\u200bkissi@example.com"],
  ["a soft hyphen", "ana.kissi\u00ad@example.com"],
  ["a change of direction", "\u202eana.kissi@example.com"],
  ["a trailing dot", "ana.kissi@example.com."],
  ["a trailing dot before the at sign", "ana.kissi.@example.com"],
  ["a space within", "ana.kissi @example.com"],
  ["quotes", '"ana.kissi"@example.com'],
  ["a comment", "ana.kissi(me)@example.com"],
  ["a display name", "Ana <ana.kissi@example.com>"],
  ["a second address", "ana.kissi@example.com,eve@example.org"],
  ["a second address in a line of its own", "ana.kissi@example.com\nBcc: eve@example.org"],
  ["a percent sign for the at sign", "ana.kissi%40example.com@example.org"],
  ["a NUL", "ana.kissi@example.com\u0000"],
] as const;

let t: TestDatabase;
let ana: Person;
let eve: Person;
let cookies: Readonly<Record<"nobody" | "eve" | "admin", string>>;
beforeAll(async () => {
  t = await testDatabase({ SMTP_URL: "smtp://localhost", MAIL_FROM: "id@example.com" });
  setRuntime(t.runtime());
  ana = await signUp(now(), { username: taken, displayName: "Ana Kissi" });
  eve = await signUp(now(), { username: "eve@example.org" });
  const admin = await signUp(now(), { username: "admin@example.org" });
  await t.sql`update users set role = 'admin' where username = 'admin@example.org'`;
  cookies = { nobody: "", eve: await cookieOf(eve), admin: await cookieOf(admin) };
});
afterAll(() => t.close());

/** The endpoints have a clock of their own. */
const now = () => t.context({ now: new Date() });
const cookieOf = async ({ token }: Person) => {
  const sealed = await sealSessionCookie(t.runtime(), { token, expiresAt: new Date(Date.now() + 60_000) });
  return sealed.split(";")[0] ?? "";
};

interface Call {
  readonly method?: string;
  readonly path: string;
  readonly body: unknown;
  readonly who?: keyof typeof cookies;
}

async function call(route: RouteHandler, { method = "POST", path, body, who = "nobody" }: Call) {
  const response = await route(
    new Request(`${origin}/api/v1/${path}`, {
      method,
      headers: { origin, cookie: cookies[who], "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  );
  const { data, error } = (await response.json()) as { data: never; error?: { code: string } };
  return { status: response.status, data: data as Record<string, never>, code: error?.code ?? "" };
}

const begin = (username: string, more: object = {}) =>
  call(registerBegin, {
    path: "webauthn/register/begin",
    body: { username, displayName: "Ana Kissi", ...more },
  });
const invite = (email: string) =>
  call(postInvitation, { path: "admin/invitations", body: { email, mail: false }, who: "admin" });
const tokenOf = (answer: { data: Record<string, string> }) =>
  new URL(answer.data.link ?? "").searchParams.get("invitation") ?? "";
const rename = (username: string) =>
  call(patchUser, {
    method: "PATCH",
    path: `admin/users/${eve.actor.userId}`,
    body: { username },
    who: "admin",
  });
const changeEmail = (email: string) => call(postEmail, { path: "me/email", body: { email }, who: "eve" });

const people = () => t.sql`select id, username, display_name, webauthn_handle, role from users order by id`;
const passkeysOfAna = () => t.sql`select * from credentials where user_id = ${ana.actor.userId}`;

/** Whatever was tried, the account is whose it was, and no other one has its name. */
async function unchanged(attempt: () => Promise<void>): Promise<void> {
  const before = [await people(), await passkeysOfAna()];
  await attempt();
  expect([await people(), await passkeysOfAna()]).toEqual(before);
}

describe("the name of an account that exists", () => {
  it.each(spellings)("opens no other account as %j: not by sign-up, invitation or rename", async (name) => {
    await unchanged(async () => {
      expect(await begin(name)).toMatchObject({ status: 409, code: "USER_EXISTS" });
      const invited = await invite(name);
      const invitation = tokenOf(invited);
      expect(await begin(name, { invitation })).toMatchObject({ status: 409, code: "USER_EXISTS" });
      expect(await describeInvitation(now(), invitation)).toMatchObject({ email: taken });
      expect(await rename(name)).toMatchObject({ status: 409, code: "USER_EXISTS" });
      // Who has which address is told to nobody but the mailbox, which is Ana's.
      expect(await changeEmail(name)).toMatchObject({ status: 200 });
    });
  });

  it("is refused at the end of a sign-up too, whichever case it was begun in", async () => {
    const authenticator = createAuthenticator({ origin });
    const begun = await begin("LATER@example.com");
    const credential = authenticator.create(begun.data as never);
    await signUp(now(), { username: "later@example.com" });
    await unchanged(async () => {
      const body = { credential };
      expect(await call(registerComplete, { path: "webauthn/register/complete", body })).toMatchObject({
        status: 409,
        code: "USER_EXISTS",
      });
    });
  });

  it.each(lookAlikes)("is not imitated with %s, by any way in", async (_, name) => {
    await unchanged(async () => {
      const expected = name.includes("\u0000") ? "INVALID_REQUEST" : "VALIDATION_ERROR";
      const { data } = await invite("somebody@example.com");
      const invitation = tokenOf({ data });
      for (const answer of [
        await begin(name),
        await begin(name, { invitation }),
        await invite(name),
        await rename(name),
        await changeEmail(name),
      ])
        expect(answer).toMatchObject({ status: 400, code: expected });
    });
  });

  it("is not taken by a change of one's own profile, which knows no username", async () => {
    await unchanged(async () => {
      for (const body of [{ username: taken }, { email: taken }, { nickname: "x", username: taken }])
        expect(
          await call(patchProfile, { method: "PATCH", path: "me/profile", body, who: "eve" }),
        ).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
    });
  });
});

describe("an invitation for one address", () => {
  it.each([
    "someone@example.com.",
    "som\u0435one@example.com",
    "someone+x@example.com",
    "\uff53omeone@example.com",
  ])("is worth nothing to %j", async (name) => {
    const invitation = tokenOf(await invite("someone@example.com"));
    const answer = await begin(name, { invitation });
    expect(["VALIDATION_ERROR", "FORBIDDEN"]).toContain(answer.code);
    expect((await describeInvitation(now(), invitation))?.email).toBe("someone@example.com");
  });
});
