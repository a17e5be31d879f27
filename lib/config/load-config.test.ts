import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { StartupError } from "#lib/errors/startup-error.ts";
import { loadConfig } from "./load-config.ts";

/** The remedies of the refusal, or a failure of the test where there is none. */
function problemsOf(variables: Record<string, string>): readonly string[] {
  try {
    loadConfig(variables);
  } catch (error) {
    if (error instanceof StartupError) return error.remedies;
    throw error;
  }
  throw new Error("the configuration was accepted");
}

describe("loadConfig", () => {
  it("needs no variable at all", () => {
    const config = loadConfig({});
    expect(config).toMatchObject({
      baseUrl: "http://localhost:3000",
      port: 3000,
      host: "127.0.0.1",
      secure: false,
      databaseUrl: undefined,
      rpId: "localhost",
      allowedOrigins: ["http://localhost:3000"],
      challengeTimeoutSeconds: 300,
      sessionIdleTimeoutSeconds: 3600,
      sessionMaxLifetimeSeconds: 2_592_000,
      signUp: "invite",
      rateLimit: { enabled: true, requests: 100, windowSeconds: 60 },
      hsts: { enabled: false },
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it("lets the address follow PORT when only that is given", () => {
    expect(loadConfig({ PORT: "4123" }).baseUrl).toBe("http://localhost:4123");
  });

  it("switches HSTS on with https, and takes the RP ID from the host", () => {
    expect(loadConfig({ BASE_URL: "https://id.example.com/" })).toMatchObject({
      baseUrl: "https://id.example.com",
      secure: true,
      rpId: "id.example.com",
      hsts: { enabled: true, maxAgeSeconds: 31_536_000 },
    });
  });

  it("takes a parent domain as RP ID", () => {
    expect(loadConfig({ BASE_URL: "https://id.example.com", RP_ID: "example.com" }).rpId).toBe("example.com");
  });

  it("takes origins with and without a slash behind them, and frames of no site unless they are named", () => {
    const lists = {
      ALLOWED_ORIGINS: "https://a.example/",
      ALLOWED_TOP_ORIGINS: "https://b.example/, https://c.example",
    };
    expect(loadConfig(lists)).toMatchObject({
      allowedOrigins: ["http://localhost:3000", "https://a.example"],
      allowedTopOrigins: ["https://b.example", "https://c.example"],
    });
    expect(loadConfig({}).allowedTopOrigins).toEqual([]);
    expect(problemsOf({ ALLOWED_TOP_ORIGINS: "https://b.example/page" })).toHaveLength(1);
  });

  it("reads an empty variable as unset", () => {
    expect(loadConfig({ DATABASE_URL: "", PORT: "" })).toMatchObject({ databaseUrl: undefined, port: 3000 });
  });

  it.each([
    ["90", 90],
    ["15m", 900],
    ["2h", 7200],
    ["7d", 604_800],
  ])("reads the duration %s", (text, seconds) => {
    expect(loadConfig({ SESSION_IDLE_TIMEOUT: text }).sessionIdleTimeoutSeconds).toBe(seconds);
  });

  it("tells all problems at once, each by its name", () => {
    const problems = problemsOf({
      PORT: "70000",
      SIGN_UP: "maybe",
      RATE_LIMIT_ENABLED: "yes",
      SESSION_IDLE_TIMEOUT: "soon",
    });
    expect(problems).toHaveLength(4);
    expect(problems.join("\n")).toMatch(/PORT must be a whole number from 1 to 65535/);
    expect(problems.join("\n")).toMatch(/SIGN_UP must be one of: open, invite, closed/);
  });

  it.each([
    [
      { BASE_URL: "https://id.example.com", RP_ID: "example.org" },
      /RP_ID 'example.org' does not fit BASE_URL/,
    ],
    [{ BASE_URL: "https://id.example.com", RP_ID: "ample.com" }, /does not fit/],
    [{ BASE_URL: "https://id.example.com", RP_ID: "com" }, /must be a domain with a dot/],
    [{ BASE_URL: "http://id.example.com" }, /must begin with https/],
    [{ BASE_URL: "https://192.0.2.7" }, /not an IP address/],
    [{ BASE_URL: "https://[2001:db8::1]" }, /not an IP address/],
    [{ BASE_URL: "https://id.example.com/auth" }, /BASE_URL must be an origin/],
    [{ BASE_URL: "javascript:alert(1)" }, /BASE_URL must be an origin/],
    [{ DATABASE_URL: "mysql://localhost/x" }, /postgres:\/\/ URL/],
    [{ TRUSTED_PROXIES: "10.0.0.0/8, proxy.local" }, /TRUSTED_PROXIES 'proxy.local'/],
    [{ TRUSTED_PROXIES: "10.0.0.0/33" }, /TRUSTED_PROXIES/],
    [{ ENCRYPTION_KEYS: "a:short" }, /32 bytes/],
    [{ FIDO_CONFORMANCE_API: "yes" }, /must be one of: true, force, false/],
    [{ BASE_URL: "https://id.example.com", FIDO_CONFORMANCE_API: "true" }, /needs BASE_URL on localhost/],
    [{ COUNTER_POLICY: "ignore" }, /COUNTER_POLICY must be one of: warn, refuse/],
    [{ WEBAUTHN_RULES: "level3" }, /WEBAUTHN_RULES must be one of: webauthn, fido/],
    [{ MDS_BLOB: "/etc/mds.jwt" }, /MDS_ROOT must name the PEM file/],
    [{ MDS_ROOT: "/etc/root.pem" }, /MDS_BLOB must name the metadata/],
    [{ MDS_BLOB: "http://mds.example/", MDS_ROOT: "/r.pem" }, /MDS_BLOB must be a file, or an https/],
    [{ MDS_BLOB: "file:///etc/mds.jwt", MDS_ROOT: "/r.pem" }, /MDS_BLOB must be a file/],
    [{ MDS_BLOB: "https://a:b@mds.example/", MDS_ROOT: "/r.pem" }, /without a user name/],
    [{ MDS_BLOB: "/m", MDS_ROOT: "/r.pem", MDS_SIGNER: "https://mds.example" }, /MDS_SIGNER must be a host/],
    [{ ALLOW_PRIVATE_NETWORK: "true" }, /ALLOW_PRIVATE_NETWORK 'true' must be an address/],
    [{ ALLOW_PRIVATE_NETWORK: "10.0.0.0/8, 0.0.0.0/0" }, /ALLOW_PRIVATE_NETWORK '0.0.0.0\/0' must/],
    [{ ALLOW_PRIVATE_NETWORK: "10.0.0.0/33" }, /must be an address/],
    [{ ALLOW_PRIVATE_NETWORK: "::/0" }, /must be an address/],
    [{ ALLOW_PRIVATE_NETWORK: "10.0.0.0/8/8" }, /must be an address/],
    [{ ALLOW_PRIVATE_NETWORK: "http://app.home.arpa" }, /must be an address/],
    [{ ALLOW_PRIVATE_NETWORK: "10.0.0.256" }, /must be an address/],
    [{ SMTP_URL: "smtp://mail.example.com" }, /MAIL_FROM must name the address/],
    [{ MAIL_FROM: "id@example.com" }, /SMTP_URL must name the server/],
    [{ SMTP_URL: "https://mail.example.com", MAIL_FROM: "id@example.com" }, /SMTP_URL must be such as/],
    [{ SMTP_URL: "smtps://mail.example.com?tls=never", MAIL_FROM: "id@example.com" }, /SMTP_URL must be/],
    [{ SMTP_URL: "smtp://mail.example.com?tls=maybe", MAIL_FROM: "id@example.com" }, /SMTP_URL must be/],
    [{ SMTP_URL: "smtp://mail.example.com?ignoreTLS=true", MAIL_FROM: "id@example.com" }, /SMTP_URL must be/],
    [{ SMTP_URL: "smtp://a:%zz@mail.example.com", MAIL_FROM: "id@example.com" }, /SMTP_URL must be/],
    [{ SMTP_URL: "smtp://mail.example.com", MAIL_FROM: "Example" }, /MAIL_FROM must be an address/],
    [
      { SMTP_URL: "smtp://mail.example.com", MAIL_FROM: "A\r\nBcc: x@y.zz <a@example.com>" },
      /MAIL_FROM must/,
    ],
    [{ DATABASE_URL_FILE: "/does/not/exist" }, /DATABASE_URL_FILE cannot be read/],
  ])("refuses %j", (variables, expected) => {
    expect(problemsOf(variables).join("\n")).toMatch(expected);
  });

  it.each([
    [{}, false],
    [{ BASE_URL: "https://id.example.com", FIDO_CONFORMANCE_API: "false" }, false],
    [{ FIDO_CONFORMANCE_API: "true" }, true],
    [{ BASE_URL: "http://id.localhost:3000", FIDO_CONFORMANCE_API: "true" }, true],
    [{ BASE_URL: "https://id.example.com", FIDO_CONFORMANCE_API: "force" }, true],
  ])(
    "opens the conformance interface only when told, and elsewhere than here only by force: %j",
    (variables, open) => {
      expect(loadConfig(variables).fidoConformanceApi).toBe(open);
    },
  );

  it("takes metadata from a file or from an https address", () => {
    const signed = { MDS_ROOT: "/etc/root.pem", MDS_CRL: "/etc/a.crl, /etc/b.crl" };
    expect(loadConfig({ MDS_BLOB: "/etc/mds.jwt", ...signed }).metadata).toEqual({
      source: { file: "/etc/mds.jwt" },
      rootFile: "/etc/root.pem",
      signer: undefined,
      revocationListFiles: ["/etc/a.crl", "/etc/b.crl"],
    });
    const url = "https://mds3.example.org/";
    expect(loadConfig({ MDS_BLOB: url, ...signed, MDS_SIGNER: "mds.example.org" }).metadata).toMatchObject({
      source: { url },
      signer: "mds.example.org",
    });
    expect(loadConfig({}).metadata).toBeUndefined();
  });

  it("reads a secret from the file that NAME_FILE names", () => {
    const file = join(mkdtempSync(join(tmpdir(), "latchkey-config-")), "url");
    writeFileSync(file, "postgres://db.internal/latchkey\n");
    expect(loadConfig({ DATABASE_URL_FILE: file }).databaseUrl).toBe("postgres://db.internal/latchkey");
  });

  it("needs encryption of every mail server but the one on this machine, and tells nobody the password", () => {
    const mail = (url: string) => loadConfig({ SMTP_URL: url, MAIL_FROM: "id@example.com" }).mail;
    expect(mail("smtp://mail.example.com")).toEqual({
      host: "mail.example.com",
      port: 587,
      tls: "starttls",
      credentials: undefined,
      from: { name: "Latchkey", address: "id@example.com" },
    });
    expect(mail("smtps://us%40er:p%3Aw@mail.example.com")).toMatchObject({
      port: 465,
      tls: "implicit",
      credentials: { user: "us@er", password: "p:w" },
    });
    expect(mail("smtp://mail.example.com:25?tls=never")).toMatchObject({ port: 25, tls: "never" });
    for (const host of ["localhost", "127.0.0.1", "[::1]"]) {
      expect(mail(`smtp://${host}:2525`)?.tls).toBe("never");
      expect(mail(`smtp://${host}:2525?tls=required`)?.tls).toBe("starttls");
    }
    for (const host of ["127.0.0.1.example.com", "10.0.0.1", "localhost.example.com"])
      expect(mail(`smtp://${host}`)?.tls).toBe("starttls");
    expect(
      problemsOf({ SMTP_URL: "ftp://user:s3cret@mail.example.com", MAIL_FROM: "id@example.com" }).join(),
    ).not.toContain("s3cret");
  });

  it("reads the sender's name where there is one", () => {
    const from = (text: string) => loadConfig({ SMTP_URL: "smtp://localhost", MAIL_FROM: text }).mail?.from;
    expect(from("Our House <id@example.com>")).toEqual({ name: "Our House", address: "id@example.com" });
    expect(from('"Our House" <id@example.com>')?.name).toBe("Our House");
  });

  it("takes hosts, addresses and ranges of the private network, and none by default", () => {
    expect(loadConfig({}).allowedPrivateNetwork).toEqual([]);
    expect(
      loadConfig({ ALLOW_PRIVATE_NETWORK: "10.0.0.0/8, fd00::/8, 192.168.1.7, App.home.arpa, localhost" })
        .allowedPrivateNetwork,
    ).toEqual(["10.0.0.0/8", "fd00::/8", "192.168.1.7", "app.home.arpa", "localhost"]);
  });
});
