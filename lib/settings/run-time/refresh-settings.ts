/** Takes what stands in the database into the process, at the start, now and then, and right after a change. */
import { runTimeNames } from "#lib/config/run-time.ts";
import type { Runtime } from "#lib/context/context.ts";
import { setRuntime } from "#lib/context/runtime.ts";
import type { Db } from "#lib/db/client.ts";
import { findSetting } from "../store.ts";
import { layOver, parseStored } from "./lay-over.ts";
import type { StoredSettings } from "./schema.ts";

export const runTimeSettingsName = "run_time";

export async function loadStoredSettings(db: Db): Promise<StoredSettings> {
  return parseStored(await findSetting(db, runTimeSettingsName));
}

/** The same runtime under the configuration that holds now. */
export async function withSettings(runtime: Runtime): Promise<Runtime> {
  return { ...runtime, config: layOver(runtime.config, await loadStoredSettings(runtime.db)) };
}

/** Requests that begin from now on see what stands in the database. */
export async function takeSettings({ db, config, keyring, log }: Runtime): Promise<void> {
  setRuntime(await withSettings({ db, config, keyring, log }));
}

/** The same for whoever only looks now and then. True when something had changed. */
export async function refreshSettings(runtime: Runtime): Promise<boolean> {
  const fresh = await withSettings(runtime);
  if (runTimeNames.every((name) => fresh.config[name] === runtime.config[name])) return false;
  setRuntime(fresh);
  return true;
}
