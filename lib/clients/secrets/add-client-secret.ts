/** Gives an app a further secret, so that it can change over while the old one still works. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { requireClient } from "../require-client.ts";
import { makeSecret, needsSecret } from "./make-secret.ts";
import { expireOtherSecrets, insertClientSecret, selectClientSecrets } from "./store.ts";

/** More would only be forgotten, and each is tried at every authentication. */
const mostSecrets = 5;

export interface AddedSecret {
  readonly id: string;
  /** Shown this once. */
  readonly secret: string;
  readonly expiresAt: Date | null;
}

/**
 * For operators, and for administrators who confirmed that it is them.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, CLIENT_NOT_FOUND, CONFLICT
 */
export async function addClientSecret(
  ctx: Context,
  input: {
    readonly clientId: string;
    readonly expiresInSeconds?: number | undefined;
    readonly othersExpireInSeconds?: number | undefined;
  },
): Promise<AddedSecret> {
  checkPermission(ctx, "clients.write");
  const client = await requireClient(ctx.db, input.clientId);
  await checkRoom(ctx, client);
  const expiresAt = input.expiresInSeconds === undefined ? null : after(ctx, input.expiresInSeconds);
  const { secret, row } = makeSecret(ctx, client, expiresAt);
  await ctx.db.transaction(async (tx) => {
    await insertClientSecret(tx, row);
    const othersExpireAt =
      input.othersExpireInSeconds === undefined ? undefined : after(ctx, input.othersExpireInSeconds);
    if (othersExpireAt)
      await expireOtherSecrets(tx, { clientId: client.id, keepId: row.id, expiresAt: othersExpireAt });
    await appendAuditEvent(ctx, tx, {
      action: "client.secret_added",
      outcome: "success",
      clientId: client.id,
      details: {
        secretId: row.id,
        expiresAt: expiresAt?.toISOString() ?? null,
        othersExpireAt: othersExpireAt?.toISOString() ?? null,
      },
    });
  });
  return { id: row.id, secret, expiresAt };
}

/** @throws DomainError CONFLICT */
export async function checkRoom(ctx: Context, client: ClientRow): Promise<void> {
  if (!needsSecret(client.tokenEndpointAuthMethod))
    throw new DomainError("CONFLICT", { words: { key: "clientWithoutSecrets" } });
  const secrets = await selectClientSecrets(ctx.db, client.id);
  const live = secrets.filter(({ expiresAt }) => expiresAt === null || expiresAt > ctx.now);
  if (live.length >= mostSecrets)
    throw new DomainError("CONFLICT", {
      words: { key: "clientSecretsFull", values: { count: mostSecrets } },
    });
}

function after({ now }: Context, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}
