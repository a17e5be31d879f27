/** OAuth 2.0 Multiple Response Type Encoding Practices, OIDC Core sections 3.2 and 3.3, and Form Post Response Mode. */
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  authorize,
  checkAnswer,
  checkIdToken,
  checkTokenAnswer,
  readUserinfo,
  redeem,
  type Wishes,
} from "../support/flow.ts";
import { setUp } from "../support/set-up.ts";

const stage = setUp({
  app: {
    responseTypes: [
      "code",
      "id_token",
      "id_token token",
      "code id_token",
      "code token",
      "code id_token token",
    ],
  },
  plain: {},
});
const ask = async (wishes: Wishes) => {
  const { app } = stage.apps;
  const { sent, outcome } = await authorize({ issuer: stage.issuer, browser: stage.browser, app }, wishes);
  return { sent, outcome, parameters: checkAnswer(stage.issuer, app, sent, outcome) };
};
/** OIDC Core section 3.3.2.11 for RS256. */
const leftHalf = (text: string) =>
  createHash("sha256").update(text).digest().subarray(0, 16).toString("base64url");

const types = ["id_token", "id_token token", "code id_token", "code token", "code id_token token"];

describe("OIDC Core sections 3.2.2.5 and 3.3.2.5: answers with tokens", () => {
  it.each(types)("answers %s in the fragment with exactly what was asked for", async (response_type) => {
    const { outcome, parameters, sent } = await ask({ response_type });
    expect(outcome.mode).toBe("fragment");
    expect(outcome.url.search).toBe("");
    const words = response_type.split(" ");
    expect(parameters.has("code")).toBe(words.includes("code"));
    expect(parameters.has("id_token")).toBe(words.includes("id_token"));
    expect(parameters.has("access_token")).toBe(words.includes("token"));
    if (words.includes("token")) {
      expect(parameters.get("token_type")).toBe("Bearer");
      expect(Number(parameters.get("expires_in"))).toBeGreaterThan(0);
      const answer = await readUserinfo(stage.issuer, parameters.get("access_token") ?? "");
      expect(answer.status).toBe(200);
    }
    const idToken = parameters.get("id_token");
    if (idToken === null) return;
    const { payload } = await checkIdToken(stage.issuer, stage.apps.app, idToken, sent.nonce);
    const [code, token] = [parameters.get("code"), parameters.get("access_token")];
    expect(payload.c_hash).toBe(code === null ? undefined : leftHalf(code));
    expect(payload.at_hash).toBe(token === null ? undefined : leftHalf(token));
  });

  it.each(["code id_token", "code token", "code id_token token"])(
    "lets the code of %s be redeemed, for an ID Token of the same person (3.3.3.6)",
    async (response_type) => {
      const { parameters, sent } = await ask({ response_type });
      const attempt = { issuer: stage.issuer, app: stage.apps.app };
      const tokens = await checkTokenAnswer(await redeem(attempt, parameters.get("code") ?? "", sent));
      const { payload } = await checkIdToken(stage.issuer, stage.apps.app, tokens.id_token, sent.nonce);
      const front = parameters.get("id_token");
      if (front === null) return;
      const first = await checkIdToken(stage.issuer, stage.apps.app, front, sent.nonce);
      expect(payload).toMatchObject({ iss: first.payload.iss, sub: first.payload.sub });
    },
  );

  it("takes the words of a response type in any order", async () => {
    expect((await ask({ response_type: "token id_token code" })).parameters.has("code")).toBe(true);
  });

  it.each(["id_token", "id_token token", "code id_token", "code id_token token"])(
    "demands a nonce for %s (3.2.2.1, 3.3.2.11)",
    async (response_type) => {
      const { parameters, outcome } = await ask({ response_type, nonce: undefined });
      expect(outcome.mode).toBe("fragment");
      expect(parameters.get("error")).toBe("invalid_request");
    },
  );

  it("never gives a refresh token in the front", async () => {
    const { parameters } = await ask({
      response_type: "code id_token token",
      scope: "openid offline_access",
    });
    expect(parameters.has("refresh_token")).toBe(false);
  });

  it("sends claims in the ID Token where no access token could fetch them (5.4)", async () => {
    const { parameters, sent } = await ask({ response_type: "id_token", scope: "openid email" });
    const idToken = parameters.get("id_token") ?? "";
    const { payload } = await checkIdToken(stage.issuer, stage.apps.app, idToken, sent.nonce);
    expect(payload.email).toEqual(expect.stringContaining("@"));
  });
});

describe("Multiple Response Types section 2.1 and 5: response modes", () => {
  it.each(types)("refuses response_mode=query for %s, and not in the query", async (response_type) => {
    const { outcome, parameters } = await ask({ response_type, response_mode: "query" });
    expect(outcome.mode).not.toBe("query");
    expect(parameters.get("error")).toBe("invalid_request");
    expect(parameters.has("access_token") || parameters.has("id_token")).toBe(false);
  });

  it("answers code in the fragment where that was asked for", async () => {
    const { outcome, parameters } = await ask({ response_mode: "fragment" });
    expect(outcome.mode).toBe("fragment");
    expect(parameters.has("code")).toBe(true);
  });

  it.each([{ prompt: "none", max_age: "0" }, { scope: "files" }])(
    "tells errors in the mode of the answer: %o",
    async (wishes) => {
      for (const response_mode of ["fragment", "form_post"] as const) {
        const { outcome, parameters } = await ask({ ...wishes, response_mode });
        expect(outcome.mode).toBe(response_mode);
        expect(parameters.get("error")).not.toBeNull();
      }
    },
  );

  it("is for apps alone that registered the response type", async () => {
    const app = stage.apps.plain;
    for (const response_type of types) {
      const { outcome } = await authorize(
        { issuer: stage.issuer, browser: stage.browser, app },
        { response_type },
      );
      expect(["unauthorized_client", "unsupported_response_type"]).toContain(outcome.parameters.get("error"));
    }
  });
});

describe("Form Post Response Mode section 2", () => {
  it("answers 200 with a page that posts every parameter to the redirect URI, cached by nobody", async () => {
    const { outcome, parameters } = await ask({ response_mode: "form_post" });
    expect(outcome).toMatchObject({ mode: "form_post", status: 200 });
    expect(outcome.url.href).toBe(stage.apps.app.redirectUri);
    expect([...parameters.keys()].sort()).toEqual(["code", "iss", "state"]);
    expect(outcome.html).toMatch(/<button type="submit"/);
    expect(outcome.html).toMatch(/<script nonce="[^"]+">/);
  });

  it("escapes whatever the app put into its state", async () => {
    const state = `"><script>alert(1)</script>&quot;'`;
    const { outcome, parameters } = await ask({ response_mode: "form_post", state });
    expect(parameters.get("state")).toBe(state);
    expect(outcome.html).not.toContain("<script>alert");
  });
});
