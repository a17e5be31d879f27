/** passport-openidconnect, which knows no PKCE and sends its secret in the body, against the deployed server. */
import express from "express";
import session from "express-session";
import { Passport } from "passport";
import OpenIDConnectStrategy from "passport-openidconnect";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "../support/browser.ts";
import type { Issuer } from "../support/issuer.ts";
import { type AppServer, startAppServer } from "./support/app-server.ts";
import { deployedIssuer } from "./support/deployed-issuer.ts";
import { visitorOf } from "./support/visitor.ts";

let issuer: Issuer;
let server: AppServer;
beforeAll(async () => {
  issuer = deployedIssuer();
  server = await startAppServer();
  const { clientId, clientSecret = "" } = await issuer.addApp({
    redirectUris: [`${server.origin}/callback`],
    tokenEndpointAuthMethod: "client_secret_post",
    requirePkce: false,
  });
  server.handle(makeApp(clientId, clientSecret));
});
afterAll(() => server.close());

function makeApp(clientID: string, clientSecret: string) {
  const passport = new Passport();
  passport.use(
    "latchkey",
    new OpenIDConnectStrategy(
      {
        issuer: issuer.address,
        authorizationURL: `${issuer.address}/oauth/authorize`,
        tokenURL: `${issuer.address}/oauth/token`,
        userInfoURL: `${issuer.address}/oauth/userinfo`,
        callbackURL: `${server.origin}/callback`,
        clientID,
        clientSecret,
        scope: ["profile", "email"],
        nonce: "yes",
        maxAge: "3600",
        skipUserProfile: false,
      },
      (_issuer: string, profile: { id: string }, done: (error: null, user: object) => void) =>
        done(null, profile),
    ),
  );
  passport.serializeUser((user, done) => done(null, user));
  passport.deserializeUser((user: Express.User, done) => done(null, user));
  const app = express();
  const cookie = { secure: false, sameSite: "lax" } as const;
  app.use(session({ name: "passport", secret: "s", resave: false, saveUninitialized: false, cookie }));
  app.use(passport.initialize(), passport.session());
  app.get("/sign-in", passport.authenticate("latchkey"));
  app.get("/callback", passport.authenticate("latchkey", { successRedirect: "/", failureMessage: true }));
  app.get("/", (request, response) => void response.json(request.user ?? null));
  return app;
}

describe("passport-openidconnect", () => {
  it("signs in with state, nonce and max_age, and learns who it is from userinfo", async () => {
    const provider = await openBrowser(issuer);
    const visitor = visitorOf(server.origin, provider);
    const { text, answers } = await visitor.get("/sign-in");
    expect(answers.map(({ met }) => met)).toEqual([["/consent"]]);
    const user = JSON.parse(text) as Record<string, unknown>;
    expect(user).toMatchObject({ id: provider.userId, displayName: "Ana Ruiz" });
    expect((await visitor.get("/")).text).toBe(text);
  });

  it("is told access_denied when the person declines", async () => {
    const provider = await openBrowser(issuer);
    const visitor = visitorOf(server.origin, provider);
    const location = new URL((await visitor.redirectOf("/sign-in")) ?? "");
    const denied = await provider.go(location, { consent: "deny" });
    expect(denied.parameters.get("error")).toBe("access_denied");
    expect((await visitor.get(denied.url.href)).status).toBe(401);
  });
});
