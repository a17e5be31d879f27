/** The authorization request that names a pushed one takes it, once (RFC 9126 sections 4 and 7.3). */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import { recordClientError } from "#lib/clients/errors/record-client-error.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { PageError } from "../page-error.ts";
import { pushedParametersSchema } from "./schema.ts";
import { takePushedRequest } from "./store.ts";

/** RFC 9126 section 2.2. */
export const requestUriPrefix = "urn:ietf:params:oauth:request_uri:";

export interface ConsumedRequest {
  readonly entries: readonly (readonly [string, string])[];
  readonly dpopJkt: string | undefined;
  readonly isSigned: boolean;
}

export function isPushedRequestUri(requestUri: string): boolean {
  return requestUri.startsWith(requestUriPrefix);
}

/** @throws PageError for one that is unknown, used, too old, or of another client: the answers are alike */
export async function consumePushedRequest(
  ctx: Context,
  client: ClientRow,
  requestUri: string,
): Promise<ConsumedRequest> {
  const row = await takePushedRequest(ctx.db, {
    requestUriHash: sha256(requestUri),
    clientId: client.id,
    now: ctx.now,
  });
  if (!row) return refuse(ctx, client);
  // What was signed was checked when it came in.
  return {
    entries: pushedParametersSchema.parse(row.parameters),
    dpopJkt: row.dpopJkt ?? undefined,
    isSigned: true,
  };
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
  throw new PageError(reason, explanation, [{ name: "App", value: client.name }]);
}
