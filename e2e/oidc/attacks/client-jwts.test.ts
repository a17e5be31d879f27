/** Attacks by the JWTs that apps sign: request objects and client assertions with keys, audiences and kinds confused. */
import { SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assertionClaims, type ClientKey, makeClientKey, signByClient } from "#lib/testing/client-key.ts";
import { type Browser, openBrowser } from "../support/browser.ts";
import { authorize, callEndpoint, errorOf, pkcePair } from "../support/flow.ts";
import { type App, type Issuer, sharedIssuer } from "../support/issuer.ts";
import { type Listener, listenForNothing } from "./listener.ts";

const key = makeClientKey("ES256", "first");
const rsaKey = makeClientKey("RS256", "second");
const attacker = makeClientKey("ES256", "first");
let issuer: Issuer;
let browser: Browser;
let app: App;
let other: App;
let listener: Listener;
beforeAll(async () => {
  issuer = sharedIssuer();
  browser = await openBrowser(issuer);
  listener = await listenForNothing();
  const keys = (...of: ClientKey[]) => ({ keys: of.map(({ publicJwk }) => publicJwk) });
  const method = { tokenEndpointAuthMethod: "private_key_jwt", firstParty: true } as const;
  app = await issuer.addApp({ ...method, jwks: keys(key, rsaKey) });
  other = await issuer.addApp({ ...method, jwks: keys(attacker) });
});
afterAll(async () => {
  await listener.close();
  await issuer.close();
});

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const unsigned = (payload: object, alg = "none") => `${encode({ alg })}.${encode(payload)}.`;
/** The public key, in each spelling in which a careless verifier would take it for a secret. */
const publicSecrets = () => [
  JSON.stringify(rsaKey.publicJwk),
  String(rsaKey.publicJwk.n),
  Buffer.from(String(rsaKey.publicJwk.n), "base64url").toString("latin1"),
];
const mac = (payload: object, secret: string) =>
  new SignJWT({ ...payload })
    .setProtectedHeader({ alg: "HS256", kid: "second" })
    .sign(Buffer.from(secret, "latin1"));

/** Headers that bring a key or lead to one; `address` is where the attacker would serve theirs. */
const keyHeaders = (address: string): [string, object][] => [
  ["jwk", { jwk: attacker.publicJwk }],
  ["jku", { jku: `${address}/jwks` }],
  ["x5u", { x5u: `${address}/chain.pem` }],
  ["x5c", { x5c: ["MIIB"] }],
  ["kid that is a path", { kid: "../../../../dev/null" }],
  ["kid that is SQL", { kid: "first' union select 'x" }],
  ["kid that is an address", { kid: `${address}/key` }],
  ["crit", { crit: ["b64"], b64: true }],
];
const here = () => `http://127.0.0.1:${listener.port}`;

describe("request objects", () => {
  const claims = (overrides: object = {}) => ({
    iss: app.clientId,
    aud: issuer.address,
    client_id: app.clientId,
    response_type: "code",
    redirect_uri: app.redirectUri,
    scope: "openid",
    code_challenge: pkcePair().challenge,
    code_challenge_method: "S256",
    exp: Math.floor(Date.now() / 1000) + 60,
    ...overrides,
  });
  const ask = async (request: string) => {
    const { outcome } = await authorize({ issuer, app, browser }, { request });
    return outcome.parameters.get("error") ?? (outcome.parameters.has("code") ? "a code" : outcome.kind);
  };

  it("get a code when the app's own key signed them", async () => {
    expect(await ask(await signByClient(key, claims()))).toBe("a code");
  });

  it.each(["none", "None", "NONE", "nOnE", ""])("with alg %j are not taken for signed ones", async (alg) => {
    expect(await ask(unsigned(claims(), alg))).toMatch(
      /^(request_not_supported|invalid_request_object|page)$/,
    );
  });

  it("under a public key as HMAC secret are refused", async () => {
    for (const secret of publicSecrets())
      expect(await ask(await mac(claims(), secret))).toBe("invalid_request_object");
  });

  it("of another app's key, or in another app's name, are refused", async () => {
    expect(await ask(await signByClient(attacker, claims()))).toBe("invalid_request_object");
    const foreign = claims({ iss: other.clientId, client_id: other.clientId });
    expect(await ask(await signByClient(attacker, foreign))).not.toBe("a code");
  });

  it("cannot bring their key with them, nor have it fetched", async () => {
    for (const [name, header] of keyHeaders(here()))
      expect(await ask(await signByClient(attacker, claims(), header)), name).toBe("invalid_request_object");
    expect(listener.connections()).toBe(0);
  });

  it("that are client assertions are none", async () => {
    const assertion = assertionClaims(app.clientId, new Date(), { aud: issuer.address });
    expect(await ask(await signByClient(key, assertion))).not.toBe("a code");
  });

  it("are not fetched from an address that was not registered", async () => {
    const request_uri = `${here()}/request.jwt`;
    const { outcome } = await authorize({ issuer, app, browser }, { request_uri });
    expect(outcome.parameters.get("error")).toBe("request_uri_not_supported");
    expect(listener.connections()).toBe(0);
  });
});

