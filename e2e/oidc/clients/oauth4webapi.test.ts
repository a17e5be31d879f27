/** oauth4webapi 3 against the deployed server: each request by hand, each answer through its validation. */
import * as oauth from "oauth4webapi";
import { beforeAll, describe, expect, it } from "vitest";
import { deviceCodeGrant, type NewClient } from "#lib/clients/schema.ts";
import { type Browser, openBrowser } from "../support/browser.ts";
import { callback, type Issuer } from "../support/issuer.ts";
import { allowDevice } from "./support/allow-device.ts";
import { deployedIssuer } from "./support/deployed-issuer.ts";
import { type AppKey, makeAppKey } from "./support/key-pair.ts";

let issuer: Issuer;
let browser: Browser;
let key: AppKey;
let as: oauth.AuthorizationServer;
beforeAll(async () => {
  issuer = deployedIssuer();
  browser = await openBrowser(issuer);
  key = await makeAppKey("PS256");
  const address = new URL(issuer.address);
  as = await oauth.processDiscoveryResponse(address, await oauth.discoveryRequest(address));
});

const signed = () => oauth.PrivateKeyJwt({ key: key.privateKey, kid: key.kid });

async function register(wishes: Partial<NewClient> = {}): Promise<oauth.Client> {
  const keys = { tokenEndpointAuthMethod: "private_key_jwt", jwks: key.jwks } as const;
  const { clientId } = await issuer.addApp({ firstParty: true, ...keys, ...wishes });
  return { client_id: clientId };
}

async function makeRequest(client: oauth.Client, scope = "openid email") {
  const verifier = oauth.generateRandomCodeVerifier();
  const [state, nonce] = [oauth.generateRandomState(), oauth.generateRandomNonce()];
  const parameters = {
    client_id: client.client_id,
    redirect_uri: callback,
    response_type: "code",
    scope,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    state,
    nonce,
  };
  return { parameters, verifier, state, nonce };
}

type Request = Awaited<ReturnType<typeof makeRequest>>;

async function authorize(client: oauth.Client, parameters: Record<string, string>, { state }: Request) {
  const address = new URL(as.authorization_endpoint ?? "");
  address.search = new URLSearchParams(parameters).toString();
  return oauth.validateAuthResponse(as, client, (await browser.go(address)).url, state);
}

/** Once more where the server asks for a nonce, as RFC 9449 section 8 says. */
async function withNonce<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (!oauth.isDPoPNonceError(error)) throw error;
    return attempt();
  }
}

async function redeem(
  client: oauth.Client,
  answer: URLSearchParams,
  { verifier, nonce }: Request,
  options: oauth.TokenEndpointRequestOptions = {},
): Promise<oauth.TokenEndpointResponse> {
  const response = await oauth.authorizationCodeGrantRequest(
    as,
    client,
    signed(),
    answer,
    callback,
    verifier,
    options,
  );
  const checks = { expectedNonce: nonce, requireIdToken: true };
  const tokens = await oauth.processAuthorizationCodeResponse(as, client, response, checks);
  await oauth.validateApplicationLevelSignature(as, response);
  return tokens;
}

async function pushedLocation(
  client: oauth.Client,
  parameters: Record<string, string>,
  dpop?: oauth.DPoPHandle,
) {
  const options = dpop === undefined ? {} : { DPoP: dpop };
  const response = await oauth.pushedAuthorizationRequest(as, client, signed(), parameters, options);
  const { request_uri } = await oauth.processPushedAuthorizationResponse(as, client, response);
  return { client_id: client.client_id, request_uri };
}

