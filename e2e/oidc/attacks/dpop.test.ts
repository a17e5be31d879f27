/** Attacks on tokens that are bound to a key (RFC 9449 section 11). */
import { createHash } from "node:crypto";
import { type JWK, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeClientKey } from "#lib/testing/client-key.ts";
import { currentNonce, makeProof } from "../rfc/machine-client.ts";
import { type Browser, openBrowser } from "../support/browser.ts";
import { authorize, callEndpoint, checkTokenAnswer, redeem } from "../support/flow.ts";
import { type App, type Issuer, sharedIssuer } from "../support/issuer.ts";

const key = makeClientKey("ES256");
let issuer: Issuer;
let browser: Browser;
let app: App;
let nonce: string;
let token: string;
let refreshToken: string;
beforeAll(async () => {
  issuer = sharedIssuer();
  browser = await openBrowser(issuer);
  app = await issuer.addApp({ tokenEndpointAuthMethod: "none", firstParty: true });
  nonce = await currentNonce(app, key);
  const tokens = await checkTokenAnswer(await redeemBy(await makeProof(key, { nonce })));
  token = tokens.access_token;
  refreshToken = tokens.refresh_token ?? "";
});
afterAll(() => issuer.close());

async function redeemBy(dpop: string): Promise<Response> {
  const { sent, outcome } = await authorize({ issuer, app, browser });
  return redeem({ issuer, app }, outcome.parameters.get("code") ?? "", sent, {}, { dpop });
}

const ath = (of: string) => createHash("sha256").update(of).digest("base64url");
const userinfoUrl = () => `${issuer.address}/oauth/userinfo`;
const proofForUserinfo = (claims: object = {}) =>
  makeProof(key, { method: "GET", url: userinfoUrl(), nonce, ath: ath(token), ...claims });
const userinfo = (headers: Record<string, string>) => issuer.fetch(userinfoUrl(), { headers });
const withProof = (dpop: string) => userinfo({ authorization: `DPoP ${token}`, dpop });

/** A proof for the token endpoint with any header, signed or not. */
async function forge(header: Record<string, unknown>, jwk: object, secret?: Uint8Array): Promise<string> {
  const claims = {
    htm: "POST",
    htu: `${issuer.address}/oauth/token`,
    iat: Math.floor(Date.now() / 1000),
    jti: crypto.randomUUID(),
    nonce,
  };
  const { kid: _, ...publicJwk } = key.publicJwk;
  const all = { typ: "dpop+jwt", alg: "ES256", jwk: { ...publicJwk, ...jwk } as JWK, ...header };
  if (all.alg !== "none") return new SignJWT(claims).setProtectedHeader(all).sign(secret ?? key.privateKey);
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${encode(all)}.${encode(claims)}.`;
}

describe("a stolen proof", () => {
  it("is good once, of twenty that show it at once", async () => {
    const proof = await proofForUserinfo();
    const answers = await Promise.all(Array.from({ length: 20 }, () => withProof(proof)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(401)]);
  });

  it.each([
    ["another method", { method: "POST" }],
    ["another endpoint", { url: "ISSUER/oauth/token" }],
    ["the same path of another host", { url: "https://evil.example/oauth/userinfo" }],
    ["another port", { url: "http://localhost:1/oauth/userinfo" }],
    ["a path below", { url: "ISSUER/oauth/userinfo/x" }],
    ["another token", { ath: ath("another") }],
    ["no token", { ath: undefined }],
    ["another time", { claims: { iat: 1_700_000_000 } }],
  ])("made for %s opens nothing", async (_, input) => {
    const { url, ...rest } = input as { url?: string };
    const address = url === undefined ? {} : { url: url.replace("ISSUER", issuer.address) };
    const response = await withProof(await proofForUserinfo({ ...rest, ...address }));
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toContain("DPoP");
  });

  it("does not carry over from the token endpoint to a resource", async () => {
    const proof = await makeProof(key, { nonce });
    expect((await redeemBy(proof)).status).toBe(200);
    expect((await withProof(proof)).status).toBe(401);
  });

  it("with a nonce that was made up is answered with a true one", async () => {
    const response = await withProof(await proofForUserinfo({ nonce: "made-up" }));
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toContain("use_dpop_nonce");
    expect(response.headers.get("dpop-nonce")).toMatch(/./);
  });
});

describe("a stolen token", () => {
  it.each(["Bearer", "bearer", "DPoP", "dPoP"])("is worth nothing as %s without a proof", async (scheme) => {
    const response = await userinfo({ authorization: `${scheme} ${token}` });
    expect(response.status).toBe(401);
  });

  it("is worth nothing in a form, nor with the proof of another key", async () => {
    const body = new URLSearchParams({ access_token: token });
    expect((await issuer.fetch(userinfoUrl(), { method: "POST", body })).status).toBe(401);
    const thief = makeClientKey("ES256");
    const proof = await makeProof(thief, { method: "GET", url: userinfoUrl(), nonce, ath: ath(token) });
    expect((await withProof(proof)).status).toBe(401);
  });

  it("is not refreshed without the key: no downgrade to bearer tokens", async () => {
    const fields = { grant_type: "refresh_token", refresh_token: refreshToken };
    const refresh = (headers = {}) => callEndpoint(issuer, "/oauth/token", app, fields, headers);
    expect((await refresh()).status).toBe(400);
    const thief = await makeProof(makeClientKey("ES256"), { nonce });
    expect((await refresh({ dpop: thief })).status).toBe(400);
    expect((await refresh({ dpop: await makeProof(key, { nonce }) })).status).toBe(200);
  });
});

describe("a proof that proves nothing", () => {
  const secret = new TextEncoder().encode("x".repeat(64));
  const forgeries: [string, Record<string, unknown>, object][] = [
    ["without signature", { alg: "none" }, {}],
    ["by a MAC under its own key", { alg: "HS256" }, { kty: "oct", k: "eA" }],
    ["that shows its private key", {}, { d: "AAAA" }],
    ["of another kind of JWT", { typ: "JWT" }, {}],
    ["without a type", { typ: undefined }, {}],
    ["without a key", { jwk: undefined }, {}],
    ["with an address instead of a key", { jwk: undefined, jku: "https://evil.example/jwks" }, {}],
    ["with a key that is no point of its curve", {}, { x: "AAAA", y: "AAAA" }],
  ];
  it.each(forgeries)("%s is refused", async (_, header, jwk) => {
    const proof = await forge(header, jwk, header.alg === "HS256" ? secret : undefined);
    const response = await redeemBy(proof);
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: string }).error).toBe("invalid_dpop_proof");
  });
});
