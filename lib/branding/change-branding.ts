/** What every change of the instance's look goes through: permission, lock, version, row, trace. */
import { isDeepStrictEqual } from "node:util";
import { type AuditEvent, appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { AuditAction } from "#lib/audit/catalogue.ts";
import { checkUnchanged } from "#lib/context/check-unchanged.ts";
import type { Context } from "#lib/context/context.ts";
import type { Db } from "#lib/db/client.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { neverSet, type VersionedBrand } from "./get-branding.ts";
import { parseBranding, storeBranding } from "./parse-branding.ts";
import type { Brand } from "./schema.ts";
import { lockBranding, putBranding } from "./store.ts";

export interface BrandChange {
  readonly brand: Brand;
  readonly details: AuditEvent["details"];
}

/**
 * `prepare` runs once the caller is known to be allowed, before anything is locked; `change` within the transaction, on
 * what is stored then. Where nothing comes out changed, nothing is written.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, PRECONDITION_FAILED, and what the two refuse with
 */
export function changeBranding<P>(
  ctx: Context,
  action: AuditAction,
  prepare: () => Promise<P> | P,
  change: (tx: Db, before: Brand, prepared: P) => Promise<BrandChange> | BrandChange,
): Promise<VersionedBrand> {
  return auditRefusal(ctx, action, async () => {
    checkPermission(ctx, "settings.write");
    const prepared = await prepare();
    return await ctx.db.transaction(async (tx) => {
      const row = await lockBranding(tx, {
        value: storeBranding(parseBranding(undefined)),
        updatedAt: neverSet,
      });
      checkUnchanged(ctx, row.updatedAt);
      const before = parseBranding(row.value);
      const { brand, details = {} } = await change(tx, before, prepared);
      if (isDeepStrictEqual(brand, before)) return { brand, updatedAt: row.updatedAt };
      await putBranding(tx, storeBranding(brand), ctx.now);
      await appendAuditEvent(ctx, tx, { action, outcome: "success", details });
      return { brand, updatedAt: ctx.now };
    });
  });
}
