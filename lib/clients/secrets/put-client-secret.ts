/** Lets an app use a secret that was made elsewhere, unless it can already. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { requireClient } from "../require-client.ts";
import { checkRoom } from "./add-client-secret.ts";
import { checkSecret, makeSecret } from "./make-secret.ts";
import { hasClientSecret, insertClientSecret } from "./store.ts";

/**
 * False when it had this secret, which changes nothing. Its other secrets stay, so that the app can change over.
 * For operators, and for administrators who confirmed that it is them.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, CLIENT_NOT_FOUND, VALIDATION_ERROR, CONFLICT
 */
export async function putClientSecret(
  ctx: Context,
  { clientId, secret }: { readonly clientId: string; readonly secret: string },
): Promise<boolean> {
  checkPermission(ctx, "clients.write");
  checkSecret(secret);
  const client = await requireClient(ctx.db, clientId);
  if (await hasClientSecret(ctx.db, client.id, sha256(secret), ctx.now)) return false;
  await checkRoom(ctx, client);
  const { row } = makeSecret(ctx, client, null, secret);
  await ctx.db.transaction(async (tx) => {
    await insertClientSecret(tx, row);
    await appendAuditEvent(ctx, tx, {
      action: "client.secret_added",
      outcome: "success",
      clientId: client.id,
      details: { secretId: row.id, expiresAt: null, othersExpireAt: null },
    });
  });
  return true;
}
