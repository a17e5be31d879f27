import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import type { OwnProfileChange, ProfileChange } from "#lib/users/schema.ts";
import { getOwnProfile, getProfile } from "./get-profile.ts";
import { listUsers } from "./list-users.ts";
import { updateOwnProfile, updateProfile } from "./update-profile.ts";

let t: TestDatabase;
let actor: UserActor;
let person: Context;
let operator: Context;

beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());
beforeEach(async () => {
  ({ actor } = await buildUser(t.db, { createdAt: new Date(0), updatedAt: new Date(0) }));
  person = t.context({ actor });
  operator = t.context({ actor: { type: "operator" } });
});

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => (error as DomainError).code as string,
  );
const fieldsOf = async (change: unknown, ctx = operator) => {
  try {
    await updateProfile(ctx, actor.userId, change as ProfileChange);
  } catch (error) {
    if (error instanceof DomainError) return [...new Set(error.fields?.map(({ path }) => path))];
    throw error;
  }
  return [];
};

const everything = {
  displayName: "Ana María Ruiz",
  givenName: "Ana",
  familyName: "Ruiz",
  middleName: "María",
  nickname: "Anita",
  profile: "https://people.example.com/ana",
  website: "https://ana.example.com/",
  gender: "female",
  birthdate: "1984-02-29",
  zoneinfo: "Europe/Zurich",
  locale: "de-CH",
  address: {
    streetAddress: "Bahnhofstrasse 1\nPostfach",
    locality: "Bern",
    postalCode: "3011",
    country: "CH",
  },
  phoneNumber: "+41441234567",
} satisfies OwnProfileChange;

