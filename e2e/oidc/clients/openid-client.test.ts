/** openid-client 6 against the deployed server, with every check of its own in force. */
import * as openid from "openid-client";
import { beforeAll, describe, expect, it } from "vitest";
import { deviceCodeGrant, type NewClient, tokenExchangeGrant } from "#lib/clients/schema.ts";
import { type Browser, openBrowser } from "../support/browser.ts";
import { bye, callback, type Issuer } from "../support/issuer.ts";
import { allowDevice } from "./support/allow-device.ts";
import { deployedIssuer } from "./support/deployed-issuer.ts";
import { type AppKey, makeAppKey } from "./support/key-pair.ts";

let issuer: Issuer;
let browser: Browser;
let key: AppKey;
beforeAll(async () => {
  issuer = deployedIssuer();
  browser = await openBrowser(issuer);
  key = await makeAppKey();
});

const withKey = () => ({ tokenEndpointAuthMethod: "private_key_jwt", jwks: key.jwks }) as const;
const signed = () => openid.PrivateKeyJwt({ key: key.privateKey, kid: key.kid });

async function configure(
  wishes: Partial<NewClient> = {},
  authentication?: (secret: string) => openid.ClientAuth,
  metadata: Partial<openid.ClientMetadata> = {},
): Promise<openid.Configuration> {
  const { clientId, clientSecret = "" } = await issuer.addApp({ firstParty: true, ...wishes });
  const authenticate = authentication?.(clientSecret) ?? openid.None();
  const config = await openid.discovery(new URL(issuer.address), clientId, metadata, authenticate);
  openid.enableNonRepudiationChecks(config);
  return config;
}

interface Visit {
  readonly parameters: Record<string, string>;
  readonly checks: openid.AuthorizationCodeGrantChecks;
}

async function prepare(parameters: Record<string, string> = {}): Promise<Visit> {
  const pkceCodeVerifier = openid.randomPKCECodeVerifier();
  const [expectedState, expectedNonce] = [openid.randomState(), openid.randomNonce()];
  return {
    parameters: {
      redirect_uri: callback,
      scope: "openid email",
      code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: "S256",
      state: expectedState,
      nonce: expectedNonce,
      ...parameters,
    },
    checks: { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true },
  };
}

/** The address at which the app is called, as its web framework would hand it on. */
async function comeBack(address: URL): Promise<URL | Request> {
  const { mode, url, parameters } = await browser.go(address);
  return mode === "form_post" ? new Request(url, { method: "POST", body: parameters }) : url;
}

async function signIn(config: openid.Configuration, parameters: Record<string, string> = {}) {
  const visit = await prepare(parameters);
  const answer = await comeBack(openid.buildAuthorizationUrl(config, visit.parameters));
  return openid.authorizationCodeGrant(config, answer, visit.checks);
}

