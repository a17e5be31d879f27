/** Where the parameters of an authorization request come from: its own text, a signed object, or what was pushed. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { ClientDocumentError } from "#lib/clients/metadata-document/client-document-error.ts";
import { resolveClient } from "#lib/clients/metadata-document/resolve-client.ts";
import type { Context } from "#lib/context/context.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { PageError } from "../page-error.ts";
import { readParameters } from "../parameters.ts";
import {
  consumePushedRequest,
  isPushedRequestUri,
  type Reopening,
  type WaitingRequest,
} from "../pushed/consume-pushed-request.ts";
import { fetchRequestObject } from "../request-objects/fetch-request-object.ts";
import { readRequestObject } from "../request-objects/read-request-object.ts";
import {
  type AuthorizationParameters,
  authorizationLimits,
  repeatableParameters,
} from "./authorization-parameters.ts";

export interface RequestSource {
  /** Undefined where no enabled client has the client_id. */
  readonly client: ClientRow | undefined;
  readonly parameters: AuthorizationParameters;
  readonly isPushed: boolean;
  readonly isSigned: boolean;
  /** The key that a pushed request was bound to. */
  readonly dpopJkt: string | undefined;
  /** Of a pushed request. */
  readonly reopening?: Reopening;
  /** Why what was referred to cannot be taken; told after the redirect target was found in the plain parameters. */
  readonly refusal?: OAuthError;
}

export type Entries = Iterable<readonly [string, string]>;

export function readAuthorizationParameters(entries: Entries): AuthorizationParameters {
  return readParameters(entries, authorizationLimits, repeatableParameters);
}

/** @throws PageError for a pushed request that is unknown, used or too old: nothing says where else to go */
export async function resolveRequest(
  ctx: Context,
  entries: Entries,
): Promise<RequestSource | WaitingRequest> {
  const parameters = readAuthorizationParameters(entries);
  const { client_id: clientId, request_uri: requestUri } = parameters.values;
  const client = clientId === undefined ? undefined : await resolveCaller(ctx, clientId);
  if (client && requestUri !== undefined && isPushedRequestUri(requestUri)) {
    const pushed = await consumePushedRequest(ctx, client, requestUri);
    if ("waitsIn" in pushed) return pushed;
    // RFC 9126 section 4, RFC 9101 section 5: what else the request says counts for nothing.
    return { client, ...pushed, parameters: readAuthorizationParameters(pushed.entries), isPushed: true };
  }
  return openRequestObject(ctx, client, parameters);
}

/** @throws PageError for an app whose document cannot be taken: there is no address yet to tell it to */
async function resolveCaller(ctx: Context, clientId: string): Promise<ClientRow | undefined> {
  try {
    return await resolveClient(ctx, clientId);
  } catch (error) {
    if (!(error instanceof ClientDocumentError)) throw error;
    throw new PageError(
      "client_document_refused",
      `The app's own description cannot be used. ${error.message}`,
      [{ kind: "sent", name: "client_id", value: clientId }],
    );
  }
}

/** Takes the parameters out of a request object, where there is one. Also what a pushed request goes through. */
export async function openRequestObject(
  ctx: Context,
  client: ClientRow | undefined,
  parameters: AuthorizationParameters,
): Promise<RequestSource> {
  const plain = { client, parameters, isPushed: false, isSigned: false, dpopJkt: undefined };
  const { values, problems } = parameters;
  if (!client) return plain;
  const problem = problems.request ?? problems.request_uri;
  if (problem !== undefined)
    return { ...plain, refusal: new OAuthError("invalid_request", `The request parameter is ${problem}.`) };
  if (values.request === undefined && values.request_uri === undefined) return plain;
  try {
    const entries = await readRequestObject(ctx, client, await requestObjectOf(ctx, client, values));
    return { ...plain, parameters: readAuthorizationParameters(entries), isSigned: true };
  } catch (error) {
    if (error instanceof OAuthError) return { ...plain, refusal: inWordsOf(values, error) };
    throw error;
  }
}

/** OIDC Core section 3.1.2.6: an error for each of the two parameters. */
function inWordsOf(
  { request_uri: requestUri }: AuthorizationParameters["values"],
  error: OAuthError,
): OAuthError {
  return error.code === "request_not_supported" && requestUri !== undefined
    ? new OAuthError("request_uri_not_supported", error.description)
    : error;
}

/** RFC 9101 section 5: by value or by reference. @throws OAuthError */
async function requestObjectOf(
  ctx: Context,
  client: ClientRow,
  { request, request_uri: requestUri }: AuthorizationParameters["values"],
): Promise<string> {
  if (requestUri === undefined) return request ?? "";
  if (request !== undefined)
    throw new OAuthError("invalid_request", "Send request or request_uri, not both.");
  return await fetchRequestObject(ctx, client, requestUri);
}
