/** Rows of `clients` and `client_groups`, and what ends with an app. */
import { and, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import { type ClientRow, clientGroups, clientSecrets, clients } from "#drizzle/schema/clients.ts";
import { groups } from "#drizzle/schema/groups.ts";
import type { ClientId, GroupId } from "#drizzle/schema/ids.ts";
import { accessTokens, authorizationCodes, deviceCodes, refreshTokens } from "#drizzle/schema/oidc.ts";
import type { Database, Db } from "#lib/db/client.ts";
import { prepared } from "#lib/db/prepared.ts";
import { uniqueViolation } from "#lib/db/violation.ts";
import { DomainError } from "#lib/errors/domain-error.ts";

/** What the columns' defaults added is in the row that comes back. @throws DomainError CONFLICT when the id is taken. */
export async function insertClient(db: Db, values: typeof clients.$inferInsert): Promise<ClientRow> {
  try {
    const [row] = await db.insert(clients).values(values).returning();
    if (!row) throw new Error("an insert returned no row");
    return row;
  } catch (cause) {
    if (uniqueViolation(cause) !== "clients_pkey") throw cause;
    throw new DomainError("CONFLICT", {
      cause,
      words: { key: "clientIdTaken" },
      fields: [{ path: "id", message: "is taken" }],
    });
  }
}

/**
 * Reads the row for this transaction: of several that change the same app, one writes after the other. Who only points to
 * the app need not wait.
 */
export async function lockClient(db: Db, id: string): Promise<ClientRow | undefined> {
  const [row] = await db
    .select()
    .from(clients)
    .where(eq(clients.id, id as ClientId))
    .for("no key update");
  return row;
}

export type ClientColumns = Partial<typeof clients.$inferInsert>;

/** @throws DomainError CONFLICT when somebody else changed or removed the row since `before` was read */
export async function updateClientRow(
  db: Db,
  input: { before: Pick<ClientRow, "id" | "updatedAt">; values: ClientColumns },
): Promise<ClientRow> {
  const [row] = await db
    .update(clients)
    .set(input.values)
    .where(and(eq(clients.id, input.before.id), eq(clients.updatedAt, input.before.updatedAt)))
    .returning();
  if (!row) throw new DomainError("CONFLICT");
  return row;
}

export async function setClientDisabled(
  db: Db,
  id: ClientId,
  disabledAt: Date | null,
  now: Date,
): Promise<ClientRow> {
  const [row] = await db
    .update(clients)
    .set({ disabledAt, updatedAt: now })
    .where(eq(clients.id, id))
    .returning();
  if (!row) throw new DomainError("CLIENT_NOT_FOUND");
  return row;
}

export async function deleteClientRow(db: Db, id: string): Promise<ClientRow | undefined> {
  const [row] = await db
    .delete(clients)
    .where(eq(clients.id, id as ClientId))
    .returning();
  return row;
}

/** Ends every token, code and device code of an app. Returns how many were still good. */
export async function spendClientTokens(db: Db, clientId: ClientId, now: Date): Promise<number> {
  const spent = { revokedAt: now };
  const access = await db
    .update(accessTokens)
    .set(spent)
    .where(and(eq(accessTokens.clientId, clientId), isNull(accessTokens.revokedAt)))
    .returning({ expiresAt: accessTokens.expiresAt });
  const refresh = await db
    .update(refreshTokens)
    .set(spent)
    .where(and(eq(refreshTokens.clientId, clientId), isNull(refreshTokens.revokedAt)))
    .returning({ expiresAt: refreshTokens.expiresAt });
  const codes = await db
    .update(authorizationCodes)
    .set({ consumedAt: now })
    .where(and(eq(authorizationCodes.clientId, clientId), isNull(authorizationCodes.consumedAt)))
    .returning({ expiresAt: authorizationCodes.expiresAt });
  const devices = await db
    .delete(deviceCodes)
    .where(eq(deviceCodes.clientId, clientId))
    .returning({ expiresAt: deviceCodes.expiresAt });
  return [...access, ...refresh, ...codes, ...devices].filter(({ expiresAt }) => expiresAt > now).length;
}

/** Ids of the groups that may use an app, in order. */
export async function selectClientGroups(db: Db, clientId: ClientId): Promise<string[]> {
  const rows = await db
    .select({ id: clientGroups.groupId })
    .from(clientGroups)
    .where(eq(clientGroups.clientId, clientId))
    .orderBy(clientGroups.groupId);
  return rows.map(({ id }) => id);
}

/** Those of `wanted` that exist; returns which those are. */
export async function replaceClientGroups(
  db: Db,
  clientId: ClientId,
  wanted: readonly string[],
): Promise<string[]> {
  await db.delete(clientGroups).where(eq(clientGroups.clientId, clientId));
  if (wanted.length === 0) return [];
  // Locked, so that none of them goes while we point to it.
  const found = await db
    .select({ id: groups.id })
    .from(groups)
    .where(inArray(groups.id, wanted as GroupId[]))
    .orderBy(groups.id)
    .for("key share");
  if (found.length > 0)
    await db.insert(clientGroups).values(found.map(({ id }) => ({ clientId, groupId: id })));
  return found.map(({ id }) => id);
}

const selectClient = prepared((db) =>
  db
    .select()
    .from(clients)
    .where(and(eq(clients.id, sql.placeholder("id")), isNull(clients.disabledAt)))
    .prepare("select_client"),
);

/** An enabled client. */
export async function findClient(db: Database, id: string): Promise<ClientRow | undefined> {
  const [row] = await selectClient(db).execute({ id });
  return row;
}

/** Also a disabled one. */
export async function findAnyClient(db: Db, id: string): Promise<ClientRow | undefined> {
  const [row] = await db
    .select()
    .from(clients)
    .where(eq(clients.id, id as ClientId));
  return row;
}

const selectClientWithSecrets = prepared((db) =>
  db
    .select({
      client: clients,
      secret: {
        id: clientSecrets.id,
        secretHash: clientSecrets.secretHash,
        sealedSecret: clientSecrets.sealedSecret,
      },
    })
    .from(clients)
    .leftJoin(
      clientSecrets,
      and(
        eq(clientSecrets.clientId, clients.id),
        or(isNull(clientSecrets.expiresAt), gt(clientSecrets.expiresAt, sql.placeholder("now"))),
      ),
    )
    .where(and(eq(clients.id, sql.placeholder("id")), isNull(clients.disabledAt)))
    .prepare("select_client_with_secrets"),
);

export type StoredSecret = Pick<typeof clientSecrets.$inferSelect, "id" | "secretHash" | "sealedSecret">;

export interface ClientWithSecrets {
  readonly client: ClientRow;
  readonly secrets: readonly StoredSecret[];
}

/** An enabled client and its unexpired secrets, in one round trip. */
export async function findClientWithSecrets(
  db: Database,
  input: { id: string; now: Date },
): Promise<ClientWithSecrets | undefined> {
  // A placeholder is bound as it is, without the column's encoder, and the driver takes no Date.
  const rows = await selectClientWithSecrets(db).execute({ id: input.id, now: input.now.toISOString() });
  const [first] = rows;
  if (!first) return undefined;
  return { client: first.client, secrets: rows.flatMap((row) => row.secret ?? []) };
}

const selectOrigin = prepared((db) =>
  db
    .select({ id: clients.id })
    .from(clients)
    .where(
      and(
        isNull(clients.disabledAt),
        sql`exists (select from unnest(${clients.redirectUris}) as uri
          where starts_with(uri || '/', ${sql.placeholder("prefix")}::text))`,
      ),
    )
    .limit(1)
    .prepare("select_client_origin"),
);

/** Whether an enabled client has a redirect URI on `origin`: what CORS allows (redirect URIs are kept in normal form). */
export async function isClientOrigin(db: Database, origin: string): Promise<boolean> {
  const rows = await selectOrigin(db).execute({ prefix: `${origin}/` });
  return rows.length > 0;
}

/** Every client, disabled ones too, by name. */
export async function selectAllClients(db: Db): Promise<ClientRow[]> {
  return await db.select().from(clients).orderBy(clients.name, clients.id);
}
