/** The apps that a person signed in to, and what each of them sees, with the person's own values. */
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { type GrantedApp, listGrants } from "#lib/grants/list-grants.ts";
import type { Person } from "../claims/read-person-claims.ts";
import { knownScopes, type Scope, supportedScopes } from "../claims/scopes.ts";
import { findPerson } from "../claims/store.ts";
import { tellClaims } from "../claims/tell-claims.ts";
import type { OwnApp } from "./schema.ts";

/** The actor's own, by name. @throws DomainError UNAUTHENTICATED */
export async function listOwnApps(ctx: Pick<Context, "db" | "actor">): Promise<OwnApp[]> {
  const { actor, db } = ctx;
  if (actor.type !== "user") throw new DomainError("UNAUTHENTICATED");
  const [granted, person] = await Promise.all([listGrants(ctx), findPerson(db, actor.userId)]);
  return person ? granted.map((app) => describeApp(app, person)) : [];
}

function describeApp({ registeredScopes, updatedAt, ...app }: GrantedApp, person: Person): OwnApp {
  const scopes = app.firstParty ? scopesOfHouse(registeredScopes) : knownScopes(app.scopes);
  return {
    ...app,
    scopes,
    sees: tellClaims(person, scopes, app.claims),
    staysSignedIn: scopes.includes("offline_access"),
    lastUsedAt: updatedAt,
  };
}

/** Nobody is asked about an app of the house, so its grant says nothing: it may have what its registration allows. */
function scopesOfHouse(registered: readonly string[] | null): Scope[] {
  return registered === null ? [...supportedScopes] : knownScopes(registered);
}
