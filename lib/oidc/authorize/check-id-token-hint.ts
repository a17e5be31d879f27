/** `id_token_hint`: the person whom the app expects. */
import type { ClientId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { readIdTokenHint } from "../tokens/read-id-token-hint.ts";

/** The `sub` of an ID Token that we issued to this client; its age does not matter. @throws OAuthError invalid_request */
export async function checkIdTokenHint(
  ctx: Context,
  clientId: ClientId,
  hint: string | undefined,
): Promise<string | undefined> {
  if (hint === undefined) return undefined;
  const token = await readIdTokenHint(ctx, hint);
  if (!token || token.clientId !== clientId)
    throw new OAuthError("invalid_request", "id_token_hint is not an ID Token issued to this client.");
  return token.subject;
}
