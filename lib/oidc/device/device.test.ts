import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { clientGroups } from "#drizzle/schema/clients.ts";
import { grants } from "#drizzle/schema/grants.ts";
import { groups } from "#drizzle/schema/groups.ts";
import type { GroupId } from "#drizzle/schema/ids.ts";
import { sessionClients } from "#drizzle/schema/oidc.ts";
import { deviceCodeGrant, type NewClient } from "#lib/clients/schema.ts";
import type { Context } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { describeInteraction } from "../interactions/describe-interaction.ts";
import { resumeInteraction } from "../resume-interaction.ts";
import { ensureSubjectSalt } from "../subjects/subject-salt.ts";
import { beginDeviceAuthorization } from "./begin-device-authorization.ts";
import { deleteExpiredDeviceCodes } from "./cleanup.ts";
import { decideDevice } from "./decide-device.ts";
import { enterUserCode } from "./enter-user-code.ts";
import { redeemDeviceCode } from "./redeem-device-code.ts";

let t: TestDatabase;
let client: ClientRow;
let person: Context;
beforeAll(async () => {
  t = await testDatabase();
  await ensureSigningKeys(t.runtime());
  await ensureSubjectSalt(t.runtime());
});
beforeEach(async () => {
  client = await newClient();
  person = t.context({ actor: (await buildUser(t.db)).actor });
});
afterAll(() => t.close());

async function newClient(overrides: Partial<NewClient> = {}): Promise<ClientRow> {
  const given = {
    grantTypes: [deviceCodeGrant, "refresh_token"] as NewClient["grantTypes"],
    redirectUris: [],
  };
  return (await buildClient(t.context(), { ...given, postLogoutRedirectUris: [], ...overrides })).client;
}

const at = (seconds: number, ctx = t.context()): Context => ({
  ...ctx,
  now: new Date(testNow.getTime() + seconds * 1000),
});
const begin = (scope = "openid profile", dpopJkt?: string) =>
  beginDeviceAuthorization(t.context({ ip: "198.51.100.7" }), {
    client,
    entries: [["scope", scope]],
    dpopJkt,
  });
const poll = (deviceCode: string, seconds = 0, dpopJkt?: string, caller = client) =>
  redeemDeviceCode(at(seconds), caller, { deviceCode, resources: [], dpopJkt });
const enter = async (userCode: string, ctx = person) =>
  new URL((await enterUserCode(ctx, { userCode })).location);
const interactionOf = async (userCode: string, ctx = person) =>
  (await enter(userCode, ctx)).searchParams.get("interaction") ?? "";
const decide = (interaction: string, decision: "allow" | "deny", ctx = person) =>
  decideDevice(ctx, { interaction, decision });

async function approved(scope?: string, dpopJkt?: string) {
  const device = await begin(scope, dpopJkt);
  await decide(await interactionOf(device.user_code), "allow");
  return device;
}

describe("RFC 8628 section 3.1 and 3.2, the device authorization endpoint", () => {
  it("gives both codes, the address to go to, and how long and how often", async () => {
    const answer = await begin();
    expect(answer).toEqual({
      device_code: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
      user_code: expect.stringMatching(/^[A-Z]{4}-[A-Z]{4}$/),
      verification_uri: "https://id.example.com/device",
      verification_uri_complete: `https://id.example.com/device?user_code=${answer.user_code}`,
      expires_in: 600,
      interval: 5,
    });
  });

  it("refuses a client that is not registered for the grant, and keeps that for its developer", async () => {
    client = (await buildClient(t.context())).client;
    await expect(begin()).rejects.toMatchObject({ code: "unauthorized_client" });
    const errors = await t.sql`select code from client_errors where client_id = ${client.id}`;
    expect(errors).toMatchObject([{ code: "unauthorized_client" }]);
  });

  it("refuses a malformed scope, a resource that is not registered, and repetition", async () => {
    for (const scope of ['openid "x"', "files"])
      await expect(begin(scope)).rejects.toMatchObject({ code: "invalid_scope" });
    const call = (...entries: [string, string][]) =>
      beginDeviceAuthorization(t.context(), { client, entries, dpopJkt: undefined });
    await expect(call(["resource", "https://api.example.com/"])).rejects.toMatchObject({
      code: "invalid_target",
    });
    await expect(call(["scope", "openid"], ["scope", "email"])).rejects.toMatchObject({
      code: "invalid_request",
    });
    await expect(call(["dpop_jkt", "short"])).rejects.toMatchObject({ code: "invalid_request" });
  });
});

