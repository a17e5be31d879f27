/** RFC 6749, The OAuth 2.0 Authorization Framework: what an app and a browser see of it. Section 6 has its own file. */
import { describe, expect, it } from "vitest";
import {
  authorize,
  callEndpoint,
  checkAnswer,
  completeFlow,
  errorOf,
  makeRequest,
  redeem,
  type Wishes,
} from "../support/flow.ts";
import type { App } from "../support/issuer.ts";
import { setUp } from "../support/set-up.ts";

const stage = setUp({
  app: {},
  other: {},
  open: { tokenEndpointAuthMethod: "none" },
  byPost: { tokenEndpointAuthMethod: "client_secret_post" },
  machine: { redirectUris: [], grantTypes: ["client_credentials"], scopes: ["jobs:read", "jobs:write"] },
});

const attempt = (app = stage.apps.app) => ({ issuer: stage.issuer, browser: stage.browser, app });
const obtain = async (app = stage.apps.app, wishes: Wishes = {}) => {
  const { sent, outcome } = await authorize(attempt(app), wishes);
  return { sent, code: outcome.parameters.get("code") ?? "" };
};
const token = (app: App | undefined, wishes: Wishes, headers?: Record<string, string>) =>
  callEndpoint(stage.issuer, "/oauth/token", app, wishes, headers);
