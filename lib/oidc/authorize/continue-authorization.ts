/** Takes an authorization as far as it goes with the present session: to a page, or to the app with a code. */
import type { Context } from "#lib/context/context.ts";
import { findGrant } from "#lib/grants/store.ts";
import { createInteraction } from "../interactions/create-interaction.ts";
import { decideNextStep, type NextStep } from "./decide-next-step.ts";
import { issueCode } from "./issue-code.ts";
import type { PendingAuthorization } from "./pending-authorization.ts";
import type { Redirect } from "./redirect-target.ts";

/** @throws OAuthError for the app, PageError when another tab has finished this request. */
export async function continueAuthorization(ctx: Context, pending: PendingAuthorization): Promise<Redirect> {
  const step = await nextStep(ctx, pending);
  if (step.kind === "issue") return issueCode(ctx, pending, step.person);
  const token = pending.stored?.token ?? (await store(ctx, pending));
  const page = step.kind === "sign_in" ? "sign-in" : "consent";
  return { location: `${ctx.config.baseUrl}/${page}?interaction=${token}` };
}

/** @throws OAuthError where the request cannot be fulfilled */
export async function nextStep(ctx: Context, pending: PendingAuthorization): Promise<NextStep> {
  const { client } = pending.target;
  const person = ctx.actor.type === "user" ? ctx.actor : undefined;
  const grant = person && (await findGrant(ctx.db, { userId: person.userId, clientId: client.id }));
  return decideNextStep({
    request: pending.request,
    firstParty: client.firstParty,
    person,
    consentedScopes: grant?.scopes ?? [],
    interaction: pending.stored?.row,
    now: ctx.now,
  });
}

function store(ctx: Context, { target, request }: PendingAuthorization): Promise<string> {
  return createInteraction(ctx, ctx.db, { kind: "authorize", clientId: target.client.id, request });
}
