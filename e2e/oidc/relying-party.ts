/** What the protocol tests do as a relying app and as the browser between the two. */
import { createHash, randomBytes } from "node:crypto";
import { inject } from "vitest";

export const redirectUri = "https://app.example.com/callback";

export interface Client {
  readonly clientId: string;
  readonly clientSecret?: string;
}

/** A PKCE pair (RFC 7636). */
export function pkce(): { verifier: string; challenge: string } {
  const verifier = randomBytes(32).toString("base64url");
  return { verifier, challenge: createHash("sha256").update(verifier).digest("base64url") };
}

/** The address of an authorization request; `undefined` leaves a parameter out. */
export function authorizationUrl(parameters: Record<string, string | undefined>): string {
  const query = new URLSearchParams();
  const all = {
    response_type: "code",
    redirect_uri: redirectUri,
    scope: "openid profile email",
    code_challenge_method: "S256",
    ...parameters,
  };
  for (const [name, value] of Object.entries(all)) if (value !== undefined) query.set(name, value);
  return `${inject("baseUrl")}/oauth/authorize?${query}`;
}

/** One navigation: where it leads, without following. */
export function visit(address: string, cookie = "", init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  if (cookie !== "") headers.set("cookie", cookie);
  return fetch(address, { ...init, headers, redirect: "manual" });
}

/** A form that one of our own pages, or with `origin` another site's, posts. */
export function submit(
  path: string,
  fields: Record<string, string> | URLSearchParams,
  { cookie = "", ...headers }: { cookie?: string; origin?: string; "sec-fetch-dest"?: string } = {},
): Promise<Response> {
  return visit(inject("baseUrl") + path, cookie, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { origin: inject("baseUrl"), ...headers },
  });
}

/** The address that a redirect leads to. */
export function locationOf(response: Response): URL {
  const location = response.headers.get("location");
  if (response.status !== 303 || location === null)
    throw new Error(`expected a redirect, but the answer was ${response.status}`);
  return new URL(location);
}

/** Goes through an authorization of a first-party app as a signed-in person; the code and its verifier. */
export async function obtainCode(
  client: Client,
  cookie: string,
  parameters: Record<string, string | undefined> = {},
): Promise<{ code: string; verifier: string }> {
  const { verifier, challenge } = pkce();
  const request = { client_id: client.clientId, code_challenge: challenge, ...parameters };
  const code = locationOf(await visit(authorizationUrl(request), cookie)).searchParams.get("code");
  if (code === null) throw new Error("the answer holds no code");
  return { code, verifier };
}

/** A token request of a public client, or of a confidential one by Basic. */
export function requestTokens(
  client: Client,
  { code, verifier }: { code: string; verifier: string },
  overrides: Record<string, string> = {},
): Promise<Response> {
  const { clientId, clientSecret } = client;
  const headers: Record<string, string> =
    clientSecret === undefined
      ? {}
      : { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}` };
  const body = new URLSearchParams({
    grant_type: "authorization_code",
    redirect_uri: redirectUri,
    code,
    code_verifier: verifier,
    ...(clientSecret === undefined ? { client_id: clientId } : {}),
    ...overrides,
  });
  return fetch(`${inject("baseUrl")}/oauth/token`, { method: "POST", body, headers });
}

export function userinfo(token: string, init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, ...(init.headers as Record<string, string>) };
  return fetch(`${inject("baseUrl")}/oauth/userinfo`, { ...init, headers });
}
