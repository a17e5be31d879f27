import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { claims, groups } from "#drizzle/schema/groups.ts";
import type { GroupId, UserId } from "#drizzle/schema/ids.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import { buildGroup } from "#lib/testing/build-group.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { listCustomClaims } from "./list-custom-claims.ts";
import { removeCustomClaim } from "./remove-custom-claim.ts";
import { reservedClaims } from "./reserved-claims.ts";
import { type ClaimValue, claimValueSchema } from "./schema.ts";
import { setCustomClaim } from "./set-custom-claim.ts";
import { type ClaimOwner, findCustomClaimsOf } from "./store.ts";

let t: TestDatabase;
let operator: Context;
let user: UserId;

beforeAll(async () => {
  t = await testDatabase();
  operator = t.context({ actor: { type: "operator" } });
});
afterAll(() => t.close());
beforeEach(async () => {
  user = (await buildUser(t.db)).actor.userId;
});

const set = (owner: ClaimOwner, name: string, value: ClaimValue, ctx = operator) =>
  setCustomClaim(ctx, { owner, name, value });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => error.code as string,
  );

describe("who may change claims", () => {
  it("is operators, and administrators who have just confirmed", async () => {
    const { actor } = await buildUser(t.db, { role: "admin" });
    const admin: UserActor = { ...actor, amr: ["hwk", "user", "mfa"] };
    const late = new Date(testNow.getTime() - 601_000);
    const refused: [Context["actor"], string][] = [
      [{ type: "anonymous" }, "FORBIDDEN"],
      [{ ...admin, role: "user" }, "FORBIDDEN"],
      [{ type: "system", name: "job" }, "FORBIDDEN"],
      [{ ...admin, authTime: late }, "STEP_UP_REQUIRED"],
    ];
    for (const [as, code] of refused) {
      const ctx = t.context({ actor: as });
      expect(await codeOf(set({ user }, "team", "a", ctx))).toBe(code);
      expect(await codeOf(removeCustomClaim(ctx, { owner: { user }, name: "team" }))).toBe(code);
      if (code === "FORBIDDEN") expect(await codeOf(listCustomClaims(ctx, { user }))).toBe(code);
      const traces = await t.db.select().from(auditEvents).where(eq(auditEvents.requestId, ctx.requestId));
      expect(traces.map(({ action, outcome }) => `${action} ${outcome}`).sort()).toEqual([
        "claim.removed failure",
        "claim.set failure",
      ]);
    }
    const ctx = t.context({ actor: admin });
    expect(await set({ user }, "team", "a", ctx)).toBe(true);
    expect(await listCustomClaims(ctx, { user })).toMatchObject([{ name: "team", value: "a" }]);
    expect(await removeCustomClaim(ctx, { owner: { user }, name: "team" })).toBe(true);
  });
});

describe("a claim's name", () => {
  it("is none that the protocol or this program gives a meaning, in whatever case", async () => {
    expect([...reservedClaims]).toEqual(
      expect.arrayContaining(
        (
          "iss sub aud exp nbf iat jti azp nonce auth_time acr amr at_hash c_hash s_hash sid events scope client_id " +
          "cnf act name given_name family_name preferred_username picture locale email email_verified " +
          "phone_number address updated_at groups _claim_names __proto__"
        ).split(" "),
      ),
    );
    for (const name of reservedClaims) {
      expect(await codeOf(set({ user }, name, "x")), name).toBe("VALIDATION_ERROR");
      expect(await codeOf(set({ user }, name.toUpperCase(), "x")), name).toBe("VALIDATION_ERROR");
    }
    expect(await listCustomClaims(operator, { user })).toEqual([]);
  });

  it.each(["", " ", "a b", "9a", "a\u0000", "ä", `a${"b".repeat(128)}`, "a\n", "$x", "\ud800"])(
    "is not %j",
    async (name) => {
      expect(await codeOf(set({ user }, name, "x"))).toBe("VALIDATION_ERROR");
      expect(await codeOf(removeCustomClaim(operator, { owner: { user }, name }))).toBe("VALIDATION_ERROR");
    },
  );

  it.each(["roles", "entitlements", "https://example.com/claims#team", "Department", "_x", "a.b-c:d"])(
    "may be %s",
    async (name) => {
      expect(await set({ user }, name, "x")).toBe(true);
      expect(await findCustomClaimsOf(t.db, user)).toEqual({ [name]: "x" });
    },
  );
});

