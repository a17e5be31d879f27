import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { clientErrors } from "#drizzle/schema/clients.ts";
import { grants } from "#drizzle/schema/grants.ts";
import { accessTokens, refreshTokens, sessionClients } from "#drizzle/schema/oidc.ts";
import { sessions } from "#drizzle/schema/sessions.ts";
import type { AddedClient } from "#lib/clients/add-client.ts";
import { disableClient } from "#lib/clients/disable-client.ts";
import { registerRefusedAddress } from "#lib/clients/register-refused-address.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import { authorizationEntries, authorize } from "#lib/testing/authorization.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { buildSession, buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { requestTokens } from "#lib/testing/token-requests.ts";
import { beginAuthorization } from "../authorize/begin-authorization.ts";
import { decideConsent } from "../authorize/decide-consent.ts";
import { testCallback } from "../authorize/test-callback.ts";
import { describeInteraction } from "../interactions/describe-interaction.ts";
import { resumeInteraction } from "../resume-interaction.ts";
import { beginTestSignIn } from "./begin-test-sign-in.ts";
import { finishTestSignIn } from "./finish-test-sign-in.ts";
import { getTestSignIn } from "./get-test-sign-in.ts";

let t: TestDatabase;
let app: AddedClient;
let admin: UserActor;
let other: UserActor;
beforeAll(async () => {
  t = await testDatabase();
  await ensureSigningKeys(t.runtime());
  app = await buildClient(t.context(), {
    firstParty: true,
    tokenEndpointAuthMethod: "client_secret_post",
  });
  admin = await administrator();
  other = await administrator();
});
afterAll(() => t.close());

async function administrator(): Promise<UserActor> {
  const { actor } = await buildUser(t.db, { role: "admin" });
  return { ...actor, role: "admin", amr: ["hwk", "user", "mfa"] };
}

const as = (actor: UserActor) => t.context({ actor });
const scopes = ["openid", "profile", "email"];
const begin = (ctx: Context, client = app.client, prompts: ("login" | "consent")[] = []) =>
  beginTestSignIn(ctx, { clientId: client.id, scopes, prompts });
const tokenOf = (location: string | undefined) =>
  new URL(location ?? "").searchParams.get("interaction") ?? "";
const go = async (ctx: Context, location: string | undefined) =>
  new URL((await resumeInteraction(ctx, tokenOf(location))).location);
const lastActions = async (count: number) =>
  (await t.db.select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(count)).map((row) => row.action);

