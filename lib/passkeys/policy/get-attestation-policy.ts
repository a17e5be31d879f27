/** The policy in force, for those who may set it. */
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { loadAttestationPolicy } from "./load-policy.ts";
import type { AttestationPolicy } from "./schema.ts";

/** @throws DomainError FORBIDDEN */
export async function getAttestationPolicy(ctx: Context): Promise<AttestationPolicy> {
  const { actor } = ctx;
  if (actor.type !== "operator" && !(actor.type === "user" && actor.role === "admin"))
    throw new DomainError("FORBIDDEN");
  return await loadAttestationPolicy(ctx);
}
