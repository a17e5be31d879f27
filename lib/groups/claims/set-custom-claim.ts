/** Adds a claim to a person or a group, or gives it another value. */
import type { ClaimId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import type { Db } from "#lib/db/client.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { checkInput } from "../check-input.ts";
import { lockClaimOwner } from "./lock-claim-owner.ts";
import { type ClaimValue, newClaimSchema } from "./schema.ts";
import { type ClaimOwner, countClaims, findClaim, insertClaim, updateClaim } from "./store.ts";

export const maxClaimsPerOwner = 50;

export interface NewClaim {
  readonly owner: ClaimOwner;
  readonly name: string;
  readonly value: ClaimValue;
}

/**
 * For operators, and administrators who have just confirmed. The same value again changes nothing: then false.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, VALIDATION_ERROR, USER_NOT_FOUND, GROUP_NOT_FOUND,
 * CONFLICT when the owner has 50 claims
 */
export function setCustomClaim(ctx: Context, { owner, ...input }: NewClaim): Promise<boolean> {
  return auditRefusal(ctx, "claim.set", async () => {
    checkPermission(ctx, "groups.write");
    const { name, value } = checkInput(newClaimSchema, input);
    return await ctx.db.transaction(async (tx) => {
      const { details, ...about } = await lockClaimOwner(tx, owner);
      const before = await findClaim(tx, owner, name);
      if (JSON.stringify(before) === JSON.stringify(value)) return false;
      if (before === undefined) await addClaim(ctx, tx, owner, { name, value });
      else await updateClaim(tx, owner, { name, value, now: ctx.now });
      await appendAuditEvent(ctx, tx, {
        action: "claim.set",
        outcome: "success",
        ...about,
        details: {
          ...details,
          name,
          ...(before === undefined ? {} : { before: JSON.stringify(before) }),
          after: JSON.stringify(value),
        },
      });
      return true;
    });
  });
}

async function addClaim(
  ctx: Context,
  tx: Db,
  owner: ClaimOwner,
  claim: { readonly name: string; readonly value: ClaimValue },
): Promise<void> {
  if ((await countClaims(tx, owner)) >= maxClaimsPerOwner)
    throw new DomainError("CONFLICT", {
      words: { key: "claimsFull", values: { count: maxClaimsPerOwner } },
    });
  await insertClaim(tx, owner, { id: newId<ClaimId>(), ...claim, now: ctx.now });
}