describe("client assertions", () => {
  const show = async (jwt: string, fields: Record<string, string> = {}) => {
    const response = await callEndpoint(issuer, "/oauth/introspect", undefined, {
      token: "x",
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: jwt,
      ...fields,
    });
    return response.status === 200 ? "let in" : `${response.status} ${await errorOf(response)}`;
  };
  const claims = (overrides: Record<string, unknown> = {}) =>
    assertionClaims(app.clientId, new Date(), { aud: issuer.address, ...overrides });
  const refused = "401 invalid_client";

  it("let one in of twenty that show the same at once", async () => {
    const jwt = await signByClient(key, claims());
    const answers = await Promise.all(Array.from({ length: 20 }, () => show(jwt)));
    expect(answers.sort()).toEqual([...Array(19).fill(refused), "let in"]);
  });

  it.each([
    ["another server", { aud: "https://other.example" }],
    ["a server whose address begins like ours", { aud: "ISSUER.evil.example" }],
    ["one of our pages", { aud: "ISSUER/sign-in" }],
    ["nobody", { aud: undefined }],
    ["nobody of a list", { aud: [] }],
  ])("for %s are refused", async (_, { aud }) => {
    const audience = typeof aud === "string" ? aud.replace("ISSUER", issuer.address) : aud;
    expect(await show(await signByClient(key, claims({ aud: audience })))).toBe(refused);
  });

  it("that are expired, of the future, or good for ever are refused", async () => {
    const now = Math.floor(Date.now() / 1000);
    for (const times of [
      { exp: now - 300, iat: now - 600 },
      { iat: now + 300, exp: now + 600 },
      { nbf: now + 300 },
      { exp: now + 315_360_000 },
      { exp: undefined },
      { exp: "tomorrow" },
    ])
      expect(await show(await signByClient(key, claims(times)))).toBe(refused);
  });

  it("of another app are refused beside this one's client_id", async () => {
    const jwt = await signByClient(
      attacker,
      assertionClaims(other.clientId, new Date(), { aud: issuer.address }),
    );
    expect(await show(jwt, { client_id: app.clientId })).not.toBe("let in");
    expect(await show(await signByClient(attacker, claims()))).toBe(refused);
  });

  it("with alg none, or under a public key as HMAC secret, are refused", async () => {
    expect(await show(unsigned(claims()))).toBe(refused);
    for (const secret of publicSecrets()) expect(await show(await mac(claims(), secret))).toBe(refused);
  });

  it("cannot bring their key with them, nor have it fetched", async () => {
    for (const [name, header] of keyHeaders(here()))
      expect(await show(await signByClient(attacker, claims(), header)), name).toBe(refused);
    expect(listener.connections()).toBe(0);
  });

  it("that are anything but JWTs are refused, and never an error of ours", async () => {
    for (const jwt of [
      "x",
      "..",
      "a.b.c",
      `${encode(null)}.${encode(null)}.x`,
      `${encode({ alg: 1 })}.e30.x`,
    ])
      expect(await show(jwt)).toMatch(/^40[01] invalid_(client|request)$/);
  });
});
