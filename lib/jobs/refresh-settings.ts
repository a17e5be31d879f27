/** Lets each instance notice what administrators changed on another one. */
import type { Runtime } from "#lib/context/context.ts";
import { getRuntime } from "#lib/context/runtime.ts";
import { refreshSettings } from "#lib/settings/run-time/refresh-settings.ts";

/** What the process answers with now is looked at, and not what the job was started with. */
export async function noticeChangedSettings(_started: Runtime): Promise<number> {
  return (await refreshSettings(getRuntime())) ? 1 : 0;
}