describe("RFC 8628 section 3.3, the person", () => {
  it("types the code in, signs in where that is needed, and is asked", async () => {
    const { user_code: code } = await begin();
    const token = await interactionOf(code.toLowerCase().replace("-", " "), t.context());
    expect((await resumeInteraction(t.context(), token)).location).toBe(
      `https://id.example.com/sign-in?interaction=${token}`,
    );
    expect((await resumeInteraction(person, token)).location).toBe(
      `https://id.example.com/device?interaction=${token}`,
    );
    expect(await describeInteraction(t.context(), token)).toMatchObject({
      kind: "device",
      clientName: "Notes",
    });
    expect(await describeInteraction(person, token)).toMatchObject({
      kind: "device",
      clientName: "Notes",
      question: { ip: "198.51.100.7", askedAt: testNow, person: { displayName: "Ana Ruiz" } },
    });
  });

  it("is told of a code that nobody waits with", async () => {
    expect((await enter("BBBB-BBBB")).href).toBe("https://id.example.com/device?problem=code");
    expect((await enter("hello")).searchParams.get("problem")).toBe("code");
    const { user_code: code } = await begin();
    expect((await enter(code, at(600, person))).searchParams.get("problem")).toBe("code");
    await decide(await interactionOf(code), "deny");
    expect((await enter(code)).searchParams.get("problem")).toBe("code");
  });

  it("answers once: a second tab and a second person come too late", async () => {
    const { user_code: code } = await begin();
    const [first, second] = [await interactionOf(code), await interactionOf(code)];
    expect((await decide(first, "allow")).location).toBe("https://id.example.com/device?result=allowed");
    await expect(decide(first, "allow")).rejects.toMatchObject({ reason: "interaction_finished" });
    await expect(decide(second, "deny")).rejects.toMatchObject({ reason: "interaction_finished" });
    expect(await describeInteraction(person, second)).toBeUndefined();
  });

  it("of many answers at once, one counts", async () => {
    const { user_code: code } = await begin();
    const tokens = await Promise.all(Array.from({ length: 10 }, () => interactionOf(code)));
    const answers = await Promise.allSettled(tokens.map((token) => decide(token, "allow")));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("must be signed in to answer", async () => {
    const token = await interactionOf((await begin()).user_code);
    expect((await decide(token, "allow", t.context())).location).toContain("/sign-in?interaction=");
    expect((await decide(token, "deny", t.context())).location).toContain("/sign-in?interaction=");
    expect(await describeInteraction(person, token)).toMatchObject({ question: {} });
  });

  it("consents by answering, which is remembered and written down with the session", async () => {
    const { actor } = person;
    if (actor.type !== "user") throw new Error("nobody is signed in");
    await approved("openid email");
    const [grant] = await t.db.select().from(grants).where(eq(grants.userId, actor.userId));
    expect(grant?.scopes).toEqual(["openid", "email"]);
    expect(
      await t.db.select().from(sessionClients).where(eq(sessionClients.clientId, client.id)),
    ).toHaveLength(1);
    const [event] = await t.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.clientId, client.id))
      .orderBy(desc(auditEvents.id));
    expect(event).toMatchObject({ action: "device.approved", details: { askedFrom: "198.51.100.7" } });
  });

  it("who is in no group of the app can only decline", async () => {
    const id = newId<GroupId>();
    await t.db
      .insert(groups)
      .values({ id, name: id, displayName: id, createdAt: testNow, updatedAt: testNow });
    await t.db.insert(clientGroups).values({ clientId: client.id, groupId: id });
    const token = await interactionOf((await begin()).user_code);
    expect(await describeInteraction(person, token)).toMatchObject({ question: { unmetRule: "group" } });
    expect((await decide(token, "allow")).location).toContain("/device?interaction=");
    expect((await decide(token, "deny")).location).toContain("result=declined");
  });

  it("is told which passkey the app demands, before being asked for it", async () => {
    client = await newClient({ requireDeviceBound: true });
    const { actor } = person;
    if (actor.type !== "user") throw new Error("nobody is signed in");
    const ctx = { ...person, actor: { ...actor, amr: ["swk", "user"] } };
    const token = await interactionOf((await begin()).user_code, ctx);
    expect(await describeInteraction({ ...ctx, now: at(1).now }, token)).toMatchObject({
      reauthentication: true,
      demand: "device_bound",
    });
  });

  it("is asked for the passkey again where the app wants a fresh one", async () => {
    client = await newClient({ maxAuthenticationAgeSeconds: 30 });
    const token = await interactionOf((await begin()).user_code);
    expect((await resumeInteraction(person, token)).location).toContain("/sign-in?interaction=");
    const { actor } = await buildUser(t.db, {}, testNow);
    expect((await resumeInteraction(t.context({ actor }), token)).location).toContain("/device?interaction=");
  });
});

describe("RFC 8628 section 5.1, guessing", () => {
  it("ends after some wrong codes from one address, and for one session from everywhere", async () => {
    const limits = { RATE_LIMIT_ENABLED: "true", RATE_LIMIT_REQUESTS: "30" };
    const { config } = t.runtime(limits);
    const from = (ip: string): Context => ({ ...person, config, ip });
    for (let tries = 0; tries < 3; tries += 1) await enter("BBBB-BBBB", from("203.0.113.1"));
    await expect(enter("BBBB-BBBB", from("203.0.113.1"))).rejects.toMatchObject({
      code: "RATE_LIMIT_EXCEEDED",
    });
    await expect(enter("BBBB-BBBB", from("203.0.113.2"))).rejects.toMatchObject({
      code: "RATE_LIMIT_EXCEEDED",
    });
    const other = { ...from("203.0.113.2"), actor: (await buildUser(t.db)).actor };
    expect((await enter("BBBB-BBBB", other)).searchParams.get("problem")).toBe("code");
  });
});

