/** RFC 9700, Best Current Practice for OAuth 2.0 Security: what it demands of an authorization server. */
import { describe, expect, it } from "vitest";
import {
  authorize,
  callEndpoint,
  checkTokenAnswer,
  completeFlow,
  errorOf,
  makeRequest,
  readUserinfo,
  redeem,
} from "../support/flow.ts";
import { setUp } from "../support/set-up.ts";

const stage = setUp({
  app: {},
  open: { tokenEndpointAuthMethod: "none" },
  native: { tokenEndpointAuthMethod: "none", redirectUris: ["http://127.0.0.1/cb"] },
  stranger: { firstParty: false },
});
const attempt = (app: keyof typeof stage.apps = "app") => ({
  issuer: stage.issuer,
  browser: stage.browser,
  app: stage.apps[app],
});
const refresh = (token: string | undefined, app: keyof typeof stage.apps) =>
  callEndpoint(stage.issuer, "/oauth/token", stage.apps[app], {
    grant_type: "refresh_token",
    refresh_token: token,
  });

describe("RFC 9700 section 2.1: redirect-based flows", () => {
  it.each([
    "https://app.example.com/callback/",
    "https://app.example.com/callback?x",
    "https://app.example.com/Callback",
    "https://APP.example.com:443/callback/../callback",
    "https://app.example.com/callback%2f",
    "https://app.example.com.evil.example/callback",
    "https://app.example.com@evil.example/callback",
    "https://app.example.com\\@evil.example/callback",
    "http://app.example.com/callback",
    "https://app.example.com./callback",
    "//app.example.com/callback",
  ])("compares redirect URIs exactly (4.1.3): not %s", async (redirect_uri) => {
    expect((await authorize(attempt(), { redirect_uri })).outcome).toMatchObject({
      kind: "page",
      status: 400,
    });
  });

  it("allows http to loopback alone", async () => {
    await expect(
      stage.issuer.addApp({ redirectUris: ["http://app.example.com/callback"] }),
    ).rejects.toMatchObject({ code: "VALIDATION_ERROR" });
  });

  it("is no open redirector, with or without an error (4.11.2)", async () => {
    for (const wishes of [
      { redirect_uri: "https://evil.example/" },
      { client_id: "x", redirect_uri: "https://evil.example/" },
    ]) {
      const { outcome } = await authorize(attempt(), wishes);
      expect(outcome.url.origin).toBe(stage.issuer.address);
    }
  });
});

describe("RFC 9700 section 2.1.1: authorization codes", () => {
  it("does not let a code through whose verifier does not fit, and ends it with that (4.5)", async () => {
    const { sent, outcome } = await authorize(attempt("open"));
    const code = outcome.parameters.get("code") ?? "";
    const wrong = await redeem(attempt("open"), code, { verifier: "x".repeat(43) });
    expect(await errorOf(wrong)).toBe("invalid_grant");
    expect((await redeem(attempt("open"), code, sent)).status).toBe(400);
  });

  it("publishes what PKCE it knows", async () => {
    expect((await stage.issuer.metadata()).code_challenge_methods_supported).toEqual(["S256"]);
  });
});

describe("RFC 9700 sections 2.1.2 and 2.4: what is gone", () => {
  it("gives access tokens from the authorization endpoint to nobody who did not opt in", async () => {
    for (const response_type of ["token", "id_token token", "code token"]) {
      const { outcome } = await authorize(attempt(), { response_type });
      expect(outcome.parameters.has("access_token")).toBe(false);
      expect(outcome.parameters.get("error")).toMatch(/^(unsupported_response_type|unauthorized_client)$/);
    }
  });

  it("knows no password grant", async () => {
    const response = await callEndpoint(stage.issuer, "/oauth/token", stage.apps.app, {
      grant_type: "password",
      username: "ana@example.com",
      password: "secret",
    });
    expect(await errorOf(response)).toBe("unsupported_grant_type");
  });
});

describe("RFC 9700 section 2.2.2 and 4.14: refresh tokens", () => {
  it("rotates those of public clients, and ends the family when an old one comes back", async () => {
    const { tokens } = await completeFlow(attempt("open"), { scope: "openid offline_access" });
    const second = await checkTokenAnswer(await refresh(tokens.refresh_token, "open"));
    expect(second.refresh_token).not.toBe(tokens.refresh_token);
    const third = await checkTokenAnswer(await refresh(second.refresh_token, "open"));
    // An app that asks twice at once is told the same again for ten seconds; they pass.
    const { db } = await stage.issuer.operator();
    const passed = "update refresh_tokens set rotated_at = rotated_at - interval '11 seconds'";
    await db.execute(`${passed} where client_id = '${stage.apps.open.clientId}' and rotated_at is not null`);
    const stolen = await refresh(tokens.refresh_token, "open");
    expect(stolen.status).toBe(400);
    expect(await errorOf(stolen)).toBe("invalid_grant");
    expect(await errorOf(await refresh(third.refresh_token, "open"))).toBe("invalid_grant");
    expect((await readUserinfo(stage.issuer, third.access_token)).status).toBe(401);
  });

  it("binds them to scope and client", async () => {
    const { tokens } = await completeFlow(attempt());
    expect(await errorOf(await refresh(tokens.refresh_token, "open"))).toBe("invalid_grant");
    const wider = await callEndpoint(stage.issuer, "/oauth/token", stage.apps.app, {
      grant_type: "refresh_token",
      refresh_token: tokens.refresh_token,
      scope: "openid email",
    });
    expect(await errorOf(wider)).toBe("invalid_scope");
  });
});

describe("RFC 9700 section 4.2: what leaks by the Referer header", () => {
  it("sends no referrer from pages whose address holds the request", async () => {
    const { address } = makeRequest(attempt("stranger"));
    const signIn = await stage.browser.fresh().go(address, { stopAt: "/sign-in" });
    const response = await stage.issuer.fetch(signIn.url.href);
    expect(response.headers.get("referrer-policy")).toMatch(/^(no-referrer|same-origin|strict-origin)$/);
    expect(signIn.url.search).not.toContain("state");
  });
});

describe("RFC 9700 section 4.12: redirects", () => {
  it("never repeats a POST at the app: 303, not 307", async () => {
    const { query } = makeRequest(attempt());
    const response = await stage.issuer.fetch(`${stage.issuer.address}/oauth/authorize`, {
      method: "POST",
      body: query,
      headers: { cookie: stage.browser.cookie() },
    });
    expect(response.status).toBe(303);
  });
});

describe("RFC 9700 section 4.16: clickjacking", () => {
  it.each(["/sign-in", "/consent", "/device", "/sign-out"])("lets nobody frame %s", async (path) => {
    const response = await stage.issuer.fetch(stage.issuer.address + path);
    expect(response.headers.get("content-security-policy")).toMatch(/frame-ancestors 'none'/);
  });

  it("lets nobody frame the pages of the authorization endpoint", async () => {
    const response = await stage.issuer.fetch(`${stage.issuer.address}/oauth/authorize?client_id=nobody`);
    expect(response.headers.get("content-security-policy")).toMatch(/frame-ancestors 'none'/);
  });
});

describe("RFC 9700 section 2.6: other demands", () => {
  it("offers no CORS at the authorization endpoint", async () => {
    const { address } = makeRequest(attempt());
    for (const method of ["GET", "OPTIONS"]) {
      const response = await stage.issuer.fetch(address, {
        method,
        headers: { origin: "https://app.example.com", "access-control-request-method": "GET" },
      });
      expect(response.headers.get("access-control-allow-origin")).toBeNull();
    }
  });
});
