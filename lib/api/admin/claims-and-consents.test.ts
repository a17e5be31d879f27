import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserId } from "#drizzle/schema/ids.ts";
import { setRuntime } from "#lib/context/runtime.ts";
import { rememberConsent } from "#lib/grants/remember-consent.ts";
import type { DescribedHandler } from "#lib/http/route-contract.ts";
import { sealSessionCookie } from "#lib/http/session-cookie.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { buildGroup } from "#lib/testing/build-group.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { deleteConsentOfUser, getConsents, getConsentsOfUser } from "./consents.ts";
import {
  deleteGroupClaim,
  getGroupClaims,
  getUserClaims,
  putGroupClaim,
  putUserClaim,
} from "./custom-claims.ts";
import {
  deleteRegistrationTokens,
  getRegistrationTokens,
  postRegistrationToken,
} from "./registration-tokens.ts";
import { getGroupsOfUser } from "./user-groups.ts";

const origin = "https://id.example.com";
let t: TestDatabase;
let cookie: string;
let person: UserId;
let group: string;
beforeAll(async () => {
  t = await testDatabase();
  setRuntime(t.runtime());
  const { token } = await buildUser(t.db, { role: "admin" }, new Date(Date.now() - 60_000));
  await t.sql`update sessions set amr = '{hwk,user,mfa}', last_activity_at = now(), expires_at = now() + interval '1 day'`;
  const sealed = await sealSessionCookie(t.runtime(), { token, expiresAt: new Date(Date.now() + 60_000) });
  cookie = sealed.split(";")[0] ?? "";
  person = (await buildUser(t.db)).actor.userId;
  group = (await buildGroup(t.db, [person], { name: "staff" })).id;
});
afterAll(() => t.close());

async function call(route: DescribedHandler, params: Record<string, string> = {}, body?: unknown) {
  const path = route.contract.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ""),
  );
  const response = await route(
    new Request(origin + path, {
      method: route.contract.method,
      headers: { origin, cookie, ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  const { data, error } = (await response.json()) as { data: never; error?: { code: string } };
  return { status: response.status, data: data as Record<string, never>, code: error?.code };
}

describe("claims over the API", () => {
  it("are set, listed and removed by their names, whatever those hold", async () => {
    const claim = { id: group, name: "https://example.com/roles#main" };
    expect((await call(putGroupClaim, claim, { value: ["a", "b"] })).data).toEqual({ changed: true });
    expect((await call(putGroupClaim, claim, { value: ["a", "b"] })).data).toEqual({ changed: false });
    expect((await call(getGroupClaims, { id: group })).data).toMatchObject({
      claims: [{ name: claim.name, value: ["a", "b"] }],
    });
    expect((await call(deleteGroupClaim, claim)).data).toEqual({ removed: true });
    expect((await call(deleteGroupClaim, claim)).data).toEqual({ removed: false });
    await call(putUserClaim, { id: person, name: "department" }, { value: "sales" });
    expect((await call(getUserClaims, { id: person })).data).toMatchObject({
      claims: [{ name: "department", value: "sales" }],
    });
  });

  it("refuses names of the protocol, values that are none, and owners that are not there", async () => {
    const put = (name: string, value: unknown, id: string = person) =>
      call(putUserClaim, { id, name }, { value });
    expect((await put("sub", "x")).code).toBe("VALIDATION_ERROR");
    expect((await put("department", { a: 1 })).code).toBe("VALIDATION_ERROR");
    expect((await put("department", "x", randomUUID())).code).toBe("USER_NOT_FOUND");
    expect((await call(getGroupClaims, { id: randomUUID() })).code).toBe("GROUP_NOT_FOUND");
  });
});

it("tells which groups a person is in", async () => {
  expect((await call(getGroupsOfUser, { id: person })).data).toMatchObject({
    groups: [{ id: group, name: "staff" }],
  });
});

it("lists consents across people and of one, and takes one back once", async () => {
  const { client } = await buildClient(t.context());
  const consent = { userId: person, clientId: client.id, scopes: ["openid"], claims: [], resources: [] };
  await rememberConsent(t.context(), t.db, consent);
  expect((await call(getConsents)).data).toMatchObject({
    consents: [{ userId: person, clientId: client.id, scopes: ["openid"] }],
    count: 1,
  });
  expect((await call(getConsentsOfUser, { id: person })).data).toMatchObject({
    consents: [{ clientId: client.id }],
  });
  const one = { id: person, clientId: client.id };
  expect((await call(deleteConsentOfUser, one)).data).toEqual({ revoked: true });
  expect((await call(deleteConsentOfUser, one)).code).toBe("GRANT_NOT_FOUND");
  expect((await call(getConsents)).data).toMatchObject({ consents: [], count: 0 });
});

it("makes registration tokens, shows them without their secret, and takes them away by name", async () => {
  const made = await call(postRegistrationToken, {}, { name: "lab", expiresInSeconds: 3600 });
  expect(made.data.token).toMatch(/^[\w-]{43}$/);
  const listed = await call(getRegistrationTokens);
  expect(listed.data.tokens).toMatchObject([{ name: "lab", remainingUses: null }]);
  expect(JSON.stringify(listed.data)).not.toContain(made.data.token);
  expect((await call(deleteRegistrationTokens, { name: "lab" })).data).toEqual({ removed: 1 });
  expect((await call(deleteRegistrationTokens, { name: "lab" })).code).toBe("NOT_FOUND");
});
