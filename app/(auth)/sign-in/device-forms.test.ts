import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setRuntime } from "#lib/context/runtime.ts";
import { newId } from "#lib/crypto/random.ts";
import { readKnownAccounts, rememberAccount } from "#lib/http/known-accounts-cookie.ts";
import { sealSessionCookie } from "#lib/http/session-cookie.ts";
import { openWaitingCookie } from "#lib/http/waiting-cookie.ts";
import { type Person, signUp } from "#lib/testing/authenticator/sign-up.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import * as decision from "../approve/decision/route.ts";
import * as begin from "./device/begin/route.ts";
import * as complete from "./device/complete/route.ts";
import * as forget from "./forget/route.ts";

const origin = "https://id.example.com";
const interaction = "a".repeat(43);
let t: TestDatabase;
let person: Person;
let signedIn: string;
beforeAll(async () => {
  t = await testDatabase({ SIGN_UP: "open" });
});
beforeEach(async () => {
  setRuntime(t.runtime());
  // The forms have a clock of their own; the passkey must have been used after the other browser asked.
  person = await signUp(t.context({ now: new Date(Date.now() + 1000) }), {
    username: `${randomUUID()}@example.com`,
  });
  const { token } = person;
  const sealed = await sealSessionCookie(t.runtime(), { token, expiresAt: new Date(Date.now() + 60_000) });
  signedIn = pairOf(sealed);
});
afterAll(() => t.close());

const pairOf = (cookie: string) => cookie.split(";")[0] ?? "";

interface Form {
  readonly query?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function post(
  { POST }: { POST: (request: Request) => Promise<Response> },
  { query = "", fields = {}, cookie = "", headers = { origin } }: Form = {},
) {
  const response = await POST(
    new Request(`${origin}/form${query}`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", cookie, ...headers },
      body: new URLSearchParams(fields).toString(),
    }),
  );
  const cookies = response.headers.getSetCookie();
  const find = (name: string) => cookies.find((one) => one.startsWith(`__Host-latchkey${name}=`)) ?? "";
  return {
    status: response.status,
    location: response.headers.get("location")?.replace(origin, ""),
    cookies,
    waiting: pairOf(find("-waiting")),
    known: pairOf(find("-known")),
    session: pairOf(find("")),
  };
}

async function waitingBrowser(query?: string) {
  const { waiting, location } = await post(begin, query === undefined ? {} : { query });
  const browser = await openWaitingCookie(t.runtime(), waiting);
  return { cookie: waiting, code: browser?.code ?? "", location };
}

const approve = (code: string, cookie = signedIn, headers?: Record<string, string>) =>
  post(decision, { fields: { code, decision: "approve" }, cookie, ...(headers ? { headers } : {}) });

describe("the forms of a browser that waits", () => {
  it("lead from the request to the session, and keep what the sign-in was for", async () => {
    const { cookie, code, location } = await waitingBrowser(`?interaction=${interaction}`);
    expect(location).toBe(`/sign-in/device?interaction=${interaction}`);
    const early = await post(complete, { cookie, query: `?interaction=${interaction}` });
    expect(early.location).toBe(`/sign-in/device?interaction=${interaction}&result=pending`);
    expect((await approve(code)).location).toBe("/approve?result=approved");
    const done = await post(complete, { cookie, query: `?interaction=${interaction}` });
    expect(done).toMatchObject({ status: 303, location: `/sign-in/recovered?interaction=${interaction}` });
    expect(done.session).toMatch(/^__Host-latchkey=Fe26/);
    expect(done.waiting).toBe("__Host-latchkey-waiting=");
    const again = await post(complete, { cookie });
    expect(again).toMatchObject({ location: "/sign-in/device?result=refused", session: "" });
  });

  it.each(["https://evil.example", "//evil.example", "/oauth/authorize", "javascript:alert(1)"])(
    "never lead to %s",
    async (next) => {
      const query = `?next=${encodeURIComponent(next)}`;
      const { cookie, code } = await waitingBrowser(query);
      await approve(code);
      const { location = "" } = await post(complete, { cookie, query });
      // The page that follows goes on to nothing but pages for whoever is signed in.
      expect(new URL(location, origin).origin).toBe(origin);
      expect(new URL(location, origin).pathname).toBe("/sign-in/recovered");
    },
  );

  it("tell an approver what is missing, on the page that says so", async () => {
    const { code } = await waitingBrowser();
    expect((await approve(code, "")).location).toBe(`/approve?code=${code}`);
    expect((await approve("WDJB-MJHT-WDJB")).location).toBe("/approve?problem=code");
    await t.sql`update sessions set auth_time = now() - interval '1 minute'`;
    expect((await approve(code)).location).toBe(`/approve?code=${code}`);
  });

  it("take no word from a page of another site", async () => {
    const foreign = { origin: "https://evil.example" };
    expect((await post(begin, { headers: foreign })).status).toBe(403);
    const { cookie, code } = await waitingBrowser();
    expect((await approve(code, signedIn, foreign)).status).toBe(403);
    await approve(code);
    expect(await post(complete, { cookie, headers: foreign })).toMatchObject({ status: 403, session: "" });
    expect((await post(complete, { cookie })).session).not.toBe("");
  });

  it.each([
    [{ decision: "approve" }],
    [{ code: "WDJB-MJHT-WDJB" }],
    [{ code: "WDJB-MJHT-WDJB", decision: "perhaps" }],
    [{ code: "WDJB-MJHT-WDJB", decision: "approve", more: "x" }],
    [{ code: "x".repeat(65), decision: "approve" }],
  ])("refuse a decision that no page sends: %j", async (fields) => {
    expect(
      (await post(decision, { fields: fields as Record<string, string>, cookie: signedIn })).status,
    ).toBe(400);
  });
});

describe("the form by which a browser forgets somebody", () => {
  it("takes them out of the cookie, and stays where it was", async () => {
    const { userId } = person.actor;
    const cookie = pairOf(await rememberAccount(t.runtime(), null, userId));
    const other = await post(forget, { cookie, fields: { account: newId<string>() } });
    expect(await readKnownAccounts(t.runtime(), other.known)).toEqual([userId]);
    const query = `?interaction=${interaction}`;
    const done = await post(forget, { cookie, fields: { account: userId }, query });
    expect(done).toMatchObject({ location: `/sign-in${query}`, known: "__Host-latchkey-known=" });
  });

  it("takes no word from a page of another site, and nothing that is no id", async () => {
    const headers = { origin: "https://evil.example" };
    expect((await post(forget, { fields: { account: newId<string>() }, headers })).status).toBe(403);
    expect((await post(forget, { fields: { account: "ana" } })).status).toBe(400);
  });
});
