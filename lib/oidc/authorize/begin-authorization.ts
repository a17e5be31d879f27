/** The authorization endpoint (RFC 6749 section 3.1, OIDC Core section 3.1.2). */
import type { Context } from "#lib/context/context.ts";
import { createInteraction } from "../interactions/create-interaction.ts";
import { answerApp } from "./answer-app.ts";
import { checkAuthorizationRequest } from "./check-authorization-request.ts";
import { continueAuthorization } from "./continue-authorization.ts";
import type { Redirect } from "./redirect-target.ts";
import { type Entries, resolveRequest } from "./request-source.ts";
import { resolveRedirectTarget } from "./resolve-redirect-target.ts";

export interface AuthorizationInput {
  readonly entries: Entries;
  /** The session cookie is SameSite=Lax: a form that another site's page posts does not carry it. */
  readonly cookieWithheld: boolean;
}

/** Answers with the next address. @throws PageError where no redirect target can be trusted */
export async function beginAuthorization(ctx: Context, input: AuthorizationInput): Promise<Redirect> {
  const source = await resolveRequest(ctx, input.entries);
  if ("waitsIn" in source) return resumeLater(ctx, source.waitsIn);
  const { interactionToken } = source.reopening ?? {};
  const target = await resolveRedirectTarget(ctx, source);
  const silent = source.parameters.values.prompt === "none";
  return answerApp(ctx, { target, silent, parameters: source.parameters }, async () => {
    const request = await checkAuthorizationRequest(ctx, target, source);
    if (!input.cookieWithheld) return continueAuthorization(ctx, { target, request, interactionToken });
    const clientId = target.client.id;
    const kept = { kind: "authorize", clientId, request, token: interactionToken } as const;
    return resumeLater(ctx, await createInteraction(ctx, ctx.db, kept));
  });
}

/** By an address of ours, where the browser brings its cookie. */
function resumeLater({ config }: Context, token: string): Redirect {
  return { location: `${config.baseUrl}/oauth/resume?interaction=${token}` };
}
