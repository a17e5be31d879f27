/** The code flow as a careful relying app goes through it, with the checks that the conformance suite always makes. */
import { createHash, randomBytes } from "node:crypto";
import { type JWTPayload, type JWTVerifyResult, jwtVerify } from "jose";
import { expect } from "vitest";
import type { Browser, BrowserOptions, Outcome } from "./browser.ts";
import type { App, Issuer } from "./issuer.ts";

/** `undefined` leaves a parameter out, a list repeats it. */
export type Wishes = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface Attempt {
  readonly issuer: Issuer;
  readonly app: App;
  readonly browser: Browser;
}

export interface Sent {
  readonly address: string;
  readonly query: URLSearchParams;
  readonly verifier: string;
  readonly state: string | undefined;
  readonly nonce: string | undefined;
}

export interface TokenAnswer {
  readonly access_token: string;
  readonly token_type: string;
  readonly expires_in: number;
  readonly id_token: string;
  readonly refresh_token?: string;
  readonly scope?: string;
}

export interface Flow {
  readonly sent: Sent;
  readonly outcome: Outcome;
  readonly code: string;
  readonly tokens: TokenAnswer;
  readonly idToken: JWTVerifyResult<JWTPayload>;
  readonly claims: JWTPayload & Record<string, unknown>;
  readonly userinfo: Record<string, unknown>;
}

export function entriesOf(wishes: Wishes): [string, string][] {
  return Object.entries(wishes).flatMap(([name, value]) =>
    (value === undefined ? [] : [value].flat()).map((item): [string, string] => [name, item]),
  );
}

export function pkcePair(): { verifier: string; challenge: string } {
  const verifier = randomBytes(32).toString("base64url");
  return { verifier, challenge: createHash("sha256").update(verifier).digest("base64url") };
}

/** A request for a code with PKCE, a state and a nonce. */
export function makeRequest({ issuer, app }: Pick<Attempt, "issuer" | "app">, wishes: Wishes = {}): Sent {
  const { verifier, challenge } = pkcePair();
  const all = {
    client_id: app.clientId,
    redirect_uri: app.redirectUri,
    response_type: "code",
    scope: "openid",
    state: randomBytes(12).toString("base64url"),
    nonce: randomBytes(12).toString("base64url"),
    code_challenge: challenge,
    code_challenge_method: "S256",
    ...wishes,
  };
  const query = new URLSearchParams(entriesOf(all));
  const address = `${issuer.address}/oauth/authorize?${query}`;
  const { state, nonce } = all as { state?: string; nonce?: string };
  return { address, query, verifier, state, nonce };
}

export async function authorize(attempt: Attempt, wishes: Wishes = {}, options: BrowserOptions = {}) {
  const sent = makeRequest(attempt, wishes);
  return { sent, outcome: await attempt.browser.go(sent.address, options) };
}

/** What every good or bad answer to the app must be like (OIDC Core 3.1.2.5, RFC 9207). */
export function checkAnswer(issuer: Issuer, app: App, sent: Sent, outcome: Outcome): URLSearchParams {
  expect(outcome, outcome.html).toMatchObject({ kind: "answer" });
  expect(outcome.url.href.startsWith(app.redirectUri)).toBe(true);
  expect(outcome.parameters.get("state") ?? undefined).toBe(sent.state);
  expect(outcome.parameters.get("iss")).toBe(issuer.address);
  return outcome.parameters;
}

/** The app's credentials by its own method, for any endpoint that authenticates apps. */
export function credentialsOf(app: App): { headers: Record<string, string>; fields: Record<string, string> } {
  const { clientId, clientSecret = "" } = app;
  if (app.authMethod === "client_secret_basic") {
    const pair = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`;
    return { headers: { authorization: `Basic ${Buffer.from(pair).toString("base64")}` }, fields: {} };
  }
  if (app.authMethod === "client_secret_post")
    return { headers: {}, fields: { client_id: clientId, client_secret: clientSecret } };
  return { headers: {}, fields: { client_id: clientId } };
}

/** A form to an endpoint that the app calls itself. */
export function callEndpoint(
  issuer: Issuer,
  path: string,
  app: App | undefined,
  wishes: Wishes,
  headers: Record<string, string> = {},
): Promise<Response> {
  const credentials = app ? credentialsOf(app) : { headers: {}, fields: {} };
  return issuer.fetch(`${issuer.address}${path}`, {
    method: "POST",
    body: new URLSearchParams(entriesOf({ ...credentials.fields, ...wishes })),
    headers: { ...credentials.headers, ...headers },
  });
}

export function redeem(
  { issuer, app }: Pick<Attempt, "issuer" | "app">,
  code: string,
  sent: Pick<Sent, "verifier">,
  wishes: Wishes = {},
  headers: Record<string, string> = {},
): Promise<Response> {
  const fields = {
    grant_type: "authorization_code",
    code,
    redirect_uri: app.redirectUri,
    code_verifier: sent.verifier,
  };
  return callEndpoint(issuer, "/oauth/token", app, { ...fields, ...wishes }, headers);
}

export function readUserinfo(issuer: Issuer, accessToken: string, init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${accessToken}`, ...(init.headers as Record<string, string>) };
  return issuer.fetch(`${issuer.address}/oauth/userinfo`, { ...init, headers });
}

