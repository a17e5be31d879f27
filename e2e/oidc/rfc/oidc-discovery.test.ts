/** OpenID Connect Discovery 1.0: whatever the metadata advertises works, and what it does not, does not. */
import { SignJWT } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { makeClientKey } from "#lib/testing/client-key.ts";
import {
  authorize,
  callEndpoint,
  checkTokenAnswer,
  completeFlow,
  errorOf,
  redeem,
  type Wishes,
} from "../support/flow.ts";
import type { App, Metadata } from "../support/issuer.ts";
import { setUp } from "../support/set-up.ts";
import { assertion, requestObject } from "../support/signing.ts";

const stage = setUp({ app: {} });
let metadata: Metadata;
beforeAll(async () => {
  metadata = await stage.issuer.metadata();
});
const listOf = (name: string) => metadata[name] as string[];
const attempt = (app: App = stage.apps.app) => ({ issuer: stage.issuer, browser: stage.browser, app });
const implicit = (type: string) => /id_token|token/.test(type);

describe("OIDC Discovery section 3: what is advertised works", () => {
  it("every endpoint answers, and is under the issuer", async () => {
    const endpoints = Object.entries(metadata).filter(([name]) => /(_endpoint|_uri)$/.test(name));
    for (const [name, address] of endpoints) {
      expect(address, name).toMatch(new RegExp(`^${stage.issuer.address}/`));
      expect((await stage.issuer.fetch(String(address))).status, name).not.toBe(404);
    }
  });

  it("every scope is granted, and an unknown one is not", async () => {
    const scope = listOf("scopes_supported").join(" ");
    const { tokens } = await completeFlow(attempt(), { scope: `${scope} unheard:of`, prompt: "consent" });
    expect(tokens.scope?.split(" ").sort()).toEqual([...listOf("scopes_supported")].sort());
  });

  it("every response type and response mode is answered", async () => {
    for (const type of listOf("response_types_supported")) {
      const app = await stage.issuer.addApp({ firstParty: true, responseTypes: [type as never] });
      for (const mode of listOf("response_modes_supported")) {
        if (mode === "query" && implicit(type)) continue;
        const { outcome } = await authorize(attempt(app), { response_type: type, response_mode: mode });
        expect(outcome.mode, `${type} by ${mode}`).toBe(mode);
        expect(outcome.parameters.get("error"), `${type} by ${mode}`).toBeNull();
        expect([...outcome.parameters.keys()]).toEqual(
          expect.arrayContaining(type.split(" ").map((word) => (word === "token" ? "access_token" : word))),
        );
      }
    }
  });

  it("every grant is known at the token endpoint", async () => {
    for (const grant_type of listOf("grant_types_supported")) {
      if (grant_type === "implicit") continue;
      const answer = await callEndpoint(stage.issuer, "/oauth/token", stage.apps.app, { grant_type });
      expect(await errorOf(answer), grant_type).not.toBe("unsupported_grant_type");
    }
    const unknown = await callEndpoint(stage.issuer, "/oauth/token", stage.apps.app, {
      grant_type: "password",
    });
    expect(await errorOf(unknown)).toBe("unsupported_grant_type");
  });

  it("every algorithm signs ID Tokens", async () => {
    for (const alg of listOf("id_token_signing_alg_values_supported")) {
      const app = await stage.issuer.addApp({ firstParty: true, idTokenSignedResponseAlg: alg as never });
      expect((await completeFlow(attempt(app))).idToken.protectedHeader.alg).toBe(alg);
    }
  });

  it("every way to authenticate redeems a code, with every algorithm", async () => {
    const key = makeClientKey("ES256");
    for (const method of listOf("token_endpoint_auth_methods_supported")) {
      const jwks = { keys: [key.publicJwk] };
      const app = await stage.issuer.addApp({
        firstParty: true,
        tokenEndpointAuthMethod: method as never,
        ...(method === "private_key_jwt" ? { jwks } : {}),
      });
      const { sent, outcome } = await authorize(attempt(app));
      const credentials: Wishes =
        method === "private_key_jwt"
          ? await assertion(stage.issuer, app, key)
          : await macAssertion(method, app);
      const code = outcome.parameters.get("code") ?? "";
      await checkTokenAnswer(await redeem(attempt(app), code, sent, credentials));
    }
    expect(listOf("token_endpoint_auth_signing_alg_values_supported")).not.toContain("none");
  });

  it("every algorithm of request objects is taken", async () => {
    for (const alg of listOf("request_object_signing_alg_values_supported")) {
      if (alg === "Ed25519") continue;
      const key = makeClientKey(alg as never);
      const app = await stage.issuer.addApp({ firstParty: true, jwks: { keys: [key.publicJwk] } });
      const request = await requestObject(stage.issuer, app, key, {
        response_type: "code",
        redirect_uri: app.redirectUri,
        scope: "openid",
        code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
        code_challenge_method: "S256",
      });
      const { outcome } = await authorize(attempt(app), { request });
      expect(outcome.parameters.get("code"), alg).not.toBeNull();
    }
  });

  it("every prompt is understood", async () => {
    for (const prompt of listOf("prompt_values_supported")) {
      const { outcome } = await authorize(attempt(), { prompt });
      expect(outcome.parameters.get("error"), prompt).not.toBe("invalid_request");
    }
    expect((await authorize(attempt(), { prompt: "hurry" })).outcome.parameters.get("error")).toBe(
      "invalid_request",
    );
  });

  it("every subject type can be registered", async () => {
    for (const subjectType of listOf("subject_types_supported")) {
      const app = await stage.issuer.addApp({ firstParty: true, subjectType: subjectType as never });
      await completeFlow(attempt(app));
    }
  });

  it("every claim that is given is in the list", async () => {
    const { userinfo, claims } = await completeFlow(attempt(), {
      scope: listOf("scopes_supported").join(" "),
    });
    for (const name of [...Object.keys(userinfo), ...Object.keys(claims)])
      expect(listOf("claims_supported")).toContain(name);
  });
});

describe("OIDC Discovery section 4: the document", () => {
  it("is JSON at the issuer's well-known address, for everybody, and names that issuer (4.1, 4.3)", async () => {
    const response = await stage.issuer.fetch(`${stage.issuer.address}/.well-known/openid-configuration`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch(/^application\/json/);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(metadata.issuer).toBe(stage.issuer.address);
  });

  it("leaves out what has no values, and has every list once (4.2)", async () => {
    for (const [name, value] of Object.entries(metadata)) {
      expect(value, name).not.toBeNull();
      if (!Array.isArray(value)) continue;
      expect(value.length, name).toBeGreaterThan(0);
      expect(new Set(value).size, name).toBe(value.length);
    }
  });

  it("never takes its addresses from the request's Host", async () => {
    const response = await stage.issuer.fetch(`${stage.issuer.address}/.well-known/openid-configuration`, {
      headers: { "x-forwarded-host": "evil.example", forwarded: "host=evil.example" },
    });
    expect(await response.text()).not.toContain("evil.example");
  });
});

/** client_secret_jwt (OIDC Core section 9); the other methods need no parameters of their own. */
async function macAssertion(method: string, app: App): Promise<Wishes> {
  if (method !== "client_secret_jwt") return {};
  const jwt = await new SignJWT({ jti: crypto.randomUUID() })
    .setProtectedHeader({ alg: "HS256" })
    .setIssuer(app.clientId)
    .setSubject(app.clientId)
    .setAudience(stage.issuer.address)
    .setIssuedAt()
    .setExpirationTime("1m")
    .sign(new TextEncoder().encode(app.clientSecret));
  return {
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: jwt,
  };
}
