/** RFC 8252, OAuth 2.0 for Native Apps. */
import { describe, expect, it } from "vitest";
import { authorize, checkTokenAnswer, redeem } from "../support/flow.ts";
import { setUp } from "../support/set-up.ts";

const native = { tokenEndpointAuthMethod: "none", applicationType: "native" } as const;
const stage = setUp({
  loopback: { ...native, redirectUris: ["http://127.0.0.1/cb", "http://[::1]/cb"] },
  scheme: { ...native, redirectUris: ["com.example.app:/oauth"] },
});
const ask = (name: "loopback" | "scheme", redirect_uri: string) =>
  authorize({ issuer: stage.issuer, browser: stage.browser, app: stage.apps[name] }, { redirect_uri });

describe("RFC 8252 section 7.3: loopback addresses", () => {
  it.each(["http://127.0.0.1:49152/cb", "http://127.0.0.1/cb", "http://[::1]:5000/cb"])(
    "lets any port fit: %s",
    async (redirect_uri) => {
      const { sent, outcome } = await ask("loopback", redirect_uri);
      expect(outcome.url.href.startsWith(redirect_uri)).toBe(true);
      const app = { ...stage.apps.loopback, redirectUri: redirect_uri };
      const code = outcome.parameters.get("code") ?? "";
      await checkTokenAnswer(await redeem({ issuer: stage.issuer, app }, code, sent));
    },
  );

  it.each([
    "http://127.0.0.1:49152/other",
    "https://127.0.0.1:49152/cb",
    "http://127.0.0.2:49152/cb",
    "http://localhost:49152/cb",
    "http://127.0.0.1:49152/cb?x=1",
    "http://127.0.0.1:49152/cb#x",
    "http://user@127.0.0.1:49152/cb",
    "http://127.0.0.1:99999/cb",
    "http://127.0.0.1.evil.example/cb",
    "http://[::1%25eth0]:5000/cb",
  ])("lets nothing else differ: %s", async (redirect_uri) => {
    expect((await ask("loopback", redirect_uri)).outcome).toMatchObject({ kind: "page", status: 400 });
  });
});

describe("RFC 8252 section 7.1: private-use schemes", () => {
  it("goes to exactly the one that is registered", async () => {
    const { outcome } = await ask("scheme", "com.example.app:/oauth");
    expect(outcome.url.protocol).toBe("com.example.app:");
    expect(outcome.parameters.get("code")).not.toBeNull();
  });

  it.each(["com.example.app:/oauth/x", "com.example.App2:/oauth", "com.example.app://oauth"])(
    "refuses %s",
    async (redirect_uri) => {
      expect((await ask("scheme", redirect_uri)).outcome).toMatchObject({ kind: "page", status: 400 });
    },
  );
});

describe("RFC 8252 section 8.1: PKCE", () => {
  it("is demanded of native apps", async () => {
    const { outcome } = await authorize(
      { issuer: stage.issuer, browser: stage.browser, app: stage.apps.scheme },
      { code_challenge: undefined, code_challenge_method: undefined },
    );
    expect(outcome.parameters.get("error")).toBe("invalid_request");
  });
});
