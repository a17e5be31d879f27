import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { decodeJwt, decodeProtectedHeader } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ClientRow, clients } from "#drizzle/schema/clients.ts";
import type { GroupId } from "#drizzle/schema/ids.ts";
import * as schema from "#drizzle/schema/index.ts";
import { accessTokens } from "#drizzle/schema/oidc.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { randomSecret } from "#lib/crypto/random.ts";
import type { Database } from "#lib/db/client.ts";
import { setCustomClaim } from "#lib/groups/claims/set-custom-claim.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import { verifyOwnJwt } from "#lib/signing-keys/verify-own-jwt.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { buildGroup } from "#lib/testing/build-group.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { ensureSubjectSalt } from "../subjects/subject-salt.ts";
import { bearerToken } from "../tokens/open-access-token.ts";
import { answerUserinfo } from "./answer-userinfo.ts";
import { completePerson } from "./complete-person.ts";
import { previewClaims } from "./preview-claims.ts";
import { findPerson } from "./store.ts";

let t: TestDatabase;
let client: ClientRow;
let actor: UserActor;
let operator: Context;
let statements: string[];
let watched: Database;

beforeAll(async () => {
  t = await testDatabase();
  await ensureSigningKeys(t.runtime());
  await ensureSubjectSalt(t.runtime());
  operator = t.context({ actor: { type: "operator" } });
});
beforeEach(async () => {
  ({ client } = await buildClient(t.context()));
  ({ actor } = await buildUser(t.db));
  statements = [];
  watched = drizzle(t.sql, { schema, logger: { logQuery: (query) => void statements.push(query) } });
});
afterAll(() => t.close());

async function tokenFor(scopes: string[], claims: unknown = null): Promise<string> {
  const token = randomSecret();
  await t.db.insert(accessTokens).values({
    tokenHash: sha256(token),
    clientId: client.id,
    userId: actor.userId,
    sessionId: actor.sessionId,
    scopes,
    claims,
    authTime: testNow,
    acr: "phr",
    createdAt: testNow,
    expiresAt: new Date(testNow.getTime() + 60_000),
  });
  return token;
}
const ask = async (scopes: string[], claims?: unknown) =>
  answerUserinfo(t.context({ db: watched }), bearerToken(await tokenFor(scopes, claims)));

async function joinGroups() {
  const staff = await buildGroup(t.db, [actor.userId], { name: `staff-${actor.userId}` });
  const admins = await buildGroup(t.db, [actor.userId], { name: `admins-${actor.userId}` });
  const set = (owner: { user: UserActor["userId"] } | { group: GroupId }, name: string, value: string) =>
    setCustomClaim(operator, { owner, name, value });
  await set({ group: staff.id }, "team", "of staff");
  await set({ group: admins.id }, "team", "of admins");
  await set({ group: staff.id }, "room", "of staff");
  await set({ group: admins.id }, "room", "of admins");
  await set({ user: actor.userId }, "team", "of Ana");
  await set({ user: actor.userId }, "digits", "5");
  return { staff, admins };
}

describe("OpenID Connect Core section 5.3: userinfo", () => {
  it("takes one statement, whatever is asked for", async () => {
    await joinGroups();
    await ask(["openid"]);
    expect(statements).toHaveLength(1);
    await ask(["openid", "profile", "email", "address", "phone", "groups"], { userinfo: { team: null } });
    expect(statements).toHaveLength(2);
  });

  it("reads groups and custom claims, the strongest first, where the scopes ask for them", async () => {
    const { staff, admins } = await joinGroups();
    const { claims } = await ask(["openid", "profile", "groups"]);
    expect(claims).toMatchObject({
      groups: [admins.name, staff.name],
      team: "of Ana",
      room: "of admins",
      digits: "5",
    });
    expect((await ask(["openid"])).claims).toEqual({ sub: actor.userId });
    const named = await ask(["openid"], { userinfo: { room: { essential: true }, groups: null } });
    expect(named.claims).toEqual({ sub: actor.userId, room: "of admins", groups: [admins.name, staff.name] });
  });

  it("gives an empty list to who asks for the groups of somebody without any", async () => {
    expect((await ask(["openid", "groups"])).claims).toEqual({ sub: actor.userId, groups: [] });
  });

  it("section 5.3.2: is signed for who registered for it, with iss and aud, and passes for no ID Token", async () => {
    await t.db
      .update(clients)
      .set({ userinfoSignedResponseAlg: "EdDSA", subjectType: "pairwise" })
      .where(eq(clients.id, client.id));
    const token = bearerToken(await tokenFor(["openid", "email"]));
    const { jwt = "", claims } = await answerUserinfo(t.context(), token);
    expect(decodeProtectedHeader(jwt)).toMatchObject({ alg: "EdDSA", typ: "userinfo+jwt" });
    expect(decodeJwt(jwt)).toEqual({
      ...claims,
      iss: "https://id.example.com",
      aud: client.id,
      iat: testNow.getTime() / 1000,
    });
    expect(claims.sub).not.toBe(actor.userId);
    expect(await verifyOwnJwt(t.runtime(), jwt, { typ: "JWT" })).toBeUndefined();
  });

  it("needs the scope openid", async () => {
    await expect(ask(["profile"])).rejects.toMatchObject({ code: "insufficient_scope" });
  });
});

