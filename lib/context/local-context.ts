/** The context of what no request asked for: the program itself, and the command line. */
import { newId } from "#lib/crypto/random.ts";
import type { Actor, Context, Runtime } from "./context.ts";

export function localContext(
  runtime: Runtime,
  actor: Extract<Actor, { type: "system" | "operator" }>,
): Context {
  return {
    ...runtime,
    now: new Date(),
    actor,
    ip: "",
    userAgent: "",
    requestId: newId<string>(),
    // Of the mails that it leads to; what the command line itself says is English.
    locale: runtime.config.defaultLocale,
  };
}
