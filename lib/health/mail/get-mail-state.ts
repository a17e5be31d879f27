/** How mail is set, what waits to be sent, and what did not arrive and why. */
import type { Context } from "#lib/context/context.ts";
import { countFailed, countWaiting, selectDelayed, selectFailed } from "#lib/outbox/attention/store.ts";
import { payloadSchemas } from "#lib/outbox/schema.ts";
import { openPayload } from "#lib/outbox/seal-payload.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { problemOf } from "./problem-of.ts";
import { type MailState, mostMailsCounted, type TroubledMail } from "./schema.ts";

/** Of each kind; more would help nobody. */
const mostShown = 25;

/** @throws DomainError FORBIDDEN */
export async function getMailState(ctx: Context): Promise<MailState> {
  checkPermission(ctx, "settings.read");
  const most = mostMailsCounted + 1;
  const [waiting, failed, delayedRows, failedRows] = await Promise.all([
    countWaiting(ctx.db, "mail", most),
    countFailed(ctx.db, "mail", most),
    selectDelayed(ctx.db, "mail", mostShown),
    selectFailed(ctx.db, "mail", mostShown),
  ]);
  return {
    server: serverOf(ctx),
    waiting: waiting.count,
    oldestWaitingAt: waiting.oldest ?? null,
    failed,
    troubled: [...failedRows, ...delayedRows].map((row) => troubleOf(ctx, row)),
  };
}

/** Without what signs in to it. */
function serverOf({ config: { mail } }: Context): MailState["server"] {
  if (!mail) return null;
  const { host, port, tls, from, credentials } = mail;
  return { host, port, tls, signsIn: credentials !== undefined, from: { ...from } };
}

type Row = Awaited<ReturnType<typeof selectFailed>>[number];

function troubleOf(ctx: Context, row: Row): TroubledMail {
  return {
    id: row.id,
    ...contentOf(ctx, row),
    createdAt: row.createdAt,
    attempts: row.attempts,
    problem: problemOf(row.lastError),
    code: row.lastError ?? "",
    failedAt: row.failedAt,
    nextAttemptAt: row.failedAt === null ? row.availableAt : null,
  };
}

/** To whom, and which mail; never what stands in it. Nothing for one that was altered or sealed with a key that is gone. */
function contentOf(ctx: Context, row: Row): { readonly to?: string; readonly template?: string } {
  try {
    const mail = payloadSchemas.mail.safeParse(openPayload(ctx.keyring, row).payload).data;
    if (!mail) return {};
    return { to: mail.to, template: "message" in mail ? mail.message.template : mail.purpose };
  } catch {
    return {};
  }
}
