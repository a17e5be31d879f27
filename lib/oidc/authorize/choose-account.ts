/** The person's choice on the page that lists the accounts of this browser. */

import type { SessionId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { signedInPeople } from "#lib/sessions/open-session.ts";
import { findInteraction } from "../interactions/find-interaction.ts";
import { finishedAlready } from "../interactions/finished-already.ts";
import { markChosen } from "../interactions/store.ts";
import { answerApp } from "./answer-app.ts";
import { continueAuthorization } from "./continue-authorization.ts";
import type { Redirect } from "./redirect-target.ts";

export interface AccountChoice extends Redirect {
  /** The browser shows this one from now on. */
  readonly chosenSessionId: SessionId;
}

/**
 * Only a session that the very request carried can be chosen: an id from elsewhere is nobody's.
 * @throws PageError for an unknown, finished or expired interaction, DomainError NOT_FOUND for a session of another browser
 */
export async function chooseAccount(
  ctx: Context,
  input: { readonly interaction: string; readonly sessionId: string },
): Promise<AccountChoice> {
  const interaction = await findInteraction(ctx, input.interaction);
  if (interaction?.kind !== "authorize") throw finishedAlready();
  const people = signedInPeople(ctx);
  const chosen = people.find(({ sessionId }) => sessionId === input.sessionId);
  if (!chosen) throw new DomainError("NOT_FOUND", { words: { key: "accountNotSignedIn" } });
  const { target, request, row, token } = interaction;
  await markChosen(ctx.db, row.id, chosen.sessionId);
  const acting = { ...ctx, actor: chosen, alsoSignedIn: people.filter((person) => person !== chosen) };
  const stored = { token, row: { ...row, chosenSessionId: chosen.sessionId } };
  const answerable = { target, interactionId: row.id, silent: request.prompts.includes("none") };
  const next = await answerApp(acting, answerable, () =>
    continueAuthorization(acting, { target, request, stored }),
  );
  return { ...next, chosenSessionId: chosen.sessionId };
}
