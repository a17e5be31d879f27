/** What an app that registered itself may do with its registration (RFC 7592): read, replace and delete it. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import { tellMetadata } from "#lib/clients/describe-change.ts";
import { keptOf } from "#lib/clients/kept-members.ts";
import { deleteClientRow } from "#lib/clients/store.ts";
import { replaceMetadata } from "#lib/clients/update-client.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { checkRegistrationOpen } from "./check-registration-open.ts";
import { prepareRegistration } from "./prepare-registration.ts";
import { findRegisteredClient } from "./store.ts";
import { type RegistrationAnswer, tellRegistration } from "./tell-registration.ts";

export interface RegistrationAccess {
  /** From the address. */
  readonly id: string;
  /** The registration access token. */
  readonly token: string;
}

/** Section 2.1. @throws OAuthError invalid_token, also for an app that is gone; DomainError NOT_FOUND */
export async function readRegistration(
  ctx: Context,
  access: RegistrationAccess,
): Promise<RegistrationAnswer> {
  const client = await authenticate(ctx, access);
  return tellRegistration(ctx.config, { client, registrationToken: access.token });
}

/**
 * Section 2.2: what is left out is not said any more. What an administrator added (groups, limits, trust) stays.
 * @throws OAuthError invalid_token, and as prepareRegistration; DomainError NOT_FOUND, CONFLICT
 */
export async function replaceRegistration(
  ctx: Context,
  access: RegistrationAccess,
  document: Readonly<Record<string, unknown>>,
): Promise<RegistrationAnswer> {
  const before = await authenticate(ctx, access);
  try {
    checkOwnMembers(document, before);
    const { firstParty, resources } = before;
    const kept = { ...keptOf(before), firstParty, resources };
    const prepared = { ...(await prepareRegistration(ctx, document)), ...kept };
    const changed = await ctx.db.transaction((tx) =>
      replaceMetadata(ctx, tx, before, prepared, { actor: { type: "client", clientId: before.id } }),
    );
    return tellRegistration(ctx.config, { ...changed, registrationToken: access.token });
  } catch (error) {
    if (error instanceof OAuthError) await recordRefusal(ctx, before, error);
    throw error;
  }
}

/** Section 2.3. @throws OAuthError invalid_token; DomainError NOT_FOUND */
export async function deleteRegistration(ctx: Context, access: RegistrationAccess): Promise<void> {
  const { id } = await authenticate(ctx, access);
  await ctx.db.transaction(async (tx) => {
    const client = await deleteClientRow(tx, id);
    if (!client) throw invalidToken();
    await appendAuditEvent(ctx, tx, {
      action: "client.deleted",
      outcome: "success",
      actor: { type: "client", clientId: id },
      clientId: id,
      details: tellMetadata(client),
    });
  });
}

/** The answer is the same for an unknown app and a wrong token (RFC 7592 section 2.1). */
async function authenticate(ctx: Context, { id, token }: RegistrationAccess): Promise<ClientRow> {
  checkRegistrationOpen(ctx.config);
  const client = await findRegisteredClient(ctx.db, { id, registrationTokenHash: sha256(token) });
  if (client) return client;
  const refusal = invalidToken();
  await appendAuditEvent(ctx, ctx.db, {
    action: "client.registration_refused",
    outcome: "failure",
    reason: refusal.code,
  });
  throw refusal;
}

function invalidToken(): OAuthError {
  return new OAuthError("invalid_token", "The registration access token is not valid for this client.");
}

/** RFC 7592 section 2.2: the app says which it means, and may not choose what is ours to say. */
function checkOwnMembers(document: Readonly<Record<string, unknown>>, { id }: ClientRow): void {
  if (document.client_id !== id)
    throw new OAuthError("invalid_client_metadata", "client_id must be that of the registration.");
  const ours = [
    "registration_access_token",
    "registration_client_uri",
    "client_secret_expires_at",
    "client_id_issued_at",
  ];
  const named = ours.find((name) => document[name] !== undefined);
  if (named !== undefined) throw new OAuthError("invalid_client_metadata", `${named} must not be sent back.`);
}

async function recordRefusal(ctx: Context, client: ClientRow, error: OAuthError): Promise<void> {
  await appendAuditEvent(ctx, ctx.db, {
    action: "client.registration_refused",
    outcome: "failure",
    reason: error.code,
    actor: { type: "client", clientId: client.id },
    clientId: client.id,
    details: { description: error.description },
  });
}
