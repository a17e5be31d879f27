import { eq } from "drizzle-orm";
import { sealData } from "iron-session";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { SessionId } from "#drizzle/schema/ids.ts";
import { sessions } from "#drizzle/schema/sessions.ts";
import { type BuiltUser, buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import {
  cookieAfterChoice,
  cookieAfterSignIn,
  cookieAfterSignOut,
  findSignedIn,
  type SignedInPeople,
  sessionsAfterSignOut,
} from "./browser-sessions.ts";
import { openSessionCookie, sealSessionCookie } from "./session-cookie.ts";

let t: TestDatabase;
let ana: BuiltUser;
let leo: BuiltUser;
let kim: BuiltUser;
beforeAll(async () => {
  t = await testDatabase();
});
beforeAll(async () => {
  [ana, leo, kim] = [await buildUser(t.db), await buildUser(t.db), await buildUser(t.db)];
});
afterEach(async () => {
  await t.db.update(sessions).set({ revokedAt: null, lastActivityAt: testNow });
});
afterAll(() => t.close());

const expiresAt = new Date(testNow.getTime() + 86_400_000);
const pairOf = (cookie: string | undefined) => (cookie ?? "").split(";")[0] ?? "";
const holding = async (...tokens: string[]) => {
  const [token = "", ...others] = tokens;
  return pairOf(await sealSessionCookie(t.runtime(), { token, expiresAt }, others));
};
const peopleIn = async (cookie: string | undefined) =>
  peopleOf(await findSignedIn(t.context(), pairOf(cookie)));
const peopleOf = ({ current, others }: SignedInPeople) =>
  [...(current ? [current] : []), ...others].map(({ userId }) => userId);
const idsOf = (...people: BuiltUser[]) => people.map(({ actor }) => actor.userId);
const end = ({ actor }: BuiltUser) =>
  t.db.update(sessions).set({ revokedAt: testNow }).where(eq(sessions.id, actor.sessionId));
const opened = ({ actor, token }: BuiltUser) => ({ token, expiresAt, sessionId: actor.sessionId });

describe("the sessions of a browser", () => {
  it("are those of its cookie that live, the one that it shows first", async () => {
    const cookie = await holding(ana.token, leo.token, kim.token);
    expect(await peopleIn(cookie)).toEqual(idsOf(ana, leo, kim));
    await end(kim);
    expect(await peopleIn(cookie)).toEqual(idsOf(ana, leo));
  });

  it("are nobody's to show once the one shown has ended elsewhere, until somebody signs in", async () => {
    const cookie = await holding(ana.token, leo.token);
    await end(ana);
    const { current, others } = await findSignedIn(t.context(), cookie);
    expect(current).toBeUndefined();
    expect(others.map(({ userId }) => userId)).toEqual(idsOf(leo));
  });

  it("count each person once", async () => {
    expect(await peopleIn(await holding(ana.token, leo.token, ana.token))).toEqual(idsOf(ana, leo));
  });

  it("are used one at a time: only the one shown is kept from idling out", async () => {
    const early = new Date(testNow.getTime() - 600_000);
    await t.db.update(sessions).set({ lastActivityAt: early });
    await findSignedIn(t.context(), await holding(ana.token, leo.token));
    const activity = async ({ actor }: BuiltUser) =>
      (await t.db.select().from(sessions).where(eq(sessions.id, actor.sessionId)))[0]?.lastActivityAt;
    expect(await activity(ana)).toEqual(testNow);
    expect(await activity(leo)).toEqual(early);
  });

  it("are five at most, in a cookie of well under 4 KiB", async () => {
    const cookie = await holding(...Array.from({ length: 8 }, (_, index) => `${index}`.padStart(43, "t")));
    expect(await openSessionCookie(t.runtime(), cookie)).toHaveLength(5);
    expect(cookie.length).toBeLessThan(1024);
  });

  it("are found in a cookie of the time when it held one", async () => {
    const full = await holding(ana.token);
    const name = full.slice(0, full.indexOf("="));
    const { deriveKey } = await import("#lib/crypto/keyring.ts");
    const [entry] = t.keyring.keys;
    if (!entry) throw new Error("no key");
    const password = { "1": Buffer.from(deriveKey(entry, "session-cookie")).toString("base64url") };
    const sealed = await sealData({ token: ana.token }, { password, ttl: 0 });
    expect(await peopleIn(`${name}=${sealed}`)).toEqual(idsOf(ana));
    for (const tokens of [{}, { tokens: "x" }, { tokens: [1, null, "short"] }, { token: 7 }])
      expect(await peopleIn(`${name}=${await sealData(tokens, { password, ttl: 0 })}`)).toEqual([]);
  });
});

describe("the cookie", () => {
  it("shows a new session first and keeps the others that live", async () => {
    const held = await holding(ana.token, leo.token);
    await end(leo);
    expect(await peopleIn(await cookieAfterSignIn(t.context(), held, opened(kim)))).toEqual(idsOf(kim, ana));
  });

  it("holds one token of a session that was taken further", async () => {
    const held = await holding(ana.token, leo.token);
    const cookie = await cookieAfterSignIn(t.context(), held, opened(leo));
    expect(await openSessionCookie(t.runtime(), pairOf(cookie))).toEqual([leo.token, ana.token]);
  });

  it("stays for the others when the new session is a short one", async () => {
    const cookie = await cookieAfterSignIn(t.context(), await holding(ana.token), {
      ...opened(kim),
      expiresAt: new Date(testNow.getTime() + 3_600_000),
    });
    expect(cookie).toContain(`Expires=${new Date(testNow.getTime() + 30 * 86_400_000).toUTCString()}`);
  });

  it("takes nothing over from a foreign or damaged cookie", async () => {
    const held = `${(await holding(ana.token)).slice(0, -6)}AAAAAA`;
    expect(await peopleIn(await cookieAfterSignIn(t.context(), held, opened(kim)))).toEqual(idsOf(kim));
  });

  it("shows the next session once the first has ended, and goes away with the last", async () => {
    const held = await holding(ana.token, leo.token);
    await end(ana);
    expect(await peopleIn(await cookieAfterSignOut(t.context(), held))).toEqual(idsOf(leo));
    expect((await sessionsAfterSignOut(t.context(), held))?.sealed).toBeDefined();
    await end(leo);
    expect(await cookieAfterSignOut(t.context(), held)).toContain("Max-Age=0");
    expect(await sessionsAfterSignOut(t.context(), held)).toBeUndefined();
  });

  it("shows the session that was chosen, and none that it does not hold", async () => {
    const held = await holding(ana.token, leo.token);
    const choose = (id: SessionId) => cookieAfterChoice(t.context(), held, id);
    expect(await peopleIn(await choose(leo.actor.sessionId))).toEqual(idsOf(leo, ana));
    expect(await choose(kim.actor.sessionId)).toBeUndefined();
  });
});
