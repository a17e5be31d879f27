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
  const target = await resolveRedirectTarget(ctx, source);
  const silent = source.parameters.values.prompt === "none";
  return answerApp(ctx, { target, silent, parameters: source.parameters }, async () => {
    const request = await checkAuthorizationRequest(ctx, target, source);
    if (!input.cookieWithheld) return continueAuthorization(ctx, { target, request });
    const clientId = target.client.id;
    const token = await createInteraction(ctx, ctx.db, { kind: "authorize", clientId, request });
    return { location: `${ctx.config.baseUrl}/oauth/resume?interaction=${token}` };
  });
}
