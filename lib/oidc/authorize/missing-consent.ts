/** What the person has not let the app have yet: scopes, claims asked for by name, and resources. */
import { type Scope, scopeOfClaim } from "../claims/scopes.ts";
import type { AuthorizationRequest } from "./schema.ts";

export interface Consent {
  readonly scopes: readonly string[];
  readonly claims: readonly string[];
  readonly resources: readonly string[];
}

export interface ConsentQuestion {
  readonly scopes: readonly Scope[];
  /** Beyond those of the scopes. */
  readonly claims: readonly string[];
  readonly resources: readonly string[];
}

export const noConsent: Consent = { scopes: [], claims: [], resources: [] };

/** Undefined when `given` covers all of the request. Names that say nothing of the person, such as `acr`, need no consent. */
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
  return Object.values(question).some((part) => part.length > 0) ? question : undefined;
}