describe("who may change a profile", () => {
  it("is its person, operators, and administrators who have just confirmed", async () => {
    const { actor: builtAdmin } = await buildUser(t.db, { role: "admin" });
    const admin: UserActor = { ...builtAdmin, amr: ["hwk", "user", "mfa"] };
    const refused: [Context["actor"], string][] = [
      [{ type: "anonymous" }, "FORBIDDEN"],
      [actor, "FORBIDDEN"],
      [{ ...admin, role: "user" }, "FORBIDDEN"],
      [{ type: "system", name: "job" }, "FORBIDDEN"],
      [{ ...admin, authTime: new Date(testNow.getTime() - 601_000) }, "STEP_UP_REQUIRED"],
    ];
    for (const [as, code] of refused) {
      const ctx = t.context({ actor: as, requestId: newId<string>() });
      expect(await codeOf(updateProfile(ctx, actor.userId, { nickname: "x" }))).toBe(code);
      if (code === "FORBIDDEN") {
        expect(await codeOf(getProfile(ctx, { id: actor.userId }))).toBe(code);
        expect(await codeOf(listUsers(ctx, { limit: 10 }))).toBe(code);
      }
      const traces = await t.db.select().from(auditEvents).where(eq(auditEvents.requestId, ctx.requestId));
      expect(traces.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual(["user.changed failure"]);
    }
    expect(await codeOf(updateOwnProfile(operator, { nickname: "x" }))).toBe("UNAUTHENTICATED");
    expect(await codeOf(getOwnProfile(operator))).toBe("UNAUTHENTICATED");
    const ctx = t.context({ actor: admin });
    expect((await updateProfile(ctx, actor.userId, { nickname: "Ani" })).nickname).toBe("Ani");
    expect(await getProfile(ctx, { id: actor.userId })).toMatchObject({ nickname: "Ani" });
    expect((await updateOwnProfile(person, { nickname: "Anita" })).nickname).toBe("Anita");
  });

  it("leaves username and what has been checked to administrators", async () => {
    for (const change of [
      { username: "b@example.com" },
      { emailVerified: true },
      { phoneNumberVerified: true },
      { picture: "https://people.example.com/somebody-else.jpg" },
      { role: "admin" },
      { status: "active" },
      { emailVerifiedAt: "2026-06-01T12:00:00Z" },
      { userId: newId() },
      { lastLoginAt: null },
    ])
      expect(await codeOf(updateOwnProfile(person, change as OwnProfileChange))).toBe("VALIDATION_ERROR");
    for (const change of [
      { role: "admin" },
      { status: "disabled" },
      { id: newId() },
      { webauthnHandle: "x" },
    ])
      expect(await fieldsOf(change)).toHaveLength(1);
  });

  it("needs a person who is there, and a name that nobody else has, in whatever case", async () => {
    const other = await buildUser(t.db, { username: `other-${newId()}@example.com` });
    expect(await codeOf(updateProfile(operator, newId(), { nickname: "x" }))).toBe("USER_NOT_FOUND");
    const taken = { username: other.actor.username.toUpperCase() };
    expect(await codeOf(updateProfile(operator, actor.userId, taken))).toBe("USER_EXISTS");
    expect(await codeOf(getProfile(operator, { username: "nobody@example.com" }))).toBe("USER_NOT_FOUND");
  });
});

describe("a profile", () => {
  it("takes every claim, and gives it back", async () => {
    expect(await updateOwnProfile(person, everything)).toMatchObject(everything);
    expect(await getOwnProfile(person)).toMatchObject({ ...everything, updatedAt: testNow });
  });

  it("loses what is set to null, and keeps what is left out", async () => {
    await updateOwnProfile(person, everything);
    const cleared = await updateOwnProfile(person, { address: null, phoneNumber: null, birthdate: null });
    expect(cleared).toMatchObject({ address: null, phoneNumber: null, birthdate: null, nickname: "Anita" });
  });

  it("changes nothing, and writes no event, when everything is as asked already", async () => {
    await updateOwnProfile(person, everything);
    const later = t.context({ actor, now: new Date(testNow.getTime() + 1000), requestId: newId<string>() });
    expect((await updateOwnProfile(later, everything)).updatedAt).toEqual(testNow);
    const events = await t.db.select().from(auditEvents).where(eq(auditEvents.requestId, later.requestId));
    expect(events).toEqual([]);
  });

  it.each<[keyof ProfileChange, unknown[]]>([
    [
      "birthdate",
      ["1984-02-30", "1983-02-29", "84-01-01", "1984-13-01", "0000", "0000-02-30", "1984-1-1", ""],
    ],
    ["locale", ["english", "de_CH", "x", "-", "de-", ""]],
    ["zoneinfo", ["Europe/Atlantis", "+01:00", "UTC+1", "", "../etc/passwd"]],
    [
      "website",
      ["http://ana.example.com", "javascript:alert(1)", "https://u:p@a.example", "ana.example", ""],
    ],
    ["picture", ["data:image/png;base64,AAAA", "//a.example/x"]],
    ["phoneNumber", ["0441234567", "+41 44 123 45 67", "+0123456789", "+1234", "+1234567890123456"]],
    ["nickname", ["", " ", "a\u0000b", "a\nb", "\ud800", "x".repeat(65)]],
    [
      "address",
      [{}, { street: "x" }, { locality: "a\u0000" }, { formatted: "\ud800" }, "Bern", { country: "" }],
    ],
    ["displayName", ["", null]],
  ])("refuses %s that is none", async (name, values) => {
    for (const value of values)
      expect(await fieldsOf({ [name]: value }), JSON.stringify(value)).toEqual([
        expect.stringMatching(new RegExp(`^${name}(\\.|$)`)),
      ]);
  });

  it("names every field that is wrong", async () => {
    expect(await fieldsOf({ birthdate: "x", phoneNumber: "x", gender: 1 })).toEqual([
      "gender",
      "birthdate",
      "phoneNumber",
    ]);
  });

  it.each(["1984", "0000-02-29", "1984-02-29", "2000-12-31"])("takes the birthdate %s", async (birthdate) => {
    expect((await updateOwnProfile(person, { birthdate })).birthdate).toBe(birthdate);
  });

  it("keeps a language tag in its canonical casing", async () => {
    expect((await updateOwnProfile(person, { locale: "zh-hant-tw" })).locale).toBe("zh-Hant-TW");
  });

  it("takes any text that PostgreSQL can keep, and never fails otherwise", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 80 }), async (text) => {
        const change = { nickname: text, address: { formatted: text } };
        expect(["done", "VALIDATION_ERROR"]).toContain(await codeOf(updateOwnProfile(person, change)));
      }),
      { numRuns: 150 },
    );
  });
});

