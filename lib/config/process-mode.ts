/** The environment that Next and React read, set before they load, and the one that child processes get. */

/** Tells the framework which of its two builds to be, and to send nothing home. */
export function setProcessMode(mode: "production" | "development"): void {
  Object.assign(process.env, { NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: "1" });
}

/** This process's own variables with `changes` over them, for a part of the program that runs beside it. */
export function inheritEnvironment(changes: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...changes };
}
