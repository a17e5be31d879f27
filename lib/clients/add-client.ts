/** Registers a relying app. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { ClientId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { checkInput } from "./check-input.ts";
import { tellMetadata } from "./describe-change.ts";
import { prepareClient } from "./prepare-client.ts";
import { replaceGroups } from "./replace-groups.ts";
import { type NewClient, newClientSchema } from "./schema.ts";
import { checkSecret, makeSecret, needsSecret } from "./secrets/make-secret.ts";
import { insertClientSecret } from "./secrets/store.ts";
import { insertClient } from "./store.ts";

export interface AddedClient {
  readonly client: ClientRow;
  /** Shown this once; only its hash is kept. Absent for apps that do not authenticate by one. */
  readonly secret?: string;
}

/**
 * For operators, and for administrators who confirmed that it is them.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, VALIDATION_ERROR with every bad field, a group that is not there too, CONFLICT when the id is taken.
 */
export async function addClient(
  ctx: Context,
  input: NewClient,
  /** A secret that was made elsewhere, instead of one of ours. */
  known: { readonly secret?: string | undefined } = {},
): Promise<AddedClient> {
  checkPermission(ctx, "clients.write");
  checkSecret(known.secret);
  const { id, groupIds = [], ...given } = checkInput(newClientSchema, input);
  const prepared = await prepareClient(ctx.config, given, { origin: "manual" });
  const columns = {
    ...prepared,
    id: (id ?? newId<string>()) as ClientId,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  };
  return ctx.db.transaction(async (tx) => {
    const client = await insertClient(tx, columns);
    // In one transaction with the app: it is never open to everybody first.
    await replaceGroups(tx, client.id, groupIds);
    const made = needsSecret(client.tokenEndpointAuthMethod)
      ? makeSecret(ctx, client, null, known.secret)
      : undefined;
    if (made) await insertClientSecret(tx, made.row);
    await appendAuditEvent(ctx, tx, {
      action: "client.created",
      outcome: "success",
      clientId: client.id,
      details: groupIds.length > 0 ? { ...tellMetadata(client), groupIds } : tellMetadata(client),
    });
    return made ? { client, secret: made.secret } : { client };
  });
}
