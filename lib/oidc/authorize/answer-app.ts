/** Runs the part of an authorization whose refusals go back to the app. */
import type { InteractionRowId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import { recordClientError } from "#lib/clients/errors/record-client-error.ts";
import type { Context } from "#lib/context/context.ts";
import { OAuthError, type OAuthErrorCode } from "#lib/errors/oauth-error.ts";
import { finishedAlready } from "../interactions/finished-already.ts";
import { deleteInteraction } from "../interactions/store.ts";
import type { AuthorizationParameters } from "./authorization-parameters.ts";
import { answerRedirect, type Redirect, type RedirectTarget } from "./redirect-target.ts";
import { refusedFacts } from "./refused-facts.ts";

export interface Answerable {
  readonly target: RedirectTarget;
  /** Ended by a refusal. */
  readonly interactionId?: InteractionRowId;
  /** The request came with prompt=none. */
  readonly silent: boolean;
  /** While they are read: what is wrong with them is the app developer's to mend. */
  readonly parameters?: AuthorizationParameters;
}

/** What a silent check expects to hear when nobody is signed in: no event of anybody's security. */
const expectedWhenSilent: ReadonlySet<OAuthErrorCode> = new Set(["login_required", "consent_required"]);

/** What a person, their passkey or an administrator brought about: no mistake in the app. */
const nobodysMistake: ReadonlySet<OAuthErrorCode> = new Set([
  ...expectedWhenSilent,
  "access_denied",
  "unmet_authentication_requirements",
]);

/** An OAuthError becomes the app's answer; it ends the interaction, if there is one. */
export async function answerApp(
  ctx: Context,
  answerable: Answerable,
  proceed: () => Promise<Redirect>,
): Promise<Redirect> {
  try {
    return await proceed();
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    await recordRefusal(ctx, answerable, error);
    await explainToDeveloper(ctx, answerable, error);
    return answerRedirect(answerable.target, ctx.config.baseUrl, {
      error: error.code,
      error_description: error.description,
    });
  }
}

async function recordRefusal(
  ctx: Context,
  { target, interactionId, silent }: Answerable,
  error: OAuthError,
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    if (interactionId !== undefined && !(await deleteInteraction(tx, interactionId))) throw finishedAlready();
    if (silent && expectedWhenSilent.has(error.code)) return;
    await appendAuditEvent(ctx, tx, {
      action: error.code === "access_denied" ? "consent.denied" : "authorization.refused",
      outcome: "failure",
      reason: error.code,
      clientId: target.client.id,
      ...(ctx.actor.type === "user" ? { subjectUserId: ctx.actor.userId } : {}),
      details: { description: error.description },
    });
  });
}

async function explainToDeveloper(
  ctx: Context,
  { target, parameters }: Answerable,
  { code, description: explanation }: OAuthError,
): Promise<void> {
  if (nobodysMistake.has(code)) return;
  const { client } = target;
  const facts = parameters ? refusedFacts(code, parameters, client) : [];
  await recordClientError(ctx, { client, endpoint: "/oauth/authorize", code, explanation, facts });
}
