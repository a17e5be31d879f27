/** What the sign-in, consent and sign-out pages show of the request that brought the person there. */
import type { Context, UserActor } from "#lib/context/context.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { findGrant } from "#lib/grants/store.ts";
import { consentScopes, decideNextStep, type NextStep } from "../authorize/decide-next-step.ts";
import { readPersonClaims } from "../claims/read-person-claims.ts";
import { claimsOfScope, type Scope } from "../claims/scopes.ts";
import { findPerson } from "../claims/store.ts";
import { type AuthorizeInteraction, findInteraction } from "./find-interaction.ts";

export interface ScopeDescription {
  readonly scope: Scope;
  /** Claims of this person with their values; those without a value are left out. */
  readonly claims: readonly { readonly name: string; readonly value: string }[];
}

export type InteractionDescription =
  | {
      readonly kind: "authorize";
      readonly clientId: string;
      readonly clientName: string;
      /** Host of the address that the answer goes to, or the scheme of a native app. */
      readonly redirectHost: string;
      readonly loginHint?: string;
      /** The signed-in person must confirm that it is them. */
      readonly reauthentication: boolean;
      /** Present when the signed-in person must decide. */
      readonly consent?: { readonly scopes: readonly ScopeDescription[] };
    }
  | { readonly kind: "end_session"; readonly clientName?: string };

/** Undefined when the interaction is unknown, finished or expired. Reads only. */
export async function describeInteraction(
  ctx: Context,
  token: string,
): Promise<InteractionDescription | undefined> {
  const interaction = await findInteraction(ctx, token);
  if (!interaction) return undefined;
  if (interaction.kind === "end_session")
    return {
      kind: "end_session",
      ...(interaction.client ? { clientName: interaction.client.name } : {}),
    };
  const { request, target } = interaction;
  const step = await nextStepOf(ctx, interaction);
  return {
    kind: "authorize",
    clientId: target.client.id,
    clientName: target.client.name,
    redirectHost: redirectHost(target.redirectUri),
    ...(request.loginHint === undefined ? {} : { loginHint: request.loginHint }),
    reauthentication: step?.kind === "sign_in" && step.reauthentication,
    ...(step?.kind === "consent" && ctx.actor.type === "user"
      ? { consent: { scopes: await describeScopes(ctx, ctx.actor, consentScopes(request)) } }
      : {}),
  };
}

async function nextStepOf(ctx: Context, interaction: AuthorizeInteraction): Promise<NextStep | undefined> {
  const { request, target, row } = interaction;
  const person = ctx.actor.type === "user" ? ctx.actor : undefined;
  const grant = person && (await findGrant(ctx.db, { userId: person.userId, clientId: target.client.id }));
  try {
    return decideNextStep({
      request,
      firstParty: target.client.firstParty,
      person,
      consentedScopes: grant?.scopes ?? [],
      interaction: row,
      now: ctx.now,
    });
  } catch (error) {
    // The refusal is told to the app when the request is resumed; a page has nothing to show for it.
    if (error instanceof OAuthError) return undefined;
    throw error;
  }
}

async function describeScopes(
  ctx: Context,
  { userId }: UserActor,
  scopes: readonly Scope[],
): Promise<ScopeDescription[]> {
  const person = await findPerson(ctx.db, userId);
  if (!person) return [];
  return scopes.map((scope) => {
    const values = readPersonClaims(person, [scope], undefined);
    const claims = claimsOfScope[scope].flatMap((name) => {
      const value = values[name];
      return value === undefined ? [] : [{ name, value: String(value) }];
    });
    return { scope, claims };
  });
}

function redirectHost(redirectUri: string): string {
  const url = new URL(redirectUri);
  return url.host === "" ? url.protocol.slice(0, -1) : url.host;
}
