/** Clients for tests of tokens, as they present themselves. */
import type { NewClient } from "#lib/clients/schema.ts";
import type { Context } from "#lib/context/context.ts";
import { buildClient } from "./build-client.ts";
import type { TestClient } from "./token-requests.ts";

export const testApi = "https://api.example.com/";
export const testFiles = "https://files.example.com/";

/** A service without people: it authenticates by a secret, has scopes of its own, and may name two resources. */
export function buildService(ctx: Context, overrides: Partial<NewClient> = {}): Promise<TestClient> {
  return buildClient(ctx, {
    name: "Service",
    tokenEndpointAuthMethod: "client_secret_post",
    grantTypes: ["client_credentials"],
    responseTypes: [],
    redirectUris: [],
    postLogoutRedirectUris: [],
    scopes: ["jobs:read", "jobs:write"],
    resources: [testApi, testFiles],
    ...overrides,
  });
}

/** An app of people that gets refresh tokens; it authenticates by a secret in the body, or as `overrides` say. */
export function buildApp(ctx: Context, overrides: Partial<NewClient> = {}): Promise<TestClient> {
  return buildClient(ctx, { firstParty: true, tokenEndpointAuthMethod: "client_secret_post", ...overrides });
}
