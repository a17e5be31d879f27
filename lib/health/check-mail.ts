/** Whether mails arrive: people are warned and let back in by them. */
import type { Runtime } from "#lib/context/context.ts";
import { isMailConfigured } from "#lib/mail/is-mail-configured.ts";
import { findTroubledMessage } from "#lib/outbox/store.ts";
import type { HealthRow } from "./report.ts";

const dayMs = 86_400_000;

/** Never worse than degraded: people can sign in. */
export async function checkMail(runtime: Runtime, now: Date): Promise<HealthRow> {
  const row = (status: HealthRow["status"], message: string) => ({ name: "mail", status, message }) as const;
  if (!isMailConfigured(runtime.config))
    return row("healthy", "No mail server is configured, so nobody is written to.");
  const trouble = await findTroubledMessage(runtime.db, "mail", new Date(now.getTime() - dayMs));
  if (!trouble) return row("healthy", "Mails are handed over.");
  const what = trouble.failedAt ? "A mail could not be delivered" : "A mail waits to be tried again";
  return row("degraded", `${what} (${trouble.lastError}).`);
}
