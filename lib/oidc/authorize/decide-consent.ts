/** The person's answer on the consent page. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { rememberConsent } from "#lib/grants/remember-consent.ts";
import { type AuthorizeInteraction, findInteraction } from "../interactions/find-interaction.ts";
import { finishedAlready } from "../interactions/finished-already.ts";
import { markConsented } from "../interactions/store.ts";
import { answerApp } from "./answer-app.ts";
import { actingAs, continueAuthorization, nextStep } from "./continue-authorization.ts";
import { accessRefusal } from "./decide-next-step.ts";
import type { ConsentQuestion } from "./missing-consent.ts";
import type { Redirect } from "./redirect-target.ts";

export interface ConsentDecision {
  readonly interaction: string;
  readonly decision: "allow" | "deny";
  /** Whose data the page showed; another tab may have changed accounts since. */
  readonly sessionId?: string | undefined;
}

/**
 * Allow leads to the app with its answer, deny with `access_denied`, and so does going on from the page that explains
 * why the person may not use the app, with the error that fits. An answer to a question that was not asked (nobody
 * signed in, nothing to consent to) only goes on with the request.
 * Nor does a yes count that was given for another account than the one that it would now be of.
 * @throws PageError for an unknown, finished or expired interaction
 */
export async function decideConsent(ctx: Context, input: ConsentDecision): Promise<Redirect> {
  const interaction = await findInteraction(ctx, input.interaction);
  if (interaction?.kind !== "authorize") throw finishedAlready();
  const { target, request, row, token } = interaction;
  return answerApp(
    ctx,
    { target, interactionId: row.id, silent: request.prompts.includes("none") },
    async () => {
      const pending = { target, request, stored: { token, row } };
      const step = await nextStep(ctx, pending);
      const denied = input.decision === "deny";
      if (step.kind === "no_access" && denied) throw accessRefusal(step.rule);
      if (step.kind !== "consent") return continueAuthorization(ctx, pending);
      if (denied) throw new OAuthError("access_denied", "The person did not allow it.");
      if (input.sessionId !== undefined && input.sessionId !== step.person.sessionId)
        return continueAuthorization(ctx, pending);
      // A test lets the app have nothing, so there is nothing to remember either.
      if (!request.test)
        await grantConsent(actingAs(ctx, step.person), interaction, step.person, step.question);
      const consented = { ...row, consentedSessionId: step.person.sessionId };
      return continueAuthorization(ctx, { ...pending, stored: { token, row: consented } });
    },
  );
}

async function grantConsent(
  ctx: Context,
  { target, row }: AuthorizeInteraction,
  person: UserActor,
  question: ConsentQuestion,
): Promise<void> {
  const { userId } = person;
  const { scopes, claims, resources } = question;
  await ctx.db.transaction(async (tx) => {
    // The request's row before the grant's, as where the answer is issued: the other way round two answers to one
    // question could wait for each other.
    if (!(await markConsented(tx, row.id, person.sessionId))) throw finishedAlready();
    await rememberConsent(ctx, tx, { userId, clientId: target.client.id, scopes, claims, resources });
    await appendAuditEvent(ctx, tx, {
      action: "consent.granted",
      outcome: "success",
      subjectUserId: userId,
      clientId: target.client.id,
      details: { scopes, claims, resources },
    });
  });
}
