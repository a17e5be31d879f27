/** What the pages show of the request that brought the person there. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { signedInPeople } from "#lib/sessions/open-session.ts";
import type { PasskeyRule, UnmetRule } from "../authorize/check-access-rules.ts";
import { nextStep } from "../authorize/continue-authorization.ts";
import type { NextStep } from "../authorize/decide-next-step.ts";
import type { AuthorizationRequest } from "../authorize/schema.ts";
import { type DeviceDescription, describeDevice } from "../device/describe-device.ts";
import { describeSignOut, type SignOutDescription } from "../logout/describe-sign-out.ts";
import { type ConsentDescription, describeConsent } from "./describe-consent.ts";
import { type SelfDescribed, selfDescribed } from "./describe-source.ts";
import { type AuthorizeInteraction, findInteraction } from "./find-interaction.ts";

/** Somebody who is signed in in this browser. */
export interface AccountDescription {
  readonly sessionId: string;
  readonly displayName: string;
  readonly username: string;
  /** Whom the app named by `login_hint`. */
  readonly hinted: boolean;
}

export type InteractionDescription =
  | {
      readonly kind: "authorize";
      readonly clientId: string;
      readonly clientName: string;
      /** Who said what the app is called, where that was not an administrator. */
      readonly selfDescribed?: SelfDescribed;
      /** Host of the address that the answer goes to, or the scheme of a native app. */
      readonly redirectHost: string;
      readonly loginHint?: string;
      /** The signed-in person must confirm that it is them. */
      readonly reauthentication: boolean;
      /** Why: the app demands another passkey than the one that was used. */
      readonly demand?: PasskeyRule;
      /** Whom the answer would be about, where that is decided: not always whom the browser shows. */
      readonly person?: {
        readonly displayName: string;
        readonly username: string;
        readonly sessionId: string;
      };
      /** Present when that person must decide. */
      readonly consent?: ConsentDescription;
      /** Present when one of these must, or may, be chosen; the hinted one first. */
      readonly accounts?: readonly AccountDescription[];
      /** Present when the app's rules keep the person out. */
      readonly unmetRule?: UnmetRule;
    }
  | SignOutDescription
  | DeviceDescription;

/** Undefined when the interaction is unknown, finished or expired. Reads only. */
export async function describeInteraction(
  ctx: Context,
  token: string,
): Promise<InteractionDescription | undefined> {
  const interaction = await findInteraction(ctx, token);
  if (!interaction) return undefined;
  if (interaction.kind === "end_session") return describeSignOut(ctx, interaction);
  if (interaction.kind === "device") return describeDevice(ctx, interaction);
  const { request, target } = interaction;
  const step = await stepOf(ctx, interaction);
  return {
    kind: "authorize",
    clientId: target.client.id,
    clientName: target.client.name,
    redirectHost: redirectHost(target.redirectUri),
    ...selfDescribed(target.client),
    ...(request.loginHint === undefined ? {} : { loginHint: request.loginHint }),
    reauthentication: step?.kind === "sign_in" && step.reauthentication,
    ...(await describeStep(ctx, target.client, step, request)),
  };
}

async function stepOf(ctx: Context, interaction: AuthorizeInteraction): Promise<NextStep | undefined> {
  const { target, request, row, token } = interaction;
  try {
    return await nextStep(ctx, { target, request, stored: { token, row } });
  } catch (error) {
    // The refusal is told to the app when the request is resumed; a page has nothing to show for it.
    if (error instanceof OAuthError) return undefined;
    throw error;
  }
}

async function describeStep(
  ctx: Context,
  client: ClientRow,
  step: NextStep | undefined,
  { loginHint, scopes }: AuthorizationRequest,
) {
  switch (step?.kind) {
    case "consent":
      return {
        person: nameOf(step.person),
        consent: await describeConsent(ctx, client, step.person, step.question, scopes),
        ...otherAccounts(ctx, loginHint),
      };
    case "no_access":
      return { person: nameOf(step.person), unmetRule: step.rule, ...otherAccounts(ctx, loginHint) };
    case "sign_in":
      return step.rule === undefined ? {} : { demand: step.rule };
    case "choose_account":
      return { accounts: describeAccounts(ctx, loginHint) };
    default:
      return {};
  }
}

function nameOf({ displayName, username, sessionId }: UserActor) {
  return { displayName, username, sessionId };
}

/** Somebody else who is signed in here may be the one whom the person means. */
function otherAccounts(ctx: Context, loginHint: string | undefined) {
  const accounts = describeAccounts(ctx, loginHint);
  return accounts.length > 1 ? { accounts } : {};
}

function describeAccounts(ctx: Context, loginHint: string | undefined): AccountDescription[] {
  const hint = loginHint?.toLowerCase();
  return signedInPeople(ctx)
    .map((person) => ({
      ...nameOf(person),
      hinted: person.username.toLowerCase() === hint,
    }))
    .sort((a, b) => Number(b.hinted) - Number(a.hinted));
}

function redirectHost(redirectUri: string): string {
  const url = new URL(redirectUri);
  return url.host === "" ? url.protocol.slice(0, -1) : url.host;
}
