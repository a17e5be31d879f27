/** What an app would learn of a person, claim by claim with its reason, before anybody signs in. */
import type { UserId } from "#drizzle/schema/ids.ts";
import { getClient } from "#lib/clients/get-client.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { subjectOf } from "../subjects/subject-of.ts";
import { type ExplainedClaim, explainPersonClaims } from "./explain-person-claims.ts";
import type { ClaimsRequest } from "./schema.ts";
import { knownScopes, type Scope, supportedScopes } from "./scopes.ts";
import { findPerson } from "./store.ts";

export interface ClaimsPreview {
  readonly clientId: string;
  readonly userId: UserId;
  /** Every scope that the app may ask for when absent. */
  readonly scopes?: readonly string[] | undefined;
  readonly claims?: ClaimsRequest | undefined;
}

/** For whoever may look at apps and at people. @throws DomainError FORBIDDEN, CLIENT_NOT_FOUND, USER_NOT_FOUND */
export async function previewClaims(ctx: Context, preview: ClaimsPreview): Promise<ExplainedClaim[]> {
  checkPermission(ctx, "clients.read");
  // It tells a person's data: the right to look at apps alone must not.
  checkPermission(ctx, "users.read");
  const client = await getClient(ctx, preview.clientId);
  const person = await findPerson(ctx.db, preview.userId);
  if (!person) throw new DomainError("USER_NOT_FOUND");
  const allowed: readonly Scope[] = client.scopes === null ? supportedScopes : knownScopes(client.scopes);
  const asked = preview.scopes === undefined ? allowed : knownScopes(preview.scopes);
  return explainPersonClaims({
    person,
    subject: subjectOf(ctx, client, person.id),
    scopes: asked.filter((scope) => scope === "openid" || allowed.includes(scope)),
    claims: preview.claims,
    client,
  });
}
