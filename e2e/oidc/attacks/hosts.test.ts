/** Requests that lie about the host, scheme or method they are for: the configuration alone says where we are. */
import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Browser, openBrowser } from "../support/browser.ts";
import { makeRequest } from "../support/flow.ts";
import { type App, type Issuer, sharedIssuer } from "../support/issuer.ts";

let issuer: Issuer;
let browser: Browser;
let app: App;
beforeAll(async () => {
  issuer = sharedIssuer();
  browser = await openBrowser(issuer);
  app = await issuer.addApp({ firstParty: true, tokenEndpointAuthMethod: "none" });
});
afterAll(() => issuer.close());

/** `fetch` lets nobody choose the Host header. */
async function send(
  path: string,
  headers: Record<string, string>,
  method = "GET",
): Promise<{ status: number; headers: IncomingMessage["headers"]; text: string }> {
  const outgoing = request(`${issuer.address}${path}`, { method, headers });
  outgoing.end();
  const [incoming] = (await once(outgoing, "response")) as [IncomingMessage];
  let text = "";
  for await (const chunk of incoming) text += String(chunk);
  return { status: incoming.statusCode ?? 0, headers: incoming.headers, text };
}

const lies: [string, Record<string, string>][] = [
  ["Host", { host: "evil.example" }],
  ["X-Forwarded-Host", { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" }],
  ["Forwarded", { forwarded: "host=evil.example;proto=https" }],
  ["X-Original-URL", { "x-original-url": "/oauth/jwks", "x-rewrite-url": "/oauth/jwks" }],
];

describe("a request with another", () => {
  it.each(lies)("%s changes no address that we give", async (_, headers) => {
    const discovery = await send("/.well-known/openid-configuration", headers);
    expect(JSON.parse(discovery.text)).toMatchObject({
      issuer: issuer.address,
      token_endpoint: `${issuer.address}/oauth/token`,
    });
    const { query } = makeRequest({ issuer, app });
    const signIn = await send(`/oauth/authorize?${query}`, headers);
    expect(signIn.headers.location).toMatch(new RegExp(`^${RegExp.escape(issuer.address)}/sign-in\\?`));
    const answer = await send(`/oauth/authorize?${query}`, { ...headers, cookie: browser.cookie() });
    const location = new URL(answer.headers.location ?? "");
    expect(location.origin + location.pathname).toBe(app.redirectUri);
    expect(location.searchParams.get("iss")).toBe(issuer.address);
    const page = await send("/sign-in", headers);
    expect(page.text).not.toContain("evil.example");
  });

  it.each(["PUT", "PATCH", "DELETE", "TRACE"])("method, %s, is refused by every endpoint", async (method) => {
    for (const path of ["authorize", "token", "userinfo", "introspect", "revoke", "par", "device", "jwks"]) {
      const { status } = await send(`/oauth/${path}`, { cookie: browser.cookie() }, method);
      expect([400, 404, 405, 501], path).toContain(status);
    }
  });

  it("method by a header changes nothing", async () => {
    const headers = { "x-http-method-override": "POST", cookie: browser.cookie() };
    for (const path of ["token", "consent", "end-session/confirm"])
      expect((await send(`/oauth/${path}`, headers)).status, path).toBe(405);
  });
});
