/** Changes what is registered of a relying app. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { type AuditEvent, appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import { checkUnchanged } from "#lib/context/check-unchanged.ts";
import type { Context } from "#lib/context/context.ts";
import type { Db } from "#lib/db/client.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import type { AddedClient } from "./add-client.ts";
import { checkInput } from "./check-input.ts";
import { metadataOf, tellChange } from "./describe-change.ts";
import { isKeptMember } from "./kept-members.ts";
import { type PreparedClient, prepareClient } from "./prepare-client.ts";
import { requireClient } from "./require-client.ts";
import { type PartialMetadata, partialMetadataSchema } from "./schema.ts";
import { checkSecret, makeSecret, needsSecret } from "./secrets/make-secret.ts";
import { deleteAllClientSecrets, insertClientSecret, selectClientSecrets } from "./secrets/store.ts";
import { updateClientRow } from "./store.ts";

/**
 * Members that are not named stay. A new way to authenticate that needs a secret which is not there makes one.
 * For operators, and for administrators who confirmed that it is them.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, CLIENT_NOT_FOUND, VALIDATION_ERROR, CONFLICT
 */
export async function updateClient(
  ctx: Context,
  input: { readonly id: string; readonly changes: PartialMetadata },
  /** A secret that was made elsewhere, for an app that had none. */
  given: { readonly secret?: string | undefined } = {},
): Promise<AddedClient> {
  checkPermission(ctx, "clients.write");
  checkSecret(given.secret);
  const changes = checkInput(partialMetadataSchema, input.changes);
  const before = await requireClient(ctx.db, input.id);
  // The write refuses by itself when the row is another one by then.
  checkUnchanged(ctx, before.updatedAt);
  if (before.source === "metadata_document" && !Object.keys(changes).every(isKeptMember))
    throw new DomainError("CONFLICT", {
      words: { key: "clientByDocument" },
    });
  const prepared = await prepareClient(
    ctx.config,
    { ...metadataOf(before), ...changes },
    { origin: "manual", before },
  );
  return ctx.db.transaction(async (tx) => replaceMetadata(ctx, tx, before, prepared, given));
}

/** The write and its trace, for every way by which an app's metadata changes. @throws DomainError CONFLICT */
export async function replaceMetadata(
  ctx: Context,
  tx: Db,
  before: ClientRow,
  prepared: PreparedClient & { readonly metadataExpiresAt?: Date },
  {
    actor,
    secret: given,
  }: { readonly actor?: AuditEvent["actor"]; readonly secret?: string | undefined } = {},
): Promise<AddedClient> {
  const client = await updateClientRow(tx, { before, values: { ...prepared, updatedAt: ctx.now } });
  const secret = await fitSecrets(ctx, tx, before, client, given);
  await appendAuditEvent(ctx, tx, {
    action: "client.updated",
    outcome: "success",
    ...(actor ? { actor } : {}),
    clientId: client.id,
    details: tellChange(before, client),
  });
  return secret === undefined ? { client } : { client, secret };
}

/** An app that stops using secrets keeps none, and one that starts has one. */
async function fitSecrets(
  ctx: Context,
  tx: Db,
  before: ClientRow,
  client: ClientRow,
  given: string | undefined,
): Promise<string | undefined> {
  const { tokenEndpointAuthMethod: method } = client;
  if (method === before.tokenEndpointAuthMethod) return undefined;
  if (!needsSecret(method)) {
    await deleteAllClientSecrets(tx, client.id);
    return undefined;
  }
  const usable = (await selectClientSecrets(tx, client.id)).filter(
    ({ expiresAt, sealed }) =>
      (expiresAt === null || expiresAt > ctx.now) && (method !== "client_secret_jwt" || sealed),
  );
  if (usable.length > 0) return undefined;
  const { secret, row } = makeSecret(ctx, client, null, given);
  await insertClientSecret(tx, row);
  return secret;
}
