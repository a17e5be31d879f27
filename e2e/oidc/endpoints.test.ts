/** The protocol endpoints over HTTP: statuses, headers, and every refusal a stranger can provoke. */
import { beforeAll, describe, expect, inject, it } from "vitest";
import { addClient, type SignedInPerson, signIn, signUp } from "../support/protocol.ts";
import {
  authorizationUrl,
  type Client,
  locationOf,
  obtainCode,
  pkce,
  redirectUri,
  requestTokens,
  submit,
  userinfo,
  visit,
} from "./relying-party.ts";

const base = () => inject("baseUrl");
const bye = "https://app.example.com/bye";
let ana: SignedInPerson;
let app: Client;
let other: Client;
let stranger: Client;
beforeAll(async () => {
  ana = await signUp("ana@example.com", "Ana Ruiz");
  const wishes = { redirectUris: [redirectUri], postLogoutRedirectUris: [bye] };
  app = await addClient({ ...wishes, firstParty: true, authMethod: "none" });
  other = await addClient({ ...wishes, firstParty: true });
  stranger = await addClient({ ...wishes, name: "Stranger", authMethod: "none" });
});

const tokensOf = async (response: Response) =>
  (await response.json()) as { access_token: string; id_token: string; error?: string };
const errorOf = async (response: Response) => ((await response.json()) as { error: string }).error;

describe("discovery and keys", () => {
  it.each(["/.well-known/openid-configuration", "/.well-known/oauth-authorization-server"])(
    "answers %s for everybody, with addresses that exist",
    async (path) => {
      const response = await fetch(base() + path);
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe("application/json");
      expect(response.headers.get("access-control-allow-origin")).toBe("*");
      expect(response.headers.get("cache-control")).toMatch(/^public, max-age=\d+$/);
      const metadata = (await response.json()) as Record<string, string>;
      expect(metadata.issuer).toBe(base());
      const endpoints = Object.entries(metadata).filter(([name]) => /_(endpoint|uri)$/.test(name));
      expect(endpoints.length).toBeGreaterThan(5);
      for (const [, address] of endpoints) expect((await visit(address)).status).not.toBe(404);
    },
  );

  it("publishes keys without private parts", async () => {
    const response = await fetch(`${base()}/oauth/jwks`);
    expect(response.headers.get("cache-control")).toMatch(/max-age/);
    const { keys } = (await response.json()) as { keys: object[] };
    expect(keys.length).toBeGreaterThanOrEqual(3);
    for (const key of keys) expect(Object.keys(key)).not.toContain("d");
  });
});

