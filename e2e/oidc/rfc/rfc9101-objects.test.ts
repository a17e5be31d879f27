/** RFC 9101 once more, by objects that a client signs wrongly on purpose, and OIDC Core section 6. */
import { sign as signBytes } from "node:crypto";
import { SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import { makeClientKey } from "#lib/testing/client-key.ts";
import { callEndpoint, checkAnswer, errorOf, makeRequest, redeem } from "../support/flow.ts";
import { setUp } from "../support/set-up.ts";
import { requestObject, sign } from "../support/signing.ts";

const keys = { ES256: makeClientKey("ES256"), RS256: makeClientKey("RS256") };
const edwards = makeClientKey("EdDSA");
const pss = makeClientKey("PS256");
const foreign = makeClientKey("ES256", keys.ES256.kid);
const jwks = {
  keys: [keys.ES256, keys.RS256, edwards, pss].map(({ publicJwk, alg }) => ({
    ...publicJwk,
    alg,
    use: "sig",
  })),
};

const stage = setUp({
  app: { jwks },
  other: { jwks: { keys: [makeClientKey("ES256").publicJwk] } },
  strict: { jwks, requireSignedRequestObject: true },
  pinned: { jwks, requestObjectSigningAlg: "ES256" },
  keyless: {},
});

type Name = keyof typeof stage.apps;
type Overrides = Record<string, unknown>;

/** A request whose parameters are in the object; `outside` are those of the address. */
const ask = async (request: string, name: Name = "app", outside: Record<string, string> = {}) => {
  const app = stage.apps[name];
  const query = new URLSearchParams({
    client_id: app.clientId,
    response_type: "code",
    scope: "openid",
    redirect_uri: app.redirectUri,
    request,
    ...outside,
  });
  return stage.browser.go(`${stage.issuer.address}/oauth/authorize?${query}`);
};
const build = async (
  overrides: Overrides = {},
  header: Overrides = {},
  key = keys.ES256,
  name: Name = "app",
) => {
  const app = stage.apps[name];
  const sent = makeRequest({ issuer: stage.issuer, app });
  const parameters = { ...Object.fromEntries(sent.query), ...overrides };
  return { sent, request: await requestObject(stage.issuer, app, key, parameters, header) };
};
/** jose itself does not sign a header that it does not understand. */
function withCriticalHeader(): string {
  const header = {
    alg: "ES256",
    kid: keys.ES256.kid,
    crit: ["https://example.com/new"],
    "https://example.com/new": 1,
  };
  const { clientId, redirectUri } = stage.apps.app;
  const input = `${part(header)}.${part({ client_id: clientId, redirect_uri: redirectUri, response_type: "code" })}`;
  const key = { key: keys.ES256.privateKey, dsaEncoding: "ieee-p1363" } as const;
  return `${input}.${signBytes("sha256", Buffer.from(input), key).toString("base64url")}`;
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("RFC 9101 section 5 and 6.3: parameters inside the object", () => {
  it.each([
    ["ES256", keys.ES256],
    ["RS256", keys.RS256],
    ["EdDSA", edwards],
    ["PS256", pss],
  ] as const)("are honoured when signed by %s", async (_, key) => {
    const { app } = stage.apps;
    const { sent, request } = await build({}, {}, key);
    const code = checkAnswer(stage.issuer, app, sent, await ask(request)).get("code") ?? "";
    expect((await redeem({ issuer: stage.issuer, app }, code, sent)).status).toBe(200);
  });

  it("count alone: those of the address are not looked at (5, 6.3)", async () => {
    const { sent, request } = await build();
    const outcome = await ask(request, "app", {
      state: "outside",
      scope: "openid email",
      prompt: "none login",
    });
    expect(checkAnswer(stage.issuer, stage.apps.app, sent, outcome).get("code")).not.toBeNull();
  });

  it("need no type of their own, and may be typed JWT", async () => {
    for (const typ of [undefined, "JWT", "oauth-authz-req+jwt"]) {
      const { sent, request } = await build({}, { typ });
      checkAnswer(stage.issuer, stage.apps.app, sent, await ask(request));
    }
  });

  it("may be pushed (RFC 9126 section 3)", async () => {
    const { app } = stage.apps;
    const { sent, request } = await build();
    const response = await callEndpoint(stage.issuer, "/oauth/par", app, {
      client_id: app.clientId,
      request,
    });
    expect(response.status).toBe(201);
    const { request_uri } = (await response.json()) as { request_uri: string };
    const query = new URLSearchParams({ client_id: app.clientId, request_uri });
    const outcome = await stage.browser.go(`${stage.issuer.address}/oauth/authorize?${query}`);
    expect(checkAnswer(stage.issuer, app, sent, outcome).get("code")).not.toBeNull();
  });
});

describe("RFC 9101 sections 6.1, 6.2 and 10: objects that are refused", () => {
  const seconds = () => Math.floor(Date.now() / 1000);
  const wrong: [string, () => Promise<{ request: string }>][] = [
    ["a signature by a key that is not registered", () => build({}, {}, foreign)],
    ["the client_id of another client (5)", () => build({ client_id: "somebody-else" })],
    ["no client_id", () => build({ client_id: undefined })],
    ["another issuer of the object (4)", () => build({ iss: "somebody-else" })],
    ["another audience (10.8)", () => build({ aud: "https://other.example" })],
    ["one that has expired", () => build({ exp: seconds() - 600, nbf: seconds() - 1200 })],
    ["one that is not valid yet", () => build({ nbf: seconds() + 600, exp: seconds() + 900 })],
    ["a request inside (4)", () => build({ request: "x.y.z" })],
    ["a request_uri inside (4)", () => build({ request_uri: "urn:x" })],
    ["a client assertion in its place (10.8)", () => build({ sub: stage.apps.app.clientId })],
    ["a type of another kind of JWT (10.8)", () => build({}, { typ: "at+jwt" })],
    ["a key that it brings along", () => build({}, { jwk: foreign.publicJwk, kid: undefined }, foreign)],
    ["a jku", () => build({}, { jku: "https://evil.example/jwks" }, foreign)],
    ["an x5u", () => build({}, { x5u: "https://evil.example/cert" }, foreign)],
    ["an unknown critical header", async () => ({ request: withCriticalHeader() })],
    ["what is no JWT", async () => ({ request: "nonsense" })],
    ["five parts, as encryption has", async () => ({ request: "e30.e30.e30.e30.e30" })],
  ];
  it.each(wrong)("refuses %s by invalid_request_object", async (_, make) => {
    const { request } = await make();
    const outcome = await ask(request);
    expect(outcome.kind).toBe("answer");
    expect(outcome.parameters.get("error")).toBe("invalid_request_object");
    expect(outcome.parameters.has("code")).toBe(false);
  });

  it("refuses an unsigned one (OIDC Core 6.1: never ignored)", async () => {
    const request = `${part({ alg: "none" })}.${part({ client_id: stage.apps.app.clientId, scope: "openid" })}.`;
    for (const name of ["app", "keyless"] as const)
      expect((await ask(request, name)).parameters.get("error")).toBe("request_not_supported");
    expect((await ask(request, "strict")).parameters.get("error")).toBe("invalid_request_object");
  });

  it("refuses a MAC under the client's secret, and one under its public key", async () => {
    const { app } = stage.apps;
    for (const key of [app.clientSecret ?? "", JSON.stringify(keys.RS256.publicJwk)]) {
      const request = await new SignJWT({ client_id: app.clientId, redirect_uri: app.redirectUri })
        .setProtectedHeader({ alg: "HS256" })
        .sign(new TextEncoder().encode(key));
      expect((await ask(request)).parameters.get("error")).toBe("invalid_request_object");
    }
  });

  it("refuses the object of another client", async () => {
    const { request } = await build();
    const outcome = await ask(request, "other");
    expect(outcome.parameters.get("error")).toBe("invalid_request_object");
  });

  it("holds a client to the algorithm that it registered", async () => {
    const right = await build({}, {}, keys.ES256, "pinned");
    expect((await ask(right.request, "pinned")).parameters.has("code")).toBe(true);
    const wrongAlgorithm = await build({}, {}, keys.RS256, "pinned");
    expect((await ask(wrongAlgorithm.request, "pinned")).parameters.get("error")).toBe(
      "invalid_request_object",
    );
  });

  it("refuses request and request_uri together (5)", async () => {
    const { request } = await build();
    const outcome = await ask(request, "app", { request_uri: "https://app.example.com/r" });
    expect(outcome.parameters.get("error")).toBe("invalid_request");
  });

  it("never sends a browser to an address that only an object without a signature names", async () => {
    const request = await sign(foreign, {
      client_id: stage.apps.app.clientId,
      redirect_uri: "https://evil.example/",
    });
    const outcome = await ask(request);
    expect(outcome.url.origin).not.toBe("https://evil.example");
  });
});

describe("RFC 9101 section 10.5: require_signed_request_object", () => {
  it("refuses a plain request of a client that registered so", async () => {
    const outcome = await stage.browser.go(
      makeRequest({ issuer: stage.issuer, app: stage.apps.strict }).address,
    );
    expect(outcome.parameters.has("code")).toBe(false);
    const { sent, request } = await build({}, {}, keys.ES256, "strict");
    const signed = await ask(request, "strict");
    expect(checkAnswer(stage.issuer, stage.apps.strict, sent, signed).get("code")).not.toBeNull();
  });
});

describe("RFC 9101 section 10.5 and OIDC Discovery section 3: metadata", () => {
  it("says what is supported, and not `none`", async () => {
    const metadata = await stage.issuer.metadata();
    expect(metadata).toMatchObject({
      request_parameter_supported: true,
      request_uri_parameter_supported: true,
      require_request_uri_registration: true,
    });
    expect(metadata.request_object_signing_alg_values_supported).not.toContain("none");
    expect(await errorOf(await callEndpoint(stage.issuer, "/oauth/par", undefined, {}))).toBe(
      "invalid_client",
    );
  });
});
