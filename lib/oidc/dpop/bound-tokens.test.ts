import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { clients } from "#drizzle/schema/clients.ts";
import type { UserActor } from "#lib/context/context.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import { authorizationEntries } from "#lib/testing/authorization.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type ClientKey, makeClientKey } from "#lib/testing/client-key.ts";
import { makeDpopProof, thumbprintOf } from "#lib/testing/dpop.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { buildCode, redeemTestCode, requestTokens, type TestClient } from "#lib/testing/token-requests.ts";
import { answerUserinfo } from "../claims/answer-userinfo.ts";
import { answerDeviceRequest } from "../device/answer-device-request.ts";
import { answerPushedRequest } from "../pushed/answer-pushed-request.ts";
import { bearerToken } from "../tokens/open-access-token.ts";

let t: TestDatabase;
let app: TestClient;
let confidential: TestClient;
let person: UserActor;
beforeAll(async () => {
  t = await testDatabase();
  await ensureSigningKeys(t.runtime());
  app = await buildClient(t.context(), { tokenEndpointAuthMethod: "none" });
  confidential = await buildClient(t.context(), { tokenEndpointAuthMethod: "client_secret_post" });
  ({ actor: person } = await buildUser(t.db));
});
afterAll(() => t.close());

const key = makeClientKey("ES256");
const stranger = makeClientKey("ES256");
const later = (seconds: number) => t.context({ now: new Date(testNow.getTime() + seconds * 1000) });
const proof = (by: ClientKey | undefined, ctx = t.context()) =>
  by ? makeDpopProof(ctx, by) : Promise.resolve(undefined);

async function signIn(by: ClientKey | undefined, as = app, code: Parameters<typeof buildCode>[3] = {}) {
  const issued = await buildCode(t.context(), as.client, person, code);
  return redeemTestCode(t.context(), as, issued, {}, { dpop: await proof(by) });
}

async function refresh(token: string | undefined, by: ClientKey | undefined, as = app, ctx = t.context()) {
  const parameters = { grant_type: "refresh_token", refresh_token: token };
  return requestTokens(ctx, as, parameters, { dpop: await proof(by, ctx) });
}

const userinfoUrl = "https://id.example.com/oauth/userinfo";
async function userinfo(token: string, by: ClientKey, claims = {}) {
  const about = { htm: "GET", htu: userinfoUrl, ...claims };
  const made = await makeDpopProof(t.context(), by, { accessToken: token, claims: about });
  const presented = { token, scheme: "DPoP", proof: made, method: "GET", url: userinfoUrl } as const;
  return (await answerUserinfo(t.context(), presented)).claims;
}
const lastReason = async () =>
  (await t.db.select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(1))[0]?.reason;

describe("RFC 9449 section 5, binding tokens", () => {
  it("gives a token of type DPoP that opens userinfo with the key, and only so", async () => {
    const { access_token: token, token_type } = await signIn(key);
    expect(token_type).toBe("DPoP");
    expect((await userinfo(token, key)).sub).toBe(person.userId);
    await expect(answerUserinfo(t.context(), bearerToken(token))).rejects.toMatchObject({
      code: "invalid_token",
    });
    await expect(userinfo(token, stranger)).rejects.toMatchObject({ code: "invalid_token" });
    await expect(userinfo(token, key, { nonce: undefined })).rejects.toMatchObject({
      code: "use_dpop_nonce",
    });
    await expect(userinfo(token, key, { htm: "POST" })).rejects.toMatchObject({ code: "invalid_dpop_proof" });
    const without = { token, scheme: "DPoP", method: "GET", url: userinfoUrl } as const;
    await expect(answerUserinfo(t.context(), without)).rejects.toMatchObject({ code: "invalid_dpop_proof" });
  });

  it("does not let a token without a key pass for one with", async () => {
    const { access_token: token, token_type } = await signIn(undefined);
    expect(token_type).toBe("Bearer");
    await expect(userinfo(token, key)).rejects.toMatchObject({ code: "invalid_token" });
  });

  it("binds the refresh token of a public client to its key", async () => {
    const { refresh_token: token } = await signIn(key);
    for (const wrong of [stranger, undefined]) {
      await expect(refresh(token, wrong)).rejects.toMatchObject({ code: "invalid_grant" });
      expect(await lastReason()).toBe("wrong_dpop_key");
    }
    const next = await refresh(token, key);
    expect(next.token_type).toBe("DPoP");
    await expect(refresh(next.refresh_token, stranger)).rejects.toMatchObject({ code: "invalid_grant" });
    await refresh(next.refresh_token, key);
  });

  it("lets a confidential client change its key: its own authentication binds the refresh token", async () => {
    const { refresh_token: token } = await signIn(key, confidential);
    const { access_token: fresh } = await refresh(token, stranger, confidential);
    expect((await userinfo(fresh, stranger)).sub).toBe(person.userId);
  });

  it("answers a retry with the same key again, and takes another key for a thief", async () => {
    const { refresh_token: token } = await signIn(key);
    const answer = await refresh(token, key);
    expect(await refresh(token, key, app, later(5))).toEqual(answer);
    await expect(refresh(token, stranger, app, later(6))).rejects.toMatchObject({ code: "invalid_grant" });
    await expect(userinfo(answer.access_token, key)).rejects.toMatchObject({ code: "invalid_token" });
  });

  it("refuses a client that is registered for DPoP and sends no proof", async () => {
    const { client } = await buildClient(t.context(), { tokenEndpointAuthMethod: "none" });
    await t.db.update(clients).set({ dpopBoundAccessTokens: true }).where(eq(clients.id, client.id));
    await expect(signIn(undefined, { client })).rejects.toMatchObject({ code: "invalid_dpop_proof" });
    expect((await signIn(key, { client })).token_type).toBe("DPoP");
  });
});

