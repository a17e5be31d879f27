/** Initiating User Registration via OpenID Connect 1.0: prompt=create. */
import { describe, expect, it } from "vitest";
import { authorize, finishFlow } from "../support/flow.ts";
import { setUp } from "../support/set-up.ts";

const open = setUp({ app: {} });

describe("Initiating User Registration section 4: prompt=create", () => {
  it("leads to sign-up, also somebody who is signed in", async () => {
    const attempt = { issuer: open.issuer, app: open.apps.app, browser: open.browser };
    const { outcome } = await authorize(attempt, { prompt: "create" });
    expect(outcome).toMatchObject({ kind: "page", status: 200 });
    expect(outcome.url.pathname).toBe("/sign-up");
  });

  it("answers about the account that was made on the way, and about nobody who was signed in before", async () => {
    const browser = open.browser.fresh();
    await browser.signIn();
    const attempt = { issuer: open.issuer, app: open.apps.app, browser };
    const { sent, outcome } = await authorize(attempt, { prompt: "create" });
    const userId = await browser.signUp();
    const resume = `${open.issuer.address}/oauth/resume${outcome.url.search}`;
    const { claims } = await finishFlow(attempt, sent, await browser.go(resume));
    expect(claims.sub).toBe(userId);
    expect(userId).not.toBe(open.browser.userId);
  });

  it("cannot go with none", async () => {
    const attempt = { issuer: open.issuer, app: open.apps.app, browser: open.browser };
    const { outcome } = await authorize(attempt, { prompt: "none create" });
    expect(outcome.parameters.get("error")).toBe("invalid_request");
  });
});

describe("Initiating User Registration section 4.1: prompt_values_supported", () => {
  it("holds create where sign-up is open", async () => {
    expect((await open.issuer.metadata()).prompt_values_supported).toContain("create");
  });
});