describe("the authorization endpoint", () => {
  const valid = () => ({ client_id: app.clientId, code_challenge: pkce().challenge, state: "s" });

  it("goes to the app with a code, the state and the issuer, by GET", async () => {
    const response = await visit(authorizationUrl(valid()), ana.cookie);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const location = locationOf(response);
    expect(location.href.startsWith(`${redirectUri}?`)).toBe(true);
    expect([...location.searchParams.keys()].sort()).toEqual(["code", "iss", "state"]);
    expect(location.searchParams.get("iss")).toBe(base());
  });

  it("takes a POST that another site's page submits, although the cookie does not come along", async () => {
    const fields = new URL(authorizationUrl(valid())).searchParams;
    const resume = locationOf(
      await submit("/oauth/authorize", fields, { origin: "https://app.example.com" }),
    );
    expect(resume.pathname).toBe("/oauth/resume");
    const location = locationOf(await visit(resume.href, ana.cookie));
    expect(location.searchParams.get("code")).not.toBeNull();
  });

  const untrusted: [string, Record<string, string | undefined>][] = [
    ["an unregistered redirect_uri", { redirect_uri: `${redirectUri}/other` }],
    ["a redirect_uri of an attacker", { redirect_uri: "https://evil.example/" }],
    ["no redirect_uri", { redirect_uri: undefined }],
    ["an unknown client", { client_id: "nobody" }],
    ["no client", { client_id: undefined }],
    ["markup in the client_id", { client_id: "<script>alert(1)</script>" }],
  ];
  it.each(untrusted)("shows a page and never redirects for %s", async (_, overrides) => {
    const response = await visit(authorizationUrl({ ...valid(), ...overrides }), ana.cookie);
    expect(response.status).toBe(400);
    expect(response.headers.get("location")).toBeNull();
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-store");
    const page = await response.text();
    expect(page).not.toContain("<script>alert");
    if (overrides.redirect_uri !== undefined) expect(page).toContain(overrides.redirect_uri);
  });

  it("answers a state of a megabyte with a refusal, not with a failure", async () => {
    const state = "s".repeat(1_000_000);
    expect((await visit(authorizationUrl({ ...valid(), state }), ana.cookie)).status).toBe(431);
    const fields = new URL(authorizationUrl({ ...valid(), state })).searchParams;
    expect((await submit("/oauth/authorize", fields)).status).toBe(413);
    const smaller = new URL(authorizationUrl({ ...valid(), state: "s".repeat(60_000) })).searchParams;
    expect((await submit("/oauth/authorize", smaller)).status).toBe(400);
  });

  it.each(["%00", "%FF%FE", "%", "%E0%80", "a".repeat(4000), "{}", "[]", "' or 1=1 --", "\u{1f511}"])(
    "never fails over %j in any parameter",
    async (value) => {
      for (const name of [
        "client_id",
        "redirect_uri",
        "state",
        "nonce",
        "scope",
        "prompt",
        "max_age",
        "claims",
        "id_token_hint",
        "login_hint",
        "code_challenge",
        "response_type",
      ]) {
        const rest = new URL(authorizationUrl({ ...valid(), [name]: undefined })).search;
        const response = await visit(`${base()}/oauth/authorize${rest}&${name}=${value}`, ana.cookie);
        expect([303, 400]).toContain(response.status);
      }
    },
  );

  it("refuses a body that is no form", async () => {
    const response = await visit(`${base()}/oauth/authorize`, "", {
      method: "POST",
      body: "{}",
      headers: { "content-type": "application/json" },
    });
    expect(response.status).toBe(400);
  });

  it("asks for a sign-in, a consent, and gives a code, each by its page", async () => {
    const request = authorizationUrl({ ...valid(), client_id: stranger.clientId });
    const signInPage = locationOf(await visit(request));
    expect(signInPage.pathname).toBe("/sign-in");
    const interaction = signInPage.searchParams.get("interaction") ?? "";
    const resume = `${base()}/oauth/resume?interaction=${interaction}`;
    const consentPage = locationOf(await visit(resume, ana.cookie));
    expect(consentPage.pathname).toBe("/consent");

    const foreign = await submit(
      "/oauth/consent",
      { interaction, decision: "allow" },
      { cookie: ana.cookie, origin: "https://evil.example" },
    );
    expect(foreign.status).toBe(403);

    const answer = await submit("/oauth/consent", { interaction, decision: "allow" }, { cookie: ana.cookie });
    expect(locationOf(answer).searchParams.get("code")).not.toBeNull();
    expect((await visit(resume, ana.cookie)).status).toBe(400);
  });

  it("hands a browser over to the app by a page, so that form-action ends with our own form", async () => {
    const request = authorizationUrl({ ...valid(), client_id: stranger.clientId, prompt: "consent" });
    const consentPage = locationOf(await visit(request, ana.cookie));
    const page = await visit(consentPage.href, ana.cookie);
    expect(page.headers.get("content-security-policy")).toMatch(/form-action 'self'$/);
    const interaction = consentPage.searchParams.get("interaction") ?? "";
    const answer = await submit(
      "/oauth/consent",
      { interaction, decision: "allow" },
      { cookie: ana.cookie, "sec-fetch-dest": "document" },
    );
    expect(answer.status).toBe(200);
    const html = await answer.text();
    const [, location = ""] = html.match(/http-equiv="refresh" content="0;url=([^"]+)"/) ?? [];
    const target = new URL(location.replaceAll("&amp;", "&"));
    expect(target.origin + target.pathname).toBe(redirectUri);
    expect(target.searchParams.get("code")).not.toBeNull();
    expect(html).toContain(`href="${location}"`);
  });

  it("wants a fresh passkey for prompt=login, and has it after one", async () => {
    const signInPage = locationOf(await visit(authorizationUrl({ ...valid(), prompt: "login" }), ana.cookie));
    expect(signInPage.pathname).toBe("/sign-in");
    const resume = `${base()}/oauth/resume${signInPage.search}`;
    expect(locationOf(await visit(resume, ana.cookie)).pathname).toBe("/sign-in");
    ana = { ...ana, cookie: await signIn(ana.authenticator, ana.cookie) };
    expect(locationOf(await visit(resume, ana.cookie)).searchParams.get("code")).not.toBeNull();
  });

  it("answers prompt=none without a session by login_required", async () => {
    const location = locationOf(await visit(authorizationUrl({ ...valid(), prompt: "none" })));
    expect(location.searchParams.get("error")).toBe("login_required");
    expect(location.searchParams.get("state")).toBe("s");
  });
});