describe("a test sign-in", () => {
  it("shows every token with its key, userinfo, and where each claim comes from", async () => {
    const ctx = as(admin);
    const test = await begin(ctx);
    const answer = await go(ctx, test.location);
    expect(answer.origin + answer.pathname).toBe(testCallback(ctx.config));
    await finishTestSignIn(ctx, answer.searchParams);
    const shown = await getTestSignIn(ctx, { id: test.id, clientId: app.client.id });
    const result = shown?.result;
    if (result?.outcome !== "answered") throw new Error(JSON.stringify(result));
    const [idToken, accessToken, refreshToken] = result.tokens;
    expect(idToken).toMatchObject({
      kind: "id_token",
      header: { alg: "RS256", typ: "JWT", kid: idToken?.key?.kid },
      payload: { aud: app.client.id, sub: admin.userId },
    });
    expect(idToken?.checks.map(({ name, passed }) => [name, passed])).toEqual(
      ["signature", "issuer", "audience", "times", "nonce", "access_token"].map((name) => [name, true]),
    );
    expect(accessToken).toEqual({ kind: "access_token", checks: [] });
    expect(refreshToken).toEqual({ kind: "refresh_token", checks: [] });
    expect(result.userinfo).toMatchObject({ sub: admin.userId, name: admin.displayName });
    expect(result.claims.find(({ name }) => name === "email")).toMatchObject({
      because: [{ scope: "email" }],
      from: "profile",
    });
    expect(await lastActions(1)).toEqual(["client.test_finished"]);
  });

  it("leaves nothing: no token, no grant, and no app to be told of a sign-out", async () => {
    const ctx = as(admin);
    const answer = await go(ctx, (await begin(ctx)).location);
    await finishTestSignIn(ctx, answer.searchParams);
    const left = [accessTokens, refreshTokens, grants].map((table) =>
      t.db.select().from(table).where(eq(table.userId, admin.userId)),
    );
    expect((await Promise.all(left)).flat()).toEqual([]);
    const told = await t.db
      .select()
      .from(sessionClients)
      .where(eq(sessionClients.sessionId, admin.sessionId));
    expect(told).toEqual([]);
  });

  it("keeps what a sign-in of the app has made, and takes back its own tokens alone", async () => {
    const actor = await administrator();
    const ctx = as(actor);
    await authorize({ ...ctx, now: new Date(testNow.getTime() - 1000) }, app.client);
    const answer = await go(ctx, (await begin(ctx)).location);
    await finishTestSignIn(ctx, answer.searchParams);
    expect(await t.db.select().from(grants).where(eq(grants.userId, actor.userId))).toHaveLength(1);
    const good = (await t.db.select().from(accessTokens).where(eq(accessTokens.userId, actor.userId))).filter(
      ({ revokedAt }) => revokedAt === null,
    );
    expect(good).toEqual([]);
  });

  it("asks for consent as the app would, and remembers none", async () => {
    const { client } = await buildClient(t.context());
    const ctx = as(admin);
    const test = await begin(ctx, client);
    expect((await go(ctx, test.location)).pathname).toBe("/consent");
    const asked = await describeInteraction(ctx, tokenOf(test.location));
    expect(asked).toMatchObject({ clientId: client.id, consent: { scopes: [{}, {}, {}] } });
    const allowed = await decideConsent(ctx, { interaction: tokenOf(test.location), decision: "allow" });
    await finishTestSignIn(ctx, new URL(allowed.location).searchParams);
    expect(await getTestSignIn(ctx, { id: test.id, clientId: client.id })).toMatchObject({
      result: { outcome: "answered" },
    });
    expect(await t.db.select().from(grants).where(eq(grants.clientId, client.id))).toEqual([]);
    expect((await go(ctx, (await begin(ctx, client)).location)).pathname).toBe("/consent");
  });

  it("says why the request would be refused", async () => {
    const { client } = await buildClient(t.context(), {
      responseTypes: ["id_token"],
      grantTypes: ["implicit"],
    });
    const ctx = as(admin);
    const test = await begin(ctx, client);
    expect(test.location).toBeUndefined();
    expect(await getTestSignIn(ctx, { id: test.id, clientId: client.id })).toMatchObject({
      result: { outcome: "refused", step: "authorize", error: "unauthorized_client" },
    });
    const { client: asking } = await buildClient(t.context());
    const unwanted = await beginTestSignIn(ctx, { clientId: asking.id, scopes: ["openid"], prompts: [] });
    const interaction = tokenOf(unwanted.location);
    const { location } = await decideConsent(ctx, { interaction, decision: "deny" });
    await finishTestSignIn(ctx, new URL(location).searchParams);
    expect(await getTestSignIn(ctx, { id: unwanted.id, clientId: asking.id })).toMatchObject({
      result: { outcome: "refused", step: "authorize", error: "access_denied" },
    });
  });

  it("tries apps that push, sign or bind their requests by keys of their own", async () => {
    const { client } = await buildClient(t.context(), {
      firstParty: true,
      requirePushedAuthorizationRequests: true,
      dpopBoundAccessTokens: true,
    });
    const ctx = as(admin);
    const test = await begin(ctx, client);
    await finishTestSignIn(ctx, (await go(ctx, test.location)).searchParams);
    expect(await getTestSignIn(ctx, { id: test.id, clientId: client.id })).toMatchObject({
      result: { outcome: "answered" },
    });
  });
});