describe("RFC 9449 section 10, binding a code", () => {
  it("lets the key that the request named redeem it, and nobody else", async () => {
    const dpopJkt = await thumbprintOf(key);
    for (const wrong of [stranger, undefined]) {
      await expect(signIn(wrong, app, { dpopJkt })).rejects.toMatchObject({ code: "invalid_grant" });
      expect(await lastReason()).toBe("wrong_dpop_key");
    }
    expect((await signIn(key, app, { dpopJkt })).token_type).toBe("DPoP");
  });
});

describe("FAPI 2.0 Security Profile section 5.3.2.1", () => {
  const day = 86_400;
  const build = async () => {
    const as = await buildClient(t.context(), { tokenEndpointAuthMethod: "client_secret_post" });
    await t.db.update(clients).set({ securityProfile: "fapi2" }).where(eq(clients.id, as.client.id));
    return as;
  };

  it("knows no bearer tokens", async () => {
    await expect(signIn(undefined, await build())).rejects.toMatchObject({ code: "invalid_dpop_proof" });
  });

  it("takes no proof by RSASSA-PKCS1-v1_5 (5.4.1), at whichever endpoint it comes", async () => {
    const as = await build();
    const weak = makeClientKey("RS256");
    const strong: ClientKey = { ...weak, alg: "PS256" };
    const refused = { code: "invalid_dpop_proof" };
    await expect(signIn(weak, as)).rejects.toMatchObject(refused);
    const { access_token: token } = await signIn(strong, as);
    await expect(userinfo(token, weak)).rejects.toMatchObject(refused);
    expect((await userinfo(token, strong)).sub).toBe(person.userId);

    const fields = { client_id: as.client.id, client_secret: as.secret };
    const atPath = async (by: ClientKey, path: string) => ({
      authorization: undefined,
      dpop: await makeDpopProof(t.context(), by, { claims: { htu: `https://id.example.com${path}` } }),
    });
    const push = async (by: ClientKey) => {
      const entries = authorizationEntries(as.client, { client_secret: as.secret });
      return answerPushedRequest(t.context(), { entries, ...(await atPath(by, "/oauth/par")) });
    };
    await expect(push(weak)).rejects.toMatchObject(refused);
    expect(await push(strong)).toHaveProperty("request_uri");
    const entries = Object.entries({ ...fields, scope: "openid" }) as [string, string][];
    const onDevice = async (by: ClientKey) =>
      answerDeviceRequest(t.context(), { entries, ...(await atPath(by, "/oauth/device")) });
    await expect(onDevice(weak)).rejects.toMatchObject(refused);
  });

  it("does not rotate refresh tokens, and each use starts their idle time anew", async () => {
    const as = await build();
    const { refresh_token: token } = await signIn(key, as, { scopes: ["openid", "offline_access"] });
    const first = await refresh(token, key, as, later(29 * day));
    expect(first.token_type).toBe("DPoP");
    expect(first).not.toHaveProperty("refresh_token");
    await refresh(token, key, as, later(58 * day));
    await expect(refresh(token, key, as, later(89 * day))).rejects.toMatchObject({ code: "invalid_grant" });
  });
});