describe("the token endpoint", () => {
  it("is never cached, and answers in the shape of the RFC", async () => {
    const response = await requestTokens(app, await obtainCode(app, ana.cookie));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toEqual({
      access_token: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
      token_type: "Bearer",
      expires_in: 3600,
      id_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      refresh_token: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
      scope: "openid profile email",
    });
  });

  it("lets one of a hundred redemptions at once succeed", async () => {
    const grant = await obtainCode(app, ana.cookie);
    const answers = await Promise.all(Array.from({ length: 100 }, () => requestTokens(app, grant)));
    const statuses = answers.map((answer) => answer.status).sort();
    expect(statuses).toEqual([200, ...Array(99).fill(400)]);
    for (const answer of answers)
      if (answer.status === 400) expect(await errorOf(answer)).toBe("invalid_grant");
  });

  it("refuses a code used twice, and revokes the first access token", async () => {
    const grant = await obtainCode(app, ana.cookie);
    const { access_token } = await tokensOf(await requestTokens(app, grant));
    expect((await userinfo(access_token)).status).toBe(200);
    const again = await requestTokens(app, grant);
    expect(again.status).toBe(400);
    expect(await errorOf(again)).toBe("invalid_grant");
    expect((await userinfo(access_token)).status).toBe(401);
  });

  it("refuses a code of another client, a wrong verifier and a wrong redirect_uri", async () => {
    for (const response of [
      await requestTokens(other, await obtainCode(app, ana.cookie)),
      await requestTokens(app, { ...(await obtainCode(app, ana.cookie)), verifier: pkce().verifier }),
      await requestTokens(app, await obtainCode(app, ana.cookie), {
        redirect_uri: "https://app.example.com/",
      }),
    ]) {
      expect(response.status).toBe(400);
      expect(await errorOf(response)).toBe("invalid_grant");
    }
  });

  it("refuses a wrong secret with 401 and says how to authenticate", async () => {
    const response = await requestTokens(
      { ...other, clientSecret: "wrong" },
      await obtainCode(other, ana.cookie),
    );
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toMatch(/^Basic realm=/);
    expect(await errorOf(response)).toBe("invalid_client");
  });

  it.each([
    ["JSON", "application/json", "{}", 400],
    ["nothing", "application/x-www-form-urlencoded", "", 401],
    ["NULs", "application/x-www-form-urlencoded", "client_id=%00&grant_type=%00&code=%00", 400],
    ["bytes that are no text", "application/x-www-form-urlencoded", "client_id=%ff%fe&code=%C3", 401],
    ["a megabyte", "application/x-www-form-urlencoded", `code=${"x".repeat(1_000_000)}`, 413],
  ])("refuses %s", async (_, type, body, status) => {
    const response = await fetch(`${base()}/oauth/token`, {
      method: "POST",
      body,
      headers: { "content-type": type },
    });
    expect(response.status).toBe(status);
  });

  it("may be called from pages of registered origins alone", async () => {
    const preflight = (origin: string) =>
      fetch(`${base()}/oauth/token`, {
        method: "OPTIONS",
        headers: { origin, "access-control-request-method": "POST" },
      });
    const allowed = await preflight("https://app.example.com");
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get("access-control-allow-origin")).toBe("https://app.example.com");
    expect(allowed.headers.get("access-control-allow-methods")).toBe("POST");
    expect(allowed.headers.get("access-control-allow-credentials")).toBeNull();
    for (const origin of ["https://evil.example", "https://app.example.com.evil.example", "null"]) {
      const refused = await preflight(origin);
      expect(refused.status).toBe(204);
      expect(refused.headers.get("access-control-allow-origin")).toBeNull();
      expect(refused.headers.get("vary")).toMatch(/Origin/i);
    }
  });
});

