import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { rememberConsent } from "#lib/grants/remember-consent.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { makeClientKey } from "#lib/testing/client-key.ts";
import { makeDpopProof } from "#lib/testing/dpop.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { buildApp, buildService, testApi, testFiles } from "#lib/testing/token-clients.ts";
import { buildCode, redeemTestCode, requestTokens, type TestClient } from "#lib/testing/token-requests.ts";
import { findLiveAccessToken } from "../tokens/store.ts";

let t: TestDatabase;
let app: TestClient;
/** It is called with tokens for `testApi`, and calls `testFiles`. */
let api: TestClient;
let person: UserActor;
const exchangeGrant = "urn:ietf:params:oauth:grant-type:token-exchange";
const accessTokenType = "urn:ietf:params:oauth:token-type:access_token";
beforeAll(async () => {
  t = await testDatabase();
  await ensureSigningKeys(t.runtime());
  app = await buildApp(t.context(), {
    grantTypes: ["authorization_code", "refresh_token", exchangeGrant],
    resources: [testApi],
  });
  api = await buildExchanger();
  ({ actor: person } = await buildUser(t.db));
});
afterAll(() => t.close());

const buildExchanger = (overrides = {}) =>
  buildService(t.context(), {
    grantTypes: [exchangeGrant],
    scopes: ["openid", "email", "files"],
    accessTokenFormat: "jwt",
    ...overrides,
  });
const later = (seconds: number) => t.context({ now: new Date(testNow.getTime() + seconds * 1000) });

/** What the app got for its person, to call the API with. */
async function appToken(code: Parameters<typeof buildCode>[3] = {}, dpop?: string) {
  const issued = await buildCode(t.context(), app.client, person, { resources: [testApi], ...code });
  return redeemTestCode(t.context(), app, issued, {}, { dpop });
}

const exchange = (token: string | undefined, parameters = {}, as = api, ctx = t.context(), dpop?: string) =>
  requestTokens(
    ctx,
    as,
    { grant_type: exchangeGrant, subject_token: token, subject_token_type: accessTokenType, ...parameters },
    { dpop },
  );
const works = async (token: string) =>
  (await findLiveAccessToken(t.db, { tokenHash: sha256(token), now: testNow })) !== undefined;
const refused = { code: "invalid_request" };

