/** OAuth Client ID Metadata Document: an app that is known by the address of its own description. */
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Browser, openBrowser } from "../support/browser.ts";
import { authorize, checkAnswer } from "../support/flow.ts";
import { type App, callback, type Issuer, sharedIssuer, startIssuer } from "../support/issuer.ts";

let issuer: Issuer;
let browser: Browser;
let address: string;
let asked = 0;
let count = 0;
let answer: (response: ServerResponse) => void;
const server = createServer((_, response) => {
  asked += 1;
  answer(response);
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  issuer = await startIssuer({
    CLIENT_ID_METADATA_DOCUMENTS: "on",
    ALLOW_PRIVATE_NETWORK: "127.0.0.1",
    DYNAMIC_CLIENT_RESOURCES: "https://api.example.com/",
  });
  browser = await openBrowser(issuer);
}, 240_000);
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await issuer.close();
});
beforeEach(() => {
  count += 1;
  asked = 0;
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/app-${count}.json`;
  serve({});
});

function serve(members: Record<string, unknown>, status = 200, type = "application/json") {
  const document = { client_id: address, client_name: "Robot", redirect_uris: [callback], ...members };
  answer = (response) => response.writeHead(status, { "content-type": type }).end(JSON.stringify(document));
}

const app = (): App => ({ clientId: address, redirectUri: callback, authMethod: "none" });
const redeem = (code: string, verifier: string, fields: Record<string, string> = {}) =>
  issuer.fetch(`${issuer.address}/oauth/token`, {
    method: "POST",
    body: new URLSearchParams({
      client_id: address,
      grant_type: "authorization_code",
      redirect_uri: callback,
      code,
      code_verifier: verifier,
      ...fields,
    }),
  });

describe("an app by its document", () => {
  it("is advertised where it works, and unknown where it does not", async () => {
    expect(await issuer.metadata()).toMatchObject({ client_id_metadata_document_supported: true });
    const shared = sharedIssuer();
    expect(await shared.metadata()).not.toHaveProperty("client_id_metadata_document_supported");
    const stranger = await openBrowser(shared);
    const { outcome } = await authorize({ issuer: shared, app: app(), browser: stranger });
    expect(outcome).toMatchObject({ kind: "page", status: 400 });
    expect(asked).toBe(0);
    await shared.close();
  });

  it("signs a person in, who is shown whose word it is", async () => {
    const { sent, outcome } = await authorize({ issuer, app: app(), browser }, { scope: "openid profile" });
    expect(outcome.met).toEqual(["/consent"]);
    const code = checkAnswer(issuer, app(), sent, outcome).get("code") ?? "";
    expect(await (await redeem(code, sent.verifier)).json()).toMatchObject({ scope: "openid profile" });
    expect(asked).toBe(1);
    const again = await authorize(
      { issuer, app: app(), browser },
      { prompt: "consent" },
      { consent: "deny" },
    );
    expect(again.outcome.parameters.get("error")).toBe("access_denied");
    const page = await consentPage();
    expect(page).toContain("describes itself at");
    expect(page).toContain(new URL(address).host);
  });

  it("may ask tokens for the resources that the operator opened to such apps", async () => {
    const wishes = { resource: "https://api.example.com/" };
    const { sent, outcome } = await authorize({ issuer, app: app(), browser }, wishes);
    const code = checkAnswer(issuer, app(), sent, outcome).get("code") ?? "";
    expect((await redeem(code, sent.verifier, wishes)).status).toBe(200);
    const other = await authorize(
      { issuer, app: app(), browser },
      { resource: "https://other.example.com/" },
    );
    expect(other.outcome.parameters.get("error")).toBe("invalid_target");
  });

  it("needs PKCE", async () => {
    const without = { code_challenge: undefined, code_challenge_method: undefined };
    const { outcome } = await authorize({ issuer, app: app(), browser }, without);
    expect(outcome.parameters.get("error")).toBe("invalid_request");
  });

  it("is made once by many first requests at once", async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => authorize({ issuer, app: app(), browser }, { prompt: "none" })),
    );
    for (const { outcome } of outcomes) expect(outcome.parameters.get("error")).toBe("consent_required");
    expect(asked).toBe(1);
  });

  it.each([
    ["another id", { client_id: "https://other.example.com/" }],
    ["a secret", { client_secret: "s", token_endpoint_auth_method: "client_secret_basic" }],
    ["no redirect URI", { redirect_uris: [] }],
  ])("is refused on a page, for a document with %s", async (_, members) => {
    serve(members);
    const { outcome } = await authorize({ issuer, app: app(), browser });
    expect(outcome).toMatchObject({ kind: "page", status: 400 });
    expect(outcome.html).toContain("description cannot be used");
  });

  it.each([
    "https://localhost/client.json",
    "https://10.0.0.1/client.json",
    "https://[::1]/client.json",
    "https://169.254.169.254/client.json",
    "http://127.0.0.2/client.json",
  ])("is not fetched from inside: %s", async (clientId) => {
    const { outcome } = await authorize({ issuer, app: { ...app(), clientId }, browser });
    expect(outcome).toMatchObject({ kind: "page", status: 400 });
    expect(outcome.html).toContain("could not be read");
  });
});

/** The question itself, which the browser of these tests otherwise answers. */
async function consentPage(): Promise<string> {
  const query = new URLSearchParams({
    client_id: address,
    redirect_uri: callback,
    response_type: "code",
    scope: "openid",
    prompt: "consent",
    code_challenge: "c".repeat(43),
    code_challenge_method: "S256",
  });
  const headers = { cookie: browser.cookie() };
  const first = await issuer.fetch(`${issuer.address}/oauth/authorize?${query}`, { headers });
  const page = await issuer.fetch(first.headers.get("location") ?? "", { headers });
  return await page.text();
}
