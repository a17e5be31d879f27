/** Registers a relying app. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { ClientId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { newId, randomSecret } from "#lib/crypto/random.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { type NewClient, newClientSchema } from "./schema.ts";
import { insertClient, insertClientSecret } from "./store.ts";

export interface AddedClient {
  readonly client: ClientRow;
  /** Shown this once; only its hash is kept. Absent for public clients. */
  readonly secret?: string;
}

/**
 * For operators and administrators.
 * @throws DomainError FORBIDDEN, VALIDATION_ERROR with every bad field, CONFLICT when the id is taken.
 */
export async function addClient(ctx: Context, input: NewClient): Promise<AddedClient> {
  checkMayAddClients(ctx);
  const { requirePkce, ...values } = parseNewClient(input);
  const isPublic = values.tokenEndpointAuthMethod === "none";
  const columns = {
    ...values,
    id: (values.id ?? newId<string>()) as ClientId,
    requirePkce: isPublic || requirePkce !== false,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  };
  const secret = isPublic ? undefined : randomSecret();
  const client = await ctx.db.transaction(async (tx) => {
    const client = await insertClient(tx, columns);
    if (secret !== undefined) {
      await insertClientSecret(tx, {
        id: newId<string>(),
        clientId: client.id,
        secretHash: sha256(secret),
        createdAt: ctx.now,
      });
    }
    await appendAuditEvent(ctx, tx, {
      action: "client.created",
      outcome: "success",
      clientId: client.id,
      details: {
        name: client.name,
        redirectUris: client.redirectUris,
        tokenEndpointAuthMethod: client.tokenEndpointAuthMethod,
        firstParty: client.firstParty,
        requirePkce: client.requirePkce,
      },
    });
    return client;
  });
  return secret === undefined ? { client } : { client, secret };
}

function checkMayAddClients({ actor }: Context): void {
  if (actor.type === "operator" || (actor.type === "user" && actor.role === "admin")) return;
  throw new DomainError("FORBIDDEN");
}

function parseNewClient(input: NewClient): NewClient {
  const parsed = newClientSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new DomainError("VALIDATION_ERROR", {
    fields: parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message })),
  });
}
