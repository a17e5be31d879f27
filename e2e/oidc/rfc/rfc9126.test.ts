/** RFC 9126, Pushed Authorization Requests, from outside. */
import { beforeAll, describe, expect, it } from "vitest";
import { makeClientKey } from "#lib/testing/client-key.ts";
import { signUp } from "../../support/protocol.ts";
import { authorizationUrl, locationOf, pkce, redirectUri, visit } from "../relying-party.ts";
import {
  assertionFields,
  base,
  call,
  credentials,
  type MachineClient,
  makeProof,
  registerClient,
} from "./machine-client.ts";

let client: MachineClient;
let other: MachineClient;
let cookie: string;
beforeAll(async () => {
  [client, other] = [await registerClient(), await registerClient()];
  ({ cookie } = await signUp(`par-${crypto.randomUUID()}@example.com`));
});

const request = (overrides: Record<string, string | undefined> = {}) => ({
  response_type: "code",
  redirect_uri: redirectUri,
  scope: "openid",
  state: "pushed",
  code_challenge: pkce().challenge,
  code_challenge_method: "S256",
  ...overrides,
});
const push = (overrides: Record<string, string | undefined> = {}, as = client, headers = {}) =>
  call("par", { ...request(), ...credentials(as), ...overrides }, headers);
const use = (requestUri: unknown, clientId = client.clientId, more = {}) =>
  visit(
    `${base()}/oauth/authorize?${new URLSearchParams({ client_id: clientId, request_uri: String(requestUri), ...more })}`,
    cookie,
  );

