/** Holds the process's runtime: set once at start, read by every request in both lanes. */
import { DomainError } from "#lib/errors/domain-error.ts";
import type { Runtime } from "./context.ts";
import { processWide } from "./process-wide.ts";

const holder = () => processWide<{ runtime: Runtime | undefined }>("runtime", () => ({ runtime: undefined }));

export function setRuntime(runtime: Runtime): void {
  holder().runtime = runtime;
}

/** @throws DomainError SERVICE_UNAVAILABLE before the server has opened its database. */
export function getRuntime(): Runtime {
  const { runtime } = holder();
  if (!runtime)
    throw new DomainError("SERVICE_UNAVAILABLE", { message: "The server is starting. Try again." });
  return runtime;
}
