/** The demo's few addresses. Everything about OpenID Connect is openid-client's work. */

import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import * as client from "openid-client";
import { type BrowserSession, openBrowserSession } from "./browser-session.ts";
import { claimsPage, problemPage, welcomePage } from "./pages.ts";

export interface AppOptions {
  readonly issuer: string;
  readonly clientId: string;
  /** The app's own origin. */
  readonly address: string;
}

interface Answer {
  readonly html?: string;
  readonly status?: number;
  readonly location?: string;
}

type Handler = (session: BrowserSession, url: URL) => Promise<Answer>;

const stylesheet = readFileSync(join(import.meta.dirname, "app.css"));

/** Reads the issuer's metadata and returns the request listener. */
export async function createApp({ issuer, clientId, address }: AppOptions) {
  // openid-client insists on https; an instance on this machine has none.
  const execute = issuer.startsWith("http://localhost") ? [client.allowInsecureRequests] : [];
  const config = await client.discovery(new URL(issuer), clientId, undefined, client.None(), { execute });
  const handlers = defineHandlers(config, address);
  const headers = {
    "Content-Security-Policy": `default-src 'none'; style-src 'self'; form-action 'self' ${new URL(issuer).origin}; base-uri 'none'; frame-ancestors 'none'`,
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
  };
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "/", address);
    if (url.pathname === "/app.css") {
      response.writeHead(200, { ...headers, "Content-Type": "text/css; charset=utf-8" }).end(stylesheet);
      return;
    }
    if (url.pathname === "/favicon.ico") {
      response.writeHead(204, headers).end();
      return;
    }
    const session = openBrowserSession(request, response);
    const answer = await answerOf(handlers[`${request.method} ${url.pathname}`], session, url);
    if (answer.location !== undefined) {
      response.writeHead(303, { ...headers, Location: answer.location }).end();
      return;
    }
    response
      .writeHead(answer.status ?? 200, { ...headers, "Content-Type": "text/html; charset=utf-8" })
      .end(answer.html);
  };
}

async function answerOf(handler: Handler | undefined, session: BrowserSession, url: URL): Promise<Answer> {
  if (!handler)
    return { status: 404, html: problemPage("There is nothing here", "This address is not known.") };
  try {
    return await handler(session, url);
  } catch (error) {
    return { status: 502, html: problemPage("That did not work", messageOf(error)) };
  }
}

function defineHandlers(config: client.Configuration, address: string): Record<string, Handler> {
  const begin = async (session: BrowserSession, prompt?: "none"): Promise<Answer> => {
    const verifier = client.randomPKCECodeVerifier();
    session.pending = { verifier, state: client.randomState(), nonce: client.randomNonce() };
    const location = client.buildAuthorizationUrl(config, {
      redirect_uri: `${address}/callback`,
      scope: "openid profile email",
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
      state: session.pending.state,
      nonce: session.pending.nonce,
      ...(prompt === undefined ? {} : { prompt }),
    });
    return { location: location.href };
  };
  return {
    "GET /": async ({ signedIn }) => ({ html: signedIn ? claimsPage(signedIn) : welcomePage() }),
    "GET /sign-in": (session) => begin(session),
    "GET /silent": (session) => begin(session, "none"),
    "GET /callback": (session, url) => finish(config, session, url),
    "POST /sign-out": async (session) => {
      const { signedIn } = session;
      session.signedIn = undefined;
      if (!signedIn) return { location: "/" };
      const location = client.buildEndSessionUrl(config, {
        id_token_hint: signedIn.idToken,
        post_logout_redirect_uri: `${address}/signed-out`,
      });
      return { location: location.href };
    },
    "GET /signed-out": async () => ({
      html: problemPage("You are signed out", "Latchkey ended your session and sent you back here."),
    }),
  };
}

async function finish(config: client.Configuration, session: BrowserSession, url: URL): Promise<Answer> {
  const { pending } = session;
  if (!pending) return { location: "/" };
  session.pending = undefined;
  try {
    const tokens = await client.authorizationCodeGrant(config, url, {
      pkceCodeVerifier: pending.verifier,
      expectedState: pending.state,
      expectedNonce: pending.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims || tokens.id_token === undefined) throw new Error("the answer held no ID Token");
    const userinfo = await client.fetchUserInfo(config, tokens.access_token, claims.sub);
    session.signedIn = { idToken: tokens.id_token, claims, userinfo };
    return { location: "/" };
  } catch (error) {
    if (!(error instanceof client.AuthorizationResponseError)) throw error;
    if (error.error === "login_required")
      return { html: problemPage("Nobody is signed in", "The silent check found no session at Latchkey.") };
    return { html: problemPage("Latchkey said no", `${error.error}: ${error.error_description ?? ""}`) };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
