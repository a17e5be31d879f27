/**
 * An app of every template, registered as the administration's form does it, signs in the way that its product does: with
 * its redirect address, its way to authenticate, its scopes, with a code challenge only where it sends one, and reading
 * claims where it reads them. openid-client stands in for the libraries of other languages, and is Immich's own.
 */
import * as openid from "openid-client";
import { beforeAll, describe, expect, it } from "vitest";
import type { GroupId, UserId } from "#drizzle/schema/ids.ts";
import type { TemplateId } from "#lib/clients/templates/schema.ts";
import { templateIds } from "#lib/clients/templates/schema.ts";
import { metadataOfTemplate, templates } from "#lib/clients/templates/templates.ts";
import { addGroupMember } from "#lib/groups/add-group-member.ts";
import { createGroup } from "#lib/groups/create-group.ts";
import { type Browser, openBrowser } from "../support/browser.ts";
import type { App, Issuer } from "../support/issuer.ts";
import { deployedIssuer } from "./support/deployed-issuer.ts";

interface Product {
  readonly authenticate: (secret: string) => openid.ClientAuth;
  readonly pkce: boolean;
  /** Not every library sends one. */
  readonly nonce: boolean;
  /** Where the product looks for the person's claims. */
  readonly reads: "userinfo" | "id_token";
  readonly refreshes: boolean;
  /** The claims that its settings name. */
  readonly claims: readonly string[];
  /** As the request names it, where that is not the first of those registered. */
  readonly redirectUri?: string;
}

const basic = openid.ClientSecretBasic;
const body = openid.ClientSecretPost;
const none = () => openid.None();
const person = ["email", "name", "preferred_username"];

type SigningIn = Exclude<TemplateId, "machine">;

const products: Readonly<Record<SigningIn, Product>> = {
  // golang.org/x/oauth2, which knows no nonce.
  grafana: {
    authenticate: basic,
    pkce: true,
    nonce: false,
    reads: "userinfo",
    refreshes: true,
    claims: [...person, "groups"],
  },
  // goth, on the same.
  gitea: {
    authenticate: basic,
    pkce: false,
    nonce: false,
    reads: "userinfo",
    refreshes: true,
    claims: [...person, "groups"],
  },
  nextcloud: {
    authenticate: body,
    pkce: true,
    nonce: true,
    reads: "id_token",
    refreshes: true,
    claims: ["name", "email", "groups"],
  },
  immich: {
    authenticate: body,
    pkce: false,
    nonce: false,
    reads: "userinfo",
    refreshes: true,
    claims: person,
  },
  // openidconnect for Rust.
  proxmox: {
    authenticate: basic,
    pkce: false,
    nonce: true,
    reads: "id_token",
    refreshes: false,
    claims: ["email"],
  },
  // go-oidc.
  "oauth2-proxy": {
    authenticate: basic,
    pkce: true,
    nonce: true,
    reads: "userinfo",
    refreshes: true,
    claims: ["email", "groups"],
  },
  "argo-cd": {
    authenticate: basic,
    pkce: false,
    nonce: true,
    reads: "id_token",
    refreshes: true,
    claims: ["email", "groups"],
  },
  web: {
    authenticate: basic,
    pkce: true,
    nonce: true,
    reads: "userinfo",
    refreshes: true,
    claims: person,
  },
  "single-page": {
    authenticate: none,
    pkce: true,
    nonce: true,
    reads: "userinfo",
    refreshes: true,
    claims: person,
  },
  // The port is known when the program runs.
  native: {
    authenticate: none,
    pkce: true,
    nonce: true,
    reads: "userinfo",
    refreshes: true,
    claims: person,
    redirectUri: "http://127.0.0.1:49152/callback",
  },
};

let issuer: Issuer;
let browser: Browser;
let groupName: string;
beforeAll(async () => {
  issuer = deployedIssuer();
  browser = await openBrowser(issuer);
  groupName = `crew-${crypto.randomUUID()}`;
  const operator = await issuer.operator();
  const group = await createGroup(operator, { name: groupName, displayName: "Crew" });
  await addGroupMember(operator, { group: group.id as GroupId, user: browser.userId as UserId });
});

