/** next-auth 4, as an app configures it with any OpenID provider, against the deployed server. */
import express from "express";
import NextAuth from "next-auth";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
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
  vi.stubEnv("NEXTAUTH_URL", server.origin);
  const { clientId, clientSecret = "" } = await issuer.addApp({
    redirectUris: [`${server.origin}/api/auth/callback/latchkey`],
    // The library asks userinfo only of providers that give no ID Token.
    claimsInIdToken: true,
  });
  server.handle(makeApp(clientId, clientSecret));
});
afterAll(() => server.close());

interface Profile {
  readonly sub: string;
  readonly name: string;
  readonly email: string;
}

function makeApp(clientId: string, clientSecret: string) {
  const options = {
    secret: "a secret of the app for its own cookies",
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
    providers: [
      {
        id: "latchkey",
        name: "Latchkey",
        type: "oauth" as const,
        wellKnown: `${issuer.address}/.well-known/openid-configuration`,
        authorization: { params: { scope: "openid profile email" } },
        idToken: true,
        checks: ["pkce" as const, "state" as const, "nonce" as const],
        clientId,
        clientSecret,
        profile: ({ sub, name, email }: Profile) => ({ id: sub, name, email }),
      },
    ],
  };
  const app = express();
  app.use(express.urlencoded({ extended: false }), express.json());
  // What Next gives a catch-all API route.
  app.use("/api/auth", (request, response) => {
    const nextauth = request.path.slice(1).split("/");
    const query = { ...request.query, nextauth };
    const cookies = Object.fromEntries(
      (request.headers.cookie ?? "").split("; ").map((pair) => {
        const [name = "", ...value] = pair.split("=");
        return [name, decodeURIComponent(value.join("="))];
      }),
    );
    Object.defineProperty(request, "query", { value: query });
    Object.assign(request, { cookies });
    return NextAuth(request as never, response as never, options);
  });
  app.get("/", (_request, response) => void response.send("home"));
  return app;
}

describe("next-auth", () => {
  it("signs in with PKCE, state and nonce, and knows the person", async () => {
    const provider = await openBrowser(issuer);
    const visitor = visitorOf(server.origin, provider);
    const { csrfToken } = JSON.parse((await visitor.get("/api/auth/csrf")).text) as { csrfToken: string };
    const fields = { csrfToken, callbackUrl: `${server.origin}/` };
    const home = await visitor.post("/api/auth/signin/latchkey", fields);
    expect(home.answers.map(({ met }) => met)).toEqual([["/consent"]]);
    expect(home.text).toBe("home");
    const session = JSON.parse((await visitor.get("/api/auth/session")).text) as { user: object };
    expect(session.user).toMatchObject({ name: "Ana Ruiz", email: expect.stringContaining("@") });
  });

  it("lets nobody in with a code that another browser started", async () => {
    const provider = await openBrowser(issuer);
    const [victim, attacker] = [1, 2].map(() => visitorOf(server.origin, provider));
    if (!victim || !attacker) throw new Error("two browsers are needed");
    const { csrfToken } = JSON.parse((await attacker.get("/api/auth/csrf")).text) as { csrfToken: string };
    const location = await attacker.redirectOf("/api/auth/signin/latchkey", { csrfToken });
    const { url } = await provider.go(location ?? "");
    const injected = await victim.get(url.href);
    expect(injected.url.searchParams.get("error")).not.toBeNull();
    expect((await victim.get("/api/auth/session")).text).toBe("{}");
  });
});
