import { desc } from "drizzle-orm";
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import type { UserActor } from "#lib/context/context.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import { listPublicJwks } from "#lib/signing-keys/list-public-jwks.ts";
import { verifyOwnJwt } from "#lib/signing-keys/verify-own-jwt.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { makeClientKey } from "#lib/testing/client-key.ts";
import { makeDpopProof, thumbprintOf } from "#lib/testing/dpop.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { buildApp, buildService, testApi, testFiles } from "#lib/testing/token-clients.ts";
import { buildCode, redeemTestCode, requestTokens, type TestClient } from "#lib/testing/token-requests.ts";
import { answerUserinfo } from "../claims/answer-userinfo.ts";
import { bearerToken } from "../tokens/open-access-token.ts";

let t: TestDatabase;
let service: TestClient;
let person: UserActor;
beforeAll(async () => {
  t = await testDatabase();
  await ensureSigningKeys(t.runtime());
  service = await buildService(t.context());
  ({ actor: person } = await buildUser(t.db));
});
afterAll(() => t.close());

const ask = (parameters = {}, as = service, dpop?: string) =>
  requestTokens(t.context(), as, { grant_type: "client_credentials", ...parameters }, { dpop });
const lastEvent = async () =>
  (await t.db.select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(1))[0];
const now = testNow.getTime() / 1000;

describe("RFC 6749 section 4.4, client credentials", () => {
  it("give an app a token of its own scopes, no ID Token and no refresh token", async () => {
    const answer = await ask();
    expect(answer).toEqual({
      access_token: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
      token_type: "Bearer",
      expires_in: 3600,
      scope: "jobs:read jobs:write",
    });
    expect(await lastEvent()).toMatchObject({
      action: "token.issued",
      subjectUserId: null,
      clientId: service.client.id,
      details: { grantType: "client_credentials" },
    });
  });

  it("give the scopes that were asked for, and no other", async () => {
    expect((await ask({ scope: "jobs:read" })).scope).toBe("jobs:read");
    for (const scope of ["jobs:all", "openid", "jobs:read profile"])
      await expect(ask({ scope })).rejects.toMatchObject({ code: "invalid_scope" });
  });

  it("give nothing that stands for claims of a person, whatever is registered", async () => {
    const as = await buildService(t.context(), { scopes: ["openid", "profile", "offline_access", "jobs"] });
    expect((await ask({}, as)).scope).toBe("jobs");
    const every = await buildService(t.context(), { scopes: null });
    expect((await ask({}, every)).scope).toBeUndefined();
  });

  it("are refused to public clients and to those that did not register for them", async () => {
    const open = await buildApp(t.context(), { tokenEndpointAuthMethod: "none" });
    await t.sql`update clients set grant_types = '{client_credentials}' where id = ${open.client.id}`;
    await expect(ask({}, open)).rejects.toMatchObject({ code: "unauthorized_client" });
    const other = await buildApp(t.context());
    await expect(ask({}, other)).rejects.toMatchObject({ code: "unauthorized_client" });
    expect(await lastEvent()).toMatchObject({ action: "token.refused", reason: "unauthorized_client" });
    await expect(ask({}, { ...service, secret: "wrong" })).rejects.toMatchObject({ code: "invalid_client" });
  });

  it("open no userinfo", async () => {
    const { access_token: token } = await ask();
    await expect(answerUserinfo(t.context(), bearerToken(token))).rejects.toMatchObject({
      code: "insufficient_scope",
    });
  });
});

describe("RFC 8707 section 2, resources of an app", () => {
  it("are those that are registered", async () => {
    await ask({ resource: [testApi, testFiles] });
    for (const resource of ["https://other.example.com/", `${testApi}#x`, "x"])
      await expect(ask({ resource })).rejects.toMatchObject({ code: "invalid_target" });
  });
});

describe("RFC 9068, JWT access tokens", () => {
  const jwt = { accessTokenFormat: "jwt" } as const;
  const verify = async (token: string, audience: string | string[]) => {
    const options = { issuer: "https://id.example.com", audience, typ: "at+jwt", currentDate: testNow };
    return (
      await jwtVerify(token, createLocalJWKSet({ keys: [...(await listPublicJwks(t.runtime()))] }), options)
    ).payload;
  };

  it("section 2.2: say what the app may do, as at+jwt, and are about the app itself", async () => {
    const as = await buildService(t.context(), jwt);
    const { access_token: token } = await ask({ resource: testApi, scope: "jobs:read" }, as);
    expect(decodeProtectedHeader(token)).toMatchObject({
      typ: "at+jwt",
      alg: "RS256",
      kid: expect.any(String),
    });
    expect(await verify(token, testApi)).toEqual({
      iss: "https://id.example.com",
      sub: as.client.id,
      aud: testApi,
      client_id: as.client.id,
      scope: "jobs:read",
      iat: now,
      exp: now + 3600,
      jti: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
    });
  });

  it("section 3: are for several resources, or for the issuer where none was named", async () => {
    const as = await buildService(t.context(), jwt);
    const both = await ask({ resource: [testApi, testFiles] }, as);
    expect((await verify(both.access_token, testApi)).aud).toEqual([testApi, testFiles]);
    expect((await verify((await ask({}, as)).access_token, "https://id.example.com")).aud).toBe(
      "https://id.example.com",
    );
  });

  it.each(["RS256", "ES256", "EdDSA"] as const)(
    "are signed by %s where the client is set so",
    async (alg) => {
      const as = await buildService(t.context(), { ...jwt, accessTokenSigningAlg: alg });
      const { access_token: token } = await ask({}, as);
      expect(decodeProtectedHeader(token).alg).toBe(alg);
      await verify(token, "https://id.example.com");
    },
  );

  it("of a person tell when and how they were verified, open userinfo, and are no ID Token", async () => {
    const as = await buildApp(t.context(), jwt);
    const { access_token: token } = await redeemTestCode(
      t.context(),
      as,
      await buildCode(t.context(), as.client, person),
    );
    expect(await verify(token, "https://id.example.com")).toMatchObject({
      sub: person.userId,
      client_id: as.client.id,
      auth_time: person.authTime.getTime() / 1000,
      acr: "phr",
      amr: ["hwk", "user"],
      scope: "openid profile email",
    });
    await answerUserinfo(t.context(), bearerToken(token));
    expect(await verifyOwnJwt(t.runtime(), token, { typ: "JWT" })).toBeUndefined();
  });

  it("RFC 9449 section 6.1: name the key that they are bound to", async () => {
    const key = makeClientKey("ES256");
    const as = await buildService(t.context(), jwt);
    const answer = await ask({}, as, await makeDpopProof(t.context(), key));
    expect(answer.token_type).toBe("DPoP");
    expect((await verify(answer.access_token, "https://id.example.com")).cnf).toEqual({
      jkt: await thumbprintOf(key),
    });
  });

  it("are refused at userinfo once changed, though the signature is not what is asked there", async () => {
    const as = await buildApp(t.context(), jwt);
    const { access_token: token } = await redeemTestCode(
      t.context(),
      as,
      await buildCode(t.context(), as.client, person),
    );
    const [header, payload = "", signature] = token.split(".");
    const changed = { ...JSON.parse(Buffer.from(payload, "base64url").toString()), sub: "other" };
    const forged = `${header}.${Buffer.from(JSON.stringify(changed)).toString("base64url")}.${signature}`;
    await expect(answerUserinfo(t.context(), bearerToken(forged))).rejects.toMatchObject({
      code: "invalid_token",
    });
  });
});
