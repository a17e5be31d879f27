/** RFC 8693, OAuth 2.0 Token Exchange: impersonation and delegation between services. */
import { decodeJwt } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Attempt,
  authorize,
  callEndpoint,
  checkTokenAnswer,
  errorOf,
  readUserinfo,
  redeem,
  type TokenAnswer,
  type Wishes,
} from "../support/flow.ts";
import { setUp } from "../support/set-up.ts";

const exchange = "urn:ietf:params:oauth:grant-type:token-exchange";
const accessToken = "urn:ietf:params:oauth:token-type:access_token";
const front = "https://front.example.com/";
const back = "https://back.example.com/";

const stage = setUp({
  app: { resources: [front], accessTokenFormat: "jwt" },
  service: {
    redirectUris: [],
    grantTypes: [exchange],
    resources: [front, back],
    scopes: ["openid", "email"],
    accessTokenFormat: "jwt",
  },
  stranger: { redirectUris: [], grantTypes: [exchange], resources: [back] },
  unregistered: {},
});

let tokens: TokenAnswer;
beforeAll(async () => {
  const attempt = { issuer: stage.issuer, browser: stage.browser, app: stage.apps.app };
  // A token for a service is none for userinfo, so the flow's last step is left out.
  tokens = await tokensForService(attempt);
});

async function tokensForService(attempt: Attempt): Promise<TokenAnswer> {
  const { sent, outcome } = await authorize(attempt, { scope: "openid email profile", resource: front });
  return checkTokenAnswer(await redeem(attempt, outcome.parameters.get("code") ?? "", sent));
}

const swap = (wishes: Wishes = {}, app: keyof typeof stage.apps = "service") =>
  callEndpoint(stage.issuer, "/oauth/token", stage.apps[app], {
    grant_type: exchange,
    subject_token: tokens.access_token,
    subject_token_type: accessToken,
    ...wishes,
  });

describe("RFC 8693 section 2.2: the answer", () => {
  it("holds the new token, its kind, its life, and no refresh token", async () => {
    const response = await swap({ resource: back, scope: "openid email" });
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const answer = (await response.json()) as Record<string, unknown>;
    expect(answer).toMatchObject({ issued_token_type: accessToken, token_type: "Bearer" });
    expect(answer.expires_in).toEqual(expect.any(Number));
    expect(answer).not.toHaveProperty("refresh_token");
    expect(answer).not.toHaveProperty("id_token");
  });

  it("is for the same person, for the service that was named, and says who acts (4.1)", async () => {
    const { access_token } = (await (await swap({ audience: back })).json()) as { access_token: string };
    const before = decodeJwt(tokens.access_token);
    const claims = decodeJwt(access_token);
    expect(claims).toMatchObject({ sub: before.sub, act: { sub: stage.apps.service.clientId } });
    expect([claims.aud].flat()).toEqual([back]);
    expect(Number(claims.exp)).toBeLessThanOrEqual(Number(before.exp));
  });

  it("never has more scopes than the token that was exchanged, or than the client", async () => {
    const { scope } = (await (await swap({ resource: back })).json()) as { scope: string };
    expect(scope.split(" ").sort()).toEqual(["email", "openid"]);
    const wider = await swap({ resource: back, scope: "openid profile" });
    expect(wider.status).toBe(400);
    expect(await errorOf(wider)).toBe("invalid_scope");
  });
});

describe("RFC 8693 sections 2.1 and 2.2.2: what is refused", () => {
  it.each([
    ["no subject_token", { subject_token: undefined }, "invalid_request"],
    ["no subject_token_type", { subject_token_type: undefined }, "invalid_request"],
    [
      "a kind of token that is not taken",
      { subject_token_type: "urn:ietf:params:oauth:token-type:saml2" },
      "invalid_request",
    ],
    [
      "a kind of token that is not given",
      { requested_token_type: "urn:ietf:params:oauth:token-type:refresh_token" },
      "invalid_request",
    ],
    ["a made-up token", { subject_token: "x".repeat(43) }, "invalid_request"],
    ["an actor_token", { actor_token: "x", actor_token_type: accessToken }, "invalid_request"],
    ["a target that is not the client's", { resource: "https://other.example/" }, "invalid_target"],
    ["an audience that is not the client's", { audience: "https://other.example/" }, "invalid_target"],
  ] satisfies [string, Wishes, string][])("refuses %s", async (_, wishes, error) => {
    const response = await swap(wishes);
    expect(response.status).toBe(400);
    expect(await errorOf(response)).toBe(error);
  });

  it("is refused to a client that the token is not for, and to one that did not register the grant", async () => {
    expect(await errorOf(await swap({ resource: back }, "stranger"))).toBe("invalid_request");
    expect(await errorOf(await swap({ resource: back }, "unregistered"))).toBe("unauthorized_client");
  });

  it("does not take an ID Token for an access token", async () => {
    expect(await errorOf(await swap({ subject_token: tokens.id_token }))).toBe("invalid_request");
  });
});

describe("RFC 8693 section 1.1: what the new token hangs on", () => {
  it("ends with the token that was exchanged", async () => {
    const fresh = await tokensForService({
      issuer: stage.issuer,
      browser: stage.browser,
      app: stage.apps.app,
    });
    const swapped = (await (await swap({ subject_token: fresh.access_token, resource: back })).json()) as {
      access_token: string;
    };
    const revoked = await callEndpoint(stage.issuer, "/oauth/revoke", stage.apps.app, {
      token: fresh.refresh_token,
    });
    expect(revoked.status).toBe(200);
    const seen = await callEndpoint(stage.issuer, "/oauth/introspect", stage.apps.service, {
      token: swapped.access_token,
    });
    expect(await seen.json()).toEqual({ active: false });
  });

  it("is no token for userinfo", async () => {
    const swapped = (await (await swap({ resource: back })).json()) as { access_token: string };
    expect((await readUserinfo(stage.issuer, swapped.access_token)).status).toBeGreaterThanOrEqual(401);
  });
});
