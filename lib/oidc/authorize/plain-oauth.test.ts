import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { NewClient } from "#lib/clients/schema.ts";
import type { Context } from "#lib/context/context.ts";
import { ensureGrant } from "#lib/grants/remember-consent.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import { authorizationEntries, authorize } from "#lib/testing/authorization.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { buildApp, testApi } from "#lib/testing/token-clients.ts";
import {
  credentialParameters,
  parameterEntries,
  redeemTestCode,
  requestTokens,
  type TestClient,
} from "#lib/testing/token-requests.ts";
import { answerUserinfo } from "../claims/answer-userinfo.ts";
import { describeInteraction } from "../interactions/describe-interaction.ts";
import { introspectToken } from "../introspection/introspect-token.ts";
import { bearerToken } from "../tokens/open-access-token.ts";
import { beginAuthorization } from "./begin-authorization.ts";
import { decideConsent } from "./decide-consent.ts";

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
  await ensureSigningKeys(t.runtime());
});
afterAll(() => t.close());

const newApp = (overrides: Partial<NewClient> = {}) =>
  buildApp(t.context(), { firstParty: false, ...overrides });
const newcomer = async () => t.context({ actor: (await buildUser(t.db)).actor });
const plain = { scope: undefined, nonce: undefined };
const errorOf = (location: URL) => location.searchParams.get("error");
const tokenOf = (page: URL) => page.searchParams.get("interaction") ?? "";

async function allow(ctx: Context, { client }: TestClient, overrides: Record<string, string | undefined>) {
  const page = await authorize(ctx, client, overrides);
  expect(page.pathname).toBe("/consent");
  return new URL((await decideConsent(ctx, { interaction: tokenOf(page), decision: "allow" })).location);
}
const redeem = (app: TestClient, location: URL) =>
  redeemTestCode(t.context(), app, location.searchParams.get("code") ?? "");
const introspect = (app: TestClient, token: string | undefined) =>
  introspectToken(t.context(), {
    entries: parameterEntries({ ...credentialParameters(app), token }),
    authorization: undefined,
  });

