/** The Config OP plan: one module, over what discovery says. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Issuer, type Metadata, startIssuer } from "../support/issuer.ts";

// The values must be those of an issuer on https: the test stands where a proxy would.
const address = "https://id.example.com";

/** OpenID Provider Metadata, RFC 8414 and the registries' further names; the suite warns of any other. */
const knownMembers = new Set(
  `issuer authorization_endpoint token_endpoint userinfo_endpoint jwks_uri registration_endpoint scopes_supported
  response_types_supported response_modes_supported grant_types_supported acr_values_supported subject_types_supported
  id_token_signing_alg_values_supported id_token_encryption_alg_values_supported id_token_encryption_enc_values_supported
  userinfo_signing_alg_values_supported userinfo_encryption_alg_values_supported userinfo_encryption_enc_values_supported
  request_object_signing_alg_values_supported request_object_encryption_alg_values_supported
  request_object_encryption_enc_values_supported token_endpoint_auth_methods_supported
  token_endpoint_auth_signing_alg_values_supported display_values_supported claim_types_supported claims_supported
  service_documentation claims_locales_supported ui_locales_supported claims_parameter_supported
  request_parameter_supported request_uri_parameter_supported require_request_uri_registration op_policy_uri op_tos_uri
  revocation_endpoint revocation_endpoint_auth_methods_supported revocation_endpoint_auth_signing_alg_values_supported
  introspection_endpoint introspection_endpoint_auth_methods_supported
  introspection_endpoint_auth_signing_alg_values_supported introspection_signing_alg_values_supported
  code_challenge_methods_supported end_session_endpoint check_session_iframe frontchannel_logout_supported
  frontchannel_logout_session_supported backchannel_logout_supported backchannel_logout_session_supported
  pushed_authorization_request_endpoint require_pushed_authorization_requests device_authorization_endpoint
  dpop_signing_alg_values_supported authorization_response_iss_parameter_supported prompt_values_supported
  require_signed_request_object client_id_metadata_document_supported tls_client_certificate_bound_access_tokens
  mtls_endpoint_aliases authorization_signing_alg_values_supported protected_resources`.split(/\s+/),
);

let issuer: Issuer;
let metadata: Metadata;
beforeAll(async () => {
  issuer = await startIssuer({ BASE_URL: address });
  metadata = await issuer.metadata();
});
afterAll(() => issuer?.close());

describe("oidcc-discovery-endpoint-verification", () => {
  it.each(["/.well-known/openid-configuration", "/.well-known/oauth-authorization-server"])(
    "answers 200 with JSON at %s",
    async (path) => {
      const response = await issuer.fetch(address + path);
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toMatch(/^application\/json(;|$)/);
    },
  );

  it("names as issuer the address that it was fetched from", () => expect(metadata.issuer).toBe(address));

  it("signs ID Tokens by RS256 among others, and never by none", () => {
    expect(metadata.id_token_signing_alg_values_supported).toContain("RS256");
    expect(metadata.id_token_signing_alg_values_supported).not.toContain("none");
  });

  it("lists subject types, response types, grants, openid, and claims", () => {
    expect(metadata.subject_types_supported).toContain("public");
    expect(metadata.response_types_supported).toContain("code");
    expect(metadata.grant_types_supported).toContain("authorization_code");
    expect(metadata.scopes_supported).toContain("openid");
    expect(metadata.claims_supported).toEqual(expect.arrayContaining(["sub", "name", "email"]));
    expect(new Set(metadata.claims_supported as string[]).size).toBe(
      (metadata.claims_supported as string[]).length,
    );
  });

  it("has every endpoint on https", () => {
    const endpoints = Object.entries(metadata).filter(([name]) => /(_endpoint|_uri)$/.test(name));
    expect(endpoints.length).toBeGreaterThan(4);
    for (const [name, value] of endpoints)
      if (typeof value === "string") expect(value, name).toMatch(/^https:\/\/id\.example\.com\//);
  });

  it("uses no name that the registries do not know", () => {
    expect(Object.keys(metadata).filter((name) => !knownMembers.has(name))).toEqual([]);
  });

  it("spells locales canonically", () => {
    for (const name of ["ui_locales_supported", "claims_locales_supported"])
      for (const locale of (metadata[name] as string[] | undefined) ?? [])
        expect(new Intl.Locale(locale).toString()).toBe(locale);
  });

  it("publishes public keys alone, each with a kid of its own", async () => {
    const response = await issuer.fetch(String(metadata.jwks_uri));
    expect(response.status).toBe(200);
    const { keys } = (await response.json()) as { keys: Record<string, string>[] };
    expect(keys.length).toBeGreaterThan(0);
    expect(new Set(keys.map(({ kid }) => kid)).size).toBe(keys.length);
    for (const key of keys) {
      expect(Object.keys(key)).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(d|p|q|dp|dq|qi|k)$/)]),
      );
      expect(key.use).toBe("sig");
      if (key.kty === "RSA") expect(Buffer.from(key.n ?? "", "base64url").length).toBeGreaterThanOrEqual(256);
    }
  });

  it("says request_uri_parameter_supported, whose absence would mean true", () => {
    expect(metadata.request_uri_parameter_supported).toBeTypeOf("boolean");
  });
});
