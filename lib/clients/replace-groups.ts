/** Writes which groups may use an app, inside the transaction of whoever decides it. */
import type { ClientId } from "#drizzle/schema/ids.ts";
import type { Db } from "#lib/db/client.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { replaceClientGroups } from "./store.ts";

/** Returns those that are written. @throws DomainError VALIDATION_ERROR for a group that is not there */
export async function replaceGroups(
  tx: Db,
  clientId: ClientId,
  groupIds: readonly string[],
): Promise<string[]> {
  const wanted = [...new Set(groupIds)];
  const written = await replaceClientGroups(tx, clientId, wanted);
  const unknown = wanted.filter((id) => !written.includes(id));
  if (unknown.length > 0)
    throw new DomainError("VALIDATION_ERROR", {
      fields: unknown.map((id) => ({
        path: `groupIds.${groupIds.indexOf(id)}`,
        message: "is no group here",
      })),
    });
  return written;
}