describe("a claim's value", () => {
  it.each<[unknown]>([
    [null],
    [undefined],
    [{}],
    [{ a: 1 }],
    [[1]],
    [[["a"]]],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    ["\u0000"],
    ["\ud800"],
    [["ok", "\udfff"]],
    ["x".repeat(4095)],
    ["ä".repeat(2048)],
    [Array.from({ length: 1366 }, () => "")],
    [Array.from({ length: 400 }, () => "12345678")],
  ])("is not %j", async (value) => {
    expect(await codeOf(set({ user }, "team", value as ClaimValue))).toBe("VALIDATION_ERROR");
  });

  it("comes back as it was, whatever it is", async () => {
    const texts = fc.string({ unit: "binary", maxLength: 40 }).filter((text) => !text.includes("\0"));
    const values: fc.Arbitrary<ClaimValue> = fc.oneof(
      fc.constantFrom("5", "true", "null", '"', "[]", "{}", "", "x".repeat(4094), "ä".repeat(2047)),
      texts,
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
      fc.integer(),
      fc.boolean(),
      fc.array(texts, { maxLength: 20 }),
    );
    await fc.assert(
      fc.asyncProperty(values, async (value) => {
        fc.pre(claimValueSchema.safeParse(value).success);
        await set({ user }, "any", value);
        expect(await findCustomClaimsOf(t.db, user)).toEqual({ any: value });
        expect(await set({ user }, "any", value)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });
});

describe("claims", () => {
  it("of the person win over those of groups, and of groups the first by name", async () => {
    const [zulu, alpha] = [
      await buildGroup(t.db, [user], { name: "zulu" }),
      await buildGroup(t.db, [user], { name: "alpha" }),
    ];
    const foreign = await buildGroup(t.db, [], { name: "foreign" });
    for (const { id, name } of [zulu, alpha, foreign]) {
      await set({ group: id }, "team", name);
      await set({ group: id }, "level", name);
      await set({ group: id }, name, true);
    }
    await set({ user }, "team", ["own"]);
    expect(await findCustomClaimsOf(t.db, user)).toEqual({
      team: ["own"],
      level: "alpha",
      alpha: true,
      zulu: true,
    });
    expect(await findCustomClaimsOf(t.db, newId<UserId>())).toEqual({});
    await t.db.delete(groups);
    expect(await findCustomClaimsOf(t.db, user)).toEqual({ team: ["own"] });
  });

  it("are changed and removed, and the trail says what was and what is", async () => {
    const { id, name } = await buildGroup(t.db);
    const ctx = t.context({ actor: { type: "operator" } });
    expect(await set({ group: id }, "team", "a", ctx)).toBe(true);
    expect(await set({ group: id }, "team", "a", ctx)).toBe(false);
    expect(await set({ group: id }, "team", ["b"], ctx)).toBe(true);
    const gone = { owner: { group: id }, name: "team" };
    expect([await removeCustomClaim(ctx, gone), await removeCustomClaim(ctx, gone)]).toEqual([true, false]);
    expect(await listCustomClaims(ctx, { group: id })).toEqual([]);
    const about = { groupId: id, group: name, name: "team" };
    const events = await t.db
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.requestId, ctx.requestId), eq(auditEvents.outcome, "success")))
      .orderBy(auditEvents.id);
    expect(events.map(({ action, details }) => [action, details])).toEqual([
      ["claim.set", { ...about, after: '"a"' }],
      ["claim.set", { ...about, before: '"a"', after: '["b"]' }],
      ["claim.removed", { ...about, before: '["b"]' }],
    ]);
  });

  it("of a person name whom the event is about", async () => {
    const ctx = t.context({ actor: { type: "operator" } });
    await set({ user }, "team", "a", ctx);
    const events = await t.db.select().from(auditEvents).where(eq(auditEvents.requestId, ctx.requestId));
    expect(events).toMatchObject([{ action: "claim.set", subjectUserId: user }]);
  });

  it("need somebody who has them", async () => {
    for (const [owner, code] of [
      [{ user: newId<UserId>() }, "USER_NOT_FOUND"],
      [{ group: newId<GroupId>() }, "GROUP_NOT_FOUND"],
    ] as const) {
      expect(await codeOf(set(owner, "team", "a"))).toBe(code);
      expect(await codeOf(removeCustomClaim(operator, { owner, name: "team" }))).toBe(code);
      expect(await codeOf(listCustomClaims(operator, owner))).toBe(code);
    }
  });

  it("are fifty at most, also when many are added at once", async () => {
    for (const owner of [{ user }, { group: (await buildGroup(t.db)).id }]) {
      const codes = await Promise.all(
        Array.from({ length: 100 }, (_, index) => codeOf(set(owner, `claim${index}`, index))),
      );
      expect(codes.filter((code) => code === "done")).toHaveLength(50);
      expect(codes.filter((code) => code === "CONFLICT")).toHaveLength(50);
      const [{ name } = { name: "" }] = await listCustomClaims(operator, owner);
      expect(await set(owner, name, "another value")).toBe(true);
    }
  });

  it("of one name are one, whatever many set at once", async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => set({ user }, "team", index)));
    expect(await t.db.select().from(claims).where(eq(claims.userId, user))).toHaveLength(1);
  });
});
