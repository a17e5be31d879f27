/** The end-session endpoint (OpenID Connect RP-Initiated Logout 1.0). */
import type { Context } from "#lib/context/context.ts";
import { createInteraction } from "../interactions/create-interaction.ts";
import { readParameters } from "../parameters.ts";
import { checkEndSessionRequest, endSessionLimits } from "./check-end-session-request.ts";
import { continueSignOut, type SignOutResult } from "./continue-sign-out.ts";

/** `cookieWithheld` as for authorizations: a form that another site posts. @throws PageError */
export async function beginSignOut(
  ctx: Context,
  input: { readonly entries: Iterable<readonly [string, string]>; readonly cookieWithheld: boolean },
): Promise<SignOutResult> {
  const { client, request } = await checkEndSessionRequest(
    ctx,
    readParameters(input.entries, endSessionLimits),
  );
  if (!input.cookieWithheld) return continueSignOut(ctx, { client, request });
  const token = await createInteraction(ctx, ctx.db, { kind: "end_session", clientId: client?.id, request });
  return { location: `${ctx.config.baseUrl}/oauth/resume?interaction=${token}`, signedOut: false };
}
