/** What the consent page asks, with the person's own values. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import type { ConsentQuestion } from "../authorize/missing-consent.ts";
import { claimsOfScope, type Scope } from "../claims/scopes.ts";
import { findPerson } from "../claims/store.ts";
import { type DescribedClaims, tellClaims } from "../claims/tell-claims.ts";
import { subjectOf } from "../subjects/subject-of.ts";

export interface ScopeDescription {
  readonly scope: Scope;
  readonly claims: DescribedClaims;
}

export interface ConsentDescription {
  readonly scopes: readonly ScopeDescription[];
  /** Asked for by name, beyond the scopes. */
  readonly claims: DescribedClaims;
  /** Addresses of the servers that the app may use in the person's name. */
  readonly resources: readonly string[];
  /** The request names something of the person, new or not; else the app is to have an identifier at most. */
  readonly personal: boolean;
  /** What the app says of itself (RFC 7591 section 2: shown to the person). */
  readonly policyUri: string | null;
  readonly tosUri: string | null;
}

/** `requested` are the scopes of the whole request, of which the question leaves out what was allowed before. */
export async function describeConsent(
  ctx: Context,
  client: ClientRow,
  { userId }: UserActor,
  { scopes, claims, resources }: ConsentQuestion,
  requested: readonly Scope[],
): Promise<ConsentDescription> {
  const person = await findPerson(ctx.db, userId);
  const { policyUri, tosUri } = client;
  const personal = requested.some((scope) => claimsOfScope[scope].length > 0);
  if (!person) return { scopes: [], claims: [], resources, personal, policyUri, tosUri };
  const subject = [{ name: "sub", value: subjectOf(ctx, client, userId) }];
  return {
    scopes: scopes.map((scope) => ({
      scope,
      claims: scope === "openid" ? subject : tellClaims(person, [scope]),
    })),
    claims: tellClaims(person, [], claims),
    resources,
    personal,
    policyUri,
    tosUri,
  };
}