describe("what has been checked", () => {
  const row = async () => (await t.db.select().from(users).where(eq(users.id, actor.userId)))[0];

  it("is said by administrators, with the time of the first saying", async () => {
    await updateProfile(operator, actor.userId, {
      phoneNumber: "+41441234567",
      phoneNumberVerified: true,
      emailVerified: true,
    });
    const later = t.context({ actor: { type: "operator" }, now: new Date(testNow.getTime() + 1000) });
    await updateProfile(later, actor.userId, { emailVerified: true, phoneNumberVerified: true });
    expect(await row()).toMatchObject({ emailVerifiedAt: testNow, phoneNumberVerifiedAt: testNow });
    await updateProfile(later, actor.userId, { emailVerified: false });
    expect(await row()).toMatchObject({ emailVerifiedAt: null, phoneNumberVerifiedAt: testNow });
  });

  it("does not hold for another number or another address", async () => {
    await updateProfile(operator, actor.userId, {
      phoneNumber: "+41441234567",
      phoneNumberVerified: true,
      emailVerified: true,
    });
    await updateOwnProfile(person, { phoneNumber: "+41441234568" });
    expect(await row()).toMatchObject({ phoneNumberVerifiedAt: null });
    await updateProfile(operator, actor.userId, { username: `new-${newId()}@example.com` });
    expect(await row()).toMatchObject({ emailVerifiedAt: null });
  });

  it("needs a number", async () => {
    expect(await fieldsOf({ phoneNumberVerified: true })).toEqual(["phoneNumberVerified"]);
    expect(await fieldsOf({ phoneNumber: null, phoneNumberVerified: true })).toEqual(["phoneNumberVerified"]);
  });
});

describe("the trail of a change", () => {
  it("tells what an administrator changed from what to what, and of a person's own only which", async () => {
    const own = { ...person, requestId: newId<string>() };
    await updateOwnProfile(own, { nickname: "Ani", gender: "x" });
    const theirs = { ...operator, requestId: newId<string>() };
    await updateProfile(theirs, actor.userId, { nickname: "Anita" });
    const eventOf = async (requestId: string) =>
      (await t.db.select().from(auditEvents).where(eq(auditEvents.requestId, requestId)))[0];
    expect(await eventOf(own.requestId)).toMatchObject({
      action: "profile.changed",
      subjectUserId: actor.userId,
      details: { changed: ["nickname", "gender"] },
    });
    expect(await eventOf(theirs.requestId)).toMatchObject({
      action: "user.changed",
      actorType: "operator",
      details: { changed: ["nickname"], before: '{"nickname":"Ani"}', after: '{"nickname":"Anita"}' },
    });
  });

  it("keeps both of two changes at the same time", async () => {
    await Promise.all([
      updateOwnProfile(person, { nickname: "Ani" }),
      updateProfile(operator, actor.userId, { gender: "female" }),
      updateOwnProfile(person, { birthdate: "1984" }),
    ]);
    expect(await getOwnProfile(person)).toMatchObject({
      nickname: "Ani",
      gender: "female",
      birthdate: "1984",
    });
  });
});

describe("the list of people", () => {
  it("comes page by page, everybody once", async () => {
    for (let count = 0; count < 5; count++) await buildUser(t.db);
    const total = (await t.db.select({ id: users.id }).from(users)).length;
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listUsers(operator, { cursor, limit: 2 });
      seen.push(...page.users.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(total);
    expect(seen).toEqual([...seen].sort());
  });
});
