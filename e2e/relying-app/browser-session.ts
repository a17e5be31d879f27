/** Who is signed in to the demo: kept in memory, forgotten when it stops. */
import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { IDToken, UserInfoResponse } from "openid-client";

export interface SignedIn {
  readonly idToken: string;
  readonly claims: IDToken;
  readonly userinfo: UserInfoResponse;
}

export interface BrowserSession {
  /** A sign-in under way. */
  pending: { readonly verifier: string; readonly state: string; readonly nonce: string } | undefined;
  signedIn: SignedIn | undefined;
}

// Cookies know no ports: another name than Latchkey's own, which is on localhost too.
const cookieName = "relying-app";
const sessions = new Map<string, BrowserSession>();

/** The browser's session, a new one where its cookie names none. */
export function openBrowserSession(request: IncomingMessage, response: ServerResponse): BrowserSession {
  const id = new RegExp(`(?:^|; )${cookieName}=([A-Za-z0-9_-]{43})`).exec(request.headers.cookie ?? "")?.[1];
  const known = id === undefined ? undefined : sessions.get(id);
  if (known) return known;
  const created: BrowserSession = { pending: undefined, signedIn: undefined };
  const newId = randomBytes(32).toString("base64url");
  sessions.set(newId, created);
  response.setHeader("Set-Cookie", `${cookieName}=${newId}; Path=/; HttpOnly; SameSite=Lax`);
  return created;
}
