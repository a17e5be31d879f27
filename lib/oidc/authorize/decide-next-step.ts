/** What an authorization needs next: a sign-in, a consent, a code, or its end. */
import type { UserActor } from "#lib/context/context.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { type Scope, scopeOfClaim } from "../claims/scopes.ts";
import type { AuthorizationRequest } from "./schema.ts";

export interface AuthorizationState {
  readonly request: AuthorizationRequest;
  readonly firstParty: boolean;
  /** Undefined while nobody is signed in. */
  readonly person: UserActor | undefined;
  readonly consentedScopes: readonly string[];
  /** The stored request, once the browser has been sent to a page. */
  readonly interaction: { readonly createdAt: Date; readonly consentedSessionId: string | null } | undefined;
  readonly now: Date;
}

export type NextStep =
  | { readonly kind: "sign_in"; readonly reauthentication: boolean }
  | { readonly kind: "consent"; readonly scopes: readonly Scope[] }
  | { readonly kind: "issue"; readonly person: UserActor };

/** @throws OAuthError login_required, consent_required or unmet_authentication_requirements */
export function decideNextStep(state: AuthorizationState): NextStep {
  const { request, person } = state;
  const silent = request.prompts.includes("none");
  if (!person || !isAuthenticationFresh(state, person)) {
    if (silent) throw new OAuthError("login_required", "The person must sign in.");
    return { kind: "sign_in", reauthentication: person !== undefined };
  }
  if (request.expectedSubject !== undefined && request.expectedSubject !== person.userId) {
    // Asked once, for this very request: whoever answers then is the person.
    if (silent || signedInForThisRequest(state, person))
      throw new OAuthError("login_required", "The person who is signed in is not the one expected.");
    return { kind: "sign_in", reauthentication: true };
  }
  if (request.requiredAcr && !request.requiredAcr.includes(person.acr)) {
    if (silent || signedInForThisRequest(state, person))
      throw new OAuthError("unmet_authentication_requirements", "The acr demanded could not be met.");
    return { kind: "sign_in", reauthentication: true };
  }
  if (needsConsent(state, person)) {
    if (silent) throw new OAuthError("consent_required", "The person must consent.");
    return { kind: "consent", scopes: consentScopes(request) };
  }
  return { kind: "issue", person };
}

/** What a consent must cover: the scopes, and those that hold the claims asked for by name. */
export function consentScopes(request: AuthorizationRequest): Scope[] {
  const named = [request.claims?.userinfo, request.claims?.id_token].flatMap((part) =>
    Object.keys(part ?? {}).flatMap((claim) => scopeOfClaim(claim) ?? []),
  );
  return [...new Set([...request.scopes, ...named])];
}

function isAuthenticationFresh(state: AuthorizationState, person: UserActor): boolean {
  if (signedInForThisRequest(state, person)) return true;
  const { prompts, maxAgeSeconds } = state.request;
  if (prompts.includes("login") || prompts.includes("select_account")) return false;
  if (maxAgeSeconds === undefined) return true;
  return state.now.getTime() - person.authTime.getTime() <= maxAgeSeconds * 1000;
}

function signedInForThisRequest({ interaction }: AuthorizationState, person: UserActor): boolean {
  return interaction !== undefined && person.authTime.getTime() >= interaction.createdAt.getTime();
}

function needsConsent(state: AuthorizationState, person: UserActor): boolean {
  if (state.interaction?.consentedSessionId === person.sessionId) return false;
  if (state.request.prompts.includes("consent")) return true;
  if (state.firstParty) return false;
  return !consentScopes(state.request).every((scope) => state.consentedScopes.includes(scope));
}
