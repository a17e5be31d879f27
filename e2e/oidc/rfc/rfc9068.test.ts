/** RFC 9068, JWT access tokens, with RFC 8707, RFC 8693 and RFC 9470, seen from outside. */
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { type SignedInPerson, signUp } from "../../support/protocol.ts";
import { userinfo } from "../relying-party.ts";
import {
  base,
  call,
  credentials,
  type MachineClient,
  registerClient,
  signInTo,
  updateClient,
} from "./machine-client.ts";

const api = "https://api.example.com/";
const files = "https://files.example.com/";
const exchangeGrant = "urn:ietf:params:oauth:grant-type:token-exchange";
const accessTokenType = "urn:ietf:params:oauth:token-type:access_token";
const machine = { redirectUris: [], responseTypes: [], grantTypes: ["client_credentials"] };
let person: SignedInPerson;
let app: MachineClient;
beforeAll(async () => {
  person = await signUp("jwt@example.com");
  app = await registerClient({ accessTokenFormat: "jwt", resources: [api, files] });
});

const verify = async (token: string, audience: string) =>
  jwtVerify(token, createRemoteJWKSet(new URL(`${base()}/oauth/jwks`)), {
    issuer: base(),
    audience,
    typ: "at+jwt",
  });

describe("RFC 9068 section 2", () => {
  it("gives a person's token with every claim that is required, signed by a published key", async () => {
    const { access_token: token } = await signInTo(app, person.cookie, { resource: api });
    const { payload, protectedHeader } = await verify(token, api);
    expect(protectedHeader).toMatchObject({ typ: "at+jwt", alg: "RS256", kid: expect.any(String) });
    expect(payload).toMatchObject({
      iss: base(),
      sub: person.user.id,
      aud: api,
      client_id: app.clientId,
      scope: "openid profile email",
      acr: "phr",
      amr: expect.any(Array),
    });
    for (const name of ["exp", "iat", "auth_time"]) expect(payload[name]).toEqual(expect.any(Number));
    expect(payload.jti).toEqual(expect.any(String));
  });

  it("gives an app a token about itself", async () => {
    const service = await registerClient({
      ...machine,
      accessTokenFormat: "jwt",
      scopes: ["jobs"],
      resources: [api],
    });
    const fields = {
      ...credentials(service),
      grant_type: "client_credentials",
      resource: api,
      scope: "jobs",
    };
    const { status, body } = await call("token", fields);
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual(["access_token", "expires_in", "scope", "token_type"]);
    const { payload } = await verify(String(body.access_token), api);
    expect(payload).toMatchObject({ sub: service.clientId, client_id: service.clientId, scope: "jobs" });
    expect(payload).not.toHaveProperty("auth_time");
  });

  it("section 5: is refused as an ID Token hint", async () => {
    const { access_token: token } = await signInTo(app, person.cookie);
    const page = await fetch(`${base()}/oauth/end-session?id_token_hint=${token}`, { redirect: "manual" });
    expect(page.headers.get("location") ?? "").not.toMatch(/^https:\/\/app\.example\.com/);
    expect(decodeProtectedHeader(token).typ).toBe("at+jwt");
  });
});

describe("RFC 8707 section 2.2", () => {
  it("lets the token request choose among the resources that were granted", async () => {
    const tokens = await signInTo(app, person.cookie, { resource: api });
    const refresh = (resource: string | string[]) =>
      call("token", {
        ...credentials(app),
        grant_type: "refresh_token",
        refresh_token: tokens.refresh_token,
        resource,
      });
    expect((await refresh(files)).body.error).toBe("invalid_target");
    const { body } = await refresh(api);
    expect(decodeJwt(String(body.access_token)).aud).toBe(api);
  });

  it("keeps a token for a resource away from userinfo", async () => {
    const { access_token: token } = await signInTo(app, person.cookie, { resource: api });
    expect((await userinfo(token)).status).toBe(401);
  });
});

describe("RFC 8693 section 2", () => {
  it("exchanges a token for one that says who acts, for a service that the token is for", async () => {
    const service = await registerClient({
      ...machine,
      accessTokenFormat: "jwt",
      grantTypes: [exchangeGrant],
      resources: [api, files],
    });
    const { access_token: subject_token } = await signInTo(app, person.cookie, { resource: api });
    const exchange = (fields: object, client = service) =>
      call("token", {
        ...credentials(client),
        grant_type: exchangeGrant,
        subject_token,
        subject_token_type: accessTokenType,
        ...fields,
      });
    const { status, headers, body } = await exchange({ resource: files, scope: "openid" });
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(body).toMatchObject({ issued_token_type: accessTokenType, token_type: "Bearer", scope: "openid" });
    expect(decodeJwt(String(body.access_token))).toMatchObject({
      sub: person.user.id,
      aud: files,
      client_id: service.clientId,
      act: { sub: service.clientId },
    });
    expect((await exchange({ resource: "https://other.example.com/" })).body.error).toBe("invalid_target");
    expect((await exchange({ subject_token: "x" })).body.error).toBe("invalid_request");
    expect((await exchange({}, app)).body.error).toBe("unauthorized_client");
  });
});

describe("RFC 9470 section 3", () => {
  it("says what a new authorization must ask for where the app demands more than the token has", async () => {
    const strict = await registerClient();
    const { access_token: token } = await signInTo(strict, person.cookie);
    expect((await userinfo(token)).status).toBe(200);
    await updateClient(strict, { requireDeviceBound: true });
    const stronger = await userinfo(token);
    expect(stronger.status).toBe(401);
    expect(stronger.headers.get("www-authenticate")).toContain('error="insufficient_user_authentication"');
    expect(stronger.headers.get("www-authenticate")).toContain('acr_values="phrh"');
    await updateClient(strict, { requireDeviceBound: false, maxAuthenticationAgeSeconds: 0 });
    expect((await userinfo(token)).headers.get("www-authenticate")).toContain('max_age="0"');
  });
});
