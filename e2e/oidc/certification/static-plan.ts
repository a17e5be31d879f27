/** A plan whose clients an operator registered, on a server of its own, with a person of whom everything is known. */
import { afterAll, beforeAll } from "vitest";
import { type Browser, openBrowser } from "../support/browser.ts";
import { type App, type Issuer, type Metadata, startIssuer } from "../support/issuer.ts";
import { completeProfile } from "../support/whole-profile.ts";
import type { Plan } from "./plan.ts";

export function staticPlan(responseMode: Plan["responseMode"]): Plan {
  let issuer: Issuer;
  let metadata: Metadata;
  let browser: Browser;
  let app: App;
  let second: App;
  let byPost: App;
  beforeAll(async () => {
    issuer = await startIssuer();
    metadata = await issuer.metadata();
    browser = await openBrowser(issuer);
    await completeProfile(issuer, browser.userId);
    // The suite's modules send no challenge but one.
    const wishes = { requirePkce: false };
    app = await issuer.addApp(wishes);
    second = await issuer.addApp({ ...wishes, name: "Second app" });
    byPost = await issuer.addApp({ ...wishes, tokenEndpointAuthMethod: "client_secret_post" });
  });
  afterAll(() => issuer?.close());
  return {
    responseMode,
    issuer: () => issuer,
    metadata: () => metadata,
    browser: () => browser,
    app: () => app,
    second: () => second,
    byPost: () => byPost,
  };
}
