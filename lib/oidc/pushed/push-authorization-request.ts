/** Keeps the parameters that an app sends ahead, checked as the authorization endpoint would (RFC 9126 section 2). */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { recordClientError } from "#lib/clients/errors/record-client-error.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { randomSecret } from "#lib/crypto/random.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { checkAuthorizationRequest } from "../authorize/check-authorization-request.ts";
import { type Entries, openRequestObject, readAuthorizationParameters } from "../authorize/request-source.ts";
import { checkRedirectTarget } from "../authorize/resolve-redirect-target.ts";
import { PageError } from "../page-error.ts";
import { requestUriPrefix } from "./consume-pushed-request.ts";
import { insertPushedRequest } from "./store.ts";

/** Section 2.2 suggests 5 to 600: the browser is sent on at once, and people may open the address again so long. */
const lifetimeSeconds = 300;

export interface PushedRequest {
  /** The client, authenticated. */
  readonly client: ClientRow;
  readonly entries: Entries;
  /** Of the proof that came along (RFC 9449 section 10.1). */
  readonly dpopJkt: string | undefined;
}

export interface PushedAnswer {
  readonly request_uri: string;
  readonly expires_in: number;
}

/** What authenticated the client, and what only this endpoint reads: no parameters of the request. */
const notKept = new Set([
  "client_secret",
  "client_assertion",
  "client_assertion_type",
  "request",
  "request_uri",
]);

/** @throws OAuthError as the authorization endpoint would tell the app */
export async function pushAuthorizationRequest(ctx: Context, pushed: PushedRequest): Promise<PushedAnswer> {
  const { client, dpopJkt } = pushed;
  try {
    const entries = await checkedEntries(ctx, pushed);
    const requestUri = requestUriPrefix + randomSecret();
    await insertPushedRequest(ctx.db, {
      requestUriHash: sha256(requestUri),
      clientId: client.id,
      parameters: entries,
      dpopJkt: dpopJkt ?? null,
      createdAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + lifetimeSeconds * 1000),
    });
    return { request_uri: requestUri, expires_in: lifetimeSeconds };
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    const { code, description: explanation } = error;
    await recordClientError(ctx, { client, endpoint: "/oauth/par", code, explanation });
    throw error;
  }
}

async function checkedEntries(ctx: Context, { client, entries, dpopJkt }: PushedRequest) {
  const sent = [...entries];
  const outer = readAuthorizationParameters(sent);
  // Section 2.1, step 3; section 3 for the request object.
  if (outer.values.request_uri !== undefined || outer.problems.request_uri !== undefined)
    throw new OAuthError("invalid_request", "request_uri must not be pushed.");
  if (outer.values.client_id !== undefined && outer.values.client_id !== client.id)
    throw new OAuthError("invalid_request", "client_id is not that of the client that authenticated.");
  const own = [...sent.filter(([name]) => name !== "client_id"), ["client_id", client.id] as const];
  const opened = await openRequestObject(ctx, client, readAuthorizationParameters(own));
  const source = { ...opened, isPushed: true, dpopJkt };
  if (source.refusal) throw source.refusal;
  await checkAuthorizationRequest(ctx, targetOf(ctx, source), source);
  return source.isSigned ? listEntries(source.parameters) : own.filter(([name]) => !notKept.has(name));
}

function listEntries({ values, lists }: ReturnType<typeof readAuthorizationParameters>): [string, string][] {
  return [
    ...(Object.entries(values) as [string, string][]),
    ...Object.entries(lists).flatMap(([name, list]) => list.map((value): [string, string] => [name, value])),
  ];
}

/** What would be a page at the authorization endpoint is this endpoint's own error. @throws OAuthError */
function targetOf(ctx: Context, source: Parameters<typeof checkRedirectTarget>[1]) {
  try {
    return checkRedirectTarget(ctx, source);
  } catch (error) {
    if (error instanceof PageError) throw new OAuthError("invalid_request", error.explanation);
    throw error;
  }
}
