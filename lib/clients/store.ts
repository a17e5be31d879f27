/** Rows of `clients` and `client_secrets`. */
import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import { type ClientRow, clientSecrets, clients } from "#drizzle/schema/clients.ts";
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
      message: "A client with this id exists already. Choose another id.",
      fields: [{ path: "id", message: "is taken" }],
    });
  }
}

export async function insertClientSecret(
  db: Db,
  row: { id: string; clientId: ClientRow["id"]; secretHash: Uint8Array; createdAt: Date },
): Promise<void> {
  await db.insert(clientSecrets).values(row);
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

const selectClientWithSecrets = prepared((db) =>
  db
    .select({ client: clients, secretHash: clientSecrets.secretHash })
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

/** An enabled client and the hashes of its unexpired secrets, in one round trip. */
export async function findClientWithSecrets(
  db: Database,
  input: { id: string; now: Date },
): Promise<{ client: ClientRow; secretHashes: Uint8Array[] } | undefined> {
  // A placeholder is bound as it is, without the column's encoder, and the driver takes no Date.
  const rows = await selectClientWithSecrets(db).execute({ id: input.id, now: input.now.toISOString() });
  const [first] = rows;
  if (!first) return undefined;
  return { client: first.client, secretHashes: rows.flatMap((row) => row.secretHash ?? []) };
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
