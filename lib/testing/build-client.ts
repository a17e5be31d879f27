/** Relying apps for tests, registered through the real operation. */
import { type AddedClient, addClient } from "#lib/clients/add-client.ts";
import type { NewClient } from "#lib/clients/schema.ts";
import type { Context } from "#lib/context/context.ts";

export const testRedirectUri = "https://app.example.com/callback";

/** A confidential third-party app that authenticates by Basic; override what the test is about. */
export function buildClient(ctx: Context, overrides: Partial<NewClient> = {}): Promise<AddedClient> {
  return addClient(
    { ...ctx, actor: { type: "operator" } },
    {
      name: "Notes",
      redirectUris: [testRedirectUri],
      postLogoutRedirectUris: ["https://app.example.com/bye"],
      tokenEndpointAuthMethod: "client_secret_basic",
      firstParty: false,
      ...overrides,
    },
  );
}
