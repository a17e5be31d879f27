/** Token → the stored request and the app behind it, checked anew: the app may have changed meanwhile. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { InteractionRow } from "#drizzle/schema/oidc.ts";
import { isRedirectUriOf } from "#lib/clients/match-redirect-uri.ts";
import { findClient } from "#lib/clients/store.ts";
import type { Runtime } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import type { RedirectTarget } from "../authorize/redirect-target.ts";
import {
  type AuthorizationRequest,
  authorizationRequestSchema,
  interactionTokenSchema,
} from "../authorize/schema.ts";
import { isTestCallback } from "../authorize/test-callback.ts";
import { type DeviceRequest, deviceRequestSchema } from "../device/schema.ts";
import { type EndSessionRequest, endSessionRequestSchema } from "../logout/schema.ts";
import { findInteractionRow } from "./store.ts";

export interface AuthorizeInteraction {
  readonly kind: "authorize";
  readonly token: string;
  readonly row: InteractionRow;
  readonly request: AuthorizationRequest;
  readonly target: RedirectTarget;
}

export interface EndSessionInteraction {
  readonly kind: "end_session";
  readonly token: string;
  readonly row: InteractionRow;
  readonly request: EndSessionRequest;
  readonly client: ClientRow | undefined;
}

export interface DeviceInteraction {
  readonly kind: "device";
  readonly token: string;
  readonly row: InteractionRow;
  readonly request: DeviceRequest;
  readonly client: ClientRow;
}

export type Interaction = AuthorizeInteraction | EndSessionInteraction | DeviceInteraction;

/** Undefined for unknown, finished and expired ones, and when the app or its redirect URI is registered no more. */
export async function findInteraction(
  ctx: Pick<Runtime, "db" | "config"> & { readonly now: Date },
  token: string,
): Promise<Interaction | undefined> {
  if (!interactionTokenSchema.safeParse(token).success) return undefined;
  const row = await findInteractionRow(ctx.db, { tokenHash: sha256(token), now: ctx.now });
  if (!row) return undefined;
  const client = row.clientId === null ? undefined : await findClient(ctx.db, row.clientId);
  switch (row.kind) {
    case "authorize":
      return asAuthorize(ctx, token, row, client);
    case "end_session":
      return asEndSession(token, row, client);
    case "device":
      return asDevice(token, row, client);
  }
}

function asAuthorize(
  { config }: Pick<Runtime, "config">,
  token: string,
  row: InteractionRow,
  client: ClientRow | undefined,
) {
  const parsed = authorizationRequestSchema.safeParse(row.request);
  if (!parsed.success || !client) return undefined;
  const request = parsed.data;
  const allowed = request.test
    ? isTestCallback(config, request.redirectUri)
    : isRedirectUriOf(client, request.redirectUri);
  if (!allowed) return undefined;
  const { redirectUri, responseMode, state } = request;
  const target = { client, redirectUri, responseMode, state };
  return { kind: "authorize" as const, token, row, request, target };
}

function asDevice(token: string, row: InteractionRow, client: ClientRow | undefined) {
  const parsed = deviceRequestSchema.safeParse(row.request);
  if (!parsed.success || !client) return undefined;
  return { kind: "device" as const, token, row, request: parsed.data, client };
}

function asEndSession(token: string, row: InteractionRow, client: ClientRow | undefined) {
  const parsed = endSessionRequestSchema.safeParse(row.request);
  if (!parsed.success) return undefined;
  const uri = parsed.data.postLogoutRedirectUri;
  if (uri !== undefined && !client?.postLogoutRedirectUris.includes(uri)) return undefined;
  return { kind: "end_session" as const, token, row, request: parsed.data, client };
}
