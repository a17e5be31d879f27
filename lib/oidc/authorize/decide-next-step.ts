/** What an authorization needs next: a sign-in, an account, a consent, an answer, or its end. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { UserActor } from "#lib/context/context.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { type PasskeyRule, type UnmetRule, unmetRule } from "./check-access-rules.ts";
import { meetsAcr } from "./choose-acr.ts";
import { type Consent, type ConsentQuestion, missingConsent, noConsent } from "./missing-consent.ts";
import type { AuthorizationRequest } from "./schema.ts";

export interface AuthorizationState {
  readonly request: AuthorizationRequest;
  readonly client: Pick<ClientRow, "firstParty" | "requireUserVerification" | "requireDeviceBound">;
  /** Whom the answer would be about; undefined while nobody is signed in. */
  readonly person: UserActor | undefined;
  /** That is the `sub` on which the request insists, or it insists on none. */
  readonly isExpected: boolean;
  /** In a group that the app lets in. */
  readonly admitted: boolean;
  readonly given: Consent;
  readonly signUpOpen: boolean;
  /** The stored request, once the browser has been sent to a page. */
  readonly interaction:
    | {
        readonly createdAt: Date;
        readonly consentedSessionId: string | null;
        readonly chosenSessionId: string | null;
      }
    | undefined;
  readonly now: Date;
}

export type NextStep =
  | {
      readonly kind: "sign_in";
      readonly reauthentication: boolean;
      /** The app's rule that the passkey used so far does not meet. */
      readonly rule?: PasskeyRule;
    }
  | { readonly kind: "sign_up" }
  | { readonly kind: "choose_account" }
  | { readonly kind: "no_access"; readonly rule: UnmetRule; readonly person: UserActor }
  | { readonly kind: "consent"; readonly question: ConsentQuestion; readonly person: UserActor }
  | { readonly kind: "issue"; readonly person: UserActor };

/**
 * The first rule that is not met decides.
 * @throws OAuthError login_required, consent_required, access_denied or unmet_authentication_requirements
 */
export function decideNextStep(state: AuthorizationState): NextStep {
  const { request, person } = state;
  const silent = request.prompts.includes("none");
  const signUp = signUpStep(state);
  if (signUp) return signUp;
  if (!person) return silent ? refuseSilently() : { kind: "sign_in", reauthentication: false };
  if (request.prompts.includes("select_account") && !isChosen(state, person))
    return { kind: "choose_account" };
  if (!isAuthenticationFresh(state, person))
    return silent ? refuseSilently() : { kind: "sign_in", reauthentication: true };
  return (
    expectationStep(state, person) ??
    accessStep(state, person) ??
    consentStep(state, person) ?? { kind: "issue", person }
  );
}

/** Whether the session was opened or confirmed after the browser was sent to a page for this very request. */
export function signedInForThisRequest(
  interaction: AuthorizationState["interaction"],
  person: Pick<UserActor, "authTime">,
): boolean {
  return interaction !== undefined && person.authTime.getTime() >= interaction.createdAt.getTime();
}

function refuseSilently(): never {
  throw new OAuthError("login_required", "The person must sign in.");
}

/** Initiating User Registration via OpenID Connect 1.0: an account is made on the way, or was just now. */
function signUpStep(state: AuthorizationState): NextStep | undefined {
  if (!state.request.prompts.includes("create")) return undefined;
  if (state.person && signedInForThisRequest(state.interaction, state.person)) return undefined;
  if (!state.signUpOpen) throw new OAuthError("access_denied", "Sign-up is not open here.");
  return { kind: "sign_up" };
}

function isChosen({ interaction }: AuthorizationState, person: UserActor): boolean {
  return interaction?.chosenSessionId === person.sessionId || signedInForThisRequest(interaction, person);
}

function isAuthenticationFresh(
  { request, interaction, now }: AuthorizationState,
  person: UserActor,
): boolean {
  if (signedInForThisRequest(interaction, person)) return true;
  if (request.prompts.includes("login")) return false;
  if (request.maxAgeSeconds === undefined) return true;
  return now.getTime() - person.authTime.getTime() <= request.maxAgeSeconds * 1000;
}

/** Who the app expects, and how it insists that they were verified: asked for once, for this very request. */
function expectationStep(state: AuthorizationState, person: UserActor): NextStep | undefined {
  const { request, interaction } = state;
  const last = request.prompts.includes("none") || signedInForThisRequest(interaction, person);
  if (!state.isExpected) {
    if (last) throw new OAuthError("login_required", "The person who is signed in is not the one expected.");
    return { kind: "sign_in", reauthentication: true };
  }
  if (request.requiredAcr && !meetsAcr(person.acr, request.requiredAcr)) {
    if (last) throw new OAuthError("unmet_authentication_requirements", "The acr demanded could not be met.");
    return { kind: "sign_in", reauthentication: true };
  }
  return undefined;
}

function accessStep(state: AuthorizationState, person: UserActor): NextStep | undefined {
  const silent = state.request.prompts.includes("none");
  if (!state.admitted) {
    if (silent) throw accessRefusal("group");
    return { kind: "no_access", rule: "group", person };
  }
  const rule = unmetRule(state.client, person);
  if (rule === undefined) return undefined;
  if (silent) throw accessRefusal(rule);
  // Another passkey may do, so the first time the person is asked for one.
  if (!signedInForThisRequest(state.interaction, person))
    return { kind: "sign_in", reauthentication: true, rule };
  return { kind: "no_access", rule, person };
}

/** What the app is told of a demand of its own that was not met. */
export function accessRefusal(rule: UnmetRule): OAuthError {
  switch (rule) {
    case "group":
      return new OAuthError("access_denied", "The person is in no group that may use this client.");
    case "user_verification":
    case "device_bound":
      return new OAuthError(
        "unmet_authentication_requirements",
        rule === "device_bound"
          ? "The client demands a passkey that is bound to one device."
          : "The client demands that the passkey verifies its user.",
      );
  }
}

function consentStep(state: AuthorizationState, person: UserActor): NextStep | undefined {
  const { request, interaction, client } = state;
  if (interaction?.consentedSessionId === person.sessionId) return undefined;
  const again = request.prompts.includes("consent");
  if (client.firstParty && !again) return undefined;
  const question = missingConsent(request, again ? noConsent : state.given);
  if (!question) return undefined;
  if (request.prompts.includes("none")) throw new OAuthError("consent_required", "The person must consent.");
  return { kind: "consent", question, person };
}