describe("the address of tests", () => {
  it("is taken from nobody at the authorization endpoint", async () => {
    const ctx = as(admin);
    const entries = authorizationEntries(app.client, { redirect_uri: testCallback(ctx.config) });
    await expect(beginAuthorization(ctx, { entries, cookieWithheld: false })).rejects.toMatchObject({
      reason: "redirect_uri_not_registered",
    });
  });

  it("takes no answer without a test, with a foreign state, or twice", async () => {
    const ctx = as(admin);
    const answer = (await go(ctx, (await begin(ctx)).location)).searchParams;
    const foreign = new URLSearchParams(answer);
    foreign.set("state", "x".repeat(43));
    for (const entries of [new URLSearchParams(), foreign, new URLSearchParams({ code: "c", state: "s" })])
      await expect(finishTestSignIn(ctx, entries)).rejects.toMatchObject({ reason: "test_sign_in_unknown" });
    const raced = await Promise.allSettled([1, 2, 3].map(() => finishTestSignIn(ctx, answer)));
    expect(raced.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("a test belongs to the session that began it", () => {
  it("so nobody who is given its address signs in for somebody else's eyes", async () => {
    const ctx = as(admin);
    for (const stranger of [as(other), t.context()]) {
      const test = await begin(ctx);
      const described = await describeInteraction(stranger, tokenOf(test.location));
      expect(described).not.toHaveProperty("person");
      const answer = await go(stranger, test.location);
      expect(answer.searchParams.get("error")).toBe("access_denied");
      expect(answer.searchParams.has("code")).toBe(false);
      await expect(go(ctx, test.location)).rejects.toMatchObject({ reason: "interaction_finished" });
    }
  });

  it("not even to another session of the same person", async () => {
    const ctx = as(admin);
    const { session } = await buildSession(t.db, admin.userId, new Date(testNow.getTime() - 60_000));
    const second = as({ ...admin, sessionId: session });
    const test = await begin(ctx);
    const answer = (await go(ctx, test.location)).searchParams;
    for (const stranger of [second, as(other), t.context()])
      await expect(finishTestSignIn(stranger, answer)).rejects.toMatchObject({
        reason: "test_sign_in_unknown",
      });
    await finishTestSignIn(ctx, answer);
    expect(await getTestSignIn(second, { id: test.id, clientId: app.client.id })).toBeUndefined();
  });

  it("and its code opens nothing at the token endpoint, not even for the app with its secret", async () => {
    const ctx = as(admin);
    for (const verifier of [undefined, "v".repeat(43)]) {
      const code = (await go(ctx, (await begin(ctx)).location)).searchParams.get("code") ?? "";
      const redemption = {
        grant_type: "authorization_code",
        code,
        redirect_uri: testCallback(ctx.config),
        code_verifier: verifier,
      };
      const credentials = { client: app.client, ...(app.secret === undefined ? {} : { secret: app.secret }) };
      await expect(requestTokens(t.context(), credentials, redemption)).rejects.toMatchObject({
        code: "invalid_grant",
      });
    }
  });

  it("and gives nothing once that session has ended, or its person may not change apps any more", async () => {
    const actor = await administrator();
    const answer = (await go(as(actor), (await begin(as(actor))).location)).searchParams;
    await expect(finishTestSignIn(as({ ...actor, role: "auditor" }), answer)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await t.db.update(sessions).set({ revokedAt: testNow }).where(eq(sessions.id, actor.sessionId));
    const test = await finishTestSignIn(as(actor), answer);
    expect(await getTestSignIn(as(actor), test)).toMatchObject({
      result: { outcome: "refused", step: "token", error: "invalid_grant" },
    });
  });
});

describe("beginning a test", () => {
  it("is for people who may change apps and confirmed who they are", async () => {
    await expect(begin(as({ ...admin, role: "auditor" }))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(begin(as({ ...admin, authTime: new Date(0) }))).rejects.toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
    await expect(begin(t.context({ actor: { type: "operator" } }))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("needs an app that is there and enabled", async () => {
    const ctx = as(admin);
    await expect(beginTestSignIn(ctx, { clientId: "nobody", scopes: [], prompts: [] })).rejects.toMatchObject(
      { code: "CLIENT_NOT_FOUND" },
    );
    const { client } = await buildClient(t.context());
    await disableClient(ctx, client.id);
    await expect(begin(ctx, client)).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("an address that an app was refused for", () => {
  const refuse = async (uri: string, client = app.client) => {
    await authorize(t.context(), client, { redirect_uri: uri }).catch(() => undefined);
    const [row] = await t.db
      .select()
      .from(clientErrors)
      .where(eq(clientErrors.clientId, client.id))
      .orderBy(desc(clientErrors.id));
    return row?.id ?? "";
  };

  it("is registered as it was sent, beside the others", async () => {
    const { client } = await buildClient(t.context());
    const errorId = await refuse("https://app.example.com/callback/", client);
    await registerRefusedAddress(as(admin), { clientId: client.id, errorId });
    await authorize(as(admin), client, { redirect_uri: "https://app.example.com/callback/" });
    await authorize(as(admin), client);
  });

  it("is not where it is no address, a pattern, cut off, or another app's", async () => {
    const { client } = await buildClient(t.context(), { allowRedirectWildcards: true });
    const ctx = as(admin);
    for (const [uri, code] of [
      ["http://app.example.com/callback", "VALIDATION_ERROR"],
      ["javascript:alert(1)", "VALIDATION_ERROR"],
      ["https://*.example.com/callback", "CONFLICT"],
      [`https://app.example.com/${"a".repeat(1100)}`, "CONFLICT"],
    ] as const) {
      const errorId = await refuse(uri, client);
      await expect(registerRefusedAddress(ctx, { clientId: client.id, errorId })).rejects.toMatchObject({
        code,
      });
      await expect(registerRefusedAddress(ctx, { clientId: app.client.id, errorId })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
  });

  it("is registered by nobody who may only look", async () => {
    const errorId = await refuse("https://app.example.com/cb");
    const input = { clientId: app.client.id, errorId };
    await expect(registerRefusedAddress(as({ ...admin, role: "auditor" }), input)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(
      registerRefusedAddress(as({ ...admin, authTime: new Date(0) }), input),
    ).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
  });
});
