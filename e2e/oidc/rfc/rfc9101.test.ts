/** RFC 9101, JWT-Secured Authorization Requests, from outside. */
import { beforeAll, describe, expect, it } from "vitest";
import { type ClientKey, makeClientKey, signByClient } from "#lib/testing/client-key.ts";
import { signUp } from "../../support/protocol.ts";
import { locationOf, pkce, redirectUri, visit } from "../relying-party.ts";
import { base, type MachineClient, registerClient } from "./machine-client.ts";

const keys = (["RS256", "PS256", "ES256", "EdDSA"] as const).map((alg) => makeClientKey(alg));
const [, , key = makeClientKey("ES256")] = keys;
let client: MachineClient;
let cookie: string;
beforeAll(async () => {
  client = await registerClient({ jwks: { keys: keys.map(({ publicJwk }) => publicJwk) } });
  ({ cookie } = await signUp(`jar-${crypto.randomUUID()}@example.com`));
});

const seconds = () => Math.floor(Date.now() / 1000);
const contents = (overrides: Record<string, unknown> = {}) => ({
  iss: client.clientId,
  aud: base(),
  exp: seconds() + 60,
  client_id: client.clientId,
  response_type: "code",
  redirect_uri: redirectUri,
  scope: "openid",
  state: "inside",
  code_challenge: pkce().challenge,
  code_challenge_method: "S256",
  ...overrides,
});
const sign = (overrides: Record<string, unknown> = {}, by: ClientKey = key, header = {}) =>
  signByClient(by, contents(overrides), header);
const send = (request: string, outside: Record<string, string> = {}) => {
  const query = new URLSearchParams({ client_id: client.clientId, request, ...outside });
  return visit(`${base()}/oauth/authorize?${query}`, cookie);
};
const fallback = { redirect_uri: redirectUri, state: "outside", response_type: "code", scope: "openid" };
const refusalOf = async (request: string) => {
  const { searchParams } = locationOf(await send(request, fallback));
  return [searchParams.get("error"), searchParams.get("state")];
};
const refused = ["invalid_request_object", "outside"];

describe("RFC 9101 section 10.5: metadata", () => {
  it("says that request objects are taken, by reference too, and how they may be signed", async () => {
    const metadata = await (await fetch(`${base()}/.well-known/openid-configuration`)).json();
    expect(metadata).toMatchObject({
      request_parameter_supported: true,
      request_uri_parameter_supported: true,
      require_request_uri_registration: true,
      request_object_signing_alg_values_supported: ["RS256", "PS256", "ES256", "EdDSA"],
    });
  });
});

describe("RFC 9101 section 5: a request by request object", () => {
  it.each(keys.map((one) => [one.alg, one] as const))("is taken signed by %s", async (_, one) => {
    const { searchParams } = locationOf(await send(await sign({}, one)));
    expect(searchParams.get("code")).toMatch(/^.{43}$/);
    expect(searchParams.get("state")).toBe("inside");
  });

  it("is read from it alone", async () => {
    const { searchParams } = locationOf(await send(await sign(), { ...fallback, prompt: "login" }));
    expect(searchParams.get("state")).toBe("inside");
    const incomplete = await send(await sign({ redirect_uri: undefined }), fallback);
    expect(incomplete.status).toBe(400);
  });

  it("may be of typ oauth-authz-req+jwt (section 10.8)", async () => {
    const request = await sign({}, key, { typ: "oauth-authz-req+jwt" });
    expect(locationOf(await send(request)).searchParams.has("code")).toBe(true);
  });

  it("may be posted", async () => {
    const body = new URLSearchParams({ client_id: client.clientId, request: await sign() });
    const first = await visit(`${base()}/oauth/authorize`, cookie, { method: "POST", body });
    const { searchParams } = locationOf(await visit(locationOf(first).href, cookie));
    expect(searchParams.get("state")).toBe("inside");
  });
});

describe("RFC 9101 section 6.3: validation", () => {
  it.each([
    ["section 6.2: a signature of another key", async () => signByClient(makeClientKey("ES256"), contents())],
    ["section 6.2: a changed payload", async () => (await sign()).replace(/\.[^.]+\./, ".e30.")],
    ["section 5: another client_id inside", () => sign({ client_id: "other" })],
    ["section 5: no client_id inside", () => sign({ client_id: undefined })],
    ["section 4: request inside", () => sign({ request: "x" })],
    ["section 4: request_uri inside", () => sign({ request_uri: "https://a.example" })],
    ["another issuer", () => sign({ iss: "other" })],
    ["another audience", () => sign({ aud: "https://other.example" })],
    ["an exp that is over", () => sign({ exp: seconds() - 120 })],
    ["section 10.8: sub that is the client", () => sign({ sub: client.clientId })],
    ["section 10.8: the typ of another kind of JWT", () => sign({}, key, { typ: "at+jwt" })],
    ["a jku", () => sign({}, key, { jku: "https://evil.example/jwks" })],
    ["an x5u", () => sign({}, key, { x5u: "https://evil.example/x" })],
    ["a jwk", () => sign({}, key, { jwk: { ...key.publicJwk } as never })],
    ["no JWT", async () => "nonsense"],
  ])("refuses %s", async (_, make) => {
    expect(await refusalOf(await make())).toEqual(refused);
  });

  it("section 10.1: refuses an unsigned one, to the address of the plain request", async () => {
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
    const none = `${encode({ alg: "none" })}.${encode(contents())}.`;
    expect(await refusalOf(none)).toEqual(["request_not_supported", "outside"]);
    expect((await send(none)).status).toBe(400);
    expect((await send(none, { ...fallback, redirect_uri: "https://evil.example/" })).status).toBe(400);
  });

  it("section 10.4: refuses one by reference of a client that registered no such address", async () => {
    const refer = async ({ clientId }: MachineClient) => {
      const request_uri = "https://a.example/request.jwt";
      const query = new URLSearchParams({ client_id: clientId, request_uri, ...fallback });
      return locationOf(await visit(`${base()}/oauth/authorize?${query}`, cookie)).searchParams.get("error");
    };
    expect(await refer(client)).toBe("request_uri_not_supported");
    const referring = await registerClient({ requestUris: ["https://b.example/request.jwt"] });
    expect(await refer(referring)).toBe("invalid_request_uri");
  });
});
