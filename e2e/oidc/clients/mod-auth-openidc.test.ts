/** Debian's mod_auth_openidc in front of an Apache; vitest.config.ts leaves this file out where it is not installed. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../../support/latchkey-process.ts";
import { openBrowser } from "../support/browser.ts";
import type { App, Issuer } from "../support/issuer.ts";
import { type Apache, startApache } from "./support/apache.ts";
import { deployedIssuer } from "./support/deployed-issuer.ts";
import { visitorOf } from "./support/visitor.ts";

let issuer: Issuer;
let site: string;
let apache: Apache;
beforeAll(async () => {
  issuer = deployedIssuer();
  const port = await freePort();
  site = `https://localhost:${port}`;
  const app = await issuer.addApp({
    redirectUris: [`${site}/oidc`],
    postLogoutRedirectUris: [`${site}/oidc`],
    backchannelLogoutUri: `${site}/oidc?logout=backchannel`,
  });
  apache = await startApache({ port, directives: directivesFor(app) });
});
afterAll(() => apache.close());

function directivesFor({ clientId, clientSecret = "" }: App): string[] {
  return [
    `OIDCProviderMetadataURL ${issuer.address}/.well-known/openid-configuration`,
    `OIDCClientID ${clientId}`,
    `OIDCClientSecret ${clientSecret}`,
    `OIDCRedirectURI ${site}/oidc`,
    "OIDCCryptoPassphrase a-secret-of-the-site-for-its-own-cookies",
    'OIDCScope "openid profile email"',
    "OIDCPKCEMethod S256",
    "OIDCResponseMode form_post",
    "OIDCSessionType server-cache",
    "OIDCRemoteUserClaim email",
    `OIDCDefaultLoggedOutURL ${site}/oidc`,
  ];
}

describe("mod_auth_openidc", () => {
  it("lets in whoever the provider knows, with claims of userinfo", async () => {
    const provider = await openBrowser(issuer, "apache@example.com");
    const visitor = visitorOf(site, provider);
    const page = await visitor.get("/");
    expect(page.answers.map(({ mode, met }) => [mode, met])).toEqual([["form_post", ["/consent"]]]);
    expect(page.text).toBe("let in");
    expect(page.headers.get("x-person")).toBe("apache@example.com");
  });

  it("lets nobody in who declines", async () => {
    const provider = await openBrowser(issuer);
    const visitor = visitorOf(site, provider);
    const denied = await provider.go((await visitor.redirectOf("/")) ?? "", { consent: "deny" });
    expect(denied.parameters.get("error")).toBe("access_denied");
    const page = await visitor.post(denied.url.href, Object.fromEntries(denied.parameters));
    expect(page.text).not.toContain("let in");
  });

  it("signs out at the provider too", async () => {
    const provider = await openBrowser(issuer);
    const visitor = visitorOf(site, provider);
    await visitor.get("/");
    const out = await visitor.redirectOf(`/oidc?logout=${encodeURIComponent(`${site}/oidc`)}`);
    expect(new URL(out ?? "").pathname).toBe("/oauth/end-session");
    const done = await provider.go(out ?? "");
    expect(done).toMatchObject({ kind: "answer", url: { origin: site, pathname: "/oidc" } });
    const again = await provider.go(`${await visitor.redirectOf("/")}&prompt=none`);
    expect(again.parameters.get("error")).toBe("login_required");
  });

  it("ends its session when the provider tells it over the back channel", async () => {
    const provider = await openBrowser(issuer);
    const visitor = visitorOf(site, provider);
    await visitor.get("/");
    expect(await visitor.redirectOf("/")).toBeNull();
    const question = await provider.go(`${issuer.address}/oauth/end-session`);
    const interaction = question.url.searchParams.get("interaction") ?? "";
    await provider.submit("/oauth/end-session/confirm", { interaction, decision: "sign_out" });
    await expect.poll(() => visitor.redirectOf("/"), { timeout: 15_000, interval: 250 }).not.toBeNull();
  });
});
