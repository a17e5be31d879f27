/** Who is let in to an app (`client_groups`, `group_members`), and which apps a session signed in to (`session_clients`). */
import { sql } from "drizzle-orm";
import { clientGroups } from "#drizzle/schema/clients.ts";
import { groupMembers } from "#drizzle/schema/groups.ts";
import type { ClientId, UserId } from "#drizzle/schema/ids.ts";
import { sessionClients } from "#drizzle/schema/oidc.ts";
import type { Database, Db } from "#lib/db/client.ts";
import { prepared } from "#lib/db/prepared.ts";

const selectAdmission = prepared((db) =>
  db
    .select({
      admitted: sql<boolean>`coalesce(bool_or(exists(
        select from ${groupMembers}
        where ${groupMembers.groupId} = ${clientGroups.groupId}
          and ${groupMembers.userId} = ${sql.placeholder("userId")}
      )), true)`,
    })
    .from(clientGroups)
    .where(sql`${clientGroups.clientId} = ${sql.placeholder("clientId")}`)
    .prepare("select_admission"),
);

/** True where the app names no group, or one that the person is in. Never from a cache. */
export async function isAdmitted(
  db: Database,
  input: { clientId: ClientId; userId: UserId },
): Promise<boolean> {
  const [row] = await selectAdmission(db).execute(input);
  return row?.admitted ?? true;
}

/** Notes that the session signed in to the app, once: the app is told when the session ends. */
export async function insertSessionClient(db: Db, row: typeof sessionClients.$inferInsert): Promise<void> {
  await db
    .insert(sessionClients)
    .values(row)
    .onConflictDoNothing()
    .prepare("insert_session_client")
    .execute();
}
