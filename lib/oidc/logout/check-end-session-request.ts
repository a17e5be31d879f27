/** The rules of a sign-out request. Whatever fails is told on a page: nothing here may redirect unchecked. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { longestClientId } from "#lib/clients/schema.ts";
import { findClient } from "#lib/clients/store.ts";
import type { Context } from "#lib/context/context.ts";
import { PageError } from "../page-error.ts";
import type { Parameters } from "../parameters.ts";
import { type IdTokenHint, readIdTokenHint } from "../tokens/read-id-token-hint.ts";
import type { EndSessionRequest } from "./schema.ts";

export const endSessionLimits = {
  id_token_hint: 8192,
  client_id: longestClientId,
  post_logout_redirect_uri: 2048,
  state: 4096,
  logout_hint: 1024,
  ui_locales: 1024,
} as const;

export interface CheckedEndSession {
  readonly client: ClientRow | undefined;
  readonly request: EndSessionRequest;
}

/** RP-Initiated Logout 1.0 sections 2 and 3. @throws PageError */
export async function checkEndSessionRequest(
  ctx: Context,
  { values, problems }: Parameters<keyof typeof endSessionLimits>,
): Promise<CheckedEndSession> {
  const [problem] = Object.entries(problems);
  if (problem) throw new PageError("invalid_request", `The app sent a ${problem[0]} that is ${problem[1]}.`);
  const hint = await checkHint(ctx, values.id_token_hint, values.client_id);
  const client = await checkClient(ctx, values.client_id ?? hint?.clientId);
  const postLogoutRedirectUri = checkReturnAddress(client, values.post_logout_redirect_uri);
  return {
    client,
    request: {
      postLogoutRedirectUri,
      state: values.state,
      hintedSessionId: hint?.sessionId,
      hintedSubject: hint?.subject,
      logoutHint: values.logout_hint,
      uiLocales: values.ui_locales,
    },
  };
}

async function checkHint(
  ctx: Context,
  token: string | undefined,
  clientId: string | undefined,
): Promise<IdTokenHint | undefined> {
  if (token === undefined) return undefined;
  const hint = await readIdTokenHint(ctx, token);
  if (!hint)
    throw new PageError("invalid_id_token_hint", "The app sent an id_token_hint that was not issued here.");
  if (clientId !== undefined && clientId !== hint.clientId)
    throw new PageError("id_token_hint_of_other_client", "The app sent an id_token_hint of another app.");
  return hint;
}

async function checkClient(ctx: Context, clientId: string | undefined): Promise<ClientRow | undefined> {
  if (clientId === undefined) return undefined;
  const client = await findClient(ctx.db, clientId);
  if (!client)
    throw new PageError("unknown_client", "No app is registered here under the client_id that was sent.", [
      { kind: "sent", name: "client_id", value: clientId },
    ]);
  return client;
}

function checkReturnAddress(client: ClientRow | undefined, uri: string | undefined): string | undefined {
  if (uri === undefined) return undefined;
  if (!client)
    throw new PageError(
      "client_id_missing",
      "The app asked to return to an address without saying which app it is: send client_id or id_token_hint.",
      [{ kind: "sent", name: "post_logout_redirect_uri", value: uri }],
    );
  if (!client.postLogoutRedirectUris.includes(uri))
    throw new PageError(
      "post_logout_redirect_uri_not_registered",
      "The app asked to return to an address that is not registered for it. It must match character by character.",
      [
        { kind: "app", value: client.name },
        { kind: "sent", name: "post_logout_redirect_uri", value: uri },
      ],
    );
  return uri;
}
