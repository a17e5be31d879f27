import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sessions } from "#drizzle/schema/sessions.ts";
import type { UserActor } from "#lib/context/context.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { makeClientKey } from "#lib/testing/client-key.ts";
import { makeDpopProof, thumbprintOf } from "#lib/testing/dpop.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { buildApp, buildService, testApi, testFiles } from "#lib/testing/token-clients.ts";
import {
  buildCode,
  credentialParameters,
  parameterEntries,
  redeemTestCode,
  requestTokens,
  type TestClient,
} from "#lib/testing/token-requests.ts";
import { introspectToken } from "./introspect-token.ts";

let t: TestDatabase;
let app: TestClient;
let api: TestClient;
let stranger: TestClient;
let person: UserActor;
beforeAll(async () => {
  t = await testDatabase();
  await ensureSigningKeys(t.runtime());
  app = await buildApp(t.context(), { resources: [testApi] });
  api = await buildService(t.context(), { resources: [testApi] });
  stranger = await buildService(t.context(), { resources: [testFiles] });
  ({ actor: person } = await buildUser(t.db));
});
afterAll(() => t.close());

const now = testNow.getTime() / 1000;
const later = (seconds: number) => t.context({ now: new Date(testNow.getTime() + seconds * 1000) });
const signIn = async (code: Parameters<typeof buildCode>[3] = {}, actor = person, dpop?: string) =>
  redeemTestCode(t.context(), app, await buildCode(t.context(), app.client, actor, code), {}, { dpop });
const introspect = (token: string | undefined, as = app, parameters = {}, ctx = t.context()) =>
  introspectToken(ctx, {
    entries: parameterEntries({ ...credentialParameters(as), token, ...parameters }),
    authorization: undefined,
  });
const inactive = { active: false };

describe("RFC 7662 section 2.2, introspection", () => {
  it("tells an app about its own access token", async () => {
    const { access_token: token } = await signIn();
    expect(await introspect(token)).toEqual({
      active: true,
      iss: "https://id.example.com",
      client_id: app.client.id,
      sub: person.userId,
      aud: "https://id.example.com",
      scope: "openid profile email",
      token_type: "Bearer",
      iat: now,
      exp: now + 3600,
      acr: "phr",
      auth_time: now - 60,
    });
  });

  it("tells a resource server about tokens that are for it, and nobody else", async () => {
    const { access_token: token } = await signIn({ resources: [testApi] });
    expect(await introspect(token, api)).toMatchObject({
      active: true,
      aud: testApi,
      client_id: app.client.id,
    });
    expect(await introspect(token, stranger)).toEqual(inactive);
    const { access_token: own } = await signIn();
    expect(await introspect(own, api)).toEqual(inactive);
  });

  it("tells an app that registered itself nothing about the tokens of others", async () => {
    const itself = await buildService(t.context(), { resources: [testApi] });
    await t.sql`update clients set source = 'dynamic' where id = ${itself.client.id}`;
    const { access_token: token } = await signIn({ resources: [testApi] });
    expect(await introspect(token, itself)).toEqual(inactive);
  });

  it("tells which key a token is bound to", async () => {
    const key = makeClientKey();
    const { access_token: token } = await signIn({}, person, await makeDpopProof(t.context(), key));
    expect(await introspect(token)).toMatchObject({
      token_type: "DPoP",
      cnf: { jkt: await thumbprintOf(key) },
    });
  });

  it("tells an app about its own refresh token, whatever the hint, and nobody else", async () => {
    const { refresh_token: token } = await signIn({ resources: [testApi] });
    for (const token_type_hint of [undefined, "refresh_token", "access_token", "other"])
      expect(await introspect(token, app, { token_type_hint })).toMatchObject({
        active: true,
        token_type: "refresh_token",
        sub: person.userId,
        exp: now + 30 * 86_400,
      });
    for (const other of [api, stranger]) expect(await introspect(token, other)).toEqual(inactive);
  });

  it("tells an app about a token of its own that is about itself", async () => {
    const { access_token: token } = await requestTokens(t.context(), api, {
      grant_type: "client_credentials",
    });
    expect(await introspect(token, api)).toMatchObject({ active: true, sub: api.client.id });
  });

  it("calls inactive what has expired, was used, was revoked, or whose session has ended", async () => {
    const { actor } = await buildUser(t.db);
    const { access_token: access, refresh_token: refresh } = await signIn({}, actor);
    expect(await introspect(access, app, {}, later(3600))).toEqual(inactive);
    expect(await introspect(refresh, app, {}, later(30 * 86_400))).toEqual(inactive);
    const next = await requestTokens(t.context(), app, {
      grant_type: "refresh_token",
      refresh_token: refresh,
    });
    expect(await introspect(refresh)).toEqual(inactive);
    expect(await introspect(next.refresh_token)).toMatchObject({ active: true });
    await t.db.update(sessions).set({ revokedAt: testNow }).where(eq(sessions.id, actor.sessionId));
    for (const token of [access, next.access_token, next.refresh_token])
      expect(await introspect(token)).toEqual(inactive);
  });

  it.each(["x", "A".repeat(43), "a.b.c", "\u{1f511}"])(
    "calls the made-up token %j inactive",
    async (token) => {
      expect(await introspect(token)).toEqual(inactive);
    },
  );

  it("calls an ID Token inactive", async () => {
    expect(await introspect((await signIn()).id_token)).toEqual(inactive);
  });
});

describe("RFC 7662 section 2.1, who may ask", () => {
  it("are clients that authenticate", async () => {
    const { access_token: token } = await signIn();
    const open = await buildApp(t.context(), { tokenEndpointAuthMethod: "none" });
    for (const as of [open, { ...app, secret: "wrong" }])
      await expect(introspect(token, as)).rejects.toMatchObject({ code: "invalid_client" });
    await expect(
      introspect(token, app, { client_id: undefined, client_secret: undefined }),
    ).rejects.toMatchObject({
      code: "invalid_client",
    });
  });

  it("must send a token, once", async () => {
    for (const token of [undefined, "", ["a", "b"]])
      await expect(introspect(undefined, app, { token })).rejects.toMatchObject({ code: "invalid_request" });
  });
});