describe("oauth4webapi", () => {
  it("hands its request over in a signed object", async () => {
    const client = await register({ requireSignedRequestObject: true });
    const request = await makeRequest(client);
    const object = await oauth.issueRequestObject(as, client, request.parameters, {
      key: key.privateKey,
      kid: key.kid,
    });
    const answer = await authorize(client, { client_id: client.client_id, request: object }, request);
    const tokens = await redeem(client, answer, request);
    expect(oauth.getValidatedIdTokenClaims(tokens)?.sub).toBe(browser.userId);
  });

  it("pushes a signed object", async () => {
    const client = await register({
      requireSignedRequestObject: true,
      requirePushedAuthorizationRequests: true,
    });
    const request = await makeRequest(client);
    const object = await oauth.issueRequestObject(as, client, request.parameters, {
      key: key.privateKey,
      kid: key.kid,
    });
    const parameters = await pushedLocation(client, { client_id: client.client_id, request: object });
    const tokens = await redeem(client, await authorize(client, parameters, request), request);
    expect(oauth.getValidatedIdTokenClaims(tokens)?.sub).toBe(browser.userId);
  });

  it("binds code, tokens and userinfo to its key, with nonces that the server tells it", async () => {
    const client = await register({ securityProfile: "fapi2" });
    const DPoP = oauth.DPoP(client, await oauth.generateKeyPair("ES256"));
    const request = await makeRequest(client);
    const parameters = await withNonce(() => pushedLocation(client, request.parameters, DPoP));
    const answer = await authorize(client, parameters, request);
    const tokens = await withNonce(() => redeem(client, answer, request, { DPoP }));
    expect(tokens.token_type).toBe("dpop");
    const { access_token: token } = tokens;
    const info = await withNonce(async () => {
      const response = await oauth.userInfoRequest(as, client, token, { DPoP });
      return oauth.processUserInfoResponse(as, client, browser.userId, response);
    });
    expect(info.email_verified).toBe(false);
  });

  it("refreshes, and finds its old tokens dead once the new one is revoked", async () => {
    const client = await register();
    const request = await makeRequest(client, "openid offline_access");
    const answer = await authorize(client, request.parameters, request);
    const first = await redeem(client, answer, request);
    const refresh = (token = "") => oauth.refreshTokenGrantRequest(as, client, signed(), token);
    const response = await refresh(first.refresh_token);
    const second = await oauth.processRefreshTokenResponse(as, client, response);
    expect(oauth.getValidatedIdTokenClaims(second)?.sub).toBe(browser.userId);

    const revocation = await oauth.revocationRequest(as, client, signed(), second.refresh_token ?? "");
    await oauth.processRevocationResponse(revocation);
    const asked = await oauth.introspectionRequest(as, client, signed(), second.access_token);
    expect(await oauth.processIntrospectionResponse(as, client, asked)).toEqual({ active: false });
    const again = await refresh(second.refresh_token);
    await expect(oauth.processRefreshTokenResponse(as, client, again)).rejects.toMatchObject({
      error: "invalid_grant",
    });
  });

  it("takes userinfo as a signed JWT", async () => {
    const client = {
      ...(await register({ userinfoSignedResponseAlg: "ES256" })),
      userinfo_signed_response_alg: "ES256",
    };
    const request = await makeRequest(client);
    const tokens = await redeem(client, await authorize(client, request.parameters, request), request);
    const response = await oauth.userInfoRequest(as, client, tokens.access_token);
    expect(response.headers.get("content-type")).toBe("application/jwt");
    const info = await oauth.processUserInfoResponse(as, client, browser.userId, response);
    await oauth.validateApplicationLevelSignature(as, response);
    expect(info).toMatchObject({ iss: issuer.address, aud: client.client_id });
  });

  it("checks RFC 9068 access tokens as a resource server", async () => {
    const resource = "https://api.example.com/";
    const client = await register({ accessTokenFormat: "jwt", resources: [resource] });
    const request = await makeRequest(client);
    const answer = await authorize(client, { ...request.parameters, resource }, request);
    const { access_token: token } = await redeem(client, answer, request);
    const call = new Request(resource, { headers: { authorization: `Bearer ${token}` } });
    const claims = await oauth.validateJwtAccessToken(as, call, resource);
    expect(claims).toMatchObject({ sub: browser.userId, client_id: client.client_id });
    await expect(oauth.validateJwtAccessToken(as, call, "https://other.example/")).rejects.toThrow();
  });

  it("waits on a device: pending first, too fast then, tokens once the person has allowed it", async () => {
    const client = await register({ redirectUris: [], responseTypes: [], grantTypes: [deviceCodeGrant] });
    const scope = { scope: "openid" };
    const response = await oauth.deviceAuthorizationRequest(as, client, signed(), scope);
    const begun = await oauth.processDeviceAuthorizationResponse(as, client, response);
    const poll = async () =>
      oauth.processDeviceCodeResponse(
        as,
        client,
        await oauth.deviceCodeGrantRequest(as, client, signed(), begun.device_code),
      );
    await expect(poll()).rejects.toMatchObject({ error: "authorization_pending" });
    await expect(poll()).rejects.toMatchObject({ error: "slow_down" });
    await allowDevice(browser, begun.user_code);
    expect(oauth.getValidatedIdTokenClaims(await poll())?.sub).toBe(browser.userId);
  });
});
