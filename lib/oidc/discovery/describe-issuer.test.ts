import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { testConfig } from "#lib/testing/test-database.ts";
import { describeIssuer } from "./describe-issuer.ts";
import { issuerDocument } from "./issuer-document.ts";

const config = testConfig();
const metadata = describeIssuer(config);
const endpoints = Object.entries(metadata).filter(([name]) => /_endpoint$|_uri$/.test(name));

describe("RFC 8414 section 2, OpenID Connect Discovery 1.0 section 3: the metadata", () => {
  it("names the very issuer, and only endpoints of it, each of which there is", () => {
    expect(metadata.issuer).toBe("https://id.example.com");
    expect(endpoints.length).toBeGreaterThanOrEqual(5);
    for (const [name, address] of endpoints) {
      expect(address, name).toMatch(/^https:\/\/id\.example\.com\/oauth\/[a-z-]+$/);
      const path = new URL(String(address)).pathname;
      expect(existsSync(join("app", path, "route.ts")), path).toBe(true);
    }
  });

  it("has every member that is required, and everything else that a list may be is one without repetition", () => {
    for (const name of [
      "issuer",
      "authorization_endpoint",
      "token_endpoint",
      "userinfo_endpoint",
      "jwks_uri",
      "scopes_supported",
      "response_types_supported",
      "subject_types_supported",
      "id_token_signing_alg_values_supported",
      "claims_supported",
    ])
      expect(metadata[name], name).toBeDefined();
    for (const [name, value] of Object.entries(metadata)) {
      if (typeof value === "string" || typeof value === "boolean") continue;
      expect(value.length, name).toBeGreaterThan(0);
      expect(new Set(value).size, name).toBe(value.length);
    }
  });

  it("offers RS256, and never none", () => {
    expect(metadata.id_token_signing_alg_values_supported).toEqual(["RS256", "ES256", "EdDSA"]);
    for (const [name, value] of Object.entries(metadata))
      if (name.includes("signing_alg")) expect(value, name).not.toContain("none");
  });

  it("lists all claims that scopes give", () => {
    expect(metadata.claims_supported).toEqual(
      expect.arrayContaining(["sub", "name", "birthdate", "email", "address", "phone_number", "groups"]),
    );
    expect(metadata.scopes_supported).toEqual(
      expect.arrayContaining(["openid", "profile", "email", "address", "phone", "groups"]),
    );
  });

  it("spells languages in their canonical casing", () => {
    for (const locale of [metadata.ui_locales_supported].flat())
      expect(Intl.getCanonicalLocales(String(locale))).toEqual([locale]);
  });

  it("is made once for a configuration, with a tag that tells it from another one's", () => {
    expect(issuerDocument(config)).toBe(issuerDocument(config));
    expect(JSON.parse(issuerDocument(config).body)).toEqual(metadata);
    const other = testConfig({ BASE_URL: "https://sso.example.org" });
    expect(issuerDocument(other).etag).not.toBe(issuerDocument(config).etag);
  });
});