describe("RFC 8693, token exchange", () => {
  it("section 2.2.1: gives a service a token for what it calls, about the same person, naming who acts", async () => {
    const { access_token: token } = await appToken();
    const answer = await exchange(token, { resource: testFiles, scope: "email" }, api, later(60));
    expect(answer).toMatchObject({
      issued_token_type: accessTokenType,
      token_type: "Bearer",
      scope: "email",
      expires_in: 3540,
    });
    expect(answer).not.toHaveProperty("refresh_token");
    expect(answer).not.toHaveProperty("id_token");
    expect(decodeJwt(answer.access_token)).toMatchObject({
      sub: person.userId,
      aud: testFiles,
      client_id: api.client.id,
      act: { sub: api.client.id },
      scope: "email",
    });
  });

  it("section 4.1: keeps who acted before, the last on top", async () => {
    const files = await buildExchanger({ resources: [testFiles, "https://disk.example.com/"] });
    const first = await exchange((await appToken()).access_token, { audience: testFiles });
    const second = await exchange(first.access_token, { audience: "https://disk.example.com/" }, files);
    expect(decodeJwt(second.access_token).act).toEqual({ sub: files.client.id, act: { sub: api.client.id } });
  });

  it("gives at most the scopes of both, and never one that was not there", async () => {
    const { access_token: token } = await appToken({ scopes: ["openid", "email", "offline_access"] });
    expect((await exchange(token, { resource: testFiles })).scope).toBe("openid email");
    for (const scope of ["files", "profile", "offline_access"])
      await expect(exchange(token, { scope })).rejects.toMatchObject({ code: "invalid_scope" });
  });

  it("section 2.2.2: refuses targets that are not registered, the issuer's own endpoints among them", async () => {
    const { access_token: token } = await appToken();
    for (const target of ["https://other.example.com/", "https://id.example.com"])
      for (const name of ["resource", "audience"])
        await expect(exchange(token, { [name]: target })).rejects.toMatchObject({ code: "invalid_target" });
  });

  it("lets the app itself give away less of its own token, without acting for anybody", async () => {
    const { access_token: token } = await appToken();
    const own = await exchange(token, { scope: "email" }, app);
    const found = await findLiveAccessToken(t.db, { tokenHash: sha256(own.access_token), now: testNow });
    expect(found).toMatchObject({ scopes: ["email"], audience: [testApi], actor: null });
  });

  it("gives the app a token for another service only where the person allowed that, or nobody need be asked", async () => {
    const thirdParty = await buildApp(t.context(), {
      firstParty: false,
      grantTypes: ["authorization_code", exchangeGrant],
      resources: [testApi, testFiles],
    });
    const { client } = thirdParty;
    const code = await buildCode(t.context(), client, person, { resources: [testApi] });
    const { access_token: token } = await redeemTestCode(t.context(), thirdParty, code);
    const toFiles = () => exchange(token, { resource: testFiles }, thirdParty);
    await expect(toFiles()).rejects.toMatchObject({ code: "invalid_target" });
    await expect(exchange(token, { audience: [testApi, testFiles] }, thirdParty)).rejects.toMatchObject({
      code: "invalid_target",
    });
    expect(await exchange(token, { resource: testApi }, thirdParty)).toHaveProperty("access_token");
    const { userId } = person;
    const consent = { userId, clientId: client.id, scopes: [], claims: [], resources: [testFiles] };
    await rememberConsent(t.context(), t.db, consent);
    expect(await toFiles()).toHaveProperty("access_token");
    await t.sql`update grants set resources = '{}' where client_id = ${client.id}`;
    await expect(toFiles()).rejects.toMatchObject({ code: "invalid_target" });
    await t.sql`update clients set first_party = true where id = ${client.id}`;
    expect(await toFiles()).toHaveProperty("access_token");
  });

  it("lets a service go on to its other back ends: whoever acts for the app in front needs no consent of its own", async () => {
    const files = await buildExchanger({ resources: [testFiles, "https://disk.example.com/"] });
    const first = await exchange((await appToken()).access_token, { audience: testFiles });
    const own = await exchange(first.access_token, { resource: testFiles }, files);
    expect(await exchange(own.access_token, { resource: "https://disk.example.com/" }, files)).toHaveProperty(
      "access_token",
    );
  });

  it("refuses a service that the token is not for, and one that did not register for it", async () => {
    const other = await buildExchanger({ resources: [testFiles] });
    const { access_token: token } = await appToken();
    await expect(exchange(token, {}, other)).rejects.toMatchObject(refused);
    const [event] = await t.sql`select reason from audit_events order by id desc limit 1`;
    expect(event?.reason).toBe("invalid_request");
    await expect(exchange(token, {}, await buildService(t.context()))).rejects.toMatchObject({
      code: "unauthorized_client",
    });
  });

  it("refuses an app that registered itself, whatever it says of itself", async () => {
    const other = await buildExchanger();
    const { access_token: token } = await appToken();
    await exchange(token, {}, other);
    await t.sql`update clients set source = 'dynamic' where id = ${other.client.id}`;
    await expect(exchange(token, {}, other)).rejects.toMatchObject({ code: "unauthorized_client" });
  });

  it.each([
    ["a made-up token", { subject_token: "x" }],
    ["no token", { subject_token: undefined }],
    ["no type of the token", { subject_token_type: undefined }],
    ["a refresh token's type", { subject_token_type: "urn:ietf:params:oauth:token-type:refresh_token" }],
    ["another type wanted", { requested_token_type: "urn:ietf:params:oauth:token-type:refresh_token" }],
    ["an actor of its own", { actor_token: "x", actor_token_type: accessTokenType }],
  ])("refuses %s", async (_, parameters) => {
    await expect(exchange((await appToken()).access_token, parameters)).rejects.toMatchObject(refused);
  });

  it("refuses a refresh token, an ID Token, and an access token that is good no more", async () => {
    const { refresh_token, id_token, access_token: token } = await appToken();
    for (const other of [refresh_token, id_token])
      await expect(exchange(other)).rejects.toMatchObject(refused);
    await expect(exchange(token, {}, api, later(3600))).rejects.toMatchObject(refused);
  });

  it("refuses the app a bound token without its key, and binds the new one to the key that is shown", async () => {
    const [key, stranger] = [makeClientKey(), makeClientKey()];
    const { access_token: token } = await appToken({}, await makeDpopProof(t.context(), key));
    await expect(exchange(token, {}, app)).rejects.toMatchObject(refused);
    const byStranger = await makeDpopProof(t.context(), stranger);
    await expect(exchange(token, {}, app, t.context(), byStranger)).rejects.toMatchObject(refused);
    const own = await exchange(token, {}, app, t.context(), await makeDpopProof(t.context(), key));
    expect(own.token_type).toBe("DPoP");
  });

  it("ends with the family of the token that was exchanged", async () => {
    const { access_token: token, refresh_token } = await appToken();
    const { access_token: exchanged } = await exchange(token, { resource: testFiles });
    expect(await works(exchanged)).toBe(true);
    const refresh = (now: Parameters<typeof later>[0]) =>
      requestTokens(later(now), app, { grant_type: "refresh_token", refresh_token });
    await refresh(0);
    await expect(refresh(11)).rejects.toMatchObject({ code: "invalid_grant" });
    expect(await works(exchanged)).toBe(false);
    await expect(exchange(token)).rejects.toMatchObject(refused);
  });

  it("leaves nothing alive when the family is revoked at the same time", async () => {
    for (let round = 0; round < 10; round += 1) {
      const { access_token: token, refresh_token } = await appToken();
      const refresh = { grant_type: "refresh_token", refresh_token };
      await requestTokens(t.context(), app, refresh);
      await Promise.allSettled([
        ...Array.from({ length: 5 }, () => exchange(token, { resource: testFiles })),
        requestTokens(later(11), app, refresh),
        ...Array.from({ length: 5 }, () => exchange(token, { resource: testFiles })),
      ]);
      expect(await works(token)).toBe(false);
      const [row] =
        await t.sql`select count(*)::int as alive from access_tokens where revoked_at is null and family_id =
        (select family_id from access_tokens where token_hash = ${Buffer.from(sha256(token))})`;
      expect(row?.alive).toBe(0);
    }
  });
});
