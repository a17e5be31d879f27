/** What administrators may change at run time, as it is now. */
import type { Context } from "#lib/context/context.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { parseStored } from "#lib/settings/run-time/lay-over.ts";
import { runTimeSettingsName } from "#lib/settings/run-time/refresh-settings.ts";
import type { Settings } from "#lib/settings/run-time/schema.ts";
import { findVersionedSetting } from "#lib/settings/store.ts";
import { describeSettings } from "./describe-settings.ts";

export interface VersionedSettings {
  readonly settings: Settings;
  /** 1970 where nothing was ever changed. */
  readonly updatedAt: Date;
}

/** Read from the database, so that whoever has just changed something sees it on any instance. @throws DomainError FORBIDDEN */
export async function getSettings(ctx: Context): Promise<VersionedSettings> {
  checkPermission(ctx, "settings.read");
  const row = await findVersionedSetting(ctx.db, runTimeSettingsName);
  return {
    settings: describeSettings(ctx.config, parseStored(row?.value)),
    updatedAt: row?.updatedAt ?? new Date(0),
  };
}
