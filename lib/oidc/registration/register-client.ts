/** The client registration endpoint (RFC 7591 section 3, OpenID Connect Registration 1.0 section 3). */
import type { ClientId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import { tellMetadata } from "#lib/clients/describe-change.ts";
import { makeSecret, needsSecret } from "#lib/clients/secrets/make-secret.ts";
import { insertClientSecret } from "#lib/clients/secrets/store.ts";
import { insertClient } from "#lib/clients/store.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { newId, randomSecret } from "#lib/crypto/random.ts";
import type { Db } from "#lib/db/client.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { checkRegistrationOpen } from "./check-registration-open.ts";
import { prepareRegistration } from "./prepare-registration.ts";
import { isUsableInitialAccessToken, spendInitialAccessToken } from "./store.ts";
import { type RegistrationAnswer, tellRegistration } from "./tell-registration.ts";

export interface RegistrationRequest {
  readonly document: Readonly<Record<string, unknown>>;
  /** The bearer token that came along. */
  readonly token: string | undefined;
}

/**
 * Apps that register themselves are never first-party and never skip consent.
 * @throws OAuthError as prepareRegistration, invalid_token; DomainError NOT_FOUND where registration is off
 */
export async function registerClient(
  ctx: Context,
  { document, token }: RegistrationRequest,
): Promise<RegistrationAnswer> {
  checkRegistrationOpen(ctx.config);
  try {
    // Before the document makes us fetch an address: only for whoever may register at all.
    await checkToken(ctx, token);
    const prepared = await prepareRegistration(ctx, document);
    const registrationToken = randomSecret();
    const made = await ctx.db.transaction(async (tx) => {
      const tokenName = token === undefined ? undefined : await spendToken(ctx, tx, token);
      const client = await insertClient(tx, {
        ...prepared,
        id: newId<ClientId>(),
        source: "dynamic",
        registrationTokenHash: sha256(registrationToken),
        createdAt: ctx.now,
        updatedAt: ctx.now,
      });
      const secret = needsSecret(client.tokenEndpointAuthMethod) ? makeSecret(ctx, client) : undefined;
      if (secret) await insertClientSecret(tx, secret.row);
      await appendAuditEvent(ctx, tx, {
        action: "client.created",
        outcome: "success",
        clientId: client.id,
        details: {
          ...tellMetadata(client),
          ...(tokenName === undefined ? {} : { registrationToken: tokenName }),
        },
      });
      return { client, secret: secret?.secret };
    });
    return tellRegistration(ctx.config, { ...made, registrationToken });
  } catch (error) {
    if (error instanceof OAuthError) await recordRefusal(ctx, error);
    throw error;
  }
}

async function checkToken(ctx: Context, token: string | undefined): Promise<void> {
  if (token === undefined) {
    if (ctx.config.dynamicRegistration === "open") return;
    throw new OAuthError("invalid_token", "Registration needs an initial access token.");
  }
  if (!(await isUsableInitialAccessToken(ctx.db, { tokenHash: sha256(token), now: ctx.now })))
    throw unusableToken();
}

function unusableToken(): OAuthError {
  return new OAuthError("invalid_token", "The initial access token is not valid, or not any more.");
}

/** In the transaction of the registration: what fails costs no use. */
async function spendToken(ctx: Context, tx: Db, token: string): Promise<string> {
  const used = await spendInitialAccessToken(tx, { tokenHash: sha256(token), now: ctx.now });
  if (!used) throw unusableToken();
  return used.name;
}

async function recordRefusal(ctx: Context, { code, description }: OAuthError): Promise<void> {
  await appendAuditEvent(ctx, ctx.db, {
    action: "client.registration_refused",
    outcome: "failure",
    reason: code,
    details: { description },
  });
}
