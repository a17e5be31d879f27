/** Codes that were issued, and the requests that spend them, for tests of tokens. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { grants } from "#drizzle/schema/grants.ts";
import type { GrantId } from "#drizzle/schema/ids.ts";
import { authorizationCodes } from "#drizzle/schema/oidc.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { encodeBase64url } from "#lib/crypto/base64url.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { newId, randomSecret } from "#lib/crypto/random.ts";
import { answerTokenRequest } from "#lib/oidc/token/answer-token-request.ts";
import type { TokenResponse } from "#lib/oidc/tokens/issue-tokens.ts";
import { testVerifier } from "./authorization.ts";

/** A code of `person` for `client`, as an authorization would have left it; override what the test is about. */
export async function buildCode(
  ctx: Pick<Context, "db" | "now">,
  client: ClientRow,
  person: UserActor,
  overrides: Partial<typeof authorizationCodes.$inferInsert> = {},
): Promise<string> {
  const code = randomSecret();
  const [grant] = await ctx.db
    .insert(grants)
    .values({
      id: newId<GrantId>(),
      userId: person.userId,
      clientId: client.id,
      scopes: [],
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .onConflictDoUpdate({ target: [grants.userId, grants.clientId], set: { updatedAt: ctx.now } })
    .returning({ id: grants.id });
  if (!grant) throw new Error("no row came back");
  await ctx.db.insert(authorizationCodes).values({
    codeHash: sha256(code),
    clientId: client.id,
    userId: person.userId,
    sessionId: person.sessionId,
    grantId: grant.id,
    redirectUri: client.redirectUris[0] ?? "",
    scopes: ["openid", "profile", "email"],
    nonce: "the nonce",
    codeChallenge: encodeBase64url(sha256(testVerifier)),
    authTime: person.authTime,
    acr: person.acr,
    amr: [...person.amr],
    createdAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + 60_000),
    ...overrides,
  });
  return code;
}

/** Parameters of a request; `undefined` leaves one out, a list repeats it. */
export type TestParameters = Readonly<Record<string, string | readonly string[] | undefined>>;

export function parameterEntries(parameters: TestParameters): [string, string][] {
  return Object.entries(parameters).flatMap(([name, value]) =>
    (value === undefined ? [] : [value].flat()).map((item): [string, string] => [name, item]),
  );
}

/** A client as it presents itself. */
export interface TestClient {
  readonly client: ClientRow;
  readonly secret?: string;
}

/** The parameters by which a client without a secret, or one of `client_secret_post`, presents itself. */
export function credentialParameters({ client, secret }: TestClient): TestParameters {
  return { client_id: client.id, client_secret: secret };
}

export interface TestHeaders {
  readonly authorization?: string | undefined;
  readonly dpop?: string | undefined;
}

export function requestTokens(
  ctx: Context,
  as: TestClient,
  parameters: TestParameters,
  { authorization, dpop }: TestHeaders = {},
): Promise<TokenResponse> {
  const entries = parameterEntries({ ...credentialParameters(as), ...parameters });
  return answerTokenRequest(ctx, { entries, authorization, dpop });
}

/** Redeems a code from `buildCode`. */
export function redeemTestCode(
  ctx: Context,
  as: TestClient,
  code: string,
  parameters: TestParameters = {},
  headers: TestHeaders = {},
): Promise<TokenResponse> {
  const redemption = {
    grant_type: "authorization_code",
    redirect_uri: as.client.redirectUris[0],
    code_verifier: testVerifier,
    code,
  };
  return requestTokens(ctx, as, { ...redemption, ...parameters }, headers);
}
