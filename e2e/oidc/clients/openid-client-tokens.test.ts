/**
 * openid-client's refresh, DPoP, client assertions, introspection, revocation and token exchange against an issuer on https, with
 * every check of its own in force. The test stands where a reverse proxy would.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as openid from "openid-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAuthenticator } from "#lib/testing/authenticator/software-authenticator.ts";
import { type LatchkeyProcess, startLatchkey } from "../../support/latchkey-process.ts";
import { cookieOf } from "../../support/protocol.ts";

const issuer = "https://id.example.com";
const redirectUri = "https://app.example.com/callback";
const api = "https://api.example.com/";

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

async function addClient(metadata: object): Promise<{ clientId: string; clientSecret?: string }> {
  const folder = mkdtempSync(join(tmpdir(), "latchkey-client-"));
  const file = join(folder, "client.json");
  writeFileSync(
    file,
    JSON.stringify({ name: "Library", redirectUris: [redirectUri], firstParty: true, ...metadata }),
  );
  try {
    return JSON.parse(await latchkey.command("client", "add", "--json", "--file", file));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function configure(clientId: string, authenticate: openid.ClientAuth, metadata = {}) {
  const config = await openid.discovery(new URL(issuer), clientId, metadata, authenticate, {
    [openid.customFetch]: (address, init) => throughProxy(address, init as RequestInit),
  });
  openid.enableNonRepudiationChecks(config);
  return config;
}

type SignInOptions = Parameters<typeof openid.authorizationCodeGrant>[4];

async function signIn(
  config: openid.Configuration,
  parameters: Record<string, string> = {},
  options: SignInOptions = undefined,
) {
  const pkceCodeVerifier = openid.randomPKCECodeVerifier();
  const [expectedState, expectedNonce] = [openid.randomState(), openid.randomNonce()];
  const address = openid.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: "openid email",
    code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: "S256",
    state: expectedState,
    nonce: expectedNonce,
    ...parameters,
  });
  const response = await throughProxy(address.href, { headers: { cookie } });
  const back = new URL(response.headers.get("location") ?? "");
  const checks = { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true };
  return openid.authorizationCodeGrant(config, back, checks, undefined, options);
}

describe("openid-client", () => {
  it("refreshes, introspects and revokes", async () => {
    const { clientId, clientSecret } = await addClient({});
    const config = await configure(clientId, openid.ClientSecretBasic(clientSecret));
    const tokens = await signIn(config);
    const refreshed = await openid.refreshTokenGrant(config, tokens.refresh_token ?? "");
    expect(refreshed.claims()).toMatchObject({ sub: userId, auth_time: tokens.claims()?.auth_time });
    const described = await openid.tokenIntrospection(config, refreshed.access_token);
    expect(described).toMatchObject({ active: true, sub: userId, client_id: clientId });
    await openid.tokenRevocation(config, refreshed.refresh_token ?? "");
    expect((await openid.tokenIntrospection(config, refreshed.access_token)).active).toBe(false);
    await expect(openid.refreshTokenGrant(config, refreshed.refresh_token ?? "")).rejects.toMatchObject({
      error: "invalid_grant",
    });
  });

  it.each(["ES256", "PS256", "Ed25519"])(
    "binds its tokens by DPoP under %s, finding the nonces by itself",
    async (alg) => {
      const { clientId } = await addClient({ tokenEndpointAuthMethod: "none", dpopBoundAccessTokens: true });
      const config = await configure(clientId, openid.None());
      const handle = openid.getDPoPHandle(config, await openid.randomDPoPKeyPair(alg));
      const options = { DPoP: handle };
      const tokens = await signIn(config, { dpop_jkt: await handle.calculateThumbprint() }, options);
      expect(tokens.token_type).toBe("dpop");
      expect((await openid.fetchUserInfo(config, tokens.access_token, userId, options)).sub).toBe(userId);
      const refreshed = await openid.refreshTokenGrant(
        config,
        tokens.refresh_token ?? "",
        undefined,
        options,
      );
      expect((await openid.fetchUserInfo(config, refreshed.access_token, userId, options)).sub).toBe(userId);
      await expect(openid.fetchUserInfo(config, refreshed.access_token, userId)).rejects.toThrow();
    },
  );

  it.each(["ES256", "RS256"] as const)("authenticates by private_key_jwt under %s", async (alg) => {
    const keys = await crypto.subtle.generateKey(
      alg === "ES256"
        ? { name: "ECDSA", namedCurve: "P-256" }
        : {
            name: "RSASSA-PKCS1-v1_5",
            hash: "SHA-256",
            modulusLength: 2048,
            publicExponent: new Uint8Array([1, 0, 1]),
          },
      true,
      ["sign", "verify"],
    );
    const { kty, crv, x, y, n, e } = await crypto.subtle.exportKey("jwk", keys.publicKey);
    const jwk = Object.fromEntries(
      Object.entries({ kty, crv, x, y, n, e }).filter(([, value]) => value !== undefined),
    );
    const { clientId } = await addClient({
      tokenEndpointAuthMethod: "private_key_jwt",
      jwks: { keys: [jwk] },
    });
    const config = await configure(clientId, openid.PrivateKeyJwt(keys.privateKey));
    expect((await signIn(config)).claims()?.sub).toBe(userId);
  });

  it("authenticates by client_secret_jwt", async () => {
    const { clientId, clientSecret } = await addClient({ tokenEndpointAuthMethod: "client_secret_jwt" });
    const config = await configure(clientId, openid.ClientSecretJwt(clientSecret));
    expect((await signIn(config)).claims()?.sub).toBe(userId);
  });

  it.each(["ES256", "EdDSA"])("takes ID Tokens signed by %s, hashes and all", async (alg) => {
    const { clientId } = await addClient({ tokenEndpointAuthMethod: "none", idTokenSignedResponseAlg: alg });
    const config = await configure(clientId, openid.None(), { id_token_signed_response_alg: alg });
    expect((await signIn(config)).claims()?.at_hash).toEqual(expect.any(String));
  });

  it("acts for itself, and exchanges what it was called with", async () => {
    const machine = { redirectUris: [], responseTypes: [], resources: [api, "https://files.example.com/"] };
    const grant = "urn:ietf:params:oauth:grant-type:token-exchange";
    const service = await addClient({
      ...machine,
      grantTypes: ["client_credentials", grant],
      scopes: ["jobs", "email"],
    });
    const config = await configure(service.clientId, openid.ClientSecretBasic(service.clientSecret));
    const own = await openid.clientCredentialsGrant(config, { scope: "jobs", resource: api });
    expect(own).toMatchObject({ token_type: "bearer", scope: "jobs" });
    const { clientId } = await addClient({ tokenEndpointAuthMethod: "none", resources: [api] });
    const tokens = await signIn(await configure(clientId, openid.None()), { resource: api });
    const exchanged = await openid.genericGrantRequest(config, grant, {
      subject_token: tokens.access_token,
      subject_token_type: "urn:ietf:params:oauth:token-type:access_token",
      resource: "https://files.example.com/",
    });
    expect(exchanged).toMatchObject({ scope: "email" });
  });
});
