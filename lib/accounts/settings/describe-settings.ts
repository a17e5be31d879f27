/** The settings that hold now, each with where it comes from. */
import type { Config } from "#lib/config/load-config.ts";
import { type RunTimeName, type RunTimeValues, runTimeVariables } from "#lib/config/run-time.ts";
import type { Settings, StoredSettings } from "#lib/settings/run-time/schema.ts";

export function describeSettings({ runTime }: Pick<Config, "runTime">, stored: StoredSettings): Settings {
  const told = <N extends RunTimeName>(name: N) => {
    const isLocked = runTime.locked.includes(name);
    const changed = isLocked ? undefined : (stored as Partial<RunTimeValues>)[name];
    const source = isLocked ? "environment" : changed === undefined ? "default" : "changed";
    return {
      value: changed ?? runTime.values[name],
      source,
      variable: runTimeVariables[name],
      default: runTime.values[name],
    } as const;
  };
  return {
    signUp: told("signUp"),
    sessionIdleTimeoutSeconds: told("sessionIdleTimeoutSeconds"),
    sessionMaxLifetimeSeconds: told("sessionMaxLifetimeSeconds"),
    userVerification: told("userVerification"),
    attestation: told("attestation"),
    counterPolicy: told("counterPolicy"),
  };
}
