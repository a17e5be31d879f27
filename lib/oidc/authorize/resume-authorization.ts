/** Goes on with a stored request after the person has been at a page. */
import type { Context } from "#lib/context/context.ts";
import type { AuthorizeInteraction } from "../interactions/find-interaction.ts";
import { answerApp } from "./answer-app.ts";
import { continueAuthorization } from "./continue-authorization.ts";
import type { Redirect } from "./redirect-target.ts";

/** Evaluates the request anew with the session of this very call. @throws PageError when it was finished meanwhile */
export function resumeAuthorization(ctx: Context, interaction: AuthorizeInteraction): Promise<Redirect> {
  const { target, request, row, token } = interaction;
  return answerApp(ctx, { target, interactionId: row.id, silent: request.prompts.includes("none") }, () =>
    continueAuthorization(ctx, { target, request, stored: { token, row } }),
  );
}
