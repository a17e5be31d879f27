/** OAuth 2.1 by itself: an app that wants a token for a service, or nothing at all, and no word about the person. */
import { decodeJwt } from "jose";
import { describe, expect, it } from "vitest";
import { openBrowser } from "../support/browser.ts";
import {
  authorize,
  callEndpoint,
  checkAnswer,
  makeRequest,
  readUserinfo,
  redeem,
  type Wishes,
} from "../support/flow.ts";
import { setUp } from "../support/set-up.ts";

const api = "https://api.example.com/";
const grantTypes: ("authorization_code" | "refresh_token" | "implicit")[] = [
  "authorization_code",
  "refresh_token",
  "implicit",
];
const stage = setUp({
  app: {
    firstParty: false,
    name: "Plain",
    resources: [api],
    grantTypes,
    responseTypes: ["code", "code token", "code id_token"],
  },
  jwt: { accessTokenFormat: "jwt" },
  native: { tokenEndpointAuthMethod: "none" },
});
type Name = keyof typeof stage.apps;
const plain: Wishes = { scope: undefined, nonce: undefined };

const attempt = (name: Name = "app", browser = stage.browser) => ({
  issuer: stage.issuer,
  browser,
  app: stage.apps[name],
});
const ask = async (wishes: Wishes, name: Name = "app", browser = stage.browser) => {
  const { sent, outcome } = await authorize(attempt(name, browser), { ...plain, ...wishes });
  return { sent, outcome, parameters: checkAnswer(stage.issuer, stage.apps[name], sent, outcome) };
};
const obtain = async (wishes: Wishes, name: Name = "app") => {
  const { sent, parameters } = await ask(wishes, name);
  const response = await redeem(attempt(name), parameters.get("code") ?? "", sent);
  expect(response.status).toBe(200);
  return (await response.json()) as Record<string, string>;
};
const membersOf = (answer: object) => Object.keys(answer).sort();
const bare = ["access_token", "expires_in", "token_type"];

describe("RFC 6749 section 3.3: an authorization request without scope", () => {
  it.each(["app", "jwt", "native"] as const)("gives %s an access token and no ID Token", async (name) => {
    const answer = await obtain({}, name);
    expect(membersOf(answer).filter((member) => member !== "refresh_token")).toEqual(bare);
  });

  it("asks the person once, and says on the page that nothing of theirs is wanted", async () => {
    const browser = await openBrowser(stage.issuer);
    const { sent, outcome } = await authorize(attempt("app", browser), plain, { stopAt: "/consent" });
    expect(sent.query.has("scope")).toBe(false);
    expect(outcome.html).toContain("asks for nothing from your profile");
    expect(outcome.html).not.toContain("will see");
    expect((await ask({ prompt: "none" }, "app", browser)).parameters.get("error")).toBe("consent_required");
    expect((await ask({}, "app", browser)).outcome.met).toEqual(["/consent"]);
    expect((await ask({ prompt: "none" }, "app", browser)).parameters.has("code")).toBe(true);
  });

  it("for a service names that on the page, and the token is for it", async () => {
    const browser = await openBrowser(stage.issuer);
    const options = { stopAt: "/consent" } as const;
    const { outcome } = await authorize(attempt("app", browser), { ...plain, resource: api }, options);
    expect(outcome.html).toContain("asks for nothing from your profile");
    expect(outcome.html).toContain(api);
    const { access_token: token } = await obtain({ resource: api });
    const answer = await callEndpoint(stage.issuer, "/oauth/introspect", stage.apps.app, { token });
    const described = (await answer.json()) as object;
    expect(described).toMatchObject({ active: true, aud: api });
    expect(described).not.toHaveProperty("scope");
  });

  it("puts no scope into a JWT access token either (RFC 9068 section 2.2.3)", async () => {
    const { access_token: token = "" } = await obtain({}, "jwt");
    expect(decodeJwt(token)).not.toHaveProperty("scope");
  });

  it("is refreshed to the same (section 6)", async () => {
    const { refresh_token } = await obtain({});
    const fields = { grant_type: "refresh_token", refresh_token };
    const answer = await callEndpoint(stage.issuer, "/oauth/token", stage.apps.app, fields);
    expect(membersOf((await answer.json()) as object)).toEqual([...bare, "refresh_token"].sort());
    const wider = await callEndpoint(stage.issuer, "/oauth/token", stage.apps.app, {
      ...fields,
      refresh_token: (await obtain({})).refresh_token,
      scope: "openid",
    });
    expect(((await wider.json()) as { error: string }).error).toBe("invalid_scope");
  });

  it("may be pushed (RFC 9126)", async () => {
    const sent = makeRequest(attempt(), plain);
    const fields = Object.fromEntries(sent.query);
    const pushed = await callEndpoint(stage.issuer, "/oauth/par", stage.apps.app, fields);
    expect(pushed.status).toBe(201);
    const { request_uri } = (await pushed.json()) as { request_uri: string };
    const query = new URLSearchParams({ client_id: stage.apps.app.clientId, request_uri });
    const { parameters } = await stage.browser.go(`${stage.issuer.address}/oauth/authorize?${query}`);
    const answer = await redeem(attempt(), parameters.get("code") ?? "", sent);
    expect(membersOf((await answer.json()) as object)).toEqual([...bare, "refresh_token"].sort());
  });

  it("answers by form_post and in the fragment as well", async () => {
    for (const response_mode of ["form_post", "fragment"]) {
      const { outcome, parameters } = await ask({ response_mode });
      expect(outcome.mode).toBe(response_mode);
      expect(parameters.has("code")).toBe(true);
    }
    const { parameters } = await ask({ response_type: "code token" });
    expect(parameters.has("access_token")).toBe(true);
    expect(parameters.has("scope")).toBe(false);
  });
});

describe("RFC 6749 section 3.3: scopes, but not openid", () => {
  it("are told as far as they are known (5.1), and open no userinfo (RFC 6750 section 3.1)", async () => {
    const tokens = await obtain({ scope: "email unheard:of" });
    expect(tokens.scope).toBe("email");
    expect(tokens).not.toHaveProperty("id_token");
    const answer = await readUserinfo(stage.issuer, tokens.access_token ?? "");
    expect(answer.status).toBe(403);
    expect(answer.headers.get("www-authenticate")).toMatch(/error="insufficient_scope".*scope="openid"/);
  });

  it("are invalid_scope where none is known: nothing would be left of the request", async () => {
    for (const scope of ["unheard:of", "OPENID", "a b c"])
      expect((await ask({ scope })).parameters.get("error")).toBe("invalid_scope");
  });
});

describe("OIDC Core section 3.3.2.1: a response type that gives an ID Token", () => {
  it("demands openid", async () => {
    for (const scope of [undefined, "email"]) {
      const wishes = { response_type: "code id_token", nonce: "n", scope };
      expect((await ask(wishes)).parameters.get("error")).toBe("invalid_scope");
    }
  });
});