describe("a person for an ID Token", () => {
  it("is completed by a second statement only where groups or custom claims are to be in it", async () => {
    const { admins, staff } = await joinGroups();
    const found = await findPerson(t.db, actor.userId);
    if (!found) throw new Error("nobody was found");
    const { groups: _groups, customClaims: _custom, ...person } = found;
    const complete = (
      ...args: [Parameters<typeof completePerson>[2], Parameters<typeof completePerson>[3]]
    ) => completePerson(watched, person, ...args);
    for (const requested of [undefined, null, { email: null, acr: null, sub: null, auth_time: null }])
      expect(await complete(["openid", "email", "phone"], requested)).toBe(person);
    expect(statements).toEqual([]);
    expect((await complete(["groups"], undefined)).groups).toEqual([admins.name, staff.name]);
    const { customClaims } = await complete([], { team: null });
    expect(customClaims?.findLast(({ name }) => name === "team")).toMatchObject({ value: "of Ana" });
    expect(await completePerson(watched, found, ["groups"], undefined)).toBe(found);
    expect(statements).toHaveLength(2);
  });
});

describe("the preview of claims", () => {
  const preview = (ctx: Context, more = {}) =>
    previewClaims(ctx, { clientId: client.id, userId: actor.userId, ...more });
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => "done",
      (error) => error.code as string,
    );

  it("is for whoever may look at apps and at people, about those that are there", async () => {
    const key = {
      type: "api_key",
      keyId: "k",
      name: "k",
      createdBy: actor.userId,
      creatorRole: "admin",
    } as const;
    for (const as of [
      { type: "anonymous" },
      actor,
      { ...key, scopes: ["clients.read"] },
      { ...key, scopes: ["users.read"] },
    ] as Context["actor"][])
      expect(await codeOf(preview(t.context({ actor: as })))).toBe("FORBIDDEN");
    expect(await codeOf(preview(operator, { clientId: "nothing" }))).toBe("CLIENT_NOT_FOUND");
    expect(await codeOf(preview(operator, { userId: crypto.randomUUID() }))).toBe("USER_NOT_FOUND");
    for (const role of ["auditor", "helpdesk", "admin"] as const)
      expect(await codeOf(preview(t.context({ actor: { ...actor, role } }))), role).toBe("done");
  });

  it("tells what userinfo will, with the group that each claim comes from, and no more scopes than the app has", async () => {
    const { admins } = await joinGroups();
    const all = await preview(operator);
    const told = Object.fromEntries(
      all.filter(({ places }) => places.includes("userinfo")).map(({ name, value }) => [name, value]),
    );
    const everything = ["openid", "profile", "email", "address", "phone", "groups"];
    expect(told).toEqual((await ask(everything)).claims);
    expect(all.find(({ name }) => name === "room")?.from).toBe(`group:${admins.name}`);
    await t.db
      .update(clients)
      .set({ scopes: ["email"] })
      .where(eq(clients.id, client.id));
    const few = await preview(operator, { scopes: ["openid", "profile", "email", "unknown"] });
    expect(few.map(({ name }) => name)).toEqual(["sub", "email", "email_verified"]);
  });
});
