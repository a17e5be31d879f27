/** Dynamic Client Registration (RFC 7591) and its management (RFC 7592), over HTTP. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Browser, openBrowser } from "../support/browser.ts";
import { authorize, checkAnswer, credentialsOf } from "../support/flow.ts";
import { callback, type Issuer, sharedIssuer, startIssuer } from "../support/issuer.ts";

let open: Issuer;
let byToken: Issuer;
let browser: Browser;
beforeAll(async () => {
  [open, byToken] = await Promise.all([
    startIssuer({ DYNAMIC_REGISTRATION: "open" }),
    startIssuer({ DYNAMIC_REGISTRATION: "token" }),
  ]);
  browser = await openBrowser(open);
}, 240_000);
afterAll(async () => {
  await Promise.all([open.close(), byToken.close()]);
});

const plain = { redirect_uris: [callback], client_name: "Self-made" };

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, string>>;
}

async function send(
  address: string,
  { method = "POST", body, token }: { method?: string; body?: unknown; token?: string | undefined } = {},
): Promise<Answer> {
  const response = await fetch(address, {
    method,
    headers: {
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? {} : JSON.parse(text) };
}

const register = (body: unknown = plain, issuer = open, token?: string) =>
  send(`${issuer.address}/oauth/register`, { body, token });

describe("RFC 7591 section 3", () => {
  it("is not there unless the operator opens it, nor in discovery", async () => {
    const shared = sharedIssuer();
    expect((await register(plain, shared)).status).toBe(404);
    expect((await send(`${shared.address}/oauth/register/x`, { method: "GET", token: "x" })).status).toBe(
      404,
    );
    expect(await shared.metadata()).not.toHaveProperty("registration_endpoint");
    expect(await open.metadata()).toMatchObject({ registration_endpoint: `${open.address}/oauth/register` });
    await shared.close();
  });

  it("answers 201, not to be kept, with everything that holds", async () => {
    const { status, headers, body } = await register({ ...plain, unknown_member: true });
    expect(status).toBe(201);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(body).toMatchObject({
      ...plain,
      client_id: expect.any(String),
      client_secret: expect.any(String),
      client_secret_expires_at: 0,
      token_endpoint_auth_method: "client_secret_basic",
      grant_types: ["authorization_code"],
      response_types: ["code"],
      registration_client_uri: `${open.address}/oauth/register/${body.client_id}`,
    });
    expect(body).not.toHaveProperty("unknown_member");
  });

  it("the app signs a person in, who is asked and told that nobody knows it", async () => {
    const { body } = await register();
    const app = {
      clientId: body.client_id ?? "",
      clientSecret: body.client_secret ?? "",
      redirectUri: callback,
      authMethod: "client_secret_basic",
    };
    const { sent, outcome } = await authorize({ issuer: open, app, browser });
    expect(outcome.met).toEqual(["/consent"]);
    const code = checkAnswer(open, app, sent, outcome).get("code") ?? "";
    const { headers } = credentialsOf(app);
    const tokens = await open.fetch(`${open.address}/oauth/token`, {
      method: "POST",
      headers,
      body: new URLSearchParams({
        grant_type: "authorization_code",
        redirect_uri: callback,
        code,
        code_verifier: sent.verifier,
      }),
    });
    expect(tokens.status).toBe(200);
  });

  it("needs an initial access token where the operator says so, good for as many apps as it says", async () => {
    const refused = await register(plain, byToken);
    expect(refused).toMatchObject({ status: 401, body: { error: "invalid_token" } });
    expect(refused.headers.get("www-authenticate")).toMatch(/^Bearer .*error="invalid_token"/);
    const made = await byToken.latchkey?.command("registration-token", "add", "--uses", "2", "--json");
    const { token } = JSON.parse(made ?? "{}") as { token: string };
    const answers = await Promise.all(Array.from({ length: 20 }, () => register(plain, byToken, token)));
    expect(answers.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(2);
    expect(await byToken.latchkey?.command("registration-token", "list")).toContain("uses left: 0");
    await byToken.latchkey?.command("registration-token", "remove", "--name", "apps");
    expect(await byToken.latchkey?.command("registration-token", "list")).toContain("There is none");
  });

  it("lets pages of any origin register", async () => {
    const response = await fetch(`${open.address}/oauth/register`, {
      method: "OPTIONS",
      headers: { origin: "https://app.example.com", "access-control-request-method": "POST" },
    });
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("access-control-allow-methods")).toContain("POST");
  });
});

describe("RFC 7591 section 3.2.2", () => {
  it.each([
    ["invalid_redirect_uri", { redirect_uris: ["http://app.example.com/"] }],
    ["invalid_redirect_uri", { redirect_uris: [] }],
    ["invalid_client_metadata", { ...plain, token_endpoint_auth_method: "tls_client_auth" }],
    ["invalid_client_metadata", { ...plain, jwks_uri: "http://169.254.169.254/" }],
    ["invalid_client_metadata", { ...plain, sector_identifier_uri: "https://127.0.0.1/s" }],
    ["invalid_software_statement", { ...plain, software_statement: 7 }],
    ["unapproved_software_statement", { ...plain, software_statement: "e30.e30.e30" }],
  ])("%s for %j", async (error, body) => {
    const answer = await register(body);
    expect(answer).toMatchObject({ status: 400, body: { error, error_description: expect.any(String) } });
  });

  it("refuses what is no JSON object, and what is too large, without failing", async () => {
    expect((await register([])).body.error).toBe("invalid_client_metadata");
    expect((await register({ ...plain, client_name: "a\0b" })).body.error).toBe("invalid_client_metadata");
    const large = {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...plain, client_name: "x".repeat(70_000) }),
    };
    expect((await fetch(`${open.address}/oauth/register`, large)).status).toBe(413);
    const form = { method: "POST", body: new URLSearchParams({ redirect_uris: callback }) };
    expect((await fetch(`${open.address}/oauth/register`, form)).status).toBe(415);
    const broken = { method: "POST", headers: { "content-type": "application/json" }, body: "{" };
    expect((await fetch(`${open.address}/oauth/register`, broken)).status).toBe(400);
  });
});

describe("RFC 7592", () => {
  const own = async () => {
    const { body } = await register();
    return {
      address: body.registration_client_uri ?? "",
      token: body.registration_access_token,
      id: body.client_id,
    };
  };

  it("section 2.1: reads the registration", async () => {
    const { address, token, id } = await own();
    const { status, headers, body } = await send(address, { method: "GET", token });
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(body).toMatchObject({ ...plain, client_id: id, registration_access_token: token });
  });

  it("section 2.2: replaces it", async () => {
    const { address, token, id } = await own();
    const body = { ...plain, client_id: id, client_name: "Renamed" };
    expect((await send(address, { method: "PUT", token, body })).body).toMatchObject({
      client_name: "Renamed",
    });
    const foreign = { ...body, client_id: "other" };
    const refused = await send(address, { method: "PUT", token, body: foreign });
    expect(refused).toMatchObject({ status: 400, body: { error: "invalid_client_metadata" } });
  });

  it("section 2.3: deletes it with 204, after which it is gone", async () => {
    const { address, token } = await own();
    expect((await send(address, { method: "DELETE", token })).status).toBe(204);
    const gone = await send(address, { method: "GET", token });
    expect(gone).toMatchObject({ status: 401, body: { error: "invalid_token" } });
  });

  it("opens to the registration's own token alone", async () => {
    const [mine, other] = [await own(), await own()];
    for (const token of [undefined, "wrong", other.token]) {
      const answer = await send(mine.address, { method: "DELETE", token });
      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer /);
    }
    expect((await send(mine.address, { method: "GET", token: mine.token })).status).toBe(200);
  });
});
