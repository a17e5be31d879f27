/** Rows of `pushed_requests`. */
import { and, eq, gt, lt } from "drizzle-orm";
import type { ClientId } from "#drizzle/schema/ids.ts";
import { pushedRequests } from "#drizzle/schema/oidc.ts";
import type { Db } from "#lib/db/client.ts";

export async function insertPushedRequest(db: Db, row: typeof pushedRequests.$inferInsert): Promise<void> {
  await db.insert(pushedRequests).values(row).prepare("insert_pushed_request").execute();
}

/** Removes and returns a request of this client that has not expired; one of several callers gets it. */
export async function takePushedRequest(
  db: Db,
  input: { requestUriHash: Uint8Array; clientId: ClientId; now: Date },
) {
  const [row] = await db
    .delete(pushedRequests)
    .where(
      and(
        eq(pushedRequests.requestUriHash, input.requestUriHash),
        eq(pushedRequests.clientId, input.clientId),
        gt(pushedRequests.expiresAt, input.now),
      ),
    )
    .returning({
      parameters: pushedRequests.parameters,
      dpopJkt: pushedRequests.dpopJkt,
      expiresAt: pushedRequests.expiresAt,
    })
    .prepare("take_pushed_request")
    .execute();
  return row;
}

export async function deletePushedRequestsBefore(db: Db, now: Date): Promise<number> {
  const rows = await db
    .delete(pushedRequests)
    .where(lt(pushedRequests.expiresAt, now))
    .returning({ clientId: pushedRequests.clientId });
  return rows.length;
}