describe("openid-client", () => {
  it.each([
    ["nothing", "none", () => openid.None()],
    ["client_secret_basic", "client_secret_basic", (secret: string) => openid.ClientSecretBasic(secret)],
    ["client_secret_post", "client_secret_post", (secret: string) => openid.ClientSecretPost(secret)],
    ["client_secret_jwt", "client_secret_jwt", (secret: string) => openid.ClientSecretJwt(secret)],
  ] as const)("signs in and reads userinfo, authenticating by %s", async (_, method, authentication) => {
    const config = await configure({ tokenEndpointAuthMethod: method }, authentication);
    const tokens = await signIn(config, { max_age: "3600" });
    expect(tokens.claims()).toMatchObject({ iss: issuer.address, sub: browser.userId, acr: "phr" });
    const info = await openid.fetchUserInfo(config, tokens.access_token, browser.userId);
    expect(info.email_verified).toBe(false);
  });

  it.each(["query", "form_post"])("takes the answer by response_mode %s", async (mode) => {
    const config = await configure({ tokenEndpointAuthMethod: "none" });
    expect((await signIn(config, { response_mode: mode })).claims()?.sub).toBe(browser.userId);
  });

  it("pushes its request and authenticates by private_key_jwt", async () => {
    const config = await configure({ ...withKey(), requirePushedAuthorizationRequests: true }, signed);
    const visit = await prepare();
    const address = await openid.buildAuthorizationUrlWithPAR(config, visit.parameters);
    expect([...address.searchParams.keys()].sort()).toEqual(["client_id", "request_uri"]);
    const tokens = await openid.authorizationCodeGrant(config, await comeBack(address), visit.checks);
    expect(tokens.claims()?.sub).toBe(browser.userId);
  });

  it("signs its request", async () => {
    const config = await configure({ ...withKey(), requireSignedRequestObject: true }, signed);
    const visit = await prepare();
    const address = await openid.buildAuthorizationUrlWithJAR(config, visit.parameters, {
      key: key.privateKey,
      kid: key.kid,
    });
    const tokens = await openid.authorizationCodeGrant(config, await comeBack(address), visit.checks);
    expect(tokens.claims()?.sub).toBe(browser.userId);
  });

  it("follows the FAPI 2.0 Security Profile: pushed, signed, bound by DPoP with the server's nonces", async () => {
    const config = await configure({ ...withKey(), securityProfile: "fapi2" }, signed);
    const DPoP = openid.getDPoPHandle(config, await openid.randomDPoPKeyPair("ES256"));
    const visit = await prepare();
    const address = await openid.buildAuthorizationUrlWithPAR(config, visit.parameters, { DPoP });
    const answer = await comeBack(address);
    const tokens = await openid.authorizationCodeGrant(config, answer, visit.checks, undefined, { DPoP });
    expect(tokens.token_type).toBe("dpop");
    const info = await openid.fetchUserInfo(config, tokens.access_token, browser.userId, { DPoP });
    expect(info.sub).toBe(browser.userId);
    await expect(openid.fetchUserInfo(config, tokens.access_token, browser.userId)).rejects.toThrow();
  });

  it.each(["ES256", "PS256", "Ed25519"])(
    "refreshes tokens bound by %s, and no other key can",
    async (alg) => {
      const config = await configure({ tokenEndpointAuthMethod: "none", dpopBoundAccessTokens: true });
      const DPoP = openid.getDPoPHandle(config, await openid.randomDPoPKeyPair(alg));
      const dpop_jkt = await DPoP.calculateThumbprint();
      const visit = await prepare({ scope: "openid offline_access", dpop_jkt });
      const answer = await comeBack(openid.buildAuthorizationUrl(config, visit.parameters));
      const first = await openid.authorizationCodeGrant(config, answer, visit.checks, undefined, { DPoP });
      const token = first.refresh_token ?? "";
      const thief = openid.getDPoPHandle(config, await openid.randomDPoPKeyPair());
      const stolen = openid.refreshTokenGrant(config, token, undefined, { DPoP: thief });
      await expect(stolen).rejects.toMatchObject({ error: "invalid_grant" });
      const second = await openid.refreshTokenGrant(config, token, undefined, { DPoP });
      expect(second.claims()?.sub).toBe(browser.userId);
      expect(second.refresh_token).not.toBe(token);
    },
  );

  it("introspects and revokes what it holds", async () => {
    const config = await configure({ ...withKey() }, signed);
    const tokens = await signIn(config);
    const live = await openid.tokenIntrospection(config, tokens.access_token);
    expect(live).toMatchObject({ active: true, sub: browser.userId });
    await openid.tokenRevocation(config, tokens.access_token);
    expect(await openid.tokenIntrospection(config, tokens.access_token)).toEqual({ active: false });
  });

  it("signs in on a device without a browser, which polls until the person has allowed it", async () => {
    const config = await configure({
      tokenEndpointAuthMethod: "none",
      redirectUris: [],
      responseTypes: [],
      grantTypes: [deviceCodeGrant, "refresh_token"],
    });
    const begun = await openid.initiateDeviceAuthorization(config, { scope: "openid email" });
    expect(begun.verification_uri).toBe(`${issuer.address}/device`);
    await allowDevice(browser, begun.user_code);
    // The library waits for the interval before it asks the first time.
    const tokens = await openid.pollDeviceAuthorizationGrant(config, { ...begun, interval: 0.1 });
    expect(tokens.claims()?.sub).toBe(browser.userId);
    const refreshed = await openid.refreshTokenGrant(config, tokens.refresh_token ?? "");
    expect(refreshed.access_token).not.toBe(tokens.access_token);
  });

  it.each(["ES256", "EdDSA"] as const)("takes ID Tokens signed by %s, hashes and all", async (alg) => {
    const config = await configure(
      { tokenEndpointAuthMethod: "none", idTokenSignedResponseAlg: alg },
      () => openid.None(),
      { id_token_signed_response_alg: alg },
    );
    expect((await signIn(config)).claims()?.at_hash).toEqual(expect.any(String));
  });

  it("exchanges the token that it was called with for one of its own", async () => {
    const [api, files] = ["https://api.example.com/", "https://files.example.com/"];
    const service = await configure(
      {
        redirectUris: [],
        responseTypes: [],
        grantTypes: ["client_credentials", tokenExchangeGrant],
        resources: [api, files],
        scopes: ["email"],
      },
      (secret) => openid.ClientSecretBasic(secret),
    );
    const app = await configure({ tokenEndpointAuthMethod: "none", resources: [api] });
    const { access_token } = await signIn(app, { resource: api });
    const exchanged = await openid.genericGrantRequest(service, tokenExchangeGrant, {
      subject_token: access_token,
      subject_token_type: "urn:ietf:params:oauth:token-type:access_token",
      resource: files,
    });
    expect(exchanged.scope).toBe("email");
    expect(exchanged.access_token).not.toBe(access_token);
  });

  it("acts for itself by client_credentials", async () => {
    const wishes = { redirectUris: [], responseTypes: [], grantTypes: ["client_credentials" as const] };
    const config = await configure({ ...withKey(), ...wishes }, signed);
    const tokens = await openid.clientCredentialsGrant(config);
    expect(tokens).toMatchObject({ token_type: "bearer", access_token: expect.any(String) });
    expect(tokens.id_token).toBeUndefined();
  });

  it("registers itself, and signs a person in who is asked", async () => {
    const metadata = {
      client_name: "Self-made",
      redirect_uris: [callback],
      token_endpoint_auth_method: "client_secret_post",
      id_token_signed_response_alg: "ES256",
    };
    const config = await openid.dynamicClientRegistration(new URL(issuer.address), metadata);
    openid.enableNonRepudiationChecks(config);
    expect((await signIn(config)).claims()?.sub).toBe(browser.userId);
  });

  it("signs in by the hybrid flow and by the implicit one, as old apps do", async () => {
    const hybrid = await configure({
      tokenEndpointAuthMethod: "none",
      responseTypes: ["code id_token"],
      grantTypes: ["authorization_code", "implicit"],
    });
    openid.useCodeIdTokenResponseType(hybrid);
    expect((await signIn(hybrid)).claims()?.sub).toBe(browser.userId);

    const implicit = await configure({
      tokenEndpointAuthMethod: "none",
      responseTypes: ["id_token"],
      grantTypes: ["implicit"],
    });
    openid.useIdTokenResponseType(implicit);
    const nonce = openid.randomNonce();
    const address = openid.buildAuthorizationUrl(implicit, {
      redirect_uri: callback,
      scope: "openid",
      nonce,
    });
    const answer = await comeBack(address);
    expect((await openid.implicitAuthentication(implicit, answer, nonce)).sub).toBe(browser.userId);
  });

  it("checks silently, signs out, and is then told login_required", async () => {
    const config = await configure({ tokenEndpointAuthMethod: "none" });
    const person = await openBrowser(issuer);
    const flow = async (parameters: Record<string, string> = {}) => {
      const visit = await prepare(parameters);
      const { url } = await person.go(openid.buildAuthorizationUrl(config, visit.parameters));
      return openid.authorizationCodeGrant(config, url, visit.checks);
    };
    const tokens = await flow();
    const hint = { id_token_hint: tokens.id_token ?? "" };
    expect((await flow({ prompt: "none", ...hint })).claims()?.sid).toBe(tokens.claims()?.sid);
    const state = openid.randomState();
    const logout = openid.buildEndSessionUrl(config, { ...hint, post_logout_redirect_uri: bye, state });
    expect((await person.go(logout)).url.href).toBe(`${bye}?state=${state}`);
    await expect(flow({ prompt: "none" })).rejects.toMatchObject({ error: "login_required" });
    await expect(openid.fetchUserInfo(config, tokens.access_token, person.userId)).rejects.toThrow();
  });
});
