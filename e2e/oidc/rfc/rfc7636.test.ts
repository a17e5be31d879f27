/** RFC 7636, Proof Key for Code Exchange. */
import { describe, expect, it } from "vitest";
import { authorize, checkAnswer, errorOf, pkcePair, redeem, type Wishes } from "../support/flow.ts";
import { setUp } from "../support/set-up.ts";

const stage = setUp({
  open: { tokenEndpointAuthMethod: "none" },
  app: {},
  old: { requirePkce: false },
});
const attempt = (app = stage.apps.open) => ({ issuer: stage.issuer, browser: stage.browser, app });
const codeOf = async (app = stage.apps.open, wishes: Wishes = {}) => {
  const { sent, outcome } = await authorize(attempt(app), wishes);
  return { sent, code: outcome.parameters.get("code") ?? "" };
};

describe("RFC 7636 section 4.3 and 4.4.1: the challenge", () => {
  it.each([
    [
      "no challenge of a public client",
      "open",
      { code_challenge: undefined, code_challenge_method: undefined },
    ],
    [
      "no challenge of a confidential one",
      "app",
      { code_challenge: undefined, code_challenge_method: undefined },
    ],
    ["the plain method", "open", { code_challenge_method: "plain" }],
    ["a challenge without method, which means plain", "open", { code_challenge_method: undefined }],
    ["a challenge that is no SHA-256", "open", { code_challenge: "short" }],
  ] as const)("refuses %s by invalid_request", async (_, name, wishes) => {
    const { sent, outcome } = await authorize(attempt(stage.apps[name]), wishes);
    const parameters = checkAnswer(stage.issuer, stage.apps[name], sent, outcome);
    expect(parameters.get("error")).toBe("invalid_request");
  });
});

describe("RFC 7636 section 4.6: the verifier", () => {
  it("redeems with the right one", async () => {
    const { sent, code } = await codeOf();
    expect((await redeem(attempt(), code, sent)).status).toBe(200);
  });

  it.each([
    ["none", () => undefined],
    ["another", () => pkcePair().verifier],
    ["one that is too short", () => "a".repeat(42)],
    ["one that is too long", () => "a".repeat(129)],
    ["the challenge itself", (challenge: string) => challenge],
    ["an empty one", () => ""],
  ])("answers %s by invalid_grant", async (_, verifier) => {
    const { sent, code } = await codeOf();
    const wrong = verifier(sent.query.get("code_challenge") ?? "");
    const answer = await redeem(attempt(), code, sent, { code_verifier: wrong });
    expect(answer.status).toBe(400);
    expect(["invalid_grant", "invalid_request"]).toContain(await errorOf(answer));
  });

  it("refuses a verifier for a code that was asked for without a challenge (RFC 9700 section 4.8.2)", async () => {
    const bare = { code_challenge: undefined, code_challenge_method: undefined };
    const { code } = await codeOf(stage.apps.old, bare);
    const answer = await redeem(attempt(stage.apps.old), code, pkcePair());
    expect(answer.status).toBe(400);
    expect(await errorOf(answer)).toBe("invalid_grant");
  });

  it("does not let a code with a challenge go without a verifier where PKCE is not demanded", async () => {
    const { sent, code } = await codeOf(stage.apps.old);
    const answer = await redeem(attempt(stage.apps.old), code, sent, { code_verifier: undefined });
    expect(await errorOf(answer)).toBe("invalid_grant");
  });
});

describe("RFC 8414 section 2: code_challenge_methods_supported", () => {
  it("is S256 alone", async () => {
    expect((await stage.issuer.metadata()).code_challenge_methods_supported).toEqual(["S256"]);
  });
});
