/** RFC 9449, DPoP, seen from outside. */
import { createHash } from "node:crypto";
import { calculateJwkThumbprint } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { type ClientKey, makeClientKey } from "#lib/testing/client-key.ts";
import { type SignedInPerson, signUp } from "../../support/protocol.ts";
import { obtainCode, redirectUri } from "../relying-party.ts";
import {
  base,
  call,
  credentials,
  currentNonce,
  type MachineClient,
  makeProof,
  type ProofInput,
  registerClient,
  signInTo,
} from "./machine-client.ts";

const key = makeClientKey("ES256");
const stranger = makeClientKey("ES256");
let person: SignedInPerson;
let app: MachineClient;
let nonce: string;
beforeAll(async () => {
  person = await signUp("dpop@example.com");
  app = await registerClient({ tokenEndpointAuthMethod: "none" });
  nonce = await currentNonce(app, key);
});

const bound = async (by = key, parameters = {}) =>
  signInTo(app, person.cookie, parameters, { dpop: await makeProof(by, { nonce }) });
const redeem = async (proof: string, parameters = {}) => {
  const { code, verifier } = await obtainCode(app, person.cookie, parameters);
  return call(
    "token",
    {
      ...credentials(app),
      grant_type: "authorization_code",
      redirect_uri: redirectUri,
      code,
      code_verifier: verifier,
    },
    { dpop: proof },
  );
};
const userinfoUrl = () => `${base()}/oauth/userinfo`;
const athOf = (token: string) => createHash("sha256").update(token).digest("base64url");
const userinfo = async (token: string, by: ClientKey, input: ProofInput = {}, scheme = "DPoP") => {
  const proof = await makeProof(by, {
    method: "GET",
    url: userinfoUrl(),
    nonce,
    ath: athOf(token),
    ...input,
  });
  return fetch(userinfoUrl(), { headers: { authorization: `${scheme} ${token}`, dpop: proof } });
};

describe("RFC 9449 section 5, the token request", () => {
  it("gives tokens of type DPoP, and refreshes them by the same key alone", async () => {
    const tokens = await bound();
    expect(tokens.token_type).toBe("DPoP");
    const refresh = async (by: ClientKey) =>
      call(
        "token",
        { ...credentials(app), grant_type: "refresh_token", refresh_token: tokens.refresh_token },
        { dpop: await makeProof(by, { nonce }) },
      );
    expect((await refresh(stranger)).body.error).toBe("invalid_grant");
    expect((await refresh(key)).body).toMatchObject({ token_type: "DPoP" });
  });

  it.each([
    ["for another method", { method: "GET" }],
    ["for another endpoint", { url: "https://id.example.com/oauth/token" }],
    ["from long ago", { claims: { iat: 1_000_000_000 } }],
    ["from the future", { claims: { iat: 4_000_000_000 } }],
    ["without jti", { claims: { jti: undefined } }],
  ])("refuses a proof %s", async (_, input) => {
    const { status, body } = await redeem(await makeProof(key, { nonce, ...input }));
    expect({ status, error: body.error }).toEqual({ status: 400, error: "invalid_dpop_proof" });
  });

  it("refuses a proof that was used, two proofs, and what is none", async () => {
    const proof = await makeProof(key, { nonce });
    expect((await redeem(proof)).status).toBe(200);
    for (const bad of [proof, `${await makeProof(key, { nonce })}, ${await makeProof(key, { nonce })}`, "x"])
      expect((await redeem(bad)).body.error).toBe("invalid_dpop_proof");
  });

  it("section 5.2: refuses a client that is registered for DPoP and sends no proof", async () => {
    const always = await registerClient({ tokenEndpointAuthMethod: "none", dpopBoundAccessTokens: true });
    await expect(signInTo(always, person.cookie)).rejects.toThrow("invalid_dpop_proof");
  });
});

describe("RFC 9449 section 7, the protected resource", () => {
  it("opens with the key, and with nothing else", async () => {
    const { access_token: token } = await bound();
    expect((await userinfo(token, key)).status).toBe(200);
    const refusals: [Promise<Response>, string][] = [
      [userinfo(token, stranger), "invalid_token"],
      [userinfo(token, key, { ath: athOf("other") }), "invalid_dpop_proof"],
      [userinfo(token, key, { method: "POST" }), "invalid_dpop_proof"],
      [userinfo(token, key, { url: `${base()}/oauth/token` }), "invalid_dpop_proof"],
      [userinfo(token, key, {}, "Bearer"), "invalid_token"],
      [fetch(userinfoUrl(), { headers: { authorization: `DPoP ${token}` } }), "invalid_dpop_proof"],
    ];
    for (const [response, error] of refusals) {
      const { status, headers } = await response;
      expect(status).toBe(401);
      expect(headers.get("www-authenticate")).toContain(`error="${error}"`);
      expect(headers.get("www-authenticate")).toMatch(/DPoP [^,]*realm="Latchkey".*algs="[^"]*ES256/);
    }
  });

  it("section 7.1: refuses a bearer token that pretends to be bound", async () => {
    const { access_token: token } = await signInTo(app, person.cookie);
    const { status, headers } = await userinfo(token, key);
    expect(status).toBe(401);
    expect(headers.get("www-authenticate")).toContain('error="invalid_token"');
  });
});

describe("RFC 9449 sections 8 and 9, nonces", () => {
  it("are demanded at the token endpoint with 400, and a proof with the one that was told gets through", async () => {
    const { status, headers, body } = await redeem(await makeProof(key));
    expect({ status, error: body.error }).toEqual({ status: 400, error: "use_dpop_nonce" });
    const told = headers.get("dpop-nonce") ?? "";
    expect(headers.get("cache-control")).toBe("no-store");
    expect((await redeem(await makeProof(key, { nonce: told }))).status).toBe(200);
  });

  it("are demanded at userinfo with 401, and told with every answer", async () => {
    const { access_token: token } = await bound();
    const without = await userinfo(token, key, { nonce: undefined });
    expect(without.status).toBe(401);
    expect(without.headers.get("www-authenticate")).toContain('error="use_dpop_nonce"');
    expect(without.headers.get("dpop-nonce")).not.toBeNull();
    expect((await userinfo(token, key)).headers.get("dpop-nonce")).not.toBeNull();
    const page = await fetch(userinfoUrl(), {
      method: "OPTIONS",
      headers: { origin: "https://app.example.com" },
    });
    expect(page.headers.get("access-control-allow-headers")).toContain("DPoP");
    expect(page.headers.get("access-control-expose-headers")).toContain("DPoP-Nonce");
  });
});

describe("RFC 9449 section 10, codes that are bound", () => {
  it("are redeemed by the key that dpop_jkt named, and by no other", async () => {
    const dpop_jkt = await calculateJwkThumbprint(key.publicJwk);
    const other = await redeem(await makeProof(stranger, { nonce }), { dpop_jkt });
    expect({ status: other.status, error: other.body.error }).toEqual({
      status: 400,
      error: "invalid_grant",
    });
    expect((await redeem(await makeProof(key, { nonce }), { dpop_jkt })).status).toBe(200);
  });
});