describe("userinfo", () => {
  const token = async () =>
    (await tokensOf(await requestTokens(app, await obtainCode(app, ana.cookie)))).access_token;

  it("answers GET, POST with the header, and POST with a form", async () => {
    const accessToken = await token();
    const form = { method: "POST", body: new URLSearchParams({ access_token: accessToken }) };
    for (const response of [
      await userinfo(accessToken),
      await userinfo(accessToken, { method: "POST" }),
      await fetch(`${base()}/oauth/userinfo`, form),
    ]) {
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe("application/json");
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(await response.json()).toMatchObject({
        sub: ana.user.id,
        name: "Ana Ruiz",
        email: "ana@example.com",
        email_verified: false,
        updated_at: expect.any(Number),
      });
    }
  });

  it("says what it wants to a request without a token, and no more", async () => {
    const response = await fetch(`${base()}/oauth/userinfo`);
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toBe(
      'Bearer realm="Latchkey", DPoP realm="Latchkey", algs="RS256 PS256 ES256 EdDSA Ed25519"',
    );
  });

  it("refuses made-up tokens, tokens in the address, and tokens sent twice", async () => {
    const accessToken = await token();
    const bad = await userinfo("x");
    expect(bad.status).toBe(401);
    expect(bad.headers.get("www-authenticate")).toContain('error="invalid_token"');
    const inAddress = await fetch(`${base()}/oauth/userinfo?access_token=${accessToken}`);
    expect(inAddress.status).toBe(400);
    const body = new URLSearchParams({ access_token: accessToken });
    const twice = await userinfo(accessToken, { method: "POST", body });
    expect(twice.status).toBe(400);
    expect(twice.headers.get("www-authenticate")).toContain('error="invalid_request"');
  });
});

describe("the end-session endpoint", () => {
  const signedIn = async () => {
    const person = await signUp(`${crypto.randomUUID()}@example.com`);
    const tokens = await tokensOf(await requestTokens(app, await obtainCode(app, person.cookie)));
    return { cookie: person.cookie, ...tokens };
  };
  const endSession = (parameters: Record<string, string>, cookie: string) =>
    visit(`${base()}/oauth/end-session?${new URLSearchParams(parameters)}`, cookie);
  const isSignedIn = async (cookie: string) => {
    const request = { client_id: app.clientId, code_challenge: pkce().challenge, prompt: "none" };
    return locationOf(await visit(authorizationUrl(request), cookie)).searchParams.has("code");
  };

  it("signs out at once with an ID Token of this session; its tokens die with it", async () => {
    const { cookie, id_token, access_token } = await signedIn();
    const response = await endSession(
      { id_token_hint: id_token, post_logout_redirect_uri: bye, state: "z" },
      cookie,
    );
    expect(locationOf(response).href).toBe(`${bye}?state=z`);
    expect(response.headers.get("set-cookie")).toMatch(/^(__Host-)?latchkey=; .*Max-Age=0/);
    expect(await isSignedIn(cookie)).toBe(false);
    expect((await userinfo(access_token)).status).toBe(401);
  });

  it("asks first without a hint, and takes the answer from our own page alone", async () => {
    const { cookie } = await signedIn();
    const page = locationOf(
      await endSession({ client_id: app.clientId, post_logout_redirect_uri: bye }, cookie),
    );
    expect(page.pathname).toBe("/sign-out");
    const fields = { interaction: page.searchParams.get("interaction") ?? "", decision: "sign_out" };
    const foreign = await submit("/oauth/end-session/confirm", fields, {
      cookie,
      origin: "https://evil.example",
    });
    expect(foreign.status).toBe(403);
    expect(await isSignedIn(cookie)).toBe(true);
    expect(locationOf(await submit("/oauth/end-session/confirm", fields, { cookie })).href).toBe(bye);
    expect(await isSignedIn(cookie)).toBe(false);
  });

  it.each([
    ["an unregistered address", { post_logout_redirect_uri: "https://evil.example/" }],
    ["a hint of nobody", { id_token_hint: "a.b.c", post_logout_redirect_uri: bye }],
  ])("shows a page and never redirects for %s", async (_, parameters) => {
    const { cookie } = await signedIn();
    const response = await endSession({ client_id: app.clientId, ...parameters }, cookie);
    expect(response.status).toBe(400);
    expect(response.headers.get("location")).toBeNull();
    expect(await isSignedIn(cookie)).toBe(true);
  });
});
