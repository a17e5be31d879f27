/** RFC 6750, Bearer Token Usage: userinfo is the resource. */
import { beforeAll, describe, expect, it } from "vitest";
import { completeFlow } from "../support/flow.ts";
import { setUp } from "../support/set-up.ts";

const stage = setUp({
  app: {},
  machine: { redirectUris: [], grantTypes: ["client_credentials"], scopes: ["jobs"] },
});
let accessToken: string;
beforeAll(async () => {
  const attempt = { issuer: stage.issuer, browser: stage.browser, app: stage.apps.app };
  accessToken = (await completeFlow(attempt)).tokens.access_token;
});

const userinfo = (init: RequestInit = {}, query = "") =>
  stage.issuer.fetch(`${stage.issuer.address}/oauth/userinfo${query}`, init);
const challengeOf = (response: Response) => response.headers.get("www-authenticate") ?? "";

describe("RFC 6750 section 2: how a token is sent", () => {
  it.each(["Bearer", "bearer", "BEARER"])("takes the header, its scheme spelled %s (2.1)", async (scheme) => {
    expect((await userinfo({ headers: { authorization: `${scheme} ${accessToken}` } })).status).toBe(200);
  });

  it("takes a form's access_token (2.2)", async () => {
    const body = new URLSearchParams({ access_token: accessToken });
    expect((await userinfo({ method: "POST", body })).status).toBe(200);
  });

  it("refuses more than one way at once (2)", async () => {
    const body = new URLSearchParams({ access_token: accessToken });
    const headers = { authorization: `Bearer ${accessToken}` };
    const response = await userinfo({ method: "POST", body, headers });
    expect(response.status).toBe(400);
    expect(challengeOf(response)).toContain('error="invalid_request"');
  });

  it("refuses a token in the address (2.3, forbidden by RFC 9700 section 2.4 and OAuth 2.1)", async () => {
    const response = await userinfo({}, `?access_token=${accessToken}`);
    expect(response.status).toBe(400);
  });
});

describe("RFC 6750 section 3: challenges", () => {
  it("tells nothing but the scheme to a request without a token (3.1)", async () => {
    const response = await userinfo();
    expect(response.status).toBe(401);
    expect(challengeOf(response)).toMatch(/^Bearer /);
    expect(challengeOf(response)).not.toContain("error");
  });

  it.each(["x", "x".repeat(43), "a.b.c", "e30.e30.", "%00", "=".repeat(8000)])(
    "answers the token %s by 401 invalid_token",
    async (token) => {
      const response = await userinfo({ headers: { authorization: `Bearer ${token}` } });
      expect([400, 401]).toContain(response.status);
      expect(challengeOf(response)).toMatch(/error="invalid_(token|request)"/);
    },
  );

  it("answers a token that may not do this by 403 insufficient_scope, and says the scope", async () => {
    const { machine } = stage.apps;
    const pair = Buffer.from(`${machine.clientId}:${machine.clientSecret}`).toString("base64");
    const issued = await stage.issuer.fetch(`${stage.issuer.address}/oauth/token`, {
      method: "POST",
      body: new URLSearchParams({ grant_type: "client_credentials" }),
      headers: { authorization: `Basic ${pair}` },
    });
    const { access_token } = (await issued.json()) as { access_token: string };
    const response = await userinfo({ headers: { authorization: `Bearer ${access_token}` } });
    expect([401, 403]).toContain(response.status);
    expect(challengeOf(response)).toMatch(/error="(insufficient_scope|invalid_token)"/);
  });
});

describe("RFC 6750 section 5: keeping tokens", () => {
  it("never lets what a token opened be cached (5.3)", async () => {
    const response = await userinfo({ headers: { authorization: `Bearer ${accessToken}` } });
    expect(response.headers.get("cache-control")).toMatch(/no-store|private/);
  });
});
