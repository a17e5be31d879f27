/** Server-side request forgery through every address that whoever registers an app can name. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assertionClaims, makeClientKey, signByClient } from "#lib/testing/client-key.ts";
import { type Browser, openBrowser } from "../support/browser.ts";
import { authorize } from "../support/flow.ts";
import { callback, type Issuer, startIssuer } from "../support/issuer.ts";
import { type Listener, listenForNothing } from "./listener.ts";

let issuer: Issuer;
let browser: Browser;
let listener: Listener;
let places: string[];
beforeAll(async () => {
  listener = await listenForNothing();
  const hosts = ["127.0.0.1", "localhost", "[::1]", "127.1", "2130706433", "0x7f000001", "0177.0.0.1"];
  const others = [
    "0.0.0.0",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "169.254.169.254",
    "localhost.",
  ];
  places = [...hosts, ...others].flatMap((host) =>
    ["http", "https"].map((scheme) => `${scheme}://${host}:${listener.port}/latest/meta-data`),
  );
  issuer = await startIssuer({ DYNAMIC_REGISTRATION: "open", CLIENT_ID_METADATA_DOCUMENTS: "on" });
  browser = await openBrowser(issuer);
}, 240_000);
afterAll(async () => {
  await issuer.close();
  await listener.close();
});

async function register(metadata: object): Promise<{ status: number; clientId: string | undefined }> {
  const response = await issuer.fetch(`${issuer.address}/oauth/register`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ redirect_uris: [callback], token_endpoint_auth_method: "none", ...metadata }),
  });
  const { client_id } = (await response.json()) as { client_id?: string };
  return { status: response.status, clientId: client_id };
}

describe("this machine is not called", () => {
  it("for a jwks_uri, however a JWT wants its key fetched", async () => {
    const key = makeClientKey();
    for (const jwks_uri of places) {
      const { clientId } = await register({ jwks_uri, token_endpoint_auth_method: "private_key_jwt" });
      if (clientId === undefined) continue;
      const claims = assertionClaims(clientId, new Date(), { aud: issuer.address });
      const response = await issuer.fetch(`${issuer.address}/oauth/token`, {
        method: "POST",
        body: new URLSearchParams({
          grant_type: "authorization_code",
          code: "x",
          client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
          client_assertion: await signByClient(key, claims),
        }),
      });
      expect(response.status).toBe(401);
      const request = await signByClient(key, { client_id: clientId, redirect_uri: callback });
      const query = new URLSearchParams({ client_id: clientId, request });
      const asked = await issuer.fetch(`${issuer.address}/oauth/authorize?${query}`);
      expect(asked.status).toBeLessThan(500);
    }
    expect(listener.connections()).toBe(0);
  });

  it("for a request_uri, and nothing is told of what stands there", async () => {
    const answers = new Set<string | null>();
    for (const request_uri of places) {
      const { clientId } = await register({ request_uris: [request_uri] });
      if (clientId === undefined) continue;
      const app = { clientId, redirectUri: callback, authMethod: "none" };
      const { outcome } = await authorize({ issuer, app, browser }, { request_uri });
      answers.add(outcome.parameters.get("error_description"));
      expect(outcome.parameters.get("error")).toBe("invalid_request_uri");
    }
    expect([...answers]).toEqual([expect.stringContaining("could not be read")]);
    expect(listener.connections()).toBe(0);
  });

  it("for a sector_identifier_uri, and nothing is told of what stands there", async () => {
    const answers = new Set<number>();
    for (const sector_identifier_uri of places)
      answers.add((await register({ sector_identifier_uri, subject_type: "pairwise" })).status);
    expect([...answers]).toEqual([400]);
    expect(listener.connections()).toBe(0);
  });

  it("for logos, policies and other addresses that people are shown", async () => {
    const names = ["logo_uri", "client_uri", "policy_uri", "tos_uri", "initiate_login_uri"];
    const [address = ""] = places;
    const { clientId = "" } = await register(Object.fromEntries(names.map((name) => [name, address])));
    const app = { clientId, redirectUri: callback, authMethod: "none" };
    const { outcome } = await authorize({ issuer, app, browser });
    expect(outcome.met).toEqual(["/consent"]);
    expect(listener.connections()).toBe(0);
  });

  it("for a client id that is the address of a document", async () => {
    for (const clientId of places) {
      const app = { clientId, redirectUri: callback, authMethod: "none" };
      const { outcome } = await authorize({ issuer, app, browser });
      expect(outcome).toMatchObject({ kind: "page", status: 400 });
    }
    expect(listener.connections()).toBe(0);
  });

  it("for logout tokens", async () => {
    const person = await openBrowser(issuer);
    for (const backchannel_logout_uri of places) {
      const { clientId } = await register({ backchannel_logout_uri });
      if (clientId === undefined) continue;
      const app = { clientId, redirectUri: callback, authMethod: "none" };
      const { outcome } = await authorize({ issuer, app, browser: person });
      expect(outcome.parameters.has("code")).toBe(true);
    }
    const page = await person.go(`${issuer.address}/oauth/end-session`);
    const interaction = page.url.searchParams.get("interaction") ?? "";
    await person.submit("/oauth/end-session/confirm", { interaction, decision: "sign_out" });
    // Deliveries begin within a second.
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(listener.connections()).toBe(0);
  });
});
