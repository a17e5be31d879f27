/** Authorization requests and the codes they end in, for tests of what comes after. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { Context } from "#lib/context/context.ts";
import { encodeBase64url } from "#lib/crypto/base64url.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { beginAuthorization } from "#lib/oidc/authorize/begin-authorization.ts";

export const testVerifier = "a-verifier-of-the-tests-that-is-43-chars-or-more";

/** A plain request that every check accepts; `undefined` leaves a parameter out. */
export function authorizationEntries(
  client: Pick<ClientRow, "id" | "redirectUris">,
  overrides: Readonly<Record<string, string | undefined>> = {},
): [string, string][] {
  const parameters = {
    client_id: client.id as string,
    redirect_uri: client.redirectUris[0],
    response_type: "code",
    scope: "openid profile email",
    state: "the state",
    nonce: "the nonce",
    code_challenge: encodeBase64url(sha256(testVerifier)),
    code_challenge_method: "S256",
    ...overrides,
  };
  return Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as [string, string]],
  );
}

/** Where a request by GET leads. */
export async function authorize(
  ctx: Context,
  client: Pick<ClientRow, "id" | "redirectUris">,
  overrides: Readonly<Record<string, string | undefined>> = {},
): Promise<URL> {
  const entries = authorizationEntries(client, overrides);
  return new URL((await beginAuthorization(ctx, { entries, cookieWithheld: false })).location);
}

/** A code for the context's person; the client must be first-party, or consented to. */
export async function obtainCode(
  ctx: Context,
  client: Pick<ClientRow, "id" | "redirectUris">,
  overrides: Readonly<Record<string, string | undefined>> = {},
): Promise<string> {
  const location = await authorize(ctx, client, overrides);
  const code = location.searchParams.get("code");
  if (code === null) throw new Error(`no code but ${location.href}`);
  return code;
}
