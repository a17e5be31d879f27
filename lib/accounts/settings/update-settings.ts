/** Changes how people sign up and in, while the program runs. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Config } from "#lib/config/load-config.ts";
import { type RunTimeName, runTimeNames, runTimeVariables } from "#lib/config/run-time.ts";
import { checkUnchanged } from "#lib/context/check-unchanged.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError, type FieldProblem } from "#lib/errors/domain-error.ts";
import { checkInput } from "#lib/groups/check-input.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { layOver, parseStored } from "#lib/settings/run-time/lay-over.ts";
import { runTimeSettingsName, takeSettings } from "#lib/settings/run-time/refresh-settings.ts";
import {
  type SettingsChange,
  type StoredSettings,
  settingsChangeSchema,
} from "#lib/settings/run-time/schema.ts";
import { lockSetting, putSetting } from "#lib/settings/store.ts";
import { describeSettings } from "./describe-settings.ts";
import type { VersionedSettings } from "./get-settings.ts";

/**
 * Null goes back to what the program starts with. This instance answers by it from now on, every other one within
 * seconds. For operators, and administrators who have just confirmed.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, PRECONDITION_FAILED, VALIDATION_ERROR also for what the environment says
 */
export async function updateSettings(ctx: Context, input: SettingsChange): Promise<VersionedSettings> {
  const changed = await auditRefusal(ctx, "settings.changed", async () => {
    checkPermission(ctx, "settings.write");
    const change = checkInput(settingsChangeSchema, input);
    checkUnlocked(ctx.config, change);
    return await ctx.db.transaction(async (tx) => {
      const row = await lockSetting(tx, runTimeSettingsName, {});
      checkUnchanged(ctx, row.updatedAt);
      const before = parseStored(row.value);
      const after = merge(before, change);
      checkTimes(layOver(ctx.config, after));
      const differing = runTimeNames.filter((name) => before[name] !== after[name]);
      const settings = describeSettings(ctx.config, after);
      if (differing.length === 0) return { settings, updatedAt: row.updatedAt };
      // Two changes within a millisecond are two versions.
      const updatedAt = new Date(Math.max(ctx.now.getTime(), row.updatedAt.getTime() + 1));
      await putSetting(tx, runTimeSettingsName, after, updatedAt);
      const old = describeSettings(ctx.config, before);
      await appendAuditEvent(ctx, tx, {
        action: "settings.changed",
        outcome: "success",
        details: {
          before: JSON.stringify(Object.fromEntries(differing.map((name) => [name, old[name].value]))),
          after: JSON.stringify(Object.fromEntries(differing.map((name) => [name, settings[name].value]))),
        },
      });
      return { settings, updatedAt };
    });
  });
  await takeSettings(ctx);
  return changed;
}

function checkUnlocked({ runTime }: Config, change: SettingsChange): void {
  const locked = runTime.locked.filter((name) => change[name] !== undefined);
  if (locked.length > 0) throw new DomainError("VALIDATION_ERROR", { fields: locked.map(lockedProblem) });
}

function lockedProblem(name: RunTimeName): FieldProblem {
  return { path: name, message: `is set by ${runTimeVariables[name]} in the environment` };
}

function merge(before: StoredSettings, change: SettingsChange): StoredSettings {
  const merged = { ...before, ...change };
  return Object.fromEntries(
    Object.entries(merged).filter(([, value]) => value !== null && value !== undefined),
  ) as StoredSettings;
}

/** Idle for longer than it lives at all would say something that never happens. */
function checkTimes({ sessionIdleTimeoutSeconds, sessionMaxLifetimeSeconds }: Config): void {
  if (sessionIdleTimeoutSeconds > sessionMaxLifetimeSeconds)
    throw new DomainError("VALIDATION_ERROR", {
      fields: [
        { path: "sessionIdleTimeoutSeconds", message: "must not be longer than sessionMaxLifetimeSeconds" },
      ],
    });
}
