import { describe, expect, it } from "vitest";
import { isRedirectUriOf } from "./match-redirect-uri.ts";

const exact = "https://app.example.com/callback";
const client = (redirectUris: string[], overrides = {}) => ({
  redirectUris,
  allowRedirectWildcards: true,
  securityProfile: "standard" as const,
  ...overrides,
});
const inHost = client(["https://*.preview.example.com/callback"]);
const inPath = client(["https://app.example.com/tenants/*/callback?x=1"]);

describe("an exact redirect URI", () => {
  it("fits itself", () => {
    expect(isRedirectUriOf(client([exact]), exact)).toBe(true);
  });

  it.each([
    "https://app.example.com/callback/",
    "https://app.example.com/callback/x",
    "https://app.example.com/callback/../admin",
    "https://app.example.com/callback/%2e%2e/admin",
    "https://app.example.com/other/../callback",
    "https://app.example.com//callback",
    "https://app.example.com/Callback",
    "https://APP.example.com/callback",
    "HTTPS://app.example.com/callback",
    "http://app.example.com/callback",
    "https://app.example.com./callback",
    "https://app.example.com:443/callback",
    "https://app.example.com:8443/callback",
    "https://app.example.com@evil.example/callback",
    "https://evil.example@app.example.com/callback",
    "https://user:pass@app.example.com/callback",
    "https://app.example.com\\@evil.example/callback",
    "https:\\\\app.example.com\\callback",
    "https://evil.example\\app.example.com/callback",
    "https://evil.example/https://app.example.com/callback",
    "https://evil.example?https://app.example.com/callback",
    "https://evil.example#https://app.example.com/callback",
    "https://app.example.com.evil.example/callback",
    "https://app.example.com%2eevil.example/callback",
    "https://app.example.com/callback?next=https://evil.example",
    "https://app.example.com/callback?",
    "https://app.example.com/callback#fragment",
    "https://app.example.com/callback#",
    "https://app.example.com/callback%00",
    "https://app.example.com/callback%0d%0aLocation:https://evil.example",
    "https://app.example.com/c%61llback",
    " https://app.example.com/callback",
    "https://app.example.com/callback ",
    "https://app.example.com/callback\t",
    "https://аpp.example.com/callback",
    "https://xn--pp-7cd.example.com/callback",
    "//app.example.com/callback",
    "/callback",
    "javascript:alert(1)//https://app.example.com/callback",
    "data:text/html,https://app.example.com/callback",
    "https://*.example.com/callback",
    "*",
    "",
  ])("does not fit %j", (uri) => {
    expect(isRedirectUriOf(client([exact]), uri)).toBe(false);
    expect(isRedirectUriOf(client([exact], { allowRedirectWildcards: false }), uri)).toBe(false);
  });
});

describe("a pattern", () => {
  it.each(["a", "pr-12", "x9"])("stands for the host label %s", (label) => {
    expect(isRedirectUriOf(inHost, `https://${label}.preview.example.com/callback`)).toBe(true);
  });

  it.each(["acme", "Acme_1.~-", "..."])("stands for the path segment %s", (segment) => {
    expect(isRedirectUriOf(inPath, `https://app.example.com/tenants/${segment}/callback?x=1`)).toBe(true);
  });

  it.each([
    "https://preview.example.com/callback",
    "https://.preview.example.com/callback",
    "https://a.b.preview.example.com/callback",
    "https://a-.preview.example.com/callback",
    "https://A.preview.example.com/callback",
    "https://xn--80ak6aa92e.preview.example.com/callback",
    "https://а.preview.example.com/callback",
    "https://*.preview.example.com/callback",
    "https://evil.example/.preview.example.com/callback",
    "https://evil.example?.preview.example.com/callback",
    "https://evil.example#.preview.example.com/callback",
    "https://evil.example\\.preview.example.com/callback",
    "https://evil.example%2f.preview.example.com/callback",
    "https://user@a.preview.example.com/callback",
    "https://evil.example:443@a.preview.example.com/callback",
    "https://a.preview.example.com:8443/callback",
    "https://a.preview.example.com./callback",
    "https://a.previewXexample.com/callback",
    "https://a.preview.example.com/callback/",
    "https://a.preview.example.com/callback?x",
    "https://a.preview.example.com/callback#",
    "https://a.preview.example.com/callback\n",
    "http://a.preview.example.com/callback",
    `https://${"a".repeat(64)}.preview.example.com/callback`,
  ])("of a label does not stand for what is in %j", (uri) => {
    expect(isRedirectUriOf(inHost, uri)).toBe(false);
  });

  it.each([
    "",
    ".",
    "..",
    "a/b",
    "a%2fb",
    "a%2e",
    "a\\b",
    "a?b",
    "a#b",
    "a;b",
    "a:b",
    "a@b",
    "a b",
    "*",
    "é",
  ])("of a segment does not stand for %j", (segment) => {
    expect(isRedirectUriOf(inPath, `https://app.example.com/tenants/${segment}/callback?x=1`)).toBe(false);
  });

  it("keeps its query as it is", () => {
    expect(isRedirectUriOf(inPath, "https://app.example.com/tenants/a/callback?x=2")).toBe(false);
    expect(isRedirectUriOf(inPath, "https://app.example.com/tenants/a/callback")).toBe(false);
  });

  it("fits nothing, not even its own text, where no administrator ticked it", () => {
    const unticked = { ...inHost, allowRedirectWildcards: false };
    expect(isRedirectUriOf(unticked, "https://a.preview.example.com/callback")).toBe(false);
    expect(isRedirectUriOf(unticked, "https://*.preview.example.com/callback")).toBe(false);
  });

  it("fits nothing under FAPI 2.0", () => {
    const strict = { ...inHost, securityProfile: "fapi2" as const };
    expect(isRedirectUriOf(strict, "https://a.preview.example.com/callback")).toBe(false);
  });
});
