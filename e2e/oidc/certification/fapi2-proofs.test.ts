/** The FAPI 2.0 Security Profile plan, its modules about DPoP: the proof of possession that every token hangs on. */
import { calculateJwkThumbprint } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeClientKey } from "#lib/testing/client-key.ts";
import { checkTokenAnswer, errorOf } from "../support/flow.ts";
import { type ProofWishes, proof, withProof } from "../support/signing.ts";
import {
  address,
  dpopKey,
  type Fapi2,
  rsaKey,
  secondsNow,
  startFapi2,
  tokenUrl,
  userinfoUrl,
} from "./fapi2-plan.ts";

let plan: Fapi2;
beforeAll(async () => {
  plan = await startFapi2();
});
afterAll(() => plan?.issuer.close());

describe("The FAPI 2.0 Security Profile plan, DPoP", () => {
  it("fapi2-security-profile-final-ensure-holder-of-key-required", async () => {
    const { code, sent } = await plan.obtainCode();
    const bare = await plan.call("/oauth/token", plan.app, plan.codeFields(code, sent));
    expect(bare.status).toBe(400);
    expect(await errorOf(bare)).toMatch(
      /^(invalid_dpop_proof|invalid_request|invalid_grant|use_dpop_nonce)$/,
    );
  });

  const badProofs: [string, ProofWishes][] = [
    ["htm of another method", { claims: { htm: "GET" } }],
    ["htu of another address", { claims: { htu: `${address}/oauth/par` } }],
    ["no htm", { claims: { htm: undefined } }],
    ["no htu", { claims: { htu: undefined } }],
    ["no iat", { claims: { iat: undefined } }],
    ["no jti", { claims: { jti: undefined } }],
    ["an iat of an hour ago", { claims: { iat: secondsNow() - 3600 } }],
    ["an iat of an hour ahead", { claims: { iat: secondsNow() + 3600 } }],
    ["another typ", { header: { typ: "jwt" } }],
    ["a private key in the header", { header: { jwk: dpopKey.privateKey.export({ format: "jwk" }) } }],
    ["another key in the header", { header: { jwk: makeClientKey("ES256").publicJwk } }],
    ["no key", { header: { jwk: undefined } }],
  ];
  it("fapi2-security-profile-final-dpop-proof-by-RS256-fails", async () => {
    const { code, sent } = await plan.obtainCode();
    const response = await plan.redeem(code, sent, {}, rsaKey);
    expect(response.status).toBe(400);
    expect(await errorOf(response)).toBe("invalid_dpop_proof");
  });

  it.each(badProofs)("fapi2-security-profile-final-dpop-negative-tests: %s", async (_, wishes) => {
    const { code, sent } = await plan.obtainCode();
    const response = await withProof(
      dpopKey,
      tokenUrl,
      (headers) => plan.call("/oauth/token", plan.app, plan.codeFields(code, sent), undefined, headers),
      wishes,
    );
    expect([400, 401]).toContain(response.status);
    expect(await errorOf(response)).toBe("invalid_dpop_proof");
  });

  it("fapi2-security-profile-final-dpop-proof-is-used-once", async () => {
    const url = `${address}/oauth/par`;
    const first = await plan.push({}, plan.app, undefined, { dpop: await proof(dpopKey, url) });
    const nonce = first.response.headers.get("dpop-nonce") ?? undefined;
    const dpop = await proof(dpopKey, url, { nonce });
    expect((await plan.push({}, plan.app, undefined, { dpop })).response.status).toBe(201);
    expect((await plan.push({}, plan.app, undefined, { dpop })).response.status).toBeGreaterThanOrEqual(400);
  });

  it("fapi2-security-profile-final-ensure-dpop-auth-code-binding-success, and for that key alone", async () => {
    const dpop_jkt = await calculateJwkThumbprint(dpopKey.publicJwk);
    const bound = await plan.obtainCode({ dpop_jkt });
    const wrong = await plan.redeem(bound.code, bound.sent, {}, makeClientKey("ES256"));
    expect(wrong.status).toBe(400);
    const again = await plan.obtainCode({ dpop_jkt });
    await checkTokenAnswer(await plan.redeem(again.code, again.sent));
  });

  it("fapi2-security-profile-final-access-token-is-sender-constrained", async () => {
    const { tokens } = await plan.obtainTokens();
    expect((await plan.userinfo(tokens.access_token)).status).toBe(200);
    const wrongKey = await plan.userinfo(tokens.access_token, {}, makeClientKey("ES256"));
    const asBearer = await plan.issuer.fetch(`${address}/oauth/userinfo`, {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    });
    const otherToken = await plan.userinfo(tokens.access_token, { accessToken: "another token" });
    for (const response of [wrongKey, asBearer, otherToken]) {
      expect(response.status).toBe(401);
      expect(response.headers.get("www-authenticate")).toMatch(/DPoP/);
    }
  });

  const goodProofs: [string, ProofWishes][] = [
    ["check-dpop-proof-nbf-exp", { claims: { nbf: secondsNow(), exp: secondsNow() + 300 } }],
    ["ensure-dpop-proof-with-iat-10-seconds-before-succeeds", { claims: { iat: secondsNow() - 10 } }],
    ["ensure-dpop-proof-with-iat-10-seconds-after-succeeds", { claims: { iat: secondsNow() + 10 } }],
    ["extra claims and headers are ignored", { claims: { extra: "x" }, header: { extra: "x" } }],
    ["htu with query and fragment", { claims: { htu: `${userinfoUrl}?a=b#c` } }],
    [
      "htu in another case",
      { claims: { htu: userinfoUrl.replace("https://id.example", "HTTPS://ID.EXAMPLE") } },
    ],
    ["htu with the usual port", { claims: { htu: userinfoUrl.replace(".com", ".com:443") } }],
  ];
  it.each(goodProofs)("fapi2-security-profile-final-dpop, taken: %s", async (_, wishes) => {
    const { tokens } = await plan.obtainTokens();
    expect((await plan.userinfo(tokens.access_token, wishes)).status).toBe(200);
  });

  it("fapi2-security-profile-final-access-token-type-header-case-sensitivity", async () => {
    const { tokens } = await plan.obtainTokens();
    for (const scheme of ["dpop", "DPOP", "dPoP"])
      expect((await plan.userinfo(tokens.access_token, {}, dpopKey, scheme)).status).toBe(200);
  });

  it("fapi2-security-profile-final-dpop-negative-tests: two proofs", async () => {
    const { tokens } = await plan.obtainTokens();
    const accessToken = tokens.access_token;
    const asked = await plan.issuer.fetch(userinfoUrl, {
      headers: {
        authorization: `DPoP ${accessToken}`,
        dpop: await proof(dpopKey, userinfoUrl, { accessToken }),
      },
    });
    const wishes = { method: "GET", accessToken, nonce: asked.headers.get("dpop-nonce") ?? "" };
    const headers = new Headers({ authorization: `DPoP ${accessToken}` });
    for (let count = 0; count < 2; count += 1)
      headers.append("dpop", await proof(dpopKey, userinfoUrl, wishes));
    expect((await plan.issuer.fetch(userinfoUrl, { headers })).status).toBe(401);
  });

  it("fapi2-security-profile-final-ensure-mismatched-dpop-jkt-fails", async () => {
    const dpop_jkt = await calculateJwkThumbprint(makeClientKey("ES256").publicJwk);
    const url = `${address}/oauth/par`;
    const { response } = await plan.push({ dpop_jkt }, plan.app, undefined, {
      dpop: await proof(dpopKey, url),
    });
    expect(response.status).toBe(400);
    expect(["invalid_dpop_proof", "invalid_request"]).toContain(await errorOf(response));
  });

  it("fapi2-security-profile-final-ensure-token-endpoint-fails-with-mismatched-dpop-proof-jkt", async () => {
    const url = `${address}/oauth/par`;
    const { code, sent } = await plan.obtainCode({}, { dpop: await proof(dpopKey, url) });
    const response = await plan.redeem(code, sent, {}, makeClientKey("ES256"));
    expect(response.status).toBe(400);
    expect(["invalid_grant", "invalid_dpop_proof"]).toContain(await errorOf(response));
  });

  it("fapi2-security-profile-final-dpop-proof-by-RS256-fails at userinfo, by the very key of the token", async () => {
    const strong = { ...rsaKey, alg: "PS256" } as const;
    const { code, sent } = await plan.obtainCode();
    const tokens = await checkTokenAnswer(await plan.redeem(code, sent, {}, strong));
    expect((await plan.userinfo(tokens.access_token, {}, rsaKey)).status).toBe(401);
    expect((await plan.userinfo(tokens.access_token, {}, strong)).status).toBe(200);
  });
});
