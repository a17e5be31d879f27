import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { grants } from "#drizzle/schema/grants.ts";
import { outboxMessages } from "#drizzle/schema/outbox.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { decideConsent } from "#lib/oidc/authorize/decide-consent.ts";
import { describeInteraction } from "#lib/oidc/interactions/describe-interaction.ts";
import { answerTokenRequest } from "#lib/oidc/token/answer-token-request.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import { authorize, testVerifier } from "#lib/testing/authorization.ts";
import { buildClient, testRedirectUri } from "#lib/testing/build-client.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { listGrants } from "./list-grants.ts";
import { revokeGrant } from "./revoke-grant.ts";

let t: TestDatabase;
let app: ClientRow;
beforeAll(async () => {
  t = await testDatabase();
  await ensureSigningKeys(t.runtime());
  ({ client: app } = await buildClient(t.context(), {
    name: "Notes",
    tokenEndpointAuthMethod: "none",
    resources: ["https://api.example.com/", "https://files.example.com/"],
    backchannelLogoutUri: "https://app.example.com/logout",
  }));
});
afterAll(() => t.close());

const newcomer = async () => (await buildUser(t.db)).actor;
const as = (actor: UserActor): Context => t.context({ actor });
const tokenOf = (url: URL) => url.searchParams.get("interaction") ?? "";

/** What the consent page asks for this request; undefined where it is not shown. */
async function question(actor: UserActor, overrides: Record<string, string>) {
  const page = await authorize(as(actor), app, overrides);
  if (page.pathname !== "/consent") return undefined;
  const description = await describeInteraction(as(actor), tokenOf(page));
  if (description?.kind !== "authorize" || !description.consent) throw new Error("no question");
  const { scopes, claims, resources } = description.consent;
  return { scopes: scopes.map(({ scope }) => scope), claims: claims.map(({ name }) => name), resources };
}

async function allow(actor: UserActor, overrides: Record<string, string>): Promise<URL> {
  const page = await authorize(as(actor), app, overrides);
  const { location } = await decideConsent(as(actor), { interaction: tokenOf(page), decision: "allow" });
  return new URL(location);
}

async function redeem(location: URL) {
  const parameters = {
    grant_type: "authorization_code",
    client_id: app.id,
    redirect_uri: testRedirectUri,
    code_verifier: testVerifier,
    code: location.searchParams.get("code") ?? "",
  };
  return answerTokenRequest(t.context(), { entries: Object.entries(parameters), authorization: undefined });
}

const named = (...names: string[]) =>
  JSON.stringify({ userinfo: Object.fromEntries(names.map((name) => [name, null])) });
const api = "https://api.example.com/";
const files = "https://files.example.com/";

describe("a consent", () => {
  it("is kept by scope, claim and resource, and asked for what is new alone", async () => {
    const actor = await newcomer();
    const first = { scope: "openid profile", claims: named("email"), resource: api };
    expect(await question(actor, first)).toEqual({
      scopes: ["openid", "profile"],
      claims: ["email"],
      resources: [api],
    });
    await allow(actor, first);
    expect(await question(actor, first)).toBeUndefined();
    expect(await question(actor, { scope: "openid", claims: named("email", "name") })).toBeUndefined();
    expect(await question(actor, { ...first, resource: files })).toEqual({
      scopes: [],
      claims: [],
      resources: [files],
    });
    expect(await question(actor, { scope: "openid email" })).toMatchObject({ scopes: ["email"] });
    expect(await question(actor, { scope: "openid", claims: named("email_verified") })).toMatchObject({
      claims: ["email_verified"],
    });
    const [row] = await t.db.select().from(grants).where(eq(grants.userId, actor.userId));
    expect(row).toMatchObject({ scopes: ["openid", "profile"], claims: ["email"], resources: [api] });
  });

  it("to a scope covers its claims, and none is needed for what says nothing of the person", async () => {
    const actor = await newcomer();
    await allow(actor, { scope: "openid email" });
    const claims = named("email", "email_verified", "acr", "auth_time", "sub");
    expect(await question(actor, { scope: "openid", claims })).toBeUndefined();
  });

  it("to offline_access is asked by itself", async () => {
    const actor = await newcomer();
    await allow(actor, { scope: "openid" });
    expect(await question(actor, { scope: "openid offline_access" })).toEqual({
      scopes: ["offline_access"],
      claims: [],
      resources: [],
    });
  });

  it("asked again shows all of it", async () => {
    const actor = await newcomer();
    await allow(actor, { scope: "openid profile" });
    expect(await question(actor, { scope: "openid profile", prompt: "consent" })).toMatchObject({
      scopes: ["openid", "profile"],
    });
  });
});

describe("taking it back", () => {
  it("ends the app's tokens at once, those that outlive sessions too, and tells the app", async () => {
    const actor = await newcomer();
    const tokens = await redeem(await allow(actor, { scope: "openid offline_access", resource: "" }));
    expect(tokens.refresh_token).toBeDefined();
    const code = await authorize(as(actor), app, { scope: "openid" });
    await revokeGrant(as(actor), { clientId: app.id });
    const [left] = await t.sql`select
      (select count(*)::int from access_tokens where user_id = ${actor.userId}) as access,
      (select count(*)::int from refresh_tokens where user_id = ${actor.userId}) as refresh`;
    expect(left).toEqual({ access: 0, refresh: 0 });
    await expect(redeem(code)).rejects.toMatchObject({ code: "invalid_grant" });
    const messages = await t.db.select().from(outboxMessages);
    expect(messages.map(({ kind }) => kind)).toEqual(["logout_token"]);
    const revoked = await t.db.select().from(auditEvents).where(eq(auditEvents.action, "consent.revoked"));
    expect(revoked).toMatchObject([{ clientId: app.id, subjectUserId: actor.userId, outcome: "success" }]);
  });

  it("makes the app ask anew, while the person stays signed in", async () => {
    const actor = await newcomer();
    await allow(actor, { scope: "openid" });
    await revokeGrant(as(actor), { clientId: app.id });
    expect(await question(actor, { scope: "openid" })).toMatchObject({ scopes: ["openid"] });
  });

  it("happens once", async () => {
    const actor = await newcomer();
    await allow(actor, { scope: "openid" });
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, () => revokeGrant(as(actor), { clientId: app.id })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is the person's own to do, an operator's, and an administrator's who confirmed", async () => {
    const [actor, other] = [await newcomer(), await newcomer()];
    const { actor: admin } = await buildUser(t.db, { role: "admin" });
    await allow(actor, { scope: "openid" });
    const given = { clientId: app.id, userId: actor.userId };
    await expect(revokeGrant(t.context(), { clientId: app.id })).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
    });
    await expect(revokeGrant(as(other), given)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(revokeGrant(as(admin), given)).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
    await revokeGrant(as({ ...admin, amr: ["hwk", "user", "mfa"] }), given);
    await expect(revokeGrant(t.context({ actor: { type: "operator" } }), given)).rejects.toMatchObject({
      code: "GRANT_NOT_FOUND",
    });
  });
});

describe("the list of apps", () => {
  it("is the person's own, with what each was given", async () => {
    const actor = await newcomer();
    await allow(actor, { scope: "openid email" });
    expect(await listGrants(as(actor))).toMatchObject([
      { clientId: app.id, name: "Notes", scopes: ["email", "openid"], claims: [], firstParty: false },
    ]);
    expect(await listGrants(as(await newcomer()))).toEqual([]);
    await expect(listGrants(t.context())).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });
});
