/**
 * Two widely used relying-party libraries against an issuer on https, with every check of theirs in force. The tests
 * stand where a reverse proxy would: calls to the public address go to the server's own port.
 */
import * as oauth from "oauth4webapi";
import * as openid from "openid-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAuthenticator } from "#lib/testing/authenticator/software-authenticator.ts";
import { type LatchkeyProcess, startLatchkey } from "../support/latchkey-process.ts";
import { cookieOf } from "../support/protocol.ts";

const issuer = "https://id.example.com";
const redirectUri = "https://app.example.com/callback";
const bye = "https://app.example.com/bye";

let latchkey: LatchkeyProcess;
let cookie: string;
let userId: string;

const throughProxy = (address: string, init: RequestInit = {}): Promise<Response> =>
  fetch(address.replace(issuer, latchkey.baseUrl), { ...init, redirect: "manual" });

beforeAll(async () => {
  latchkey = await startLatchkey({ variables: { BASE_URL: issuer } });
  const authenticator = createAuthenticator({ origin: issuer });
  const post = async (path: string, body: unknown) => {
    const response = await throughProxy(`${issuer}/api/v1/webauthn/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: issuer },
      body: JSON.stringify(body),
    });
    return { response, data: ((await response.json()) as { data: never }).data };
  };
  const begun = await post("register/begin", { username: "ana@example.com", displayName: "Ana Ruiz" });
  const done = await post("register/complete", { credential: authenticator.create(begun.data) });
  cookie = cookieOf(done.response) ?? "";
  userId = (done.data as { user: { id: string } }).user.id;
});
afterAll(() => latchkey.stop());

async function addClient(method: string): Promise<{ clientId: string; clientSecret?: string }> {
  const words = ["client", "add", "--json", "--name", "Library", "--first-party", "--auth-method", method];
  const addresses = ["--redirect-uri", redirectUri, "--post-logout-redirect-uri", bye];
  return JSON.parse(await latchkey.command(...words, ...addresses));
}

/** What the browser does: goes to the issuer and comes back to the app. */
async function comeBack(authorizationUrl: URL, withCookie = cookie): Promise<URL> {
  const response = await throughProxy(authorizationUrl.href, { headers: { cookie: withCookie } });
  expect(response.status).toBe(303);
  return new URL(response.headers.get("location") ?? "");
}

describe("openid-client", () => {
  const authentication = {
    none: () => openid.None(),
    client_secret_basic: (secret?: string) => openid.ClientSecretBasic(secret),
    client_secret_post: (secret?: string) => openid.ClientSecretPost(secret),
  };

  it.each(["none", "client_secret_basic", "client_secret_post"] as const)(
    "signs in, reads userinfo, checks silently and signs out by %s",
    async (method) => {
      const { clientId, clientSecret } = await addClient(method);
      const authenticate = authentication[method](clientSecret);
      const config = await openid.discovery(new URL(issuer), clientId, undefined, authenticate, {
        [openid.customFetch]: (address, init) => throughProxy(address, init as RequestInit),
      });
      openid.enableNonRepudiationChecks(config);
      const flow = async (parameters: Record<string, string> = {}) => {
        const pkceCodeVerifier = openid.randomPKCECodeVerifier();
        const [expectedState, expectedNonce] = [openid.randomState(), openid.randomNonce()];
        const address = openid.buildAuthorizationUrl(config, {
          redirect_uri: redirectUri,
          scope: "openid profile email",
          code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
          code_challenge_method: "S256",
          state: expectedState,
          nonce: expectedNonce,
          ...parameters,
        });
        const checks = { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true };
        return openid.authorizationCodeGrant(config, await comeBack(address), checks);
      };

      const tokens = await flow({ max_age: "3600" });
      const claims = tokens.claims();
      expect(claims).toMatchObject({ iss: issuer, sub: userId, aud: clientId, acr: "phr" });
      const userinfo = await openid.fetchUserInfo(config, tokens.access_token, userId);
      expect(userinfo).toMatchObject({ name: "Ana Ruiz", email: "ana@example.com" });

      const silent = await flow({ prompt: "none", id_token_hint: tokens.id_token ?? "" });
      expect(silent.claims()).toMatchObject({ sub: userId, auth_time: claims?.auth_time, sid: claims?.sid });

      const logout = openid.buildEndSessionUrl(config, {
        id_token_hint: tokens.id_token ?? "",
        post_logout_redirect_uri: bye,
      });
      // Without the browser's cookie nobody is signed in: the way back is checked, the session stays for the others.
      expect((await comeBack(logout, "")).href).toBe(bye);
    },
  );

  it("is told login_required by a silent check without a session", async () => {
    const { clientId } = await addClient("none");
    const config = await openid.discovery(new URL(issuer), clientId, undefined, openid.None(), {
      [openid.customFetch]: (address, init) => throughProxy(address, init as RequestInit),
    });
    const pkceCodeVerifier = openid.randomPKCECodeVerifier();
    const address = openid.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      scope: "openid",
      prompt: "none",
      code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: "S256",
    });
    const answer = openid.authorizationCodeGrant(config, await comeBack(address, ""), { pkceCodeVerifier });
    await expect(answer).rejects.toMatchObject({ error: "login_required" });
  });
});

describe("oauth4webapi", () => {
  it.each(["none", "client_secret_basic", "client_secret_post"] as const)(
    "completes the code flow with every validation by %s",
    async (method) => {
      const { clientId, clientSecret = "" } = await addClient(method);
      const options = {
        [oauth.customFetch]: (address: string, init: unknown) => throughProxy(address, init as RequestInit),
      };
      const discovered = await oauth.discoveryRequest(new URL(issuer), options);
      const as = await oauth.processDiscoveryResponse(new URL(issuer), discovered);
      const client: oauth.Client = { client_id: clientId };
      const authenticate = {
        none: () => oauth.None(),
        client_secret_basic: () => oauth.ClientSecretBasic(clientSecret),
        client_secret_post: () => oauth.ClientSecretPost(clientSecret),
      }[method]();

      const verifier = oauth.generateRandomCodeVerifier();
      const [state, nonce] = [oauth.generateRandomState(), oauth.generateRandomNonce()];
      const address = new URL(as.authorization_endpoint ?? "");
      address.search = new URLSearchParams({
        client_id: clientId,
        redirect_uri: redirectUri,
        response_type: "code",
        scope: "openid email",
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        state,
        nonce,
        max_age: "3600",
      }).toString();
      const parameters = oauth.validateAuthResponse(as, client, await comeBack(address), state);

      const tokenResponse = await oauth.authorizationCodeGrantRequest(
        as,
        client,
        authenticate,
        parameters,
        redirectUri,
        verifier,
        options,
      );
      const tokens = await oauth.processAuthorizationCodeResponse(as, client, tokenResponse, {
        expectedNonce: nonce,
        maxAge: 3600,
        requireIdToken: true,
      });
      await oauth.validateApplicationLevelSignature(as, tokenResponse, options);
      const claims = oauth.getValidatedIdTokenClaims(tokens);
      expect(claims?.sub).toBe(userId);

      const response = await oauth.userInfoRequest(as, client, tokens.access_token, options);
      const userinfo = await oauth.processUserInfoResponse(as, client, userId, response);
      expect(userinfo).toEqual({ sub: userId, email: "ana@example.com", email_verified: false });
    },
  );
});
