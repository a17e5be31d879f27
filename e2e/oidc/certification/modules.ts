/**
 * The modules of the OpenID Foundation's Basic plan, by their names, as the suite runs them against a registered client:
 * once with answers in the query, once by form_post.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import {
  authorize,
  checkAnswer,
  checkTokenAnswer,
  completeFlow,
  errorOf,
  type Flow,
  finishFlow,
  makeRequest,
  pkcePair,
  readUserinfo,
  redeem,
  type Wishes,
} from "../support/flow.ts";
import { entropyBits } from "./entropy-bits.ts";
import type { Plan } from "./plan.ts";
import { defineRefreshModule } from "./refresh-module.ts";
import { defineRequestObjectModules } from "./request-object-modules.ts";

const everyProfileClaim =
  "name family_name given_name middle_name nickname preferred_username profile picture website gender birthdate zoneinfo locale updated_at".split(
    " ",
  );
const scopes: readonly (readonly [string, string, readonly string[]])[] = [
  ["oidcc-scope-profile", "openid profile", everyProfileClaim],
  ["oidcc-scope-email", "openid email", ["email", "email_verified"]],
  ["oidcc-scope-address", "openid address", ["address"]],
  ["oidcc-scope-phone", "openid phone", ["phone_number", "phone_number_verified"]],
  [
    "oidcc-scope-all",
    "openid profile email address phone",
    [...everyProfileClaim, "email", "email_verified", "address", "phone_number", "phone_number_verified"],
  ],
];

/** Claims that belong into an ID Token that nothing else was asked for. */
const idTokenClaims =
  "iss sub aud exp iat auth_time nonce at_hash c_hash sid acr amr azp jti s_hash nbf".split(" ");

