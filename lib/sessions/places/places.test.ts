import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { signInPlaces } from "#drizzle/schema/accounts.ts";
import type { UserId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import type { Keyring } from "#lib/crypto/keyring.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { forgetOldPlaces } from "./cleanup.ts";
import { lookForPlace, notePlace, type Place } from "./note-place.ts";
import { placeHashes } from "./place-hashes.ts";

let t: TestDatabase;
let userId: UserId;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());
beforeEach(async () => {
  userId = (await buildUser(t.db)).actor.userId;
});

const day = 86_400_000;
const later = (ms: number) => new Date(testNow.getTime() + ms);
const note = (overrides: Partial<Context> = {}): Promise<Place> => {
  const ctx = t.context({ ip: "198.51.100.7", ...overrides });
  return t.db.transaction(async (tx) => notePlace(ctx, tx, await lookForPlace(ctx, tx, userId)));
};
const rows = () => t.db.select().from(signInPlaces).where(eq(signInPlaces.userId, userId));
const safari =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1";

describe("a place", () => {
  it("is the first where the person was never seen, then known", async () => {
    expect(await note()).toBe("first");
    expect(await note()).toBe("known");
    expect(await rows()).toHaveLength(1);
  });

  it.each([
    ["another network", { ip: "203.0.113.7" }],
    ["another network of IPv6", { ip: "2001:db8:1::1" }],
    ["an address that nobody knows", { ip: "" }],
    ["another kind of browser", { userAgent: safari }],
    ["another system", { userAgent: "Mozilla/5.0 (Windows NT 10.0) Chrome/156.0.0.0" }],
  ])("is new with %s, once", async (_, change) => {
    await note();
    expect(await note(change)).toBe("new");
    expect(await note(change)).toBe("known");
    expect(await note()).toBe("known");
  });

  it.each([
    ["the next address of an IPv4 network", { ip: "198.51.100.200" }],
    ["the same address written as IPv6", { ip: "::ffff:198.51.100.7" }],
    ["another version of the browser", { userAgent: "Mozilla/5.0 (X11; Linux x86_64) Chrome/999.0.0.0" }],
  ])("is the same with %s", async (_, change) => {
    await note();
    expect(await note(change)).toBe("known");
  });

  it("is the same all over an IPv6 /48, however it is written", async () => {
    expect(await note({ ip: "2001:db8:85a3::8a2e:370:7334" })).toBe("first");
    expect(await note({ ip: "2001:DB8:85A3:ffff::1" })).toBe("known");
    expect(await note({ ip: "2001:0db8:85a3::" })).toBe("known");
    expect(await note({ ip: "2001:db8:85a4::1" })).toBe("new");
  });

  it("is written down so that nobody reads it, and alike for no two people", async () => {
    await note();
    const [row] = await rows();
    expect(Buffer.from(row?.placeHash ?? [])).toHaveLength(32);
    const ctx = t.context({ ip: "198.51.100.7" });
    const other = (await buildUser(t.db)).actor.userId;
    expect(placeHashes(ctx, userId).current).toEqual(row?.placeHash);
    expect(placeHashes(ctx, other).current).not.toEqual(row?.placeHash);
  });

  it("stays known when a key is added, and when the old one goes after it was used again", async () => {
    const key = (id: string, byte: number) => ({ id, key: new Uint8Array(32).fill(byte) });
    const ring = (...keys: [ReturnType<typeof key>, ...ReturnType<typeof key>[]]): Keyring => ({ keys });
    const [old, next] = [key("a", 1), key("b", 2)];
    expect(await note({ keyring: ring(old) })).toBe("first");
    expect(await note({ keyring: ring(next, old) })).toBe("known");
    expect(await note({ keyring: ring(next) })).toBe("known");
  });

  it("is written again only when it was not seen for a day", async () => {
    await note();
    await note({ now: later(day - 1) });
    expect((await rows())[0]?.lastSeenAt).toEqual(testNow);
    await note({ now: later(day) });
    expect(await rows()).toMatchObject([{ firstSeenAt: testNow, lastSeenAt: later(day) }]);
  });

  it("is news once when two sign in from there at the same time", async () => {
    await note();
    const both = await Promise.all([note({ ip: "203.0.113.7" }), note({ ip: "203.0.113.7" })]);
    expect(both.sort()).toEqual(["known", "new"]);
  });
});

describe("forgetting places", () => {
  it("takes those that were not used for a year, but never a person's last one", async () => {
    await note();
    await note({ ip: "203.0.113.7", now: later(day) });
    const inAYear = later(366 * day + 1);
    expect(await forgetOldPlaces(t.db, later(365 * day))).toBe(0);
    expect(await forgetOldPlaces(t.db, inAYear)).toBe(1);
    expect(await forgetOldPlaces(t.db, later(5000 * day))).toBe(0);
    expect(await rows()).toMatchObject([{ lastSeenAt: later(day) }]);
    expect(await note({ ip: "192.0.2.1", now: later(5000 * day) })).toBe("new");
  });
});
