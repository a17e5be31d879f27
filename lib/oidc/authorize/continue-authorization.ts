/** Takes an authorization as far as it goes with the present sessions: to a page, or to the app with its answer. */
import type { Context, UserActor } from "#lib/context/context.ts";
import { findGrant } from "#lib/grants/store.ts";
import { createInteraction } from "../interactions/create-interaction.ts";
import { decideNextStep, type NextStep } from "./decide-next-step.ts";
import { issueAnswer } from "./issue-answer.ts";
import { noConsent } from "./missing-consent.ts";
import type { PendingAuthorization } from "./pending-authorization.ts";
import { pickPerson } from "./pick-person.ts";
import type { Redirect } from "./redirect-target.ts";
import { isAdmitted } from "./store.ts";
import { checkTester } from "./test-callback.ts";

/** Where each step that needs a person happens. */
const pages = {
  sign_in: "sign-in",
  sign_up: "sign-up",
  choose_account: "choose-account",
  no_access: "no-access",
  consent: "consent",
} as const;

/** @throws OAuthError for the app, PageError when another tab has finished this request. */
export async function continueAuthorization(ctx: Context, pending: PendingAuthorization): Promise<Redirect> {
  const step = await nextStep(ctx, pending);
  if (step.kind === "issue") return issueAnswer(actingAs(ctx, step.person), pending, step.person);
  const token = pending.stored?.token ?? (await store(ctx, pending));
  return { location: `${ctx.config.baseUrl}/${pages[step.kind]}?interaction=${token}` };
}

/** @throws OAuthError where the request cannot be fulfilled */
export async function nextStep(
  ctx: Context,
  { target, request, stored }: PendingAuthorization,
): Promise<NextStep> {
  const { client } = target;
  if (request.test) checkTester(ctx, request.test);
  const picked = pickPerson(ctx, client, request, stored?.row.chosenSessionId);
  const owner = picked.person && { userId: picked.person.userId, clientId: client.id };
  const [grant, admitted] = owner
    ? await Promise.all([findGrant(ctx.db, owner), isAdmitted(ctx.db, owner)])
    : [undefined, true];
  return decideNextStep({
    ...picked,
    request,
    client,
    admitted,
    given: grant ?? noConsent,
    signUpOpen: ctx.config.signUp === "open",
    interaction: stored?.row,
    now: ctx.now,
  });
}

/** The context in which the person acts whom the answer is about, who need not be the one that the browser shows. */
export function actingAs(ctx: Context, person: UserActor): Context {
  return { ...ctx, actor: person };
}

function store(
  ctx: Context,
  { target, request, interactionToken: token }: PendingAuthorization,
): Promise<string> {
  return createInteraction(ctx, ctx.db, { kind: "authorize", clientId: target.client.id, request, token });
}
