/** Proves that a request comes from the client it names. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { constantTimeEqual, sha256 } from "#lib/crypto/hash.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { checkPointsLeft, countFailure } from "#lib/rate-limit/rate-limit.ts";
import { assertionProblem } from "./assertions/verify-assertion.ts";
import { recordClientError } from "./errors/record-client-error.ts";
import { explainAuthenticationFailure } from "./explain-authentication-failure.ts";
import { ClientDocumentError } from "./metadata-document/client-document-error.ts";
import { resolveClient } from "./metadata-document/resolve-client.ts";
import type { PresentedCredentials } from "./read-client-credentials.ts";
import { longestClientId } from "./schema.ts";
import { type ClientWithSecrets, findClientWithSecrets } from "./store.ts";

/** Compared with when there is no such client, so that both answers take the same steps. */
const noSecret = new Uint8Array(32);

/**
 * The client, authenticated by exactly the method it registered.
 * @throws OAuthError invalid_client, the same for every cause; the audit trail knows which. DomainError
 * RATE_LIMIT_EXCEEDED after too many failures of this client from this address.
 */
export async function authenticateClient(ctx: Context, presented: PresentedCredentials): Promise<ClientRow> {
  // Apps share their host's address: one with an outdated secret must not lock out its neighbours.
  const subject = `/${presented.clientId.slice(0, 128)}`;
  await checkPointsLeft(ctx, "ceremony_failure", subject);
  const found = await findPresented(ctx, presented.clientId);
  const failure = await failureOf(ctx, found, presented);
  if (found && failure === undefined) return found.client;
  if (found && failure !== undefined) await tellDeveloper(ctx, found.client, failure, presented);
  await countFailure(ctx, "ceremony_failure", subject);
  await appendAuditEvent(ctx, ctx.db, {
    action: "client.authentication_failed",
    outcome: "failure",
    ...(failure === undefined ? {} : { reason: failure }),
    ...(found ? { clientId: found.client.id } : {}),
    details: { clientId: presented.clientId.slice(0, 128).toWellFormed(), method: presented.method },
  });
  throw new OAuthError("invalid_client", "Client authentication failed.");
}

async function tellDeveloper(
  ctx: Context,
  client: ClientRow,
  reason: string,
  { method }: PresentedCredentials,
): Promise<void> {
  await recordClientError(ctx, {
    client,
    endpoint: "client authentication",
    code: "invalid_client",
    ...explainAuthenticationFailure(client, { reason, method }),
  });
}

async function findPresented(ctx: Context, id: string): Promise<ClientWithSecrets | undefined> {
  if (id.length > longestClientId) return undefined;
  // An app that its document describes may come here first, with a pushed request or from a device.
  if (/^https?:/.test(id) && !(await isResolvable(ctx, id))) return undefined;
  return await findClientWithSecrets(ctx.db, { id, now: ctx.now });
}

async function isResolvable(ctx: Context, id: string): Promise<boolean> {
  try {
    return (await resolveClient(ctx, id)) !== undefined;
  } catch (error) {
    if (error instanceof ClientDocumentError) return false;
    throw error;
  }
}

async function failureOf(
  ctx: Context,
  found: ClientWithSecrets | undefined,
  { method, secret = "", assertion = "" }: PresentedCredentials,
): Promise<string | undefined> {
  const secretFits = matchesAny(secret, found?.secrets.map(({ secretHash }) => secretHash) ?? []);
  if (!found) return "unknown_client";
  if (found.client.tokenEndpointAuthMethod !== method) return "wrong_method";
  switch (method) {
    case "none":
      return undefined;
    case "client_secret_basic":
    case "client_secret_post":
      return secretFits ? undefined : "wrong_secret";
    case "client_secret_jwt":
    case "private_key_jwt":
      return await assertionProblem(ctx, found.client, found.secrets, assertion);
  }
}

function matchesAny(secret: string, hashes: readonly Uint8Array[]): boolean {
  const hash = sha256(secret);
  let matches = false;
  for (const candidate of hashes.length > 0 ? hashes : [noSecret])
    if (constantTimeEqual(candidate, hash)) matches = true;
  return matches && hashes.length > 0;
}
