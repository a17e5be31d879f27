/** OpenID Connect Core 1.0: the authentication request, the ID Token and its errors. Claims have their own file. */
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeClientKey } from "#lib/testing/client-key.ts";
import { openBrowser } from "../support/browser.ts";
import { authorize, checkAnswer, completeFlow, redeem, type Wishes } from "../support/flow.ts";
import { setUp } from "../support/set-up.ts";
import { sign } from "../support/signing.ts";

const stage = setUp({
  app: {},
  stranger: { firstParty: false },
  timed: { defaultMaxAgeSeconds: 0 },
  es256: { idTokenSignedResponseAlg: "ES256" },
  eddsa: { idTokenSignedResponseAlg: "EdDSA" },
});
type Name = keyof typeof stage.apps;
const attempt = (name: Name = "app", browser = stage.browser) => ({
  issuer: stage.issuer,
  browser,
  app: stage.apps[name],
});
const answer = async (wishes: Wishes, name: Name = "app", browser = stage.browser) => {
  const { sent, outcome } = await authorize(attempt(name, browser), wishes);
  return { outcome, parameters: checkAnswer(stage.issuer, stage.apps[name], sent, outcome) };
};

describe("OIDC Core section 2: the ID Token", () => {
  it("says who, when, how, and for whom", async () => {
    const { claims } = await completeFlow(attempt());
    expect(claims).toMatchObject({
      iss: stage.issuer.address,
      sub: stage.browser.userId,
      aud: stage.apps.app.clientId,
      acr: "phr",
      amr: expect.arrayContaining(["user"]),
      auth_time: expect.any(Number),
      sid: expect.any(String),
    });
  });

  it("binds the access token by at_hash (3.1.3.6)", async () => {
    const { claims, tokens } = await completeFlow(attempt());
    const digest = createHash("sha256").update(tokens.access_token).digest();
    expect(claims.at_hash).toBe(digest.subarray(0, 16).toString("base64url"));
  });

  it.each([
    ["es256", "ES256"],
    ["eddsa", "EdDSA"],
  ] as const)("is signed as the client %s registered: %s", async (name, alg) => {
    expect((await completeFlow(attempt(name))).idToken.protectedHeader.alg).toBe(alg);
  });

  it("gives the nonce back unaltered, of any printable characters", async () => {
    const nonce = "n-0S6_WzA2Mj~ +/=&%";
    expect((await completeFlow(attempt(), { nonce })).claims.nonce).toBe(nonce);
  });
});

describe("OIDC Core section 3.1.2.1: prompt, max_age and hints", () => {
  it("refuses none beside another value", async () => {
    expect((await answer({ prompt: "none login" })).parameters.get("error")).toBe("invalid_request");
  });

  it("never shows a page for prompt=none", async () => {
    for (const [wishes, error] of [
      [{ prompt: "none", max_age: "0" }, "login_required"],
      [
        { prompt: "none", claims: JSON.stringify({ id_token: { sub: { value: "other" } } }) },
        "login_required",
      ],
    ] as const) {
      const { outcome, parameters } = await answer(wishes);
      expect(parameters.get("error")).toBe(error);
      expect(outcome.met).toEqual([]);
    }
    const { outcome, parameters } = await answer({ prompt: "none" }, "stranger");
    expect(parameters.get("error")).toBe("consent_required");
    expect(outcome.met).toEqual([]);
  });

  it("asks for consent again with prompt=consent, and remembers it without (3.1.2.4)", async () => {
    await answer({}, "stranger");
    expect((await answer({}, "stranger")).outcome.met).toEqual([]);
    expect((await answer({ prompt: "consent" }, "stranger")).outcome.met).toEqual(["/consent"]);
  });

  it("asks for a sign-in where the client's default_max_age says so", async () => {
    const browser = stage.browser.fresh();
    await browser.signIn();
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect((await answer({}, "timed", browser)).outcome.met).toContain("/sign-in");
  });

  it("answers about no other person than id_token_hint's (3.1.2.2)", async () => {
    const other = await openBrowser(stage.issuer);
    const { tokens } = await completeFlow(attempt("app", other));
    const { parameters } = await answer({ prompt: "none", id_token_hint: tokens.id_token });
    expect(parameters.get("error")).toBe("login_required");
  });

  it("does not believe an id_token_hint of another issuer or another client", async () => {
    const forged = await sign(makeClientKey("RS256"), {
      iss: stage.issuer.address,
      sub: stage.browser.userId,
      aud: stage.apps.app.clientId,
      exp: Math.floor(Date.now() / 1000) + 60,
    });
    const { tokens } = await completeFlow(attempt("es256"));
    for (const id_token_hint of [forged, tokens.id_token, "a.b.c"]) {
      const { parameters } = await answer({ prompt: "none", id_token_hint });
      expect(parameters.has("code")).toBe(false);
      expect(["invalid_request", "login_required"]).toContain(parameters.get("error"));
    }
  });

  it("is no OpenID Connect without the scope openid: there is no ID Token then (3.1.2.1)", async () => {
    const { sent, outcome } = await authorize(attempt(), { scope: "profile" });
    const tokens = await redeem(attempt(), outcome.parameters.get("code") ?? "", sent);
    expect(await tokens.json()).not.toHaveProperty("id_token");
  });
});

describe("OIDC Core section 5.5.1.1: an acr that is essential", () => {
  const essential = (values: string[]) => JSON.stringify({ id_token: { acr: { essential: true, values } } });

  it("is met, or told as unmet_authentication_requirements", async () => {
    const { claims } = await completeFlow(attempt(), { claims: essential(["phr", "phrh"]) });
    expect(claims.acr).toBe("phr");
    const { parameters } = await answer({ claims: essential(["urn:example:retina"]) });
    expect(parameters.get("error")).toBe("unmet_authentication_requirements");
  });
});

describe("OIDC Core sections 3.1.2.6 and 7: what is not offered is told", () => {
  it.each([
    [{ registration: "{}" }, "registration_not_supported"],
    [{ request_uri: "https://app.example.com/r" }, "request_uri_not_supported"],
  ])("%o → %s", async (wishes, error) => {
    expect((await answer(wishes)).parameters.get("error")).toBe(error);
  });
});

describe("OIDC Core section 8: subjects", () => {
  it("are the same for two public clients and pairwise for others, by sector", async () => {
    const pairwise = { firstParty: true, subjectType: "pairwise" } as const;
    const one = await stage.issuer.addApp({ ...pairwise, redirectUris: ["https://one.example.com/cb"] });
    const two = await stage.issuer.addApp({ ...pairwise, redirectUris: ["https://two.example.com/cb"] });
    const sister = await stage.issuer.addApp({
      ...pairwise,
      redirectUris: ["https://one.example.com/other"],
    });
    const subOf = async (app: typeof one) => {
      const { claims, userinfo } = await completeFlow({ ...attempt(), app });
      expect(userinfo.sub).toBe(claims.sub);
      return claims.sub;
    };
    const [first, second, third] = [await subOf(one), await subOf(two), await subOf(sister)];
    expect(first).not.toBe(stage.browser.userId);
    expect(second).not.toBe(first);
    expect(third).toBe(first);
    const { tokens } = await completeFlow({ ...attempt(), app: one });
    const silent = await authorize(
      { ...attempt(), app: one },
      { prompt: "none", id_token_hint: tokens.id_token },
    );
    expect(silent.outcome.parameters.has("code")).toBe(true);
  });
});
