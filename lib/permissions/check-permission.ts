/** Whether whoever asks may do this: by role, by the scopes of an API key, or by having a shell on the machine. */
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkStepUp } from "#lib/sessions/check-step-up.ts";
import { isWriting, type Permission, type Role, roleAllows } from "./schema.ts";

/**
 * What pages ask before they show something. Who came back in some weaker way than a passkey is nobody special until
 * a passkey was used.
 */
export function hasPermission({ actor }: Pick<Context, "actor">, permission: Permission): boolean {
  switch (actor.type) {
    case "operator":
      return true;
    case "user":
      return actor.method === "passkey" && roleAllows(actor.role, permission);
    case "api_key":
      // A key can do no more than the person who made it could do now.
      return actor.scopes.includes(permission) && roleAllows(actor.creatorRole, permission);
    case "anonymous":
    case "system":
      return false;
  }
}

/**
 * Every operation beyond one's own account begins with this.
 * @throws DomainError FORBIDDEN; STEP_UP_REQUIRED to people who did not use a passkey, and for what changes to those
 * who did not in the last minutes
 */
export function checkPermission(ctx: Pick<Context, "actor" | "now">, permission: Permission): void {
  if (!hasPermission(ctx, permission)) {
    const { actor } = ctx;
    const waits = actor.type === "user" && roleAllows(actor.role, permission);
    throw new DomainError(waits ? "STEP_UP_REQUIRED" : "FORBIDDEN");
  }
  if (ctx.actor.type === "user" && isWriting(permission)) checkStepUp(ctx);
}

/**
 * Nobody gets at somebody above them: the helpdesk ends no administrator's sessions and makes no link into an
 * administrator's account. @throws DomainError FORBIDDEN
 */
export function checkRank({ actor }: Pick<Context, "actor">, subject: { readonly role: Role }): void {
  const role = actor.type === "user" ? actor.role : actor.type === "api_key" ? actor.creatorRole : undefined;
  if (role !== undefined && role !== "admin" && subject.role !== "user") throw new DomainError("FORBIDDEN");
}
