/** How the instance looks, with its version, for those who may change it. */
import type { Context } from "#lib/context/context.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { parseBranding } from "./parse-branding.ts";
import type { Brand } from "./schema.ts";
import { findBrandingVersion } from "./store.ts";

export interface VersionedBrand {
  readonly brand: Brand;
  readonly updatedAt: Date;
}

/** The version of what was never set. */
export const neverSet = new Date(0);

/** @throws DomainError FORBIDDEN */
export async function getBranding(ctx: Context): Promise<VersionedBrand> {
  checkPermission(ctx, "settings.read");
  const row = await findBrandingVersion(ctx.db);
  return { brand: parseBranding(row?.value), updatedAt: row?.updatedAt ?? neverSet };
}
