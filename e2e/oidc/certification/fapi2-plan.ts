/** What the modules of the FAPI 2.0 Security Profile plan share: an issuer on https, two apps, and their calls. */
import type { ClientKey } from "#lib/testing/client-key.ts";
import { makeClientKey } from "#lib/testing/client-key.ts";
import { type Browser, type Outcome, openBrowser } from "../support/browser.ts";
import {
  callEndpoint,
  checkAnswer,
  checkTokenAnswer,
  makeRequest,
  type Sent,
  type TokenAnswer,
  type Wishes,
} from "../support/flow.ts";
import { type App, type Issuer, startIssuer } from "../support/issuer.ts";
import { assertion, type ProofWishes, withProof } from "../support/signing.ts";

export const address = "https://id.example.com";
export const tokenUrl = `${address}/oauth/token`;
export const userinfoUrl = `${address}/oauth/userinfo`;
export const appKey = makeClientKey("ES256");
export const otherKey = makeClientKey("PS256");
export const rsaKey = makeClientKey("RS256");
export const dpopKey = makeClientKey("ES256");

export type Fapi2 = Awaited<ReturnType<typeof startFapi2>>;

/** The test stands where a proxy would. */
export async function startFapi2() {
  const issuer = await startIssuer({ BASE_URL: address });
  const browser = await openBrowser(issuer);
  const wishes = { firstParty: true, securityProfile: "fapi2" } as const;
  const app = await issuer.addApp({ ...wishes, jwks: { keys: [appKey.publicJwk, rsaKey.publicJwk] } });
  const other = await issuer.addApp({ ...wishes, jwks: { keys: [otherKey.publicJwk] } });
  const authorizing = authorizationOf(issuer, browser, app, other);
  return { issuer, browser, app, other, ...authorizing, ...redeeming(issuer, app, authorizing) };
}

/** From the push to the code. */
function authorizationOf(issuer: Issuer, browser: Browser, app: App, other: App) {
  const keyOf = (as: App): ClientKey => (as.clientId === other.clientId ? otherKey : appKey);

  /** A call that authenticates by an assertion; `credentials` take its place. */
  async function call(path: string, as: App, wishes: Wishes, credentials?: Wishes, headers = {}) {
    const own = credentials ?? (await assertion(issuer, as, keyOf(as)));
    return callEndpoint(issuer, path, as, { ...wishes, ...own }, headers);
  }

  async function push(wishes: Wishes = {}, as = app, credentials?: Wishes, headers = {}) {
    const sent = makeRequest({ issuer, app: as });
    const fields = { ...Object.fromEntries(sent.query), ...wishes };
    const response = await call("/oauth/par", as, fields, credentials, headers);
    const body = (await response.clone().json()) as { request_uri?: string };
    return { sent, response, requestUri: body.request_uri ?? "" };
  }

  const authorizeBy = (
    as: App,
    requestUri: string,
    beside: Record<string, string> = {},
  ): Promise<Outcome> => {
    const query = new URLSearchParams({ client_id: as.clientId, request_uri: requestUri, ...beside });
    return browser.go(`${address}/oauth/authorize?${query}`);
  };

  async function obtainCode(wishes: Wishes = {}, headers = {}): Promise<{ code: string; sent: Sent }> {
    const { sent, requestUri } = await push(wishes, app, undefined, headers);
    const expected = {
      ...sent,
      state: "state" in wishes ? (wishes.state as string | undefined) : sent.state,
    };
    const code = checkAnswer(issuer, app, expected, await authorizeBy(app, requestUri)).get("code") ?? "";
    return { code, sent };
  }

  return { call, push, authorizeBy, obtainCode };
}

/** From the code to the person. */
function redeeming(issuer: Issuer, app: App, { call, obtainCode }: ReturnType<typeof authorizationOf>) {
  const codeFields = (code: string, sent: Sent) => ({
    grant_type: "authorization_code",
    code,
    redirect_uri: app.redirectUri,
    code_verifier: sent.verifier,
  });

  /** Redeems with a proof by `key`, and a nonce where one is demanded. */
  const redeem = (code: string, sent: Sent, wishes: Wishes = {}, key = dpopKey, as = app) =>
    withProof(key, tokenUrl, (headers) =>
      call("/oauth/token", as, { ...codeFields(code, sent), ...wishes }, undefined, headers),
    );

  async function obtainTokens(
    wishes: Wishes = {},
  ): Promise<{ tokens: TokenAnswer; sent: Sent; code: string }> {
    const { code, sent } = await obtainCode(wishes);
    return { tokens: await checkTokenAnswer(await redeem(code, sent)), sent, code };
  }

  const userinfo = (accessToken: string, wishes: ProofWishes = {}, key = dpopKey, scheme = "DPoP") =>
    withProof(
      key,
      userinfoUrl,
      (headers) =>
        issuer.fetch(userinfoUrl, { headers: { authorization: `${scheme} ${accessToken}`, ...headers } }),
      { method: "GET", accessToken, ...wishes },
    );

  return { codeFields, redeem, obtainTokens, userinfo };
}

export const secondsNow = () => Math.floor(Date.now() / 1000);
