/** Proves that a request comes from the client it names. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { constantTimeEqual, sha256 } from "#lib/crypto/hash.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { checkPointsLeft, countFailure } from "#lib/rate-limit/rate-limit.ts";
import type { PresentedCredentials } from "./read-client-credentials.ts";
import { findClientWithSecrets } from "./store.ts";

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
  const found =
    presented.clientId.length > 128
      ? undefined
      : await findClientWithSecrets(ctx.db, { id: presented.clientId, now: ctx.now });
  const secretFits = matchesAny(presented.secret ?? "", found?.secretHashes ?? []);
  const failure = failureOf(found?.client, presented, secretFits);
  if (found && failure === undefined) return found.client;
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

function failureOf(
  client: ClientRow | undefined,
  presented: PresentedCredentials,
  secretFits: boolean,
): string | undefined {
  if (!client) return "unknown_client";
  if (client.tokenEndpointAuthMethod !== presented.method) return "wrong_method";
  if (presented.method !== "none" && !secretFits) return "wrong_secret";
  return undefined;
}

function matchesAny(secret: string, hashes: readonly Uint8Array[]): boolean {
  const hash = sha256(secret);
  let matches = false;
  for (const candidate of hashes.length > 0 ? hashes : [noSecret])
    if (constantTimeEqual(candidate, hash)) matches = true;
  return matches && hashes.length > 0;
}