describe("RFC 6749 section 3.3, an authorization without openid", () => {
  it("of a service is asked in its name, and gives a token for that alone", async () => {
    const app = await newApp({ resources: [testApi], grantTypes: ["authorization_code", "refresh_token"] });
    const ctx = await newcomer();
    const request = { ...plain, resource: testApi };
    const page = await authorize(ctx, app.client, request);
    expect(await describeInteraction(ctx, tokenOf(page))).toMatchObject({
      consent: { scopes: [], claims: [], resources: [testApi], personal: false },
    });
    const tokens = await redeem(app, await allow(ctx, app, request));
    expect(Object.keys(tokens).sort()).toEqual(["access_token", "expires_in", "refresh_token", "token_type"]);
    const described = await introspect(app, tokens.access_token);
    expect(described).toMatchObject({ active: true, aud: testApi });
    expect(described).not.toHaveProperty("scope");
    expect(await introspect(app, tokens.refresh_token)).not.toHaveProperty("scope");
    const { refresh_token } = tokens;
    const next = await requestTokens(t.context(), app, { grant_type: "refresh_token", refresh_token });
    expect(next).not.toHaveProperty("id_token");
    expect(next).not.toHaveProperty("scope");
    expect((await authorize(ctx, app.client, request)).searchParams.has("code")).toBe(true);
  });

  it("of nothing at all is asked about once, too: the token says who that was", async () => {
    const app = await newApp({ accessTokenFormat: "jwt" });
    const ctx = await newcomer();
    expect(errorOf(await authorize(ctx, app.client, { ...plain, prompt: "none" }))).toBe("consent_required");
    const page = await authorize(ctx, app.client, plain);
    expect(await describeInteraction(ctx, tokenOf(page))).toMatchObject({
      consent: { scopes: [], claims: [], resources: [], personal: false },
    });
    const denied = await decideConsent(ctx, { interaction: tokenOf(page), decision: "deny" });
    expect(errorOf(new URL(denied.location))).toBe("access_denied");
    const { access_token: token } = await redeem(app, await allow(ctx, app, plain));
    expect(decodeJwt(token)).toMatchObject({ sub: expect.any(String) });
    expect(decodeJwt(token)).not.toHaveProperty("scope");
    expect((await authorize(ctx, app.client, { ...plain, prompt: "none" })).searchParams.has("code")).toBe(
      true,
    );
    expect((await authorize(ctx, app.client, { ...plain, prompt: "consent" })).pathname).toBe("/consent");
    // A yes to nothing is no yes to anything else.
    expect((await authorize(ctx, app.client, { scope: "openid" })).pathname).toBe("/consent");
  });

  it("of nothing is covered by any earlier yes, but not by what a first-party app was given unasked", async () => {
    const app = await newApp();
    const [before, unasked] = [await newcomer(), await newcomer()];
    await allow(before, app, { scope: "openid" });
    expect((await authorize(before, app.client, plain)).searchParams.has("code")).toBe(true);
    const { actor } = unasked;
    if (actor.type !== "user") throw new Error("nobody is signed in");
    await ensureGrant(t.context(), t.db, { userId: actor.userId, clientId: app.client.id });
    expect((await authorize(unasked, app.client, plain)).pathname).toBe("/consent");
  });

  it("of other scopes tells them, gives no ID Token, and does not open userinfo", async () => {
    const app = await newApp({ firstParty: true });
    const ctx = await newcomer();
    const tokens = await redeem(
      app,
      await authorize(ctx, app.client, { scope: "profile files", claims: "{}" }),
    );
    expect(tokens).toMatchObject({ scope: "profile" });
    expect(tokens).not.toHaveProperty("id_token");
    const asked = answerUserinfo(t.context(), bearerToken(tokens.access_token));
    await expect(asked).rejects.toMatchObject({ code: "insufficient_scope", status: 403 });
  });

  it("leaves claims aside that nothing could deliver", async () => {
    const app = await newApp();
    const claims = JSON.stringify({ userinfo: { email: null }, id_token: { name: null } });
    const page = await authorize(await newcomer(), app.client, { ...plain, claims });
    expect(page.pathname).toBe("/consent");
    const [row] = await t.sql`select request from interactions where client_id = ${app.client.id}`;
    expect(row?.request).not.toHaveProperty("claims");
  });

  it("goes by prompt, max_age and hints all the same", async () => {
    const app = await newApp({ firstParty: true });
    const ctx = await newcomer();
    const signIn = async (overrides: Record<string, string>, as = ctx) =>
      authorize(as, app.client, { ...plain, ...overrides });
    expect((await signIn({ prompt: "login" })).pathname).toBe("/sign-in");
    const later = { ...ctx, now: new Date(testNow.getTime() + 60_000) };
    expect((await signIn({ max_age: "30" }, later)).pathname).toBe("/sign-in");
    const { id_token: hint = "" } = await redeem(app, await authorize(ctx, app.client, { scope: "openid" }));
    expect((await signIn({ prompt: "none", id_token_hint: hint })).searchParams.has("code")).toBe(true);
    expect(errorOf(await signIn({ prompt: "none", id_token_hint: hint }, await newcomer()))).toBe(
      "login_required",
    );
  });

  it.each(["files", "OPENID", "address"])(
    "of nothing that the client may ask for is refused: %s",
    async (scope) => {
      const app = await newApp({ firstParty: true, scopes: ["email"] });
      expect(errorOf(await authorize(await newcomer(), app.client, { scope }))).toBe("invalid_scope");
    },
  );

  it("by form_post carries the same members", async () => {
    const app = await newApp({ firstParty: true });
    const entries = authorizationEntries(app.client, { ...plain, response_mode: "form_post" });
    const { form } = await beginAuthorization(await newcomer(), { entries, cookieWithheld: false });
    expect(Object.keys(form ?? {}).sort()).toEqual(["code", "iss", "state"]);
  });
});

describe("OIDC Core sections 3.2.2.1 and 3.3.2.1, a response type with an ID Token", () => {
  const responseTypes: NewClient["responseTypes"] = ["id_token", "code id_token", "code token"];
  const implicit = {
    firstParty: true,
    grantTypes: ["authorization_code", "implicit"],
    responseTypes,
  } as const;

  it.each(["id_token", "code id_token"])("demands openid: %s", async (response_type) => {
    const app = await newApp({ ...implicit, grantTypes: [...implicit.grantTypes] });
    for (const scope of [undefined, "email"]) {
      const { hash } = await authorize(await newcomer(), app.client, { response_type, scope });
      expect(new URLSearchParams(hash.slice(1)).get("error")).toBe("invalid_scope");
    }
  });

  it("and one without does not: code token", async () => {
    const app = await newApp({ ...implicit, grantTypes: [...implicit.grantTypes] });
    const { hash } = await authorize(await newcomer(), app.client, { ...plain, response_type: "code token" });
    expect([...new URLSearchParams(hash.slice(1)).keys()].sort()).toEqual(
      ["access_token", "code", "expires_in", "iss", "state", "token_type"].sort(),
    );
  });
});