export async function errorOf(response: Response): Promise<string> {
  const body = (await response.json()) as { error: string; error_description?: string };
  // RFC 6749 section 5.2: printable ASCII without quotes and backslashes.
  expect(body.error_description ?? "").toMatch(/^[\x20\x21\x23-\x5b\x5d-\x7e]*$/);
  return body.error;
}

/** The token answer as every module checks it (OIDC Core 3.1.3.3, RFC 6749 5.1). */
export async function checkTokenAnswer(response: Response): Promise<TokenAnswer> {
  const text = await response.text();
  expect(response.status, text).toBe(200);
  expect(response.headers.get("content-type")).toMatch(/^application\/json(;|$)/);
  expect(response.headers.get("cache-control")).toBe("no-store");
  const tokens = JSON.parse(text) as TokenAnswer;
  expect(tokens.expires_in).toSatisfy((value: unknown) => Number.isInteger(value) && Number(value) > 0);
  expect(tokens.access_token).toMatch(/^[\x21-\x7e]{16,}$/);
  return tokens;
}

/** OIDC Core 3.1.3.7, with the keys that are published now. */
export async function checkIdToken(
  issuer: Issuer,
  app: Pick<App, "clientId">,
  idToken: string,
  nonce: string | undefined,
): Promise<JWTVerifyResult<JWTPayload>> {
  const verified = await jwtVerify(idToken, await issuer.keys(), {
    issuer: issuer.address,
    audience: app.clientId,
    requiredClaims: ["iss", "sub", "aud", "exp", "iat"],
  });
  const { payload, protectedHeader } = verified;
  expect(protectedHeader.kid).toEqual(expect.any(String));
  expect(payload.nonce).toBe(nonce);
  expect(payload.sub).toMatch(/^[\x21-\x7e]{1,255}$/);
  expect(Math.abs(Number(payload.iat) - Date.now() / 1000)).toBeLessThan(60);
  expect(Number(payload.exp)).toBeGreaterThan(Date.now() / 1000);
  return verified;
}

/** RFC-shaped types of the standard claims (OIDC Core 5.1). */
export function checkClaimTypes(claims: Record<string, unknown>): void {
  const flags = ["email_verified", "phone_number_verified"];
  const texts = ["name", "given_name", "family_name", "middle_name", "nickname", "preferred_username"];
  const others = ["profile", "picture", "website", "email", "gender", "birthdate", "zoneinfo", "locale"];
  for (const [name, value] of Object.entries(claims)) {
    if (flags.includes(name)) expect(value, name).toBeTypeOf("boolean");
    if ([...texts, ...others, "phone_number", "sub"].includes(name)) expect(value, name).toMatch(/./);
    if (["updated_at", "auth_time", "iat", "exp"].includes(name)) expect(value, name).toBeTypeOf("number");
    if (name === "address") expect(value, name).toBeTypeOf("object");
  }
}

/** A code flow from the request to userinfo, each step checked as every module of the suite does. */
export async function completeFlow(attempt: Attempt, wishes: Wishes = {}): Promise<Flow> {
  const { issuer, app } = attempt;
  const { sent, outcome } = await authorize(attempt, wishes);
  return finishFlow(attempt, sent, outcome, issuer, app);
}

/** The same from the answer on. */
export async function finishFlow(
  attempt: Attempt,
  sent: Sent,
  outcome: Outcome,
  issuer: Issuer = attempt.issuer,
  app: App = attempt.app,
): Promise<Flow> {
  const parameters = checkAnswer(issuer, app, sent, outcome);
  expect(parameters.get("error")).toBeNull();
  const code = parameters.get("code") ?? "";
  // 128 bits and more (RFC 6749 section 10.10).
  expect(code.length).toBeGreaterThanOrEqual(22);
  const tokens = await checkTokenAnswer(await redeem(attempt, code, sent));
  const idToken = await checkIdToken(issuer, app, tokens.id_token, sent.nonce);
  const response = await readUserinfo(issuer, tokens.access_token);
  expect(response.status).toBe(200);
  const userinfo = (await response.json()) as Record<string, unknown>;
  expect(userinfo.sub).toBe(idToken.payload.sub);
  checkClaimTypes(userinfo);
  checkClaimTypes(idToken.payload);
  return { sent, outcome, code, tokens, idToken, claims: idToken.payload, userinfo };
}
