/** What the person has not let the app have yet: scopes, claims asked for by name, and resources. */
import { type Scope, scopeOfClaim } from "../claims/scopes.ts";
import type { AuthorizationRequest } from "./schema.ts";

export interface Consent {
  readonly scopes: readonly string[];
  readonly claims: readonly string[];
  readonly resources: readonly string[];
  /** When the person last said yes; null where that was never asked. */
  readonly consentedAt: Date | null;
}

/** All empty where the app asks for nothing, and the person decides whether it may know them at all. */
export interface ConsentQuestion {
  readonly scopes: readonly Scope[];
  /** Beyond those of the scopes. */
  readonly claims: readonly string[];
  readonly resources: readonly string[];
}

export const noConsent: Consent = { scopes: [], claims: [], resources: [], consentedAt: null };

/**
 * Undefined when `given` covers all of the request. Names that say nothing of the person, such as `acr`, need no consent.
 * A token that holds nothing still tells the app who that was (its `sub`), so any earlier yes covers it, and none does not.
 */
export function missingConsent(
  { scopes, resources, claims }: Pick<AuthorizationRequest, "scopes" | "resources" | "claims">,
  given: Consent,
): ConsentQuestion | undefined {
  const covered = new Set<string>([...scopes, ...given.scopes]);
  const named = new Set([claims?.userinfo, claims?.id_token].flatMap((part) => Object.keys(part ?? {})));
  const question = {
    scopes: scopes.filter((scope) => !given.scopes.includes(scope)),
    claims: [...named].filter((name) => {
      const scope = scopeOfClaim(name);
      return scope !== undefined && !covered.has(scope) && !given.claims.includes(name);
    }),
    resources: resources.filter((resource) => !given.resources.includes(resource)),
  };
  if (anyOf(question)) return question;
  const isBare = scopes.length === 0 && resources.length === 0;
  return isBare && given.consentedAt === null && !anyOf(given) ? question : undefined;
}

function anyOf({ scopes, claims, resources }: Omit<Consent, "consentedAt">): boolean {
  return [scopes, claims, resources].some((part) => part.length > 0);
}
