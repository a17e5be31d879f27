/**
 * The authorization request that names a pushed one takes it, once (RFC 9126 sections 4 and 7.3). Whoever opens the same
 * address again before they are done, and before it has expired, goes on with what they began.
 */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import { recordClientError } from "#lib/clients/errors/record-client-error.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { findInteraction } from "../interactions/find-interaction.ts";
import { PageError } from "../page-error.ts";
import { pushedParametersSchema } from "./schema.ts";
import { takePushedRequest } from "./store.ts";

/** RFC 9126 section 2.2. */
export const requestUriPrefix = "urn:ietf:params:oauth:request_uri:";

export interface ConsumedRequest {
  readonly entries: readonly (readonly [string, string])[];
  readonly dpopJkt: string | undefined;
  readonly isSigned: boolean;
  readonly reopening: Reopening;
}

/** How the request is found again while its person is on the way: by the secret of the very address. */
export interface Reopening {
  readonly interactionToken: string;
  readonly until: Date;
}

/** The interaction in which it waits already. */
export interface WaitingRequest {
  readonly waitsIn: string;
}

export function isPushedRequestUri(requestUri: string): boolean {
  return requestUri.startsWith(requestUriPrefix);
}

/** @throws PageError for one that is unknown, used, too old, or of another client: the answers are alike */
export async function consumePushedRequest(
  ctx: Context,
  client: ClientRow,
  requestUri: string,
): Promise<ConsumedRequest | WaitingRequest> {
  const interactionToken = requestUri.slice(requestUriPrefix.length);
  const row = await takePushedRequest(ctx.db, {
    requestUriHash: sha256(requestUri),
    clientId: client.id,
    now: ctx.now,
  });
  if (!row) {
    if (await isWaiting(ctx, client, interactionToken)) return { waitsIn: interactionToken };
    return refuse(ctx, client);
  }
  // What was signed was checked when it came in.
  return {
    entries: pushedParametersSchema.parse(row.parameters),
    dpopJkt: row.dpopJkt ?? undefined,
    isSigned: true,
    reopening: { interactionToken, until: row.expiresAt },
  };
}

/** FAPI 2.0 Security Profile section 5.3.2.2, notes: spent by the answer, not by a page that was only looked at. */
async function isWaiting(ctx: Context, client: ClientRow, interactionToken: string): Promise<boolean> {
  const interaction = await findInteraction(ctx, interactionToken);
  if (interaction?.kind !== "authorize" || interaction.target.client.id !== client.id) return false;
  const { reopenableUntil } = interaction.request;
  return reopenableUntil !== undefined && ctx.now.getTime() < reopenableUntil;
}

async function refuse(ctx: Context, client: ClientRow): Promise<never> {
  const reason = "invalid_request_uri";
  const explanation =
    "The app referred to a request that is not known here: it was used already, it is too old, or it was never sent. Go back to the app and start again.";
  await appendAuditEvent(ctx, ctx.db, {
    action: "authorization.refused",
    outcome: "failure",
    reason,
    clientId: client.id,
  });
  await recordClientError(ctx, { client, endpoint: "/oauth/authorize", code: reason, explanation });
  throw new PageError(reason, explanation, [{ kind: "app", value: client.name }]);
}
