import { describe, expect, it } from "vitest";
import { constantHeaders, dataPolicy, formsOf, openerPolicy, pagePolicy } from "./security-headers.ts";

const page = { nonce: "bm9uY2U=", development: false, forms: "self" } as const;

describe("the page policy", () => {
  it("lets scripts run by nonce alone and loads from this origin only", () => {
    expect(pagePolicy(page)).toBe(
      "default-src 'none'; script-src 'nonce-bm9uY2U=' 'strict-dynamic'; style-src-elem 'self'; " +
        "style-src-attr 'unsafe-inline'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
        "manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
    );
  });

  it("loosens for development tools in development only", () => {
    expect(pagePolicy(page)).not.toContain("unsafe-eval");
    expect(pagePolicy({ ...page, development: true })).toContain("'unsafe-eval'");
  });
});

describe("frames in a page", () => {
  it("are those of the origins that its route named, and none else", () => {
    expect(pagePolicy(page)).not.toContain("frame-src");
    const frames = ["https://a.example", "https://b.example:8443"];
    expect(pagePolicy({ ...page, frames })).toContain(
      "; frame-src https://a.example https://b.example:8443; ",
    );
  });
});

describe("where forms of a page may go", () => {
  it("is this origin, but for the small pages that hand an answer to an app by a form", () => {
    expect(formsOf("/consent")).toBe("self");
    expect(formsOf("/oauthx")).toBe("self");
    expect(formsOf("/oauth/authorize")).toBe("anywhere");
    expect(pagePolicy({ ...page, forms: "anywhere" })).not.toContain("form-action");
  });
});

describe("the other headers", () => {
  const headers = (enabled: boolean) =>
    Object.fromEntries(constantHeaders({ hsts: { enabled, maxAgeSeconds: 600 } }));

  it("send HSTS as configured", () => {
    expect(headers(true)["Strict-Transport-Security"]).toBe("max-age=600");
    expect(headers(false)["Strict-Transport-Security"]).toBeUndefined();
  });

  it("keep passkeys to this origin and switch off what nobody needs", () => {
    expect(headers(false)["Permissions-Policy"]).toContain("publickey-credentials-get=(self)");
    expect(headers(false)["Permissions-Policy"]).toContain("camera=()");
  });

  it("forbid framing and sniffing", () => {
    expect(headers(false)).toMatchObject({ "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY" });
    expect(dataPolicy).toContain("frame-ancestors 'none'");
  });

  it("isolate every page from its opener but those on an app's way", () => {
    expect(openerPolicy("/account", "")).toBe("same-origin");
    expect(openerPolicy("/sign-in", "?next=%2Faccount")).toBe("same-origin");
    expect(openerPolicy("/sign-in", "?interaction=abc")).toBe("unsafe-none");
    expect(openerPolicy("/oauth/authorize", "?client_id=a")).toBe("unsafe-none");
  });
});
