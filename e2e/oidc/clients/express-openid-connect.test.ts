/** express-openid-connect against the deployed server: the answer posted by a form, and told when the session ends. */
import express from "express";
import eoc from "express-openid-connect";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { NewClient } from "#lib/clients/schema.ts";
import { openBrowser } from "../support/browser.ts";
import type { Issuer } from "../support/issuer.ts";
import { type AppServer, startAppServer } from "./support/app-server.ts";
import { deployedIssuer } from "./support/deployed-issuer.ts";
import { visitorOf } from "./support/visitor.ts";

let issuer: Issuer;
const servers: AppServer[] = [];
beforeAll(() => {
  issuer = deployedIssuer();
});
afterAll(() => Promise.all(servers.map((server) => server.close())));

/** What the library keeps logout notices in; express-session's stores have the same three methods. */
function memoryStore() {
  const kept = new Map<string, never>();
  return {
    get: (sid: string, callback: (error: unknown, session?: never) => void) => callback(null, kept.get(sid)),
    set: (sid: string, session: never, callback: (error?: unknown) => void = () => {}) => {
      kept.set(sid, session);
      callback();
    },
    destroy: (sid: string, callback: (error?: unknown) => void = () => {}) => {
      kept.delete(sid);
      callback();
    },
  };
}

/** An app whose every page but `/` wants somebody signed in. */
async function startApp(
  params: eoc.ConfigParams,
  metadata: Partial<NewClient> = {},
): Promise<{ readonly origin: string; readonly behind: string; readonly clientId: string }> {
  const server = await startAppServer();
  servers.push(server);
  const origin = params.baseURL ?? server.origin;
  const { clientId, clientSecret = "" } = await issuer.addApp({
    redirectUris: [`${origin}/callback`],
    postLogoutRedirectUris: [origin],
    backchannelLogoutUri: `${server.origin}/backchannel-logout`,
    ...metadata,
  });
  const app = express();
  app.use(
    eoc.auth({
      issuerBaseURL: issuer.address,
      baseURL: origin,
      clientID: clientId,
      secret: "a secret of the app for its own cookies",
      authRequired: false,
      idpLogout: true,
      enableTelemetry: false,
      backchannelLogout: { store: memoryStore() },
      ...(metadata.tokenEndpointAuthMethod === "none" ? {} : { clientSecret }),
      ...params,
    }),
  );
  app.get("/", (request, response) => void response.json({ signedIn: request.oidc.isAuthenticated() }));
  app.get("/profile", eoc.requiresAuth(), async (request, response) => {
    const { idTokenClaims, refreshToken, accessToken } = request.oidc;
    const userinfo = accessToken ? await request.oidc.fetchUserInfo() : undefined;
    response.json({ claims: idTokenClaims, userinfo, refreshes: refreshToken !== undefined });
  });
  server.handle(app);
  return { origin, behind: server.origin, clientId };
}

const read = (text: string) => JSON.parse(text) as Record<string, Record<string, unknown>>;

describe("express-openid-connect", () => {
  it("signs in by its default, an ID Token posted by a form", async () => {
    // Apps on localhost may not take tokens this way (OpenID Connect Registration 1.0 section 2).
    const app = await startApp(
      { baseURL: "https://app.example.com" },
      { responseTypes: ["id_token"], grantTypes: ["implicit"], tokenEndpointAuthMethod: "none" },
    );
    const provider = await openBrowser(issuer);
    const visitor = visitorOf(app.origin, provider, app.behind);
    const { text, answers } = await visitor.get("/profile");
    expect(answers.map(({ mode }) => mode)).toEqual(["form_post"]);
    expect(answers[0]?.met).toEqual(["/consent"]);
    expect(read(text).claims).toMatchObject({ iss: issuer.address, sub: provider.userId });
  });

  it("signs in by a code posted by a form, pushed beforehand, and reads userinfo", async () => {
    const app = await startApp({
      authorizationParams: {
        response_type: "code",
        response_mode: "form_post",
        scope: "openid profile email",
      },
      pushedAuthorizationRequests: true,
    });
    const provider = await openBrowser(issuer);
    const visitor = visitorOf(app.origin, provider);
    const { text, answers } = await visitor.get("/profile");
    expect(answers.map(({ mode }) => mode)).toEqual(["form_post"]);
    const { claims, userinfo } = read(text);
    expect(claims?.sub).toBe(provider.userId);
    expect(userinfo).toMatchObject({ sub: provider.userId, name: "Ana Ruiz" });
  });

  it("signs out at the provider too, and comes back to the app", async () => {
    const app = await startApp({ authorizationParams: { response_type: "code" } });
    const provider = await openBrowser(issuer);
    const visitor = visitorOf(app.origin, provider);
    await visitor.get("/profile");
    const out = await visitor.get("/logout");
    expect(out.url.origin).toBe(app.origin);
    expect(out.text).toBe(JSON.stringify({ signedIn: false }));
    const silent = await visitor.redirectOf("/profile");
    const asked = await provider.go(`${silent}&prompt=none`);
    expect(asked.parameters.get("error")).toBe("login_required");
  });

  it("lets nobody in whose session ended elsewhere: the logout token reached it over the back channel", async () => {
    const first = await startApp({ authorizationParams: { response_type: "code" } });
    const second = await startApp({ authorizationParams: { response_type: "code" } });
    const provider = await openBrowser(issuer);
    const [here, there] = [visitorOf(first.origin, provider), visitorOf(second.origin, provider)];
    await here.get("/profile");
    await there.get("/profile");
    expect((await there.get("/")).text).toBe(JSON.stringify({ signedIn: true }));
    await here.get("/logout");
    await expect
      .poll(async () => (await there.get("/")).text, { timeout: 15_000, interval: 250 })
      .toBe(JSON.stringify({ signedIn: false }));
  });
});