export function defineBasicModules(plan: Plan): void {
  const mode: Wishes = plan.responseMode === "query" ? {} : { response_mode: plan.responseMode };
  const attempt = (browser = plan.browser(), app = plan.app()) => ({ issuer: plan.issuer(), app, browser });
  const flow = (wishes: Wishes = {}, browser = plan.browser(), app = plan.app()): Promise<Flow> =>
    completeFlow(attempt(browser, app), { ...mode, ...wishes });
  const ask = (wishes: Wishes, browser = plan.browser()) =>
    authorize(attempt(browser), { ...mode, ...wishes });
  /** A browser that no module used before. */
  const newcomer = () => plan.browser().fresh();

  it("oidcc-server", async () => {
    const { code, tokens, claims, outcome } = await flow();
    expect(outcome.mode).toBe(plan.responseMode);
    for (const secret of [code, tokens.access_token]) expect(entropyBits(secret)).toBeGreaterThan(96);
    expect(Object.keys(claims).filter((name) => !idTokenClaims.includes(name))).toEqual([]);
  });

  it("oidcc-response-type-missing", async () => {
    const { sent, outcome } = await ask({ response_type: undefined });
    const parameters = checkAnswer(plan.issuer(), plan.app(), sent, outcome);
    expect(["invalid_request", "unsupported_response_type"]).toContain(parameters.get("error"));
  });

  it("oidcc-userinfo-get", async () => {
    const { tokens, claims } = await flow();
    await expectUserinfo(await readUserinfo(plan.issuer(), tokens.access_token), claims.sub);
  });

  it("oidcc-userinfo-post-header", async () => {
    const { tokens, claims } = await flow();
    const response = await readUserinfo(plan.issuer(), tokens.access_token, { method: "POST" });
    await expectUserinfo(response, claims.sub);
  });

  it("oidcc-userinfo-post-body", async () => {
    const { tokens, claims } = await flow();
    const body = new URLSearchParams({ access_token: tokens.access_token });
    const { issuer } = attempt();
    await expectUserinfo(
      await issuer.fetch(`${issuer.address}/oauth/userinfo`, { method: "POST", body }),
      claims.sub,
    );
  });

  it("oidcc-ensure-request-without-nonce-succeeds-for-code-flow", async () => {
    expect((await flow({ nonce: undefined })).claims).not.toHaveProperty("nonce");
  });

  it.each(scopes)("%s", async (_, scope, expected) => {
    expect(plan.metadata().scopes_supported).toEqual(expect.arrayContaining(scope.split(" ")));
    const { userinfo, claims } = await flow({ scope });
    expect(Object.keys(userinfo)).toEqual(expect.arrayContaining([...expected]));
    for (const name of expected) expect(claims).not.toHaveProperty(name);
  });

  it("oidcc-alternate-happy-flow", async () => {
    const sent = makeRequest(attempt(), { ...mode, scope: "email profile openid" });
    const turned = new URLSearchParams([...sent.query].reverse());
    const outcome = await plan.browser().go(`${plan.issuer().address}/oauth/authorize?${turned}`);
    await finishFlow(attempt(), sent, outcome);
  });

  it.each(["page", "popup"])("oidcc-display-%s", async (display) => {
    await flow({ display });
  });

  it("oidcc-prompt-login", async () => {
    const browser = newcomer();
    const first = await flow({}, browser);
    await sleep(1100);
    const second = await flow({ prompt: "login" }, browser);
    expect(second.outcome.met).toContain("/sign-in");
    expect(Number(second.claims.auth_time)).toBeGreaterThan(Number(first.claims.auth_time));
    expect(second.claims.sub).toBe(first.claims.sub);
  });

  it("oidcc-prompt-none-not-logged-in", async () => {
    const state = "s".repeat(128);
    const { sent, outcome } = await ask({ prompt: "none", state }, newcomer());
    const parameters = checkAnswer(plan.issuer(), plan.app(), sent, outcome);
    expect(parameters.get("error")).toBe("login_required");
    expect(outcome.met).toEqual([]);
  });

  it("oidcc-prompt-none-logged-in", async () => {
    const first = await flow();
    const second = await flow({ prompt: "none" });
    expect(second.outcome.met).toEqual([]);
    expect(second.claims).toMatchObject({ sub: first.claims.sub, auth_time: first.claims.auth_time });
  });

  it("oidcc-max-age-1", async () => {
    const browser = newcomer();
    const first = await flow({}, browser);
    await sleep(2000);
    const second = await flow({ max_age: "1" }, browser);
    expect(second.outcome.met).toContain("/sign-in");
    expect(Number(second.claims.auth_time)).toBeGreaterThan(Number(first.claims.auth_time));
    expect(Date.now() / 1000 - Number(second.claims.auth_time)).toBeLessThan(30);
  });

  it("oidcc-max-age-10000", async () => {
    const first = await flow({ max_age: "15000" });
    const second = await flow({ max_age: "10000" });
    expect(second.outcome.met).toEqual([]);
    expect(first.claims.auth_time).toEqual(expect.any(Number));
    expect(second.claims.auth_time).toBe(first.claims.auth_time);
  });

  it("oidcc-ensure-request-with-unknown-parameter-succeeds", async () => {
    await flow({ extra: "foobar" });
  });

  it("oidcc-id-token-hint", async () => {
    const first = await flow();
    const second = await flow({ prompt: "none", id_token_hint: first.tokens.id_token });
    expect(second.claims.sub).toBe(first.claims.sub);
    expect(second.outcome.met).toEqual([]);
  });

  it("oidcc-login-hint", async () => {
    await flow({ login_hint: `buffy@${new URL(plan.issuer().address).hostname}` }, newcomer());
  });

  it("oidcc-ui-locales", async () => {
    await flow({ ui_locales: "se" }, newcomer());
  });

  it("oidcc-claims-locales", async () => {
    await flow({ claims_locales: "se", scope: "openid profile" });
  });

  it("oidcc-ensure-request-with-acr-values-succeeds", async () => {
    const supported = plan.metadata().acr_values_supported as string[];
    const { claims } = await flow({ acr_values: supported.join(" ") });
    expect(supported).toContain(claims.acr);
  });

  it("oidcc-codereuse", async () => {
    const { code, sent } = await flow();
    const again = await redeem(attempt(), code, sent);
    expect(again.status).toBe(400);
    expect(again.headers.get("content-type")).toMatch(/^application\/json/);
    expect(await errorOf(again)).toBe("invalid_grant");
  });

  it("oidcc-codereuse-30seconds", { timeout: 90_000, concurrent: true }, async ({ expect }) => {
    const { code, sent, tokens } = await flow();
    await sleep(30_000);
    const again = await redeem(attempt(), code, sent);
    expect(again.status).toBe(400);
    expect(((await again.json()) as { error: string }).error).toBe("invalid_grant");
    expect((await readUserinfo(plan.issuer(), tokens.access_token)).status).toBe(401);
  });

  it("oidcc-ensure-registered-redirect-uri", async () => {
    const redirect_uri = `${plan.app().redirectUri}/${crypto.randomUUID()}`;
    const { outcome } = await ask({ redirect_uri });
    expect(outcome).toMatchObject({ kind: "page", status: 400 });
    expect(outcome.html).toContain(redirect_uri);
  });

  it("oidcc-ensure-post-request-succeeds", async () => {
    const sent = makeRequest(attempt(), mode);
    const outcome = await plan
      .browser()
      .submitFromElsewhere(`${plan.issuer().address}/oauth/authorize`, sent.query);
    // The cookie did not come along with the POST: the provider found it by itself, without a second sign-in.
    expect(outcome.met).not.toContain("/sign-in");
    await finishFlow(attempt(), sent, outcome);
  });

  it("oidcc-server-client-secret-post", async () => {
    await flow({}, plan.browser(), plan.byPost());
  });

  it("oidcc-claims-essential", async () => {
    const claimsParameter = JSON.stringify({ userinfo: { name: { essential: true } } });
    const { userinfo, claims } = await flow({ claims: claimsParameter });
    expect(userinfo.name).toBe("Ana Ruiz");
    expect(claims).not.toHaveProperty("name");
  });

  it("oidcc-ensure-request-with-valid-pkce-succeeds", async () => {
    const { verifier, challenge } = pkcePair();
    const wishes = { ...mode, code_challenge: challenge, code_challenge_method: "S256" };
    const { sent, outcome } = await authorize(attempt(), wishes);
    const code = checkAnswer(plan.issuer(), plan.app(), sent, outcome).get("code") ?? "";
    await checkTokenAnswer(await redeem(attempt(), code, { verifier }));
  });

  defineRefreshModule(plan, mode);
  defineRequestObjectModules(plan, mode);
}

async function expectUserinfo(response: Response, sub: string | undefined): Promise<void> {
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toMatch(/^application\/json(;|$)/);
  const userinfo = (await response.json()) as Record<string, unknown>;
  expect(userinfo.sub).toBe(sub);
  if (userinfo.updated_at !== undefined) expect(userinfo.updated_at).toBeTypeOf("number");
}
