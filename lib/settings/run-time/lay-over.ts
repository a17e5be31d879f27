/** The configuration with what stands in the database laid over it: environment first, then database, then defaults. */
import type { Config } from "#lib/config/load-config.ts";
import { runTimeNames } from "#lib/config/run-time.ts";
import { type StoredSettings, storedSettingsSchema } from "./schema.ts";

/** `config` may have been laid over before: what it started with is kept in it. */
export function layOver(config: Config, stored: StoredSettings): Config {
  const { locked, values } = config.runTime;
  const changed = Object.fromEntries(
    runTimeNames.flatMap((name) =>
      stored[name] === undefined || locked.includes(name) ? [] : [[name, stored[name]]],
    ),
  );
  return Object.freeze({ ...config, ...values, ...changed });
}

/** A value that this version does not know counts as not changed: an instance of another version may have written it. */
export function parseStored(value: unknown): StoredSettings {
  const whole = storedSettingsSchema.safeParse(value ?? {});
  if (whole.success) return whole.data;
  const parts = Object.entries(Object(value)).filter(
    ([name, part]) => storedSettingsSchema.safeParse({ [name]: part }).success,
  );
  return storedSettingsSchema.parse(Object.fromEntries(parts));
}