interface SetUp {
  readonly app: App;
  readonly config: openid.Configuration;
  /** The scopes in the settings that the form gives out to be pasted. */
  readonly scope: string;
}

async function setUp(id: TemplateId, authenticate: Product["authenticate"]): Promise<SetUp> {
  const template = templates[id];
  const appUrl = template.exampleUrl ?? "";
  const answers = { name: id, appUrl, redirectUris: [], postLogoutRedirectUris: [], firstParty: true };
  const app = await issuer.addApp(metadataOfTemplate(template, answers));
  const secret = app.clientSecret ?? "";
  const pasted = template
    .settings({
      instance: "Latchkey",
      issuer: issuer.address,
      clientId: app.clientId,
      secret,
      appUrl,
      redirectUri: app.redirectUri,
    })
    .map(({ text }) => text)
    .join("\n");
  for (const value of [issuer.address, app.clientId, secret]) expect(pasted).toContain(value);
  const scope = /openid(?:[", ]+(?:profile|email|groups|offline_access))+/.exec(pasted)?.[0] ?? "";
  const config = await openid.discovery(
    new URL(issuer.address),
    app.clientId,
    undefined,
    authenticate(secret),
    issuer.address.startsWith("http:") ? { execute: [openid.allowInsecureRequests] } : {},
  );
  sendRedirectUriAsItIs(config, app.redirectUri);
  return { app, config, scope: scope.match(/\w+/g)?.join(" ") ?? "" };
}

/** JavaScript's URL puts a slash behind a bare origin; the libraries of others send what they were told. */
function sendRedirectUriAsItIs(config: openid.Configuration, redirectUri: string): void {
  config[openid.customFetch] = (address, options) => {
    const { body } = options;
    if (body instanceof URLSearchParams && body.get("redirect_uri") === `${redirectUri}/`)
      body.set("redirect_uri", redirectUri);
    return fetch(address, { ...options, body: body ?? null } as RequestInit);
  };
}

async function signIn({ app, config, scope }: SetUp, product: Product) {
  const verifier = product.pkce ? openid.randomPKCECodeVerifier() : undefined;
  const nonce = product.nonce ? openid.randomNonce() : undefined;
  const state = openid.randomState();
  const address = openid.buildAuthorizationUrl(config, {
    redirect_uri: product.redirectUri ?? app.redirectUri,
    scope,
    state,
    ...(nonce === undefined ? {} : { nonce }),
    ...(verifier === undefined
      ? {}
      : {
          code_challenge: await openid.calculatePKCECodeChallenge(verifier),
          code_challenge_method: "S256",
        }),
  });
  const { url } = await browser.go(address);
  return await openid.authorizationCodeGrant(config, url, {
    expectedState: state,
    idTokenExpected: true,
    ...(nonce === undefined ? {} : { expectedNonce: nonce }),
    ...(verifier === undefined ? {} : { pkceCodeVerifier: verifier }),
  });
}

describe("an app of the template", () => {
  it.each(Object.entries(products))("%s signs in as its product does", async (id, product) => {
    const ready = await setUp(id as SigningIn, product.authenticate);
    const tokens = await signIn(ready, product);
    const idToken = tokens.claims();
    expect(idToken).toMatchObject({ iss: issuer.address, aud: ready.app.clientId, sub: browser.userId });
    const claims =
      product.reads === "id_token"
        ? idToken
        : await openid.fetchUserInfo(ready.config, tokens.access_token, browser.userId);
    for (const name of product.claims) expect(claims, name).toHaveProperty(name);
    if (product.claims.includes("groups")) expect(claims?.groups).toEqual([groupName]);
    expect(tokens.refresh_token !== undefined).toBe(product.refreshes);
    if (tokens.refresh_token === undefined) return;
    const renewed = await openid.refreshTokenGrant(ready.config, tokens.refresh_token);
    expect(renewed.access_token).not.toBe(tokens.access_token);
  });

  it("machine gets a token of its own", async () => {
    const { config } = await setUp("machine", basic);
    expect((await openid.clientCredentialsGrant(config)).token_type).toBe("bearer");
  });

  it("is tried, whichever it is", () => {
    expect([...Object.keys(products), "machine"].sort()).toEqual([...templateIds].sort());
  });
});
