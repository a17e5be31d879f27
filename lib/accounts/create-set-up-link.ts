/** The one-time link by which whoever installed the program becomes its first administrator. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { administratorWithPasskeyExists } from "#lib/credentials/store.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { randomSecret } from "#lib/crypto/random.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { insertSetUpLink, lockSetUp } from "./store.ts";

const lifetimeMs = 24 * 3600 * 1000;

export interface SetUpLink {
  /** For `/set-up?token=…`; shown here once, stored as its hash. */
  readonly token: string;
  readonly expiresAt: Date;
}

/**
 * A new link, good for a day. Earlier ones keep working until one of them has made the administrator: a restart prints
 * a link, and must not end a set-up that is half done. Undefined once an administrator can sign in.
 * @throws DomainError FORBIDDEN for anybody but the program itself and whoever has a shell on the machine
 */
export async function createSetUpLink(ctx: Context): Promise<SetUpLink | undefined> {
  if (ctx.actor.type !== "operator" && ctx.actor.type !== "system") throw new DomainError("FORBIDDEN");
  return await ctx.db.transaction(async (tx) => {
    await lockSetUp(tx);
    if (await administratorWithPasskeyExists(tx)) return undefined;
    const token = randomSecret();
    const expiresAt = new Date(ctx.now.getTime() + lifetimeMs);
    await insertSetUpLink(tx, { tokenHash: sha256(token), createdAt: ctx.now, expiresAt });
    await appendAuditEvent(ctx, tx, { action: "set_up_link.created", outcome: "success" });
    return { token, expiresAt };
  });
}
