/** Administrators cannot shut themselves out: neither by a policy, nor by joining a group that has one. */
import type { Context } from "#lib/context/context.ts";
import { findCredentialFacts } from "#lib/credentials/store.ts";
import type { Db } from "#lib/db/client.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { productNames } from "../product-names.ts";
import { checkAttestationPolicy } from "./check-attestation-policy.ts";
import type { AttestationPolicy } from "./schema.ts";

/**
 * Whether the passkey of the session that asks may be used under `policy`. Operators have none: whoever has a shell can
 * shut everybody out, and can take it back.
 * @throws DomainError CONFLICT
 */
export async function checkOwnPasskeyAllowed(ctx: Context, tx: Db, policy: AttestationPolicy): Promise<void> {
  const { actor } = ctx;
  const own =
    actor.type === "user" && actor.credentialId && (await findCredentialFacts(tx, actor.credentialId));
  if (!own) return;
  try {
    // The step-up that was just asked for did verify the person.
    checkAttestationPolicy([policy], {
      facts: { ...own, userVerified: true },
      nameOf: productNames(ctx),
      locale: ctx.locale,
    });
  } catch (cause) {
    throw new DomainError("CONFLICT", {
      cause,
      words: { key: "policyLocksOut" },
    });
  }
}