describe("RFC 9126 section 2: the endpoint", () => {
  it("is told by the metadata", async () => {
    const metadata = await (await fetch(`${base()}/.well-known/oauth-authorization-server`)).json();
    expect(metadata.pushed_authorization_request_endpoint).toBe(`${base()}/oauth/par`);
  });

  it("section 2.2: answers 201 with request_uri and expires_in, kept by nobody on the way", async () => {
    const { status, body, headers } = await push();
    expect(status).toBe(201);
    expect(headers.get("content-type")).toBe("application/json");
    expect(headers.get("cache-control")).toContain("no-store");
    expect(body.request_uri).toMatch(/^urn:ietf:params:oauth:request_uri:.{43}$/);
    expect(body.expires_in).toBe(300);
    expect(Object.keys(body).sort()).toEqual(["expires_in", "request_uri"]);
  });

  it("section 2.2: never gives the same request_uri twice", async () => {
    const uris = await Promise.all(Array.from({ length: 10 }, async () => (await push()).body.request_uri));
    expect(new Set(uris).size).toBe(10);
  });

  it("section 2: takes client authentication as the token endpoint does", async () => {
    expect((await push({ client_secret: "wrong" })).status).toBe(401);
    expect((await push({ client_secret: "wrong" })).body.error).toBe("invalid_client");
    const { clientId, clientSecret } = await registerClient({
      tokenEndpointAuthMethod: "client_secret_basic",
    });
    const authorization = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`;
    const basic = await call("par", request(), { authorization });
    expect(basic.status).toBe(201);
    const refused = await call("par", request(), { authorization: `${authorization}x` });
    expect(refused.status).toBe(401);
    expect(refused.headers.get("www-authenticate")).toMatch(/^Basic /);
  });

  it("section 2: takes the assertion of a client with a key", async () => {
    const key = makeClientKey("ES256");
    const signer = await registerClient({
      tokenEndpointAuthMethod: "private_key_jwt",
      jwks: { keys: [key.publicJwk] },
    });
    const assertion = await assertionFields(signer, key);
    expect((await call("par", { ...request(), client_id: signer.clientId, ...assertion })).status).toBe(201);
    expect((await call("par", { ...request(), client_id: signer.clientId, ...assertion })).status).toBe(401);
  });

  it("section 2.3: answers 405 to GET", async () => {
    expect((await fetch(`${base()}/oauth/par`)).status).toBe(405);
  });

  it("section 2.3: answers 413 to a request that is too large", async () => {
    const body = new URLSearchParams({ client_id: client.clientId, state: "s".repeat(100_000) });
    expect((await fetch(`${base()}/oauth/par`, { method: "POST", body })).status).toBe(413);
  });

  it.each([
    ["section 2.1: request_uri", { request_uri: "https://a.example/r" }, "invalid_request"],
    [
      "section 2.3: a redirect_uri that is not registered",
      { redirect_uri: "https://evil.example/" },
      "invalid_request",
    ],
    ["section 2.3: a scope that nobody knows", { scope: "files" }, "invalid_scope"],
    ["section 2.3: a request without PKCE", { code_challenge: undefined }, "invalid_request"],
    ["section 3: a request object that is none", { request: "x" }, "invalid_request_object"],
  ])("refuses %s", async (_, overrides, error) => {
    const { status, body } = await push(overrides);
    expect(status).toBe(400);
    expect(body.error).toBe(error);
    expect(body.error_description).toBeTypeOf("string");
  });

  it("refuses a repeated parameter", async () => {
    const { status, body } = await call("par", {
      ...request(),
      ...credentials(client),
      scope: ["openid", "openid"],
    });
    expect([status, body.error]).toEqual([400, "invalid_request"]);
  });
});

describe("RFC 9126 section 4: the authorization request", () => {
  it("takes what was pushed, and nothing else that it says", async () => {
    const { body } = await push();
    const location = locationOf(
      await use(body.request_uri, client.clientId, { state: "outside", scope: "x" }),
    );
    expect(location.searchParams.get("state")).toBe("pushed");
    expect(location.searchParams.get("code")).toMatch(/^.{43}$/);
  });

  it("section 7.3: takes it once", async () => {
    const { body } = await push();
    expect((await use(body.request_uri)).status).toBe(303);
    const again = await use(body.request_uri);
    expect(again.status).toBe(400);
    expect(again.headers.get("location")).toBeNull();
  });

  it("section 2.2: takes it from the client that pushed it alone", async () => {
    const { body } = await push();
    expect((await use(body.request_uri, other.clientId)).status).toBe(400);
    expect((await use(body.request_uri)).status).toBe(303);
  });

  it("section 7.1: gives nothing for a guess", async () => {
    const guess = `urn:ietf:params:oauth:request_uri:${"A".repeat(43)}`;
    const response = await use(guess);
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toContain("text/html");
  });

  it("section 6: a client may be bound to push", async () => {
    const always = await registerClient({ requirePushedAuthorizationRequests: true });
    const plain = authorizationUrl({ client_id: always.clientId, code_challenge: pkce().challenge });
    expect(locationOf(await visit(plain, cookie)).searchParams.get("error")).toBe("invalid_request");
    const { body } = await push({}, always);
    const location = locationOf(await use(body.request_uri, always.clientId));
    expect(location.searchParams.has("code")).toBe(true);
  });
});

describe("RFC 9449 section 10.1: a proof with the push", () => {
  it("binds the code: another key cannot redeem it", async () => {
    const [key, stranger] = [makeClientKey("ES256"), makeClientKey("ES256")];
    const { challenge, verifier } = pkce();
    const url = `${base()}/oauth/par`;
    const pushed = await push({ code_challenge: challenge }, client, { dpop: await makeProof(key, { url }) });
    expect(pushed.status).toBe(201);
    expect(pushed.headers.get("dpop-nonce")).toBeTruthy();
    const nonce = pushed.headers.get("dpop-nonce") ?? "";
    const code = locationOf(await use(pushed.body.request_uri)).searchParams.get("code") ?? "";
    const redeem = async (by: typeof key) =>
      call(
        "token",
        {
          ...credentials(client),
          grant_type: "authorization_code",
          redirect_uri: redirectUri,
          code,
          code_verifier: verifier,
        },
        { dpop: await makeProof(by, { nonce }) },
      );
    const refused = await redeem(stranger);
    expect([refused.status, refused.body.error]).toEqual([400, expect.stringMatching(/^invalid_/)]);
  });

  it("must be for this endpoint", async () => {
    const proof = await makeProof(makeClientKey("ES256"), { url: `${base()}/oauth/token` });
    const { status, body } = await push({}, client, { dpop: proof });
    expect([status, body.error]).toEqual([400, "invalid_dpop_proof"]);
  });
});