const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}`,
});

describe("RFC 6749 section 2.3: client authentication", () => {
  it("takes HTTP Basic with credentials that are form-encoded first (2.3.1)", async () => {
    const { app } = stage.apps;
    const { sent, code } = await obtain();
    const encode = (text: string) => text.replace(/./g, (c) => `%${c.charCodeAt(0).toString(16)}`);
    const answer = await redeem(
      { issuer: stage.issuer, app: { ...app, authMethod: "none" } },
      code,
      sent,
      { client_id: undefined },
      basic(encode(app.clientId), encode(app.clientSecret ?? "")),
    );
    expect(answer.status).toBe(200);
  });

  it("refuses two methods in one request (2.3)", async () => {
    const { app } = stage.apps;
    const { sent, code } = await obtain();
    const answer = await redeem(attempt(), code, sent, {
      client_id: app.clientId,
      client_secret: app.clientSecret,
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(["invalid_request", "invalid_client"]).toContain(await errorOf(answer));
  });

  it("refuses a method that is not the registered one", async () => {
    const { app, byPost } = stage.apps;
    for (const wrong of [
      { ...app, authMethod: "client_secret_post" },
      { ...byPost, authMethod: "client_secret_basic" },
      { ...app, authMethod: "none" },
    ]) {
      const answer = await token(wrong, { grant_type: "authorization_code", code: "x" });
      expect(answer.status).toBe(401);
      expect(await errorOf(answer)).toBe("invalid_client");
    }
  });

  it("never takes a secret from the address (2.3.1)", async () => {
    const { byPost } = stage.apps;
    const { sent, code } = await obtain(byPost);
    const query = new URLSearchParams({
      client_id: byPost.clientId,
      client_secret: byPost.clientSecret ?? "",
    });
    const answer = await stage.issuer.fetch(`${stage.issuer.address}/oauth/token?${query}`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "authorization_code",
        code,
        redirect_uri: byPost.redirectUri,
        code_verifier: sent.verifier,
      }),
    });
    expect(answer.status).toBe(401);
    expect(await errorOf(answer)).toBe("invalid_client");
  });
});

describe("RFC 6749 section 3.1: the authorization endpoint", () => {
  it("ignores parameters that it does not know, and those without a value", async () => {
    const { outcome, sent } = await authorize(attempt(), { nobody_knows: "1", prompt: "", max_age: "" });
    expect(checkAnswer(stage.issuer, stage.apps.app, sent, outcome).get("code")).not.toBeNull();
  });

  it("refuses a parameter that comes twice", async () => {
    const { outcome, sent } = await authorize(attempt(), { scope: ["openid", "openid email"] });
    const parameters = checkAnswer(stage.issuer, stage.apps.app, sent, outcome);
    expect(parameters.get("error")).toBe("invalid_request");
  });

  it("answers by GET what came by POST (303)", async () => {
    const sent = makeRequest(attempt());
    const response = await stage.issuer.fetch(`${stage.issuer.address}/oauth/authorize`, {
      method: "POST",
      body: sent.query,
      headers: { cookie: stage.browser.cookie() },
    });
    expect(response.status).toBe(303);
  });

  it.each(["token", "id_token", "none", "code token"])(
    "refuses response_type %s for an app that did not register it (3.1.1)",
    async (response_type) => {
      const { outcome, sent } = await authorize(attempt(), { response_type });
      const parameters = checkAnswer(stage.issuer, stage.apps.app, sent, outcome);
      expect(["unsupported_response_type", "unauthorized_client"]).toContain(parameters.get("error"));
      expect(parameters.has("access_token") || parameters.has("id_token")).toBe(false);
    },
  );

  it("never redirects to an address that is not registered, nor for an unknown client (3.1.2.4)", async () => {
    for (const wrong of [
      { redirect_uri: "https://evil.example/" },
      { client_id: crypto.randomUUID() },
      { redirect_uri: undefined },
    ]) {
      const { outcome } = await authorize(attempt(), wrong);
      expect(outcome).toMatchObject({ kind: "page", status: 400 });
    }
  });
});

describe("RFC 6749 section 4.1: the authorization code", () => {
  it("gives the state back byte by byte (4.1.2)", async () => {
    const state = "a&b=c #%+\"'<é\u{1f511}~";
    const { outcome, sent } = await authorize(attempt(), { state });
    checkAnswer(stage.issuer, stage.apps.app, sent, outcome);
  });

  it("tells a person's no as access_denied (4.1.2.1)", async () => {
    const stranger = await stage.issuer.addApp({ firstParty: false });
    const { outcome, sent } = await authorize(attempt(stranger), {}, { consent: "deny" });
    expect(checkAnswer(stage.issuer, stranger, sent, outcome).get("error")).toBe("access_denied");
  });

  it.each([
    ["no code", { code: undefined }, "invalid_request"],
    ["a made-up code", { code: "x".repeat(43) }, "invalid_grant"],
    ["another redirect_uri (4.1.3)", { redirect_uri: "https://app.example.com/other" }, "invalid_grant"],
    ["no redirect_uri although the request had one (4.1.3)", { redirect_uri: undefined }, "invalid_grant"],
    ["no verifier", { code_verifier: undefined }, "invalid_grant"],
  ])("refuses %s with 400", async (_, wishes, error) => {
    const { sent, code } = await obtain();
    const answer = await redeem(attempt(), code, sent, wishes);
    expect(answer.status).toBe(400);
    expect(await errorOf(answer)).toBe(error);
  });

  it("gives a code to the client alone that it was issued to (4.1.3)", async () => {
    const { sent, code } = await obtain();
    const answer = await redeem(attempt(stage.apps.other), code, sent);
    expect(answer.status).toBe(400);
    expect(await errorOf(answer)).toBe("invalid_grant");
  });

  it("takes a code once, and revokes what came of it when it comes again (4.1.2)", async () => {
    const { sent, code, tokens } = await completeFlow(attempt());
    const again = await redeem(attempt(), code, sent);
    expect(await errorOf(again)).toBe("invalid_grant");
    const refreshed = await token(stage.apps.app, {
      grant_type: "refresh_token",
      refresh_token: tokens.refresh_token,
    });
    expect(await errorOf(refreshed)).toBe("invalid_grant");
    const userinfo = await stage.issuer.fetch(`${stage.issuer.address}/oauth/userinfo`, {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    });
    expect(userinfo.status).toBe(401);
  });

  it("lets one of a hundred redemptions at once succeed", async () => {
    const { sent, code } = await obtain();
    const answers = await Promise.all(Array.from({ length: 100 }, () => redeem(attempt(), code, sent)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(99);
  });
});

describe("RFC 6749 section 4.4: client credentials", () => {
  it("gives an app its own token, without a refresh token (4.4.3)", async () => {
    const answer = await token(stage.apps.machine, { grant_type: "client_credentials", scope: "jobs:read" });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const tokens = (await answer.json()) as Record<string, unknown>;
    expect(tokens).toMatchObject({ token_type: "Bearer", scope: "jobs:read" });
    expect(tokens).not.toHaveProperty("refresh_token");
    expect(tokens).not.toHaveProperty("id_token");
  });

  it("is for apps alone that registered the grant, and never for public ones", async () => {
    for (const app of [stage.apps.app, stage.apps.open]) {
      const answer = await token(app, { grant_type: "client_credentials" });
      expect(answer.status).toBe(400);
      expect(await errorOf(answer)).toBe("unauthorized_client");
    }
  });

  it("refuses a scope that the app does not have (5.2)", async () => {
    const answer = await token(stage.apps.machine, { grant_type: "client_credentials", scope: "root" });
    expect(answer.status).toBe(400);
    expect(await errorOf(answer)).toBe("invalid_scope");
  });
});

describe("RFC 6749 section 5: the token endpoint's answers", () => {
  it("says the scope that was granted where it is not the one that was asked for (5.1)", async () => {
    const { tokens } = await completeFlow(attempt(), { scope: "openid email unheard:of" });
    expect(tokens.scope).toBe("openid email");
    expect(tokens.token_type.toLowerCase()).toBe("bearer");
  });

  it.each([
    ["no grant_type", {}, "invalid_request"],
    ["an unknown grant_type", { grant_type: "password" }, "unsupported_grant_type"],
    ["a grant that the app did not register", { grant_type: "client_credentials" }, "unauthorized_client"],
    ["a repeated parameter", { grant_type: ["authorization_code", "authorization_code"] }, "invalid_request"],
  ] satisfies [string, Wishes, string][])("refuses %s (5.2)", async (_, wishes, error) => {
    const answer = await token(stage.apps.app, wishes);
    expect(answer.status).toBe(400);
    expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await errorOf(answer)).toBe(error);
  });

  it("answers bad Basic credentials by 401 with a challenge for Basic (5.2)", async () => {
    const { app } = stage.apps;
    for (const headers of [
      basic(app.clientId, "wrong"),
      basic("nobody", "x"),
      { authorization: "Basic !" },
    ]) {
      const answer = await token(undefined, { grant_type: "authorization_code", code: "x" }, headers);
      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toMatch(/^Basic /);
      expect(await errorOf(answer)).toBe("invalid_client");
    }
  });

  it("knows POST alone (3.2)", async () => {
    const answer = await stage.issuer.fetch(`${stage.issuer.address}/oauth/token`);
    expect(answer.status).toBe(405);
  });
});
