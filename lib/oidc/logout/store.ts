/** Reads which apps of a session are told by the browser (`session_clients`, `clients`). */
import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { clients } from "#drizzle/schema/clients.ts";
import type { SessionId } from "#drizzle/schema/ids.ts";
import { sessionClients } from "#drizzle/schema/oidc.ts";
import type { Db } from "#lib/db/client.ts";

/** The enabled apps of these sessions that have a page for it. */
export async function listFrontChannelApps(db: Db, sessionIds: readonly SessionId[]) {
  const rows = await db
    .select({
      sessionId: sessionClients.sessionId,
      uri: clients.frontchannelLogoutUri,
      sessionRequired: clients.frontchannelLogoutSessionRequired,
    })
    .from(sessionClients)
    .innerJoin(clients, eq(clients.id, sessionClients.clientId))
    .where(
      and(
        inArray(sessionClients.sessionId, [...sessionIds]),
        isNotNull(clients.frontchannelLogoutUri),
        isNull(clients.disabledAt),
      ),
    )
    .orderBy(clients.id, sessionClients.sessionId);
  return rows.flatMap(({ uri, ...row }) => (uri === null ? [] : [{ ...row, uri }]));
}
