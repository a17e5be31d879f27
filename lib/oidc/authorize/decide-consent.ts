/** The person's answer on the consent page. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { rememberConsent } from "#lib/grants/remember-consent.ts";
import type { Scope } from "../claims/scopes.ts";
import { type AuthorizeInteraction, findInteraction } from "../interactions/find-interaction.ts";
import { finishedAlready } from "../interactions/finished-already.ts";
import { markConsented } from "../interactions/store.ts";
import { answerApp } from "./answer-app.ts";
import { continueAuthorization, nextStep } from "./continue-authorization.ts";
import type { Redirect } from "./redirect-target.ts";

/**
 * Allow leads to the app with a code, deny with `access_denied`. An answer to a question that was not asked (nobody
 * signed in, nothing to consent to) only goes on with the request.
 * @throws PageError for an unknown, finished or expired interaction
 */
export async function decideConsent(
  ctx: Context,
  input: { readonly interaction: string; readonly decision: "allow" | "deny" },
): Promise<Redirect> {
  const interaction = await findInteraction(ctx, input.interaction);
  if (interaction?.kind !== "authorize") throw finishedAlready();
  const { target, request, row, token } = interaction;
  return answerApp(
    ctx,
    { target, interactionId: row.id, silent: request.prompts.includes("none") },
    async () => {
      const pending = { target, request, stored: { token, row } };
      const step = await nextStep(ctx, pending);
      if (step.kind !== "consent" || ctx.actor.type !== "user") return continueAuthorization(ctx, pending);
      if (input.decision === "deny") throw new OAuthError("access_denied", "The person did not allow it.");
      await grantConsent(ctx, interaction, step.scopes);
      const consented = { ...row, consentedSessionId: ctx.actor.sessionId };
      return continueAuthorization(ctx, { ...pending, stored: { token, row: consented } });
    },
  );
}

async function grantConsent(
  ctx: Context,
  { target, row }: AuthorizeInteraction,
  scopes: readonly Scope[],
): Promise<void> {
  const { actor } = ctx;
  if (actor.type !== "user") return;
  await ctx.db.transaction(async (tx) => {
    await rememberConsent(ctx, tx, { userId: actor.userId, clientId: target.client.id, scopes });
    await markConsented(tx, row.id, actor.sessionId);
    await appendAuditEvent(ctx, tx, {
      action: "consent.granted",
      outcome: "success",
      subjectUserId: actor.userId,
      clientId: target.client.id,
      details: { scopes },
    });
  });
}