describe("RFC 8628 section 3.4 and 3.5, the device asks", () => {
  it("authorization_pending until the person answers, then tokens", async () => {
    const { device_code: code, user_code: userCode } = await begin();
    await expect(poll(code)).rejects.toMatchObject({ code: "authorization_pending" });
    await decide(await interactionOf(userCode), "allow");
    expect(await poll(code, 5)).toMatchObject({
      token_type: "Bearer",
      scope: "openid profile",
      id_token: expect.any(String),
      refresh_token: expect.any(String),
    });
  });

  it("slow_down for polling too fast: five seconds more, for good", async () => {
    const { device_code: code } = await begin();
    await expect(poll(code, 0)).rejects.toMatchObject({ code: "authorization_pending" });
    await expect(poll(code, 2)).rejects.toMatchObject({ code: "slow_down" });
    await expect(poll(code, 8)).rejects.toMatchObject({ code: "slow_down" });
    await expect(poll(code, 23)).rejects.toMatchObject({ code: "authorization_pending" });
    await expect(poll(code, 30)).rejects.toMatchObject({ code: "slow_down" });
  });

  it("access_denied when the person declined", async () => {
    const { device_code: code, user_code: userCode } = await begin();
    await decide(await interactionOf(userCode), "deny");
    await expect(poll(code)).rejects.toMatchObject({ code: "access_denied", status: 400 });
  });

  it("expired_token when it took too long, also after an approval", async () => {
    await expect(poll((await begin()).device_code, 600)).rejects.toMatchObject({ code: "expired_token" });
    await expect(poll((await approved()).device_code, 600)).rejects.toMatchObject({ code: "expired_token" });
  });

  it("invalid_grant for an unknown code, a used one and one of another client, which stays good", async () => {
    await expect(poll("unknown")).rejects.toMatchObject({ code: "invalid_grant" });
    const { device_code: code } = await approved();
    await expect(poll(code, 0, undefined, await newClient())).rejects.toMatchObject({
      code: "invalid_grant",
    });
    await poll(code);
    await expect(poll(code)).rejects.toMatchObject({ code: "invalid_grant" });
  });

  it("of 100 redemptions at once, one succeeds", async () => {
    const { device_code: code } = await approved();
    const answers = await Promise.allSettled(Array.from({ length: 100 }, () => poll(code)));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const answer of answers)
      if (answer.status === "rejected") expect(answer.reason).toMatchObject({ code: "invalid_grant" });
  });

  it("no ID Token without openid", async () => {
    const { device_code: code } = await approved("email");
    expect(await poll(code)).not.toHaveProperty("id_token");
  });

  it("a token without scope where the device asked for none, which the person is told", async () => {
    const device = await beginDeviceAuthorization(t.context(), { client, entries: [], dpopJkt: undefined });
    const token = await interactionOf(device.user_code);
    expect(await describeInteraction(person, token)).toMatchObject({
      question: { consent: { scopes: [], personal: false } },
    });
    await decide(token, "allow");
    const tokens = await poll(device.device_code);
    expect(Object.keys(tokens).sort()).toEqual(["access_token", "expires_in", "refresh_token", "token_type"]);
  });

  it("only the key that asked may redeem (RFC 9449)", async () => {
    const jkt = "k".repeat(43);
    const { device_code: code } = await approved("openid", jkt);
    await expect(poll(code)).rejects.toMatchObject({ code: "invalid_grant" });
    await expect(poll(code, 0, "x".repeat(43))).rejects.toMatchObject({ code: "invalid_grant" });
    expect(await poll(code, 0, jkt)).toMatchObject({ token_type: "DPoP" });
  });

  it("nothing when the session that approved has ended, or the person was disabled", async () => {
    const ended = await approved();
    await t.sql`update sessions set revoked_at = now() where user_id = ${userId()}`;
    await expect(poll(ended.device_code)).rejects.toMatchObject({ code: "invalid_grant" });
    person = t.context({ actor: (await buildUser(t.db)).actor });
    const disabled = await approved();
    await t.sql`update users set status = 'disabled' where id = ${userId()}`;
    await expect(poll(disabled.device_code)).rejects.toMatchObject({ code: "invalid_grant" });
  });
});

describe("cleaning up", () => {
  it("keeps an expired code for an hour, so that the device is told why", async () => {
    const { device_code: code } = await begin();
    await deleteExpiredDeviceCodes(t.db, at(4199).now);
    await expect(poll(code, 4199)).rejects.toMatchObject({ code: "expired_token" });
    await deleteExpiredDeviceCodes(t.db, at(4201).now);
    await expect(poll(code, 4201)).rejects.toMatchObject({ code: "invalid_grant" });
  });
});

function userId(): string {
  return person.actor.type === "user" ? person.actor.userId : "";
}
