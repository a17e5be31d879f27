/** Tokens in hands or places that they were not made for. */
import { decodeJwt, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tokenExchangeGrant } from "#lib/clients/schema.ts";
import { makeClientKey } from "#lib/testing/client-key.ts";
import { type Browser, openBrowser } from "../support/browser.ts";
import {
  authorize,
  callEndpoint,
  completeFlow,
  errorOf,
  readUserinfo,
  type TokenAnswer,
} from "../support/flow.ts";
import { type App, bye, type Issuer, sharedIssuer } from "../support/issuer.ts";

let issuer: Issuer;
let browser: Browser;
let app: App;
let thief: App;
let tokens: TokenAnswer;
beforeAll(async () => {
  issuer = sharedIssuer();
  browser = await openBrowser(issuer);
  app = await issuer.addApp({ firstParty: true });
  thief = await issuer.addApp({
    firstParty: true,
    grantTypes: ["authorization_code", "refresh_token", "client_credentials", tokenExchangeGrant],
  });
  ({ tokens } = await completeFlow({ issuer, app, browser }));
});
afterAll(() => issuer.close());

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("another app", () => {
  it("learns nothing of a token that it found", async () => {
    for (const token of [tokens.access_token, tokens.refresh_token ?? "", tokens.id_token]) {
      const response = await callEndpoint(issuer, "/oauth/introspect", thief, { token });
      expect(await response.json()).toEqual({ active: false });
    }
  });

  it("neither refreshes, exchanges nor revokes it", async () => {
    const { refresh_token = "", access_token } = tokens;
    const refreshed = await callEndpoint(issuer, "/oauth/token", thief, {
      grant_type: "refresh_token",
      refresh_token,
    });
    expect(await errorOf(refreshed)).toBe("invalid_grant");
    const exchanged = await callEndpoint(issuer, "/oauth/token", thief, {
      grant_type: tokenExchangeGrant,
      subject_token: access_token,
      subject_token_type: "urn:ietf:params:oauth:token-type:access_token",
    });
    expect(exchanged.status).toBe(400);
    for (const token of [access_token, refresh_token])
      await callEndpoint(issuer, "/oauth/revoke", thief, { token });
    expect((await readUserinfo(issuer, access_token)).status).toBe(200);
    const own = await callEndpoint(issuer, "/oauth/introspect", app, { token: refresh_token });
    expect(await own.json()).toMatchObject({ active: true });
  });
});

describe("a token of the wrong kind", () => {
  it("opens no userinfo: neither a code, an ID Token nor a refresh token", async () => {
    const { outcome } = await authorize({ issuer, app, browser });
    const code = outcome.parameters.get("code") ?? "";
    for (const token of [code, tokens.id_token, tokens.refresh_token ?? ""])
      expect((await readUserinfo(issuer, token)).status).toBe(401);
  });

  it("is no refresh token, and no subject of an exchange", async () => {
    for (const refresh_token of [tokens.access_token, tokens.id_token]) {
      const fields = { grant_type: "refresh_token", refresh_token };
      expect(await errorOf(await callEndpoint(issuer, "/oauth/token", app, fields))).toMatch(
        /^invalid_(grant|request)$/,
      );
    }
    for (const subject_token of [tokens.id_token, tokens.refresh_token ?? ""]) {
      const response = await callEndpoint(issuer, "/oauth/token", thief, {
        grant_type: tokenExchangeGrant,
        subject_token,
        subject_token_type: "urn:ietf:params:oauth:token-type:access_token",
      });
      expect(response.status).toBe(400);
    }
  });

  it("is no hint: a JWT access token of ours does not pass for an ID Token", async () => {
    const resource = "https://api.example.com/";
    const jwtApp = await issuer.addApp({ firstParty: true, accessTokenFormat: "jwt", resources: [resource] });
    const flow = await completeFlow({ issuer, app: jwtApp, browser });
    expect(flow.tokens.access_token.split(".")).toHaveLength(3);
    const hint = { id_token_hint: flow.tokens.access_token, post_logout_redirect_uri: bye };
    const query = new URLSearchParams({ ...hint, client_id: jwtApp.clientId });
    const response = await issuer.fetch(`${issuer.address}/oauth/end-session?${query}`);
    expect(response.status).toBe(400);
  });
});

describe("a forged ID-token hint", () => {
  const forgeries = async (): Promise<[string, string][]> => {
    const claims = decodeJwt(tokens.id_token);
    const { kid, alg } = JSON.parse(
      Buffer.from(tokens.id_token.split(".")[0] ?? "", "base64url").toString(),
    ) as { kid: string; alg: string };
    const foreign = makeClientKey("RS256", kid);
    const sign = (payload: object) =>
      new SignJWT({ ...payload }).setProtectedHeader({ alg, kid }).sign(foreign.privateKey);
    const [published] = (await (await issuer.fetch(`${issuer.address}/oauth/jwks`)).json()).keys;
    const secret = new TextEncoder().encode(JSON.stringify(published));
    const [header = "", , signature = ""] = tokens.id_token.split(".");
    return [
      ["of another issuer", await sign({ ...claims, iss: "https://other.example" })],
      ["by a foreign key under our kid", await sign(claims)],
      ["without signature", `${encode({ alg: "none", kid })}.${encode(claims)}.`],
      [
        "under our public key as a secret",
        await new SignJWT(claims).setProtectedHeader({ alg: "HS256", kid }).sign(secret),
      ],
      ["with another person in it", `${header}.${encode({ ...claims, sub: "somebody" })}.${signature}`],
      ["that is no JWT", "x.y.z"],
    ];
  };

  it("signs nobody out and leads nowhere", async () => {
    for (const [name, id_token_hint] of await forgeries()) {
      const query = new URLSearchParams({
        id_token_hint,
        post_logout_redirect_uri: bye,
        client_id: app.clientId,
      });
      const response = await issuer.fetch(`${issuer.address}/oauth/end-session?${query}`, {
        headers: { cookie: browser.cookie() },
      });
      expect(response.status, name).toBe(400);
      expect(response.headers.get("location"), name).toBeNull();
    }
    const silent = await authorize({ issuer, app, browser }, { prompt: "none" });
    expect(silent.outcome.parameters.has("code")).toBe(true);
  });

  it("gets no code by prompt=none", async () => {
    for (const [name, id_token_hint] of await forgeries()) {
      const { outcome } = await authorize({ issuer, app, browser }, { prompt: "none", id_token_hint });
      expect(outcome.parameters.has("code"), name).toBe(false);
    }
  });

  it("of somebody else gets no code of the person who is signed in", async () => {
    const somebody = await openBrowser(issuer);
    const { tokens: theirs } = await completeFlow({ issuer, app, browser: somebody });
    const wishes = { prompt: "none", id_token_hint: theirs.id_token };
    const { outcome } = await authorize({ issuer, app, browser }, wishes);
    expect(outcome.parameters.get("error")).toBe("login_required");
  });
});
